import type { TFunction } from 'i18next';
import type { InterfaceLanguage } from '../../shared/interface/languages';
import { fail, ok, type Result } from '../../shared/model/failure';
import { SEVERITIES } from '../../shared/model/flag';
import { LANGUAGES, perLanguage } from '../../shared/model/language';
import { formatPoints, formatScore } from '../../shared/mqm/figures';
import { FEWEST_WORDS, scoreVersion, verdictOf, type Score, type Scorecard } from '../../shared/mqm/score';
import { CORE_TYPOLOGY, type Typology } from '../../shared/mqm/typology';
import { openProjectFile } from '../project/project-file';
import { categoryNames } from '../export/category-names';
import { readTypologyFile } from '../exchange/typology-file';
import type { ScoreRequest } from './request';

/** Tells how good each version is by the errors flagged in it. */
export function tellScore(request: ScoreRequest, t: TFunction, language: InterfaceLanguage): Result<string> {
  const typology = request.typology === null ? ok(CORE_TYPOLOGY) : loadTypology(request.typology);
  if (!typology.ok) return typology;
  const opened = openProjectFile(request.project, { readOnly: true });
  if (!opened.ok) return opened;
  const project = opened.value.project();
  opened.value.close();
  const cards = LANGUAGES.map((each) => scoreVersion(project, each, typology.value)).filter(
    ({ words }) => words > 0,
  );
  if (!request.json)
    return ok(cards.flatMap((card) => cardLines(card, typology.value, t, language)).join('\n'));
  const { penalties, passMark, scale } = typology.value;
  const versions = perLanguage((each) => cards.find((card) => card.language === each) ?? null);
  return ok(JSON.stringify({ title: project.title, typology: { penalties, passMark, scale }, versions }));
}

/** A typology a script names has to be right in every part: nobody is there to be told of the rest. */
export function loadTypology(path: string): Result<Typology> {
  const read = readTypologyFile(path);
  if (!read.ok) return read;
  const { typology, damaged } = read.value;
  return damaged.length === 0 ? ok(typology) : fail('typologyDamaged', { path, places: damaged.join(', ') });
}

function cardLines(
  { language, words, tooShort, delivered, now }: Scorecard,
  typology: Typology,
  t: TFunction,
  uiLanguage: InterfaceLanguage,
): readonly string[] {
  const nameOf = categoryNames(typology, uiLanguage, t);
  const scored = (score: Score) => ({
    score: formatScore(score.calibrated, uiLanguage),
    raw: formatScore(score.raw, uiLanguage),
    penalty: formatPoints(score.penalty, uiLanguage),
    perThousand: formatPoints(score.perThousand ?? 0, uiLanguage),
    verdict: t(`score.verdict.${verdictOf(score)}`),
  });
  const head = t('cli.line.scored', { language: t(`language.${language}`), words });
  if (verdictOf(now) === 'notReviewed') return [head, `  ${t('score.notReviewed')}`];
  return [
    head,
    ...delivered.categories.map(({ category, counts }) => {
      const found = SEVERITIES.filter((severity) => counts[severity] > 0);
      const told = found.map((severity) => `${t(`severity.${severity}`)}: ${counts[severity]}`).join(', ');
      return `  ${nameOf(category)} (${told})`;
    }),
    `  ${t('cli.line.scoreDelivered', scored(delivered))}`,
    `  ${t('cli.line.scoreNow', scored(now))}`,
    ...(tooShort ? [`  ${t('score.tooShort', { words: FEWEST_WORDS })}`] : []),
  ];
}
