import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../shared/model/language';
import type { Row } from '../../../../shared/model/row';
import { staleSources } from '../../../../shared/reconcile/stale';
import { Key } from '../../../controls/key';
import type { ActId } from '../../../session/acts/all-acts';
import { perform } from '../../../session/acts/perform';
import { targetAt } from '../../../session/place/target';
import { Shape } from '../../../ui/shape';
import { staleLine } from '../cards/matter-line';

/** What a cell asks of the editor: suggestions to decide, another version to follow; and differences on purpose. */
export function ReviewMarks({
  row,
  language,
  chosen,
  readOnly,
}: {
  readonly row: Row;
  readonly language: Language;
  readonly chosen: boolean;
  readonly readOnly: boolean;
}) {
  const { t, i18n } = useTranslation();
  const { paragraphs } = row.cells[language];
  const pending = paragraphs.filter((paragraph) => paragraph.pending);
  const adapted = paragraphs.find((paragraph) => paragraph.adapted)?.adapted;
  const sources = staleSources(row, language);
  if (pending.length === 0 && !adapted && sources.length === 0) return null;
  // All of the cell, whichever of its texts a person is in.
  const target = targetAt({ rowId: row.id, language, paragraphId: null });
  const decide = (act: ActId) => void perform(act, target);
  return (
    <div className="review-marks" lang={i18n.language}>
      {pending.length > 0 && (
        <span className="review-mark suggestion" data-testid="suggested">
          <span>
            <Shape name="suggestion" /> {t('suggestion.waits')}
          </span>
          {chosen && !readOnly && (
            <>
              <button type="button" className="button small" onClick={() => decide('acceptSuggestions')}>
                ✓ {t('suggestion.accept')} <Key act="acceptSuggestions" />
              </button>
              <button type="button" className="button small" onClick={() => decide('rejectSuggestions')}>
                ✕ {t('suggestion.reject')} <Key act="rejectSuggestions" />
              </button>
            </>
          )}
        </span>
      )}
      {sources.length > 0 && (
        // A click opens its card, as on any other mark.
        <button type="button" className="review-mark stale" data-stale={language} data-testid="stale">
          <Shape name="stale" /> {staleLine(sources, t)}
        </button>
      )}
      {adapted && (
        <span className="review-mark adapted" data-testid="adapted" title={adapted.author}>
          ≠ {t('adapted.mark', { reason: adapted.reason })}
        </span>
      )}
    </div>
  );
}
