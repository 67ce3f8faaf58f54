import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Language } from '../../../../shared/model/language';
import type { Span } from '../../../../shared/text/sentences';
import { formatNumber } from '../../../../shared/interface/format-number';
import { send } from '../../../session/project/project-store';
import { settingsStore } from '../../../session/settings/settings-store';
import { splitPlace } from '../../../session/paint/stretch';

/** Which stretch of a very long paragraph is shown, the ways to the others, and the way to make paragraphs of it. */
export function StretchBar({
  paragraphId,
  text,
  language,
  stretch,
  before,
  readOnly,
  onGo,
}: {
  readonly paragraphId: string;
  /** The text that is shown, be it the present one or what it was. */
  readonly text: string;
  readonly language: Language;
  readonly stretch: Span;
  /** From where on what comes before it is shown, a UTF-16 offset. */
  readonly before: number;
  readonly readOnly: boolean;
  /** Hears from where on to show it, a UTF-16 offset. */
  readonly onGo: (from: number) => void;
}) {
  const { t } = useTranslation();
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  const { start, end } = stretch;
  const number = (value: number) => formatNumber(value, uiLanguage);
  const split = () => {
    const offset = splitPlace(text, stretch, language);
    const newId = crypto.randomUUID();
    void send({ type: 'splitParagraph', paragraphId, offset, newId });
  };
  return (
    <div className="stretch" lang={uiLanguage} data-testid="stretch">
      <button type="button" className="button small" disabled={start === 0} onClick={() => onGo(before)}>
        ↑ {t('cell.earlier')}
      </button>
      <span>{t('cell.stretch', { from: number(start + 1), to: number(end), of: number(text.length) })}</span>
      <button type="button" className="button small" disabled={end === text.length} onClick={() => onGo(end)}>
        ↓ {t('cell.later')}
      </button>
      {!readOnly && end < text.length && (
        <button type="button" className="button small" title={t('cell.splitAfterHint')} onClick={split}>
          {t('cell.splitAfter')}
        </button>
      )}
    </div>
  );
}
