import { useTranslation } from 'react-i18next';
import { performHere } from '../session/acts/perform';
import { useReviewingBlind } from '../hooks/use-shown-flags';

/** Says that the flags of others are hidden, as long as they are. */
export function BlindReviewBar() {
  const { t } = useTranslation();
  if (!useReviewingBlind()) return null;
  return (
    <div className="blind-bar" role="status" data-testid="blind-bar">
      <span>◑ {t('blind.running')}</span>
      <button type="button" className="button small" onClick={() => performHere('blindReview')}>
        {t('blind.finishAsk')}
      </button>
    </div>
  );
}
