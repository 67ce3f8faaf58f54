import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../../shared/checks/engine/finding';
import { findingSentence } from '../../../../shared/contract/finding-sentence';
import type { Flag } from '../../../../shared/model/flag';
import type { Language } from '../../../../shared/model/language';
import type { Row } from '../../../../shared/model/row';
import { pictureToTake } from '../../../../shared/reconcile/picture-to-take';
import { writeMissing } from '../../../session/typing/writing';
import { Shape } from '../../../ui/shape';
import { TakeButton } from '../pictures/take-button';

/** What is found of a version having nothing in a row. */
export function findingOfGap(findings: readonly Finding[], language: Language): Finding | null {
  return (
    findings.find(
      ({ params, spans }) =>
        params['language'] === language && !spans.some((span) => span.language === language),
    ) ?? null
  );
}

/** What stands where a version has nothing: a way to write it, and what was said about it. */
export function GapNote({
  row,
  language,
  flag,
  finding,
  writable,
}: {
  readonly row: Row;
  readonly language: Language;
  readonly flag: Flag | null;
  readonly finding: Finding | null;
  readonly writable: boolean;
}) {
  const { t, i18n } = useTranslation();
  const isOfPicture = pictureToTake(row, language) !== null;
  return (
    <div className="gap-note" lang={i18n.language}>
      <span>{t(isOfPicture ? 'picture.missing' : 'cell.missing')}</span>
      {flag && (
        <button type="button" className="gap-mark" data-flag={flag.id} data-severity={flag.severity}>
          <Shape name="flag" severity={flag.severity} /> {t('cell.gapFlagged')}
        </button>
      )}
      {finding && (
        <button type="button" className="gap-mark" data-finding={finding.key}>
          <Shape name={finding.severity} /> {findingSentence(finding, t)}
        </button>
      )}
      {writable && <TakeButton row={row} language={language} />}
      {writable && !isOfPicture && (
        <button type="button" className="link-button" onClick={() => void writeMissing(row, language)}>
          {t('cell.write')}
        </button>
      )}
    </div>
  );
}
