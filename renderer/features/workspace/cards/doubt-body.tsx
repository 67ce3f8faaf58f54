import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../shared/model/language';
import type { Row } from '../../../../shared/model/row';
import { ActButton } from '../../../controls/act-button';
import { Key } from '../../../controls/key';
import { perform } from '../../../session/acts/perform';
import type { Matter } from '../../../session/matters/matter';
import { targetOf } from '../../../session/matters/place-of-matter';
import { hideMatter } from '../../../session/matters/show-matter';

/** What puts right a row whose texts do not say the same. */
const MENDING = ['mergeRows', 'splitRow', 'moveUp', 'moveDown'] as const;

/** Why it is in doubt that the texts of a row say the same, and what a person can do about it. */
export function DoubtBody({
  matter,
  row,
  languages,
  readOnly,
}: {
  readonly matter: Extract<Matter, { kind: 'alignment' }>;
  readonly row: Row;
  /** The versions the article has. */
  readonly languages: readonly Language[];
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation();
  const missing = languages.filter((language) => row.cells[language].paragraphs.length === 0);
  const target = targetOf(matter);
  return (
    <>
      <p>
        {missing.length > 0
          ? t('doubt.gap', { languages: missing.map((each) => t(`language.${each}`)).join(', ') })
          : t('doubt.unsure', { percent: Math.round(row.confidence * 100) })}
      </p>
      {!readOnly && (
        <>
          <p className="quiet">{t(missing.length > 0 ? 'doubt.doAboutGap' : 'doubt.do')}</p>
          <div className="acts">
            <button
              type="button"
              className="button small primary"
              data-testid="confirm-doubted"
              onClick={() => void perform('confirmRow', target)}
            >
              {t('doubt.confirm')} <Key act="confirmRow" />
            </button>
            {MENDING.map((act) => (
              <ActButton key={act} act={act} target={target}>
                {t(`inspector.do.${act}`)}
              </ActButton>
            ))}
            <button type="button" className="button small" onClick={hideMatter}>
              {t('stale.notNow')}
            </button>
          </div>
        </>
      )}
    </>
  );
}
