import { useTranslation } from 'react-i18next';
import type { Fix } from '../../shared/checks/engine/finding';
import { fixRuns } from './fix-runs';

/** What fixes would make of the texts: a few words around each, what goes out and what comes in. */
export function FixPreview({
  fixes,
  textOf,
}: {
  readonly fixes: readonly Fix[];
  readonly textOf: (paragraphId: string) => string;
}) {
  const { t } = useTranslation();
  const paragraphs = [...new Map(fixes.map((fix) => [fix.paragraphId, fix.language]))];
  return paragraphs.map(([paragraphId, language]) => (
    <div key={paragraphId} className="fix-preview">
      <span className="visually-hidden">{t('finding.wouldBecome')}</span>
      <p lang={language}>
        {fixRuns(
          fixes.filter((fix) => fix.paragraphId === paragraphId),
          textOf(paragraphId),
        ).map(({ kind, text }, i) => {
          if (kind === 'deleted') return <del key={i}>{text}</del>;
          return kind === 'inserted' ? <ins key={i}>{text}</ins> : <span key={i}>{text}</span>;
        })}
      </p>
    </div>
  ));
}
