import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { LANGUAGES } from '../../../shared/model/language';
import { formatPoints } from '../../../shared/mqm/figures';
import { passingPenalty, scoreVersion } from '../../../shared/mqm/score';
import { useProject } from '../../hooks/use-project';
import { settingsStore } from '../../session/settings/settings-store';
import { useReviewingBlind, useShownFlags } from '../../hooks/use-shown-flags';
import { typologyStore } from '../../session/settings/typology-store';
import { Dialog } from '../../ui/dialog';
import { AgreementTable } from './agreement-table';
import { performHere } from '../../session/acts/perform';
import { ScoreCard } from './score-card';

/** How good each version is by the errors flagged in it, and how that is reckoned. */
export function ScoreDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { rows, review } = useProject();
  const flags = useShownFlags();
  const blind = useReviewingBlind();
  const { typology } = useStore(typologyStore);
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  const { passMark, scale, penalties } = typology;
  return (
    <Dialog
      title={t('score.title')}
      className="score"
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={() => performHere('typology')}>
            {t('act.typology')}
          </button>
          <span className="grow" />
          <button type="button" className="button primary" onClick={onClose}>
            {t('button.close')}
          </button>
        </>
      }
    >
      <div className="score-cards">
        {LANGUAGES.map((language) => (
          <ScoreCard key={language} card={scoreVersion({ rows, flags, review }, language, typology)} />
        ))}
      </div>
      {blind ? <p role="note">{t('blind.scoreOwn')}</p> : <AgreementTable rows={rows} flags={flags} />}
      <p className="quiet formula">
        {t('score.formula', {
          minor: formatPoints(penalties.minor, uiLanguage),
          major: formatPoints(penalties.major, uiLanguage),
          critical: formatPoints(penalties.critical, uiLanguage),
          scale: formatPoints(scale, uiLanguage),
          passMark: formatPoints(passMark, uiLanguage),
          points: formatPoints(passingPenalty(typology), uiLanguage),
        })}
      </p>
    </Dialog>
  );
}
