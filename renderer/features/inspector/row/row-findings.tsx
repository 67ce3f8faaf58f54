import { useTranslation } from 'react-i18next';
import { useRowFindings } from '../../../hooks/use-row-findings';
import { FindingEntry } from '../checks/finding-entry';

/** What the checks find in a row. */
export function RowFindings({ rowId }: { readonly rowId: string }) {
  const { t } = useTranslation();
  const findings = useRowFindings(rowId);
  if (findings.length === 0) return null;
  return (
    <section data-testid="row-finding-list">
      <h2>{t('finding.title')}</h2>
      <ul className="findings">
        {findings.map((finding) => (
          <FindingEntry key={finding.key} finding={finding} row={null} named />
        ))}
      </ul>
    </section>
  );
}
