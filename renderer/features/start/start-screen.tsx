import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { fileOfPath } from '../../../shared/contract/file-of-path';
import { bridge } from '../../session/bridge';
import { openInstead } from '../../session/open-snapshot';
import { settingsStore } from '../../session/settings-store';
import { performHere } from '../../session/acts/perform';
import { formatTime } from '../../../shared/interface/format-time';

/** What a person sees with nothing open: drop files, open what was open before, or try the sample. */
export function StartScreen() {
  const { t } = useTranslation();
  const settings = useStore(settingsStore, (state) => state.settings);
  const openRecent = (path: string) => openInstead(() => bridge.request('project/openRecent', { path }));
  return (
    <main className="start" data-testid="start">
      <div className="start-page">
        <h1>Triptych</h1>
        <p className="start-lead">{t('start.lead')}</p>
        <button type="button" className="drop-zone" onClick={() => performHere('import')}>
          <b>{t('start.drop')}</b>
          <span>{t('start.formats')}</span>
        </button>
        <div className="start-buttons">
          <button type="button" className="button" onClick={() => performHere('paste')}>
            {t('start.paste')}
          </button>
          <button type="button" className="button" onClick={() => performHere('open')}>
            {t('start.open')}
          </button>
          <button
            type="button"
            className="button"
            data-testid="try-sample"
            onClick={() => performHere('openSample')}
          >
            {t('start.sample')}
          </button>
        </div>
        <button type="button" className="link-button" onClick={() => performHere('recover')}>
          {t('act.recover')}
        </button>
        {settings.recent.length > 0 && (
          <section aria-labelledby="recent-head">
            <h2 id="recent-head">{t('start.recent')}</h2>
            <ul className="recent">
              {settings.recent.map(({ path, title, time }) => (
                <li key={path}>
                  <button type="button" title={path} onClick={() => void openRecent(path)}>
                    <b>{title}</b>
                    <small>
                      {formatTime(time, t)} · {fileOfPath(path)}
                    </small>
                  </button>
                  <button
                    type="button"
                    className="forget"
                    aria-label={t('start.forget', { title })}
                    title={t('start.forget', { title })}
                    onClick={() => void bridge.request('project/forgetRecent', { path })}
                  >
                    ✕
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  );
}
