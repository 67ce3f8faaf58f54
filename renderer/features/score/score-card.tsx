import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { SEVERITIES } from '../../../shared/model/flag';
import { formatPoints, formatScore } from '../../../shared/mqm/figures';
import {
  FEWEST_WORDS,
  verdictOf,
  type ErrorTally,
  type Score,
  type Scorecard,
} from '../../../shared/mqm/score';
import { formatNumber } from '../../../shared/interface/format-number';
import { settingsStore } from '../../session/settings/settings-store';
import { useCategoryName } from '../../hooks/use-category-name';

/** One version: its score and whether it passes, then the errors by dimension and severity. */
export function ScoreCard({ card }: { readonly card: Scorecard }) {
  const { t } = useTranslation();
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  const { language, words, tooShort, delivered, now } = card;
  return (
    <section className="card score-card" data-testid={`score-${language}`}>
      <header>
        <h3>{t(`language.${language}`)}</h3>
        <span>{t('column.words', { count: words, words: formatNumber(words, uiLanguage) })}</span>
      </header>
      {words === 0 ? (
        <p className="quiet">{t('score.noText')}</p>
      ) : now.passes === null ? (
        <p className="quiet">○ {t('score.notReviewed')}</p>
      ) : (
        <>
          <ScoreLine label={t('score.delivered')} hint={t('score.deliveredHint')} score={delivered} />
          <ScoreLine label={t('score.now')} hint={t('score.nowHint')} score={now} />
          {tooShort && (
            <p className="too-short" role="note">
              ⚠ {t('score.tooShort', { words: FEWEST_WORDS })}
            </p>
          )}
          <ErrorTable tallies={delivered.dimensions} whole={delivered} />
        </>
      )}
    </section>
  );
}

function ScoreLine({
  label,
  hint,
  score,
}: {
  readonly label: string;
  readonly hint: string;
  readonly score: Score;
}) {
  const { t } = useTranslation();
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  const verdict = verdictOf(score);
  return (
    <div className="score-line" title={hint}>
      <span>{label}</span>
      <b>{formatScore(score.calibrated, uiLanguage)}</b>
      <span className={`verdict ${verdict}`}>
        {score.passes ? '✓' : '✗'} {t(`score.verdict.${verdict}`)}
      </span>
      <small>
        {t('score.figures', {
          penalty: formatPoints(score.penalty, uiLanguage),
          perThousand: formatPoints(score.perThousand ?? 0, uiLanguage),
          raw: formatScore(score.raw, uiLanguage),
        })}
      </small>
    </div>
  );
}

/** Errors as delivered. Dimensions without any are left out: what is there is what a person looks for. */
function ErrorTable({ tallies, whole }: { readonly tallies: readonly ErrorTally[]; readonly whole: Score }) {
  const { t } = useTranslation();
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  const nameOf = useCategoryName();
  const found = tallies.filter(({ counts }) => SEVERITIES.some((severity) => counts[severity] > 0));
  if (found.length === 0) return <p className="quiet">{t('score.noErrors')}</p>;
  const lines = [
    ...found.map((tally) => ({ ...tally, name: nameOf(tally.category) })),
    { ...whole, category: '', name: t('score.all') },
  ];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('score.dimension')}</th>
          {SEVERITIES.map((severity) => (
            <th key={severity} scope="col" title={t(`severity.${severity}`)}>
              {t(`score.short.${severity}`)}
            </th>
          ))}
          <th scope="col">{t('score.points')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ category, name, counts, penalty }) => (
          <tr key={category} className={category === '' ? 'all' : ''}>
            <th scope="row">{name}</th>
            {SEVERITIES.map((severity) => (
              <td key={severity}>{counts[severity] || '·'}</td>
            ))}
            <td>{formatPoints(penalty, uiLanguage)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
