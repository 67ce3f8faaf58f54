import { useTranslation } from 'react-i18next';
import { MODES, type Mode } from '../../shared/contract/settings';
import { useMode } from '../hooks/use-mode';
import { useReadOnly } from '../hooks/use-project';
import type { ActId } from '../session/acts/all-acts';
import { performHere } from '../session/acts/perform';

const ACT_OF: Readonly<Record<Mode, ActId>> = {
  editing: 'modeEditing',
  suggesting: 'modeSuggesting',
  reading: 'modeReading',
};

const SIGNS: Readonly<Record<Mode, string>> = { editing: '⌶', suggesting: '✎', reading: '▭' };

/** The three ways to work with the texts: writing in them, suggesting, or only reading. */
export function ModeSwitch() {
  const { t } = useTranslation();
  const mode = useMode();
  const readOnly = useReadOnly();
  return (
    <div role="group" aria-label={t('mode.label')} className="switch mode-switch" data-testid="mode">
      {MODES.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === mode}
          disabled={readOnly && each !== mode}
          title={t(`mode.hint.${each}`)}
          data-mode={each}
          // Who is writing goes on writing: a press would otherwise take the focus from the text.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => each !== mode && performHere(ACT_OF[each])}
        >
          <span aria-hidden="true">{SIGNS[each]}</span> <span className="name">{t(`mode.${each}`)}</span>
        </button>
      ))}
    </div>
  );
}
