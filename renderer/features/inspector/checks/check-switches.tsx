import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { findingsStore } from '../../../session/matters/findings-store';
import { changeSettings, settingsStore } from '../../../session/settings/settings-store';

/** All checks with what they look for, each to be switched off and on. */
export function CheckSwitches() {
  const { t } = useTranslation();
  const checks = useStore(findingsStore, (state) => state.checks);
  const off = useStore(settingsStore, (state) => state.settings.checksOff);
  const on = checks.filter(({ id }) => !off.includes(id)).length;
  return (
    <details className="check-more" data-testid="check-switches">
      <summary>{t('finding.which', { on, of: checks.length })}</summary>
      <ul className="check-switches">
        {checks.map(({ id }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={!off.includes(id)}
                aria-describedby={`explain-${id}`}
                data-testid={`check-on-${id}`}
                onChange={({ target }) => {
                  const others = off.filter((each) => each !== id);
                  changeSettings({ checksOff: target.checked ? others : [...others, id] });
                }}
              />
              <b>{t(`check.${id}.name`)}</b>
            </label>
            <small id={`explain-${id}`}>{t(`check.${id}.explanation`)}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
