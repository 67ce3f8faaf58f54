import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { fileOfPath, folderOfPath } from '../../../shared/contract/file-of-path';
import type { Settings } from '../../../shared/contract/settings';
import { bridge } from '../../session/bridge';
import { showNews } from '../../session/notices/notice-store';
import { openInstead } from '../../session/project/open-snapshot';
import { settingsStore } from '../../session/settings/settings-store';
import { performHere } from '../../session/acts/perform';
import { formatTime } from '../../../shared/interface/format-time';

/** What a person sees with nothing open: drop files, open what was open before, or try the sample. */
export function StartScreen() {
  const { t } = useTranslation();
  const settings = useStore(settingsStore, (state) => state.settings);
  const { missing, look } = useMissing(settings.recent);
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
              {settings.recent.map((recent) => (
                <RecentProject
                  key={recent.path}
                  recent={recent}
                  isMissing={missing.includes(recent.path)}
                  onRefused={look}
                />
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  );
}

type Recent = Settings['recent'][number];

/** The recent projects whose file is not where it was. */
function useMissing(recent: readonly Recent[]): {
  readonly missing: readonly string[];
  readonly look: () => void;
} {
  const [missing, setMissing] = useState<readonly string[]>([]);
  const look = useCallback(() => {
    void bridge.request('project/missingRecent', null).then(setMissing);
  }, []);
  useEffect(() => {
    look();
    // Whoever comes back may have moved a file meanwhile.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [recent, look]);
  return { missing, look };
}

/** A project that was open before: where it lies, when it was opened, and how far it has come. */
function RecentProject({
  recent,
  isMissing,
  onRefused,
}: {
  readonly recent: Recent;
  readonly isMissing: boolean;
  readonly onRefused: () => void;
}) {
  const { t } = useTranslation();
  const { path, title, time, progress } = recent;
  const open = async () => {
    if (isMissing) return showNews('start.missingHint', { path });
    const opened = await openInstead(() => bridge.request('project/openRecent', { path }));
    if (!opened) onRefused();
  };
  const share = progress && progress.rows > 0 ? progress.agreed / progress.rows : 0;
  return (
    <li className={isMissing ? 'missing' : undefined}>
      <button type="button" title={path} onClick={() => void open()}>
        <b>{title}</b>
        {isMissing ? (
          <small className="gone">{t('start.missing')}</small>
        ) : (
          progress && (
            <span className="progress">
              <span className="bar" aria-hidden="true">
                <i style={{ width: `${share * 100}%` }} />
              </span>
              {t('start.progress', { count: progress.agreed, of: progress.rows })}
            </span>
          )
        )}
        <small className="when">{formatTime(time, t)}</small>
        <small className="where">
          {fileOfPath(path)} · {folderOfPath(path)}
        </small>
      </button>
      <button
        type="button"
        className="forget"
        aria-label={t('start.forget', { title })}
        title={t('start.forget', { title })}
        onClick={() => void bridge.request('project/forgetRecent', { path })}
      >
        {isMissing ? t('start.remove') : '✕'}
      </button>
    </li>
  );
}
