import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useMode } from '../hooks/use-mode';
import { performHere } from '../session/acts/perform';
import { leaveText, viewStore } from '../session/place/view-store';

/** Says what keys mean at this moment, letters of the text or acts on its row, and leads from one to the other. */
export function KeysOn() {
  const { t } = useTranslation();
  const isText = useStore(viewStore, (state) => state.editing !== null);
  const isReading = useMode() === 'reading';
  return (
    <span className="keys-on" data-testid="keys-on">
      <span id="keys-on">{t('keysOn.label')}</span>
      <span role="group" aria-labelledby="keys-on" className="switch">
        <button
          type="button"
          aria-pressed={isText}
          disabled={isReading}
          title={isText ? t('keysOn.onText') : t(isReading ? 'why.reading' : 'keysOn.toText')}
          // What keys act on has the focus, not this button.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => !isText && performHere('editCell')}
        >
          {t('keysOn.text')}
        </button>
        <button
          type="button"
          aria-pressed={!isText}
          title={t(isText ? 'keysOn.toRow' : 'keysOn.onRow')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={leaveText}
        >
          {t('keysOn.row')}
        </button>
      </span>
    </span>
  );
}
