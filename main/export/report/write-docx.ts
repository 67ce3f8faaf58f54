import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  type Table,
  TextRun,
  type IRunOptions,
} from 'docx';
import { FLAG_STATUSES, type Severity } from '../../../shared/model/flag';
import type { Language } from '../../../shared/model/language';
import { FEWEST_WORDS, type Scorecard } from '../../../shared/mqm/score';
import type { Piece } from '../../../shared/report/excerpt';
import { flagStretches } from '../../../shared/report/flag-stretches';
import type { ChangePiece, ReportedFlag, ReportedText } from '../../../shared/report/reported-flag';
import {
  countAll,
  type ReportedFinding,
  type ReportedVersion,
  type ReviewReport,
} from '../../../shared/report/review-report';
import { makeStyles } from '../docx/styles';
import { DocxPieces, PAGE, SEVERITY_COLOURS, SMALL, SOFT, type CellContent } from './docx-pieces';
import { inertText } from './inert-text';
import { GRAVEST_FIRST, SEVERITY_SIGNS, type ReportWords } from './report-words';
import { shownQuotes } from './shown-quotes';
import { uncheckedLines } from './unchecked-lines';
import { MOST_IN_WORD, whatWordHolds, type WhatWordHolds } from './what-word-holds';

const VERDICT_COLOURS = { '✓': '14632f', '✗': SEVERITY_COLOURS.critical.ink, '○': SOFT } as const;

/** The stretches along the article that flags are counted in. */
const STRETCHES = 12;

/** Writes a report for Word and LibreOffice; the charts are tables whose cells are shaded where there is something. */
export async function writeReportDocx(report: ReviewReport, words: ReportWords): Promise<Uint8Array> {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: SMALL });
  const file = new Document({
    creator: 'Triptych',
    lastModifiedBy: 'Triptych',
    title: inertText(report.title),
    styles: makeStyles(words.language),
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        footers: {
          default: new Footer({
            children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })],
          }),
        },
        children: [...new DocxWriter(report, words).write()],
      },
    ],
  });
  return Packer.toBuffer(file);
}

class DocxWriter extends DocxPieces {
  private readonly held: WhatWordHolds;

  constructor(
    private readonly report: ReviewReport,
    words: ReportWords,
  ) {
    super(words);
    this.held = whatWordHolds(report);
  }

  write(): readonly (Paragraph | Table)[] {
    const { t } = this.words;
    return [
      this.line([this.run(t('report.kicker'), { color: SOFT, bold: true })]),
      new Paragraph({ heading: HeadingLevel.TITLE, children: [this.run(this.report.title)] }),
      ...this.about(),
      this.heading(t('report.overview'), HeadingLevel.HEADING_1),
      ...(this.report.versions.length > 0
        ? this.overview()
        : [this.line([this.run(t('report.noVersions'))])]),
      ...this.flags(),
      ...this.findings(),
      ...this.quality(),
      this.line([this.run(t('report.madeWith'), { color: SOFT, size: SMALL })], { before: 300 }),
    ];
  }

  private about(): readonly Paragraph[] {
    const { t } = this.words;
    const { time, author, reviewers } = this.report;
    const facts: readonly (readonly [string, string])[] = [
      [t('report.made'), this.words.moment(time)],
      ...(author === null ? [] : [[t('report.by'), author] as const]),
      ...(reviewers.length === 0 ? [] : [[t('report.reviewers'), reviewers.join(', ')] as const]),
    ];
    return facts.map(([name, value]) => this.line([this.run(`${name}: `, { color: SOFT }), this.run(value)]));
  }

  private overview(): readonly (Paragraph | Table)[] {
    const { words } = this;
    const { t } = words;
    const { versions } = this.report;
    const line = (name: string, tell: (version: ReportedVersion) => readonly Paragraph[]): CellContent[] => [
      this.cell(name, { color: SOFT }),
      ...versions.map((version) => ({ children: tell(version) })),
    ];
    const plain = (text: string, look: IRunOptions = {}) => [this.cellLine([this.run(text, look)])];
    const score = ({ now, tooShort }: Scorecard) => [
      this.cellLine([this.run(words.score(now), { bold: true, size: 36 })]),
      this.cellLine([
        this.run(`${words.verdictSign(now)} ${words.verdict(now)}`, {
          bold: true,
          color: VERDICT_COLOURS[words.verdictSign(now)],
        }),
      ]),
      ...(tooShort ? plain(t('score.tooShort', { words: FEWEST_WORDS }), { italics: true }) : []),
    ];
    const scored = versions.some((version) => version.score);
    return this.table(
      [1.1, ...versions.map(() => 1)],
      ['', ...versions.map(({ language }) => words.languageName(language))],
      [
        ...(scored
          ? [
              line(t('report.scoreNow'), (version) => (version.score ? score(version.score) : [])),
              line(t('report.scoreDelivered'), (version) =>
                version.score
                  ? plain(
                      `${words.score(version.score.delivered)} · ${words.verdict(version.score.delivered)}`,
                    )
                  : [],
              ),
            ]
          : []),
        line(t('report.openFlags'), (version) => plain(words.openFlags(version))),
        line(t('report.words'), (version) => plain(words.number(version.words))),
        line(t('report.status'), (version) => plain(words.statuses(version))),
        line(t('report.missing'), ({ missing }) => plain(words.number(missing))),
        line(t('report.signedOff'), (version) => plain(words.signOff(version))),
        line(t('report.file'), ({ fileName }) => plain(fileName ?? '—')),
      ],
    );
  }

  private flags(): readonly (Paragraph | Table)[] {
    const { words } = this;
    const { t } = words;
    const { flags, leftOut, dimensions } = this.report;
    const soft = (text: string) => this.line([this.run(text, { color: SOFT })]);
    const left = [
      ...(leftOut > 0 ? [soft(t('report.leftOut', { count: leftOut }))] : []),
      ...(flags.length > MOST_IN_WORD
        ? [
            soft(
              t('report.firstFlags', { first: words.number(MOST_IN_WORD), all: words.number(flags.length) }),
            ),
          ]
        : []),
    ];
    const heading = this.heading(t('report.flags'), HeadingLevel.HEADING_1);
    if (flags.length === 0)
      return [
        heading,
        this.line([this.run(t(leftOut > 0 ? 'report.noOpenFlags' : 'report.noFlags'))]),
        ...left,
      ];
    const groups = FLAG_STATUSES.flatMap((status) => {
      const group = flags.filter((flag) => flag.status === status);
      if (group.length === 0) return [];
      const title = t(`report.group.${status}`, { count: group.length });
      const held = this.held.flags.filter((flag) => flag.status === status);
      return [this.heading(title, HeadingLevel.HEADING_2), ...held.flatMap((flag) => this.flag(flag))];
    });
    return [heading, ...(dimensions.length > 0 ? this.charts() : []), ...left, ...groups];
  }

  private charts(): readonly (Paragraph | Table)[] {
    const { words } = this;
    const { t } = words;
    const { dimensions, versions, flags, rows } = this.report;
    const stretches = flagStretches(flags, rows, STRETCHES);
    return [
      this.heading(t('report.categories'), HeadingLevel.HEADING_2),
      ...this.table(
        [2.2, 1, 1, 1, 1, 0.7],
        [t('report.category'), ...GRAVEST_FIRST.map((each) => this.severity(each)), t('report.total')],
        dimensions.map(({ dimension, counts }) => [
          this.cell(words.nameOf(dimension)),
          ...GRAVEST_FIRST.map((severity) => this.count(counts[severity], severity)),
          this.cell(String(countAll(counts)), { bold: true }, { end: true }),
        ]),
      ),
      this.heading(t('report.places'), HeadingLevel.HEADING_2),
      ...this.table(
        [1.4, ...versions.map(() => 1)],
        [t('report.rows'), ...versions.map(({ language }) => words.languageName(language))],
        stretches.map(({ from, to, flags: within }) => [
          this.cell(
            from === to
              ? t('report.rowNumber', { row: from + 1 })
              : t('report.stretch', { from: from + 1, to: to + 1 }),
          ),
          ...versions.map(({ language }) => this.strip(within[language])),
        ]),
      ),
    ];
  }

  /** Flags of one stretch and version as their signs, shaded as the gravest. */
  private strip(severities: readonly Severity[]): CellContent {
    const [gravest] = GRAVEST_FIRST.filter((severity) => severities.includes(severity));
    const signs = GRAVEST_FIRST.flatMap((severity) => {
      const count = severities.filter((each) => each === severity).length;
      return count > 0 ? [`${SEVERITY_SIGNS[severity]} ${count}`] : [];
    });
    return this.cell(signs.join('  '), {}, gravest ? { ground: SEVERITY_COLOURS[gravest].ground } : {});
  }

  private flag(flag: ReportedFlag): readonly (Paragraph | Table)[] {
    const { words } = this;
    const { number, category, severity, note, thread, texts } = flag;
    return [
      this.heading(`${number}. ${words.nameOf(category)}`, HeadingLevel.HEADING_3),
      this.line(
        [
          this.run(this.severity(severity), { bold: true, color: SEVERITY_COLOURS[severity].ink }),
          this.run(` · ${words.facts(flag).join(' · ')}`, { color: SOFT }),
        ],
        { keepNext: true },
      ),
      ...(note === '' ? [] : this.typed(note)),
      ...this.table(
        texts.map(() => 1),
        texts.map(({ language }) => words.languageName(language)),
        [texts.map((text) => ({ children: this.text(text) }))],
        true,
      ),
      ...thread.flatMap((reply) =>
        this.typed(reply.text, [this.run(`${reply.author}, ${words.moment(reply.time)}: `, { color: SOFT })]),
      ),
    ];
  }

  private text({ language, paragraphs, missing, gone, changes }: ReportedText): readonly Paragraph[] {
    const { t } = this.words;
    const note = (text: string) => this.run(text, { color: SOFT });
    const lines = [
      ...paragraphs.map((pieces) => pieces.map((piece) => this.piece(piece, language))),
      ...(missing ? [[this.run(t('flag.missingParagraph'), { ...MARKED, bold: true })]] : []),
      ...gone.map((quote) => [note(`${t('report.gone')}: `), this.run(quote, { strike: true }, language)]),
      ...changes.map((change) => [
        note(`${t('report.suggested')}: `),
        ...change.map((piece) => this.change(piece, language)),
      ]),
    ];
    if (lines.length === 0) return [this.cellLine([note(t('report.noText'))])];
    return lines.map((line) => this.cellLine(line));
  }

  private piece({ kind, text, raised }: Piece, language: Language): TextRun {
    if (kind === 'cut') return this.run(' […] ', { color: SOFT });
    const high = raised ? { superScript: true } : {};
    if (kind === 'plain') return this.run(text, high, language);
    return text === ''
      ? this.run(`[${this.words.t('flag.insertionPoint')}]`, MARKED)
      : this.run(text, { ...MARKED, ...high }, language);
  }

  private change({ kind, text }: ChangePiece, language: Language): TextRun {
    if (kind === 'deleted') return this.run(text, { strike: true, color: '8f1d14' }, language);
    return this.run(
      text,
      kind === 'inserted' ? { underline: {}, bold: true, color: '14532d' } : {},
      language,
    );
  }

  private findings(): readonly (Paragraph | Table)[] {
    const { words } = this;
    const { t } = words;
    const { findings, found: all } = this.held;
    if (findings === null) return [];
    return [
      this.heading(t('report.findings'), HeadingLevel.HEADING_1),
      ...uncheckedLines(this.report, t).map((line) => this.line([this.run(line)])),
      this.line([this.run(t(findings.length > 0 ? 'report.findingsText' : 'report.noFindings'))]),
      ...(all > MOST_IN_WORD
        ? [
            this.line([
              this.run(
                t('report.firstFindings', { first: words.number(MOST_IN_WORD), all: words.number(all) }),
                { color: SOFT },
              ),
            ]),
          ]
        : []),
      ...findings.flatMap(({ check, findings: found }) => [
        this.heading(
          t('report.checkFindings', { check: t(`check.${check}.name`), count: found.length }),
          HeadingLevel.HEADING_2,
        ),
        ...this.table(
          [0.5, 1, 3, 2],
          [t('report.row'), t('report.severity'), t('report.found'), t('report.quotes')],
          found.map(({ finding, row, quotes }) => [
            this.cell(String(row + 1)),
            this.cell(this.severity(finding.severity), { color: SEVERITY_COLOURS[finding.severity].ink }),
            this.cell(words.finding(finding)),
            {
              children: this.quotes(quotes),
            },
          ]),
        ),
      ]),
    ];
  }

  private quotes(quotes: ReportedFinding['quotes']): readonly Paragraph[] {
    const { shown, more } = shownQuotes(quotes);
    const lines = shown.map(({ language, text }) =>
      this.cellLine([
        this.run(`${this.words.languageName(language)}: `, { color: SOFT }),
        this.run(text, {}, language),
      ]),
    );
    return more ? [...lines, this.cellLine([this.run('…')])] : lines;
  }

  private quality(): readonly (Paragraph | Table)[] {
    const { words } = this;
    const { t } = words;
    const cards = this.report.versions.flatMap(({ score }) => (score ? [score] : []));
    if (cards.length === 0) return [];
    return [
      this.heading(t('report.quality'), HeadingLevel.HEADING_1),
      ...cards.flatMap((card) => this.scorecard(card)),
      this.heading(t('report.how'), HeadingLevel.HEADING_2),
      ...words.method(this.report.typology).map((each) => this.line([this.run(each, { color: SOFT })])),
    ];
  }

  private scorecard(card: Scorecard): readonly (Paragraph | Table)[] {
    const { words } = this;
    const { t } = words;
    const { delivered } = card;
    const errors =
      delivered.categories.length === 0
        ? [this.line([this.run(t('report.noErrors'))])]
        : this.table(
            [2.2, 1, 1, 1, 1, 1],
            [t('report.category'), ...GRAVEST_FIRST.map((each) => this.severity(each)), t('report.penalty')],
            [
              ...delivered.categories
                .toSorted((a, b) => b.penalty - a.penalty)
                .map(({ category, counts, penalty }) => [
                  this.cell(words.nameOf(category)),
                  ...GRAVEST_FIRST.map((severity) => this.count(counts[severity], severity)),
                  this.cell(words.number(penalty), {}, { end: true }),
                ]),
              [
                this.cell(t('report.total'), { bold: true }),
                ...GRAVEST_FIRST.map((severity) =>
                  this.cell(String(delivered.counts[severity]), { bold: true }, { end: true }),
                ),
                this.cell(words.number(delivered.penalty), { bold: true }, { end: true }),
              ],
            ],
          );
    return [
      this.heading(words.languageName(card.language), HeadingLevel.HEADING_2),
      ...errors,
      ...this.table(
        [1.5, 1, 1],
        [t('report.figure'), t('report.delivered'), t('report.now')],
        words
          .figures(card)
          .map((line) => [this.cell(line.name), this.cell(line.delivered), this.cell(line.now)]),
      ),
      ...(card.tooShort
        ? [this.line([this.run(t('score.tooShort', { words: FEWEST_WORDS }), { italics: true })])]
        : []),
    ];
  }
}

const MARKED: IRunOptions = {
  underline: {},
  shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'fbe7a1' },
};
