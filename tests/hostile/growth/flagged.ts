import { flagsCsv } from '../../../main/export/flags-csv';
import { writeReport } from '../../../main/export/report/write-report';
import { historyLines } from '../../../main/app/history-lines';
import type { ToldEntry } from '../../../main/project/revisions';
import type { Finding } from '../../../shared/checks/engine/finding';
import { applyCommand } from '../../../shared/commands/command';
import { applyPatch, patchBetween } from '../../../shared/patch/project-patch';
import { mergeProjects } from '../../../shared/merge/merge-projects';
import type { Flag } from '../../../shared/model/flag';
import { MOST_FLAGS } from '../../../shared/model/limits';
import type { Project } from '../../../shared/model/project';
import { CORE_TYPOLOGY } from '../../../shared/mqm/typology';
import { textsOf } from '../../../shared/reconcile/baseline';
import { makeReport } from '../../../shared/report/review-report';
import { project } from './article';
import { mostOf, times, type Growing } from './growing';

const flagOn = (i: number, paragraph: number, start: number, end: number, quote: string): Flag => ({
  id: `f${i}`,
  spans: [
    {
      at: 'text',
      language: 'en',
      paragraphId: `en${paragraph}`,
      start,
      end,
      quote,
      orphaned: false,
      fix: 'иначе',
    },
  ],
  ...{
    category: 'accuracy/mistranslation',
    severity: 'minor',
    note: 'Так',
    status: 'open',
    author: 'А',
    time: 1,
  },
  thread: [],
});

const flaggedOnce = (n: number): Project =>
  project(
    ['слово а '.repeat(n)],
    times(n, (i) => flagOn(i, 0, 8 * i, 8 * i + 5, 'слово')),
  );

const flaggedOver = (n: number): Project => {
  const text = 'слово а '.repeat(n);
  return project(
    [text],
    times(n, (i) => flagOn(i, 0, i, 8 * n - i, 'слово')),
  );
};

const flaggedRows = (n: number): Project =>
  project(
    times(n, (i) => `слово ${i}`),
    times(n, (i) => flagOn(i, i, 0, 5, 'слово')),
  );

const findingsOf = ({ rows }: Project): readonly Finding[] =>
  rows.flatMap(({ id }, i) => [
    {
      key: id,
      check: 'link',
      severity: 'major',
      rowId: id,
      message: 'missing',
      params: { language: 'en', address: 'a' },
      spans: [{ language: 'en', paragraphId: `en${i}`, start: 0, end: 2 }],
      fixes: [],
    },
  ]);

const PROJECTS: readonly (readonly [what: string, n: number, make: (n: number) => Project])[] = [
  ['flags side by side on one paragraph', 300, flaggedOnce],
  ['flags over each other on one paragraph', 60, flaggedOver],
  ['flags in as many rows', 400, flaggedRows],
];

const edited = (before: Project, change: (text: string, i: number) => string): Project => ({
  ...before,
  rows: before.rows.map((row, i) => ({
    ...row,
    cells: {
      ...row.cells,
      en: {
        ...row.cells.en,
        paragraphs: row.cells.en.paragraphs.map((each) => ({ ...each, text: change(each.text, i) })),
      },
    },
  })),
});

const mostOfProject = (n: number, { rows }: Project): number =>
  Math.min(
    MOST_FLAGS,
    mostOf(
      n,
      rows.flatMap(({ cells }) => cells.en.paragraphs.map(({ text }) => text)),
    ),
  );

const say = (key: string): string => key;

/** Projects with many flags or a long history: merged, edited, reported on, told of. */
export const FLAGGED: readonly Growing[] = [
  ...PROJECTS.flatMap(([what, n, make]): readonly Growing[] => [
    {
      kind: 'merge',
      what,
      n,
      most: mostOfProject(n, make(n)),
      make: (size) => {
        const base = make(size);
        const copies = [edited(base, (text) => `Так ${text}`), edited(base, (text) => `${text} иначе`)];
        return () => mergeProjects(base, copies);
      },
    },
    {
      kind: 'edit',
      what,
      n,
      most: mostOfProject(n, make(n)),
      make: (size) => {
        const before = make(size);
        const text = before.rows[0]?.cells.en.paragraphs[0]?.text.replaceAll('а', 'и да') ?? '';
        return () =>
          applyCommand(
            before,
            { type: 'editParagraph', paragraphId: 'en0', content: { text, marks: [] } },
            { author: 'А', time: 2 },
          );
      },
    },
    {
      kind: 'export',
      what: `${what}, as a table`,
      n,
      most: mostOfProject(n, make(n)),
      make: (size) => {
        const made = make(size);
        return () => flagsCsv(made, say as never, say);
      },
    },
    ...(['html', 'docx', 'csv', 'xlsx'] as const).map((format): Growing => ({
      kind: 'report',
      what: `${what}, .${format}`,
      n,
      most: mostOfProject(n, make(n)),
      make: (size) => {
        const made = make(size);
        return () =>
          writeReport(
            makeReport(made, {
              time: 1,
              author: null,
              typology: CORE_TYPOLOGY,
              findings: findingsOf(made),
              parts: { scores: true, settled: true, findings: true },
            }),
            format,
            'en',
          );
      },
    })),
    {
      kind: 'history',
      what: `${what}, each edited and taken back`,
      n,
      most: mostOfProject(n, make(n)),
      make: (size) => {
        const before = make(size);
        const after = edited(before, (text) => `${text}!`);
        return () => [
          applyPatch(before, patchBetween(before, after)),
          applyPatch(after, patchBetween(after, before)),
        ];
      },
    },
  ]),
  {
    kind: 'history',
    what: 'edits of one paragraph in one go',
    n: 400,
    make: (size) => {
      const states = times(size + 1, (i) => project([`слово ${i}`]));
      const told = times(size, (i): ToldEntry => ({
        entry: {
          seq: i,
          label: 'editParagraph',
          author: 'А',
          time: i,
          undone: false,
          group: 'g',
        },
        change: {
          before: textsOf(states[i]?.rows ?? []),
          after: textsOf(states[i + 1]?.rows ?? []),
          rows: [],
          flags: [],
        },
      })).toReversed();
      return () => historyLines(told, []);
    },
  },
];
