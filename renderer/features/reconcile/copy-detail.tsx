import { useTranslation } from 'react-i18next';
import type { PlannedChange, PlannedConflict } from '../../../shared/contract/copy-plan';
import { LANGUAGES, type Language } from '../../../shared/model/language';
import { useProject } from '../../hooks/use-project';
import { ChangeExcerpt } from '../../ui/change-excerpt';
import { RichSlice } from '../../ui/rich-slice';
import { isOpen } from './copy-state';
import type { Decision } from './draft-state';
import { TextView } from './text-view';

/** What both changed, at large: of a text the words, of anything else the two values. */
export function ConflictView({
  conflict,
  decision,
  onDecide,
}: {
  readonly conflict: PlannedConflict;
  readonly decision: Decision;
  readonly onDecide: (decision: Decision) => void;
}) {
  const { t } = useTranslation();
  const { row, rowId, language, what, chunks, canChoose } = conflict;
  const place = row === null ? t('copy.plan.project') : t('inspector.rowNumber', { number: row });
  const title = [place, ...(language ? [t(`language.${language}`)] : []), what].join(' · ');
  if (chunks && language)
    return (
      <>
        <TextView
          title={title}
          sides={{ ours: t('copy.plan.mine'), base: t('copy.plan.before'), theirs: t('copy.plan.theirs') }}
          difference={{ chunks }}
          {...{ decision, language, onDecide }}
        />
        <OtherVersions rowId={rowId} language={language} />
      </>
    );
  return (
    <>
      <h3>{title}</h3>
      <div className="conflict" role="group" aria-label={title}>
        {(['ours', 'theirs'] as const).map((side, n) => (
          <button
            key={side}
            type="button"
            className="button"
            disabled={!canChoose}
            aria-pressed={canChoose ? decision.picks[0] === side : side === 'ours'}
            onClick={() => onDecide({ taken: true, picks: [side], written: null })}
          >
            <span>{t(`draft.pick.${side}`)}</span>
            {canChoose && isOpen(conflict, decision) && <kbd aria-hidden>{n + 1}</kbd>}
            <q lang={language ?? undefined}>{conflict[side]}</q>
          </button>
        ))}
      </div>
      {!canChoose && <p className="quiet">{t('copy.plan.toldInFlag')}</p>}
      {language && <OtherVersions rowId={rowId} language={language} />}
    </>
  );
}

/** What would come, at large. */
export function ChangeView({ change }: { readonly change: PlannedChange }) {
  const { t } = useTranslation();
  const { row, rowId, language, what, before, after } = change;
  const place = row === null ? t('copy.plan.project') : t('inspector.rowNumber', { number: row });
  return (
    <>
      <h3>{[place, ...(language ? [t(`language.${language}`)] : []), what].join(' · ')}</h3>
      <p className="draft-text">
        <ChangeExcerpt before={before} after={after} language={language ?? 'en'} whole />
      </p>
      {language && <OtherVersions rowId={rowId} language={language} />}
    </>
  );
}

/** What the other versions of the row say: which wording is right is often seen there. */
function OtherVersions({ rowId, language }: { readonly rowId: string | null; readonly language: Language }) {
  const { t } = useTranslation();
  const { rows } = useProject();
  const row = rows.find(({ id }) => id === rowId);
  if (!row) return null;
  return (
    <dl className="other-versions">
      {LANGUAGES.filter((each) => each !== language && row.cells[each].paragraphs.length > 0).map((each) => (
        <div key={each}>
          <dt>{t(`language.${each}`)}</dt>
          {row.cells[each].paragraphs.map((paragraph) => (
            <dd key={paragraph.id} lang={each}>
              <RichSlice content={paragraph} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
