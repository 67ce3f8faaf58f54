import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { beginChecks, findingsStore } from '../../../session/matters/findings-store';

/** Says what was not checked: without it an article would look clean that nobody looked at. */
export function LeftOut({ numbers }: { readonly numbers: ReadonlyMap<string, number> }) {
  const { t } = useTranslation();
  const { leftOut } = useStore(findingsStore);
  if (leftOut.length === 0) return null;
  return (
    <div className="failed" role="alert" data-testid="left-out">
      <p>{t('finding.leftOut')}</p>
      <ul>
        {leftOut.map(({ check, rowId }) => {
          const number = rowId === null ? undefined : numbers.get(rowId);
          const name = t(`check.${check}.name`);
          return (
            <li key={`${check} ${rowId}`}>
              {number === undefined
                ? t('finding.leftOutArticle', { check: name })
                : t('finding.leftOutRow', { check: name, number })}
            </li>
          );
        })}
      </ul>
      <button type="button" className="link-button" onClick={beginChecks}>
        {t('finding.startAgain')}
      </button>
    </div>
  );
}
