import { useTranslation } from 'react-i18next';
import type { DraftBase } from '../../../shared/contract/channels';
import type { Language } from '../../../shared/model/language';
import { findParagraph } from '../../../shared/model/find-paragraph';
import { NO_TEXT } from '../../../shared/reconcile/baseline';
import type { DraftDifference } from '../../../shared/reconcile/draft-merge';
import { useProject } from '../../hooks/use-project';
import { RichSlice } from '../../ui/rich-slice';
import type { Decision } from './draft-state';
import { TextView } from './text-view';

/** One difference at large. */
export function DifferenceView({
  base,
  difference,
  decision,
  language,
  onDecide,
}: {
  /** What the draft and the present text are taken to be made from. */
  readonly base: DraftBase;
  readonly difference: DraftDifference;
  readonly decision: Decision;
  readonly language: Language;
  readonly onDecide: (decision: Decision) => void;
}) {
  const { t } = useTranslation();
  const project = useProject();
  if ('chunks' in difference)
    return (
      <TextView
        title={t(`draft.kind.${difference.kind}`)}
        sides={{ ours: t('draft.ours'), base: t(`draft.bases.${base}`), theirs: t('draft.theirs') }}
        {...{ difference, decision, language, onDecide }}
      />
    );
  const present = 'paragraphIds' in difference ? difference.paragraphIds : [];
  const blocks = 'blocks' in difference ? difference.blocks : [];
  return (
    <>
      <h3>{t(`draft.kind.${difference.kind}`)}</h3>
      <p className="quiet">{t(`draft.hint.${difference.kind}`)}</p>
      {'shapes' in difference && (
        <p>
          {difference.shapes.ours.label} {t(`role.${difference.shapes.ours.role}`)} →{' '}
          {difference.shapes.theirs.label} {t(`role.${difference.shapes.theirs.role}`)}
        </p>
      )}
      {present.map((id) => (
        <p key={id} lang={language} className="draft-text">
          <RichSlice content={findParagraph(project.rows, id)?.paragraph ?? NO_TEXT} />
        </p>
      ))}
      {blocks.map((block, n) => (
        <p key={n} lang={language} className="draft-text">
          <ins>
            <RichSlice content={block} />
          </ins>
        </p>
      ))}
    </>
  );
}
