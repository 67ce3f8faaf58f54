import { useTranslation } from 'react-i18next';
import { performHere } from '../../session/acts/perform';
import { setView, type Find } from '../../session/place/view-store';

/** What is to stand in place of what is found. */
export function ReplacementField({
  find,
  replacement,
}: {
  readonly find: Find;
  readonly replacement: string;
}) {
  const { t } = useTranslation();
  return (
    <input
      type="text"
      className="replacement"
      value={replacement}
      placeholder={t('find.replacement')}
      aria-label={t('find.replacement')}
      data-testid="replacement"
      onChange={(event) => setView({ find: { ...find, replacement: event.target.value } })}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        performHere('replaceOne');
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

/** Replaces at the present place, or shows all places first. */
export function ReplaceButtons() {
  const { t } = useTranslation();
  return (
    <div className="find-tools">
      {(['replaceOne', 'replaceAll'] as const).map((act) => (
        <button key={act} type="button" className="button small" onClick={() => performHere(act)}>
          {t(`find.${act}`)}
        </button>
      ))}
    </div>
  );
}
