import type { Language } from '../../../shared/model/language';
import type { Piece } from '../../../shared/report/excerpt';
import type { ReportedFlag, ReportedText } from '../../../shared/report/reported-flag';
import { countAll, type ReportedFinding, type ReviewReport } from '../../../shared/report/review-report';
import { GRAVEST_FIRST, type ReportWords } from './report-words';
import { uncheckedLines } from './unchecked-lines';

/** A report's lists as spreadsheets want them; rows are as long as there are columns. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
}

/** What stands in a cell; null in an empty one. */
export type Value = string | number | Date | null;

interface Column {
  readonly name: string;
  /** In characters. */
  readonly width: number;
}

/** Every flag, with the texts of the versions at its place, flagged words in ⟦brackets⟧. */
export function flagSheet(report: ReviewReport, words: ReportWords): Sheet {
  const { t } = words;
  const languages = report.versions.map(({ language }) => language);
  return {
    name: t('report.flags'),
    columns: [
      { name: t('report.number'), width: 6 },
      { name: t('report.row'), width: 8 },
      { name: t('report.in'), width: 16 },
      { name: t('report.category'), width: 24 },
      { name: t('report.severity'), width: 14 },
      { name: t('csv.status'), width: 12 },
      { name: t('csv.assignee'), width: 18 },
      { name: t('csv.note'), width: 40 },
      ...perVersion(languages, words),
      { name: t('csv.author'), width: 18 },
      { name: t('csv.time'), width: 18 },
      { name: t('csv.thread'), width: 40 },
    ],
    rows: report.flags.map((flag) => flagRow(flag, words)),
  };
}

function flagRow(flag: ReportedFlag, words: ReportWords): readonly Value[] {
  const { number, category, severity, status, note, texts, author, time, thread, assignee } = flag;
  return [
    number,
    words.rowsOf(flag),
    words.languagesOf(flag),
    words.nameOf(category),
    words.severity(severity),
    words.t(`flagStatus.${status}`),
    assignee,
    note,
    ...texts.map((text) => tellText(text, words)),
    ...texts.map(({ changes }) =>
      changes
        .map((change) => change.flatMap(({ kind, text }) => (kind === 'deleted' ? [] : [text])).join(''))
        .map((text) => text || words.t('flag.fixDelete'))
        .join('\n'),
    ),
    author,
    new Date(time),
    thread.map((reply) => `${reply.author}: ${reply.text}`).join('\n'),
  ];
}

function tellText({ paragraphs, missing, gone }: ReportedText, words: ReportWords): string {
  return [
    ...paragraphs.map((pieces) => pieces.map(tellPiece).join('')),
    ...(missing ? [`⟦${words.t('flag.missingParagraph')}⟧`] : []),
    ...gone.map((quote) => `${words.t('report.gone')}: ${quote}`),
  ].join('\n');
}

function tellPiece({ kind, text }: Piece): string {
  if (kind === 'cut') return ' […] ';
  return kind === 'flagged' ? `⟦${text}⟧` : text;
}

/** What the checks found; first of all what could not be checked. */
export function findingSheet(report: ReviewReport, words: ReportWords): Sheet {
  const { t } = words;
  const languages = report.versions.map(({ language }) => language);
  return {
    name: t('report.sheetFindings'),
    columns: [
      { name: t('report.row'), width: 8 },
      { name: t('report.kindFinding'), width: 24 },
      { name: t('report.severity'), width: 14 },
      { name: t('report.found'), width: 60 },
      ...perVersion(languages, words),
    ],
    rows: [
      ...uncheckedLines(report, t).map((line) => [
        ...[null, t('report.kindUnchecked'), null, line],
        ...languages.flatMap(() => [null, null]),
      ]),
      ...(report.findings ?? []).flatMap(({ findings }) =>
        findings.map(({ finding, row, quotes }) => [
          row + 1,
          t(`check.${finding.check}.name`),
          words.severity(finding.severity),
          words.finding(finding),
          ...languages.map((language) => join(quotes, language)),
          ...languages.map((language) => join(finding.fixes, language)),
        ]),
      ),
    ],
  };
}

/** Errors of each version by category and severity, and its scores. */
export function scoreSheet({ versions }: ReviewReport, words: ReportWords): Sheet {
  const { t } = words;
  const cards = versions.flatMap(({ score }) => (score ? [score] : []));
  return {
    name: t('report.sheetScores'),
    columns: [
      { name: t('report.version'), width: 14 },
      { name: t('report.figure'), width: 34 },
      ...GRAVEST_FIRST.map((severity) => ({ name: words.severity(severity), width: 14 })),
      { name: t('report.total'), width: 10 },
      { name: t('report.penalty'), width: 16 },
      { name: t('report.delivered'), width: 26 },
      { name: t('report.now'), width: 26 },
    ],
    rows: cards.flatMap((card) => {
      const version = words.languageName(card.language);
      const none = GRAVEST_FIRST.map(() => null);
      return [
        ...card.delivered.categories.map(({ category, counts, penalty }) => [
          version,
          words.nameOf(category),
          ...GRAVEST_FIRST.map((severity) => counts[severity]),
          countAll(counts),
          penalty,
          null,
          null,
        ]),
        [version, t('report.words'), ...none, null, null, card.words, card.words],
        ...words
          .figures(card)
          .map(({ name, delivered, now }) => [version, name, ...none, null, null, delivered, now]),
      ];
    }),
  };
}

/** Flags and findings in one table, for a format that has only one: the first column tells them apart. */
export function wholeSheet(report: ReviewReport, words: ReportWords): Sheet {
  const { t } = words;
  const flags = flagSheet(report, words);
  const findings = (report.findings ?? []).flatMap((each) => each.findings);
  const note = flags.columns.findIndex(({ name }) => name === t('csv.note'));
  return {
    ...flags,
    columns: [{ name: t('report.kind'), width: 12 }, ...flags.columns],
    rows: [
      ...uncheckedLines(report, t).map((line) => [
        t('report.kindUnchecked'),
        ...flags.columns.map((_, i) => (i === note ? line : null)),
      ]),
      ...flags.rows.map((row) => [t('report.kindFlag'), ...row]),
      ...findings.map((finding) => [t('report.kindFinding'), ...findingAsFlag(finding, report, words)]),
    ],
  };
}

function findingAsFlag(
  { finding, row, quotes }: ReportedFinding,
  { versions }: ReviewReport,
  words: ReportWords,
): readonly Value[] {
  const languages = versions.map(({ language }) => language);
  const touched = languages.filter((language) => quotes.some((quote) => quote.language === language));
  return [
    null,
    row + 1,
    touched.map((language) => words.languageName(language)).join(', '),
    words.t(`check.${finding.check}.name`),
    words.severity(finding.severity),
    null,
    null,
    words.finding(finding),
    ...languages.map((language) => join(quotes, language)),
    ...languages.map((language) => join(finding.fixes, language)),
    null,
    null,
    null,
  ];
}

function perVersion(languages: readonly Language[], words: ReportWords): readonly Column[] {
  const named = (key: 'report.textIn' | 'report.suggestedIn') =>
    languages.map((language) => ({
      name: words.t(key, { language: words.languageName(language) }),
      width: 44,
    }));
  return [...named('report.textIn'), ...named('report.suggestedIn')];
}

function join(
  texts: readonly { readonly language: Language; readonly text: string }[],
  language: Language,
): string {
  return texts.flatMap((each) => (each.language === language ? [each.text] : [])).join('\n');
}
