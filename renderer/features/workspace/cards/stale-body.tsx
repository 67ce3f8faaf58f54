import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../shared/model/language';
import type { Row } from '../../../../shared/model/row';
import { Key } from '../../../controls/key';
import { useMode } from '../../../hooks/use-mode';
import { SinceChecked } from '../../../controls/since-checked';
import { perform } from '../../../session/acts/perform';
import type { Matter } from '../../../session/matters/matter';
import { targetOf } from '../../../session/matters/place-of-matter';
import { hideMatter } from '../../../session/matters/show-matter';
import { edit } from '../../../session/place/navigation';

/** So many characters are shown before and after what changed. */
const AROUND = 40;

/** What changed in other versions since this text was last right, and whether it still is. */
export function StaleBody({
  matter,
  row,
  sources,
  readOnly,
}: {
  readonly matter: Extract<Matter, { kind: 'stale' }>;
  readonly row: Row;
  readonly sources: readonly Language[];
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation();
  const isWritable = useMode() !== 'reading';
  const { language } = matter;
  const last = row.cells[language].paragraphs.at(-1);
  return (
    <>
      {sources.map((source) => (
        <section key={source} data-testid={`changed-${source}`}>
          {sources.length > 1 && <h3>{t(`language.${source}`)}</h3>}
          <SinceChecked row={row} source={source} language={language} around={AROUND} />
        </section>
      ))}
      {!readOnly && (
        <div className="acts">
          <button
            type="button"
            className="button small primary"
            onClick={() => void perform('stillRight', targetOf(matter))}
          >
            {t('stale.stillRight')} <Key act="stillRight" />
          </button>
          {last && isWritable && (
            <button
              type="button"
              className="button small"
              onClick={() => {
                hideMatter();
                edit(row.id, language, last.id, last.text.length);
              }}
            >
              {t(`stale.edit.${language}`)}
            </button>
          )}
          <button type="button" className="button small" onClick={hideMatter}>
            {t('stale.notNow')}
          </button>
        </div>
      )}
    </>
  );
}
