import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface CrashScreenProps {
  readonly onRestart: () => void;
  readonly onCopyDiagnostics: () => Promise<unknown>;
}

/** What is shown in place of a window that cannot be shown. */
export function CrashScreen({ onRestart, onCopyDiagnostics }: CrashScreenProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <main className="crash" data-testid="crash">
      <div role="alert">
        <h1>{t('crash.title')}</h1>
        <p>{t('crash.kept')}</p>
      </div>
      <p className="crash-acts">
        <button type="button" className="button primary" autoFocus onClick={onRestart}>
          {t('crash.restart')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void onCopyDiagnostics().then(() => setCopied(true))}
        >
          {t('act.copyDiagnostics')}
        </button>
      </p>
      <p role="status">{copied ? t('news.diagnosticsCopied') : ''}</p>
    </main>
  );
}
