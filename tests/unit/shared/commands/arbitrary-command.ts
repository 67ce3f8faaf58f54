import fc from 'fast-check';
import { commandSchema, type Command } from '../../../../shared/commands/command';
import type { RowDraft } from '../../../../shared/commands/replace-stretch';
import { DISMISSAL_REASONS } from '../../../../shared/model/dismissal';
import { FLAG_STATUSES, SEVERITIES } from '../../../../shared/model/flag';
import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../../../../shared/model/language';
import { plainBlock, ROLES } from '../../../../shared/model/paragraph';
import { mergeVersions } from '../../../../shared/reconcile/merge-versions';
import type { Project } from '../../../../shared/model/project';
import { STATUSES, versionParagraphs, type Row } from '../../../../shared/model/row';
import { CORE_TYPOLOGY, listCategories } from '../../../../shared/mqm/typology';
import { anySpan, richText } from './arbitrary-project';

const CATEGORIES = listCategories(CORE_TYPOLOGY);

type Type = Command['type'];

const language = fc.constantFrom<Language>(...LANGUAGES);

/** One of the ids a project has, or now and then one it has not. */
function oneOf(ids: readonly string[]): fc.Arbitrary<string> {
  const missing = fc.constant('missing');
  return ids.length === 0
    ? missing
    : fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: missing });
}

/** An id for something new, which now and then is taken already. */
function newId(taken: readonly string[]): fc.Arbitrary<string> {
  const fresh = fc.stringMatching(/^new[a-f]{4}$/);
  return taken.length === 0
    ? fresh
    : fc.oneof({ weight: 8, arbitrary: fresh }, { weight: 1, arbitrary: fc.constantFrom(...taken) });
}

function ids(project: Project) {
  return {
    rows: project.rows.map(({ id }) => id),
    paragraphs: LANGUAGES.flatMap((each) => versionParagraphs(project.rows, each).map(({ id }) => id)),
    flags: project.flags.map(({ id }) => id),
  };
}

/** Commands of one type for a project: most can be carried out, some name what is missing or taken. */
export function anyCommand(type: Type, project: Project): fc.Arbitrary<Command> {
  return MAKE[type](project).map((fields) => commandSchema.parse({ type, ...fields }));
}

type Make = {
  readonly [T in Type]: (project: Project) => fc.Arbitrary<Omit<Extract<Command, { type: T }>, 'type'>>;
};

const snapshotIds = (project: Project) => project.review?.snapshots.map(({ id }) => id) ?? [];
const dismissedIn = (project: Project) => (project.dismissals ?? []).map(({ key }) => key);
const rowIn = (project: Project) => oneOf(ids(project).rows);
const paragraphIn = (project: Project) => oneOf(ids(project).paragraphs);
const flagIn = (project: Project) => oneOf(ids(project).flags);
const newRow = (project: Project) => newId(ids(project).rows);
const newParagraph = (project: Project) => newId(ids(project).paragraphs);

const remarkIn = (project: Project) => ({
  spans: fc.array(anySpan(project), { minLength: 1, maxLength: 2 }),
  category: fc.constantFrom(...CATEGORIES, 'own/category', 'no/such/thing'),
  severity: fc.constantFrom(...SEVERITIES),
  note: fc.constantFrom('', 'Ката'),
});

const MAKE: Make = {
  editParagraph: (project) =>
    fc.record({ paragraphId: paragraphIn(project), content: richText, suggest: fc.boolean() }),
  insertParagraph: (project) =>
    fc.record({
      paragraphId: newParagraph(project),
      rowId: rowIn(project),
      language,
      index: fc.nat(4),
      role: fc.constantFrom('paragraph', 'heading1'),
      label: fc.constant(''),
      text: fc.constantFrom('', 'Жаңы текст'),
      depth: fc.constantFrom(0, 2),
    }),
  removeParagraph: (project) => fc.record({ paragraphId: paragraphIn(project) }),
  removePicture: (project) => fc.record({ paragraphId: paragraphIn(project) }),
  splitParagraph: (project) =>
    fc.record({
      paragraphId: paragraphIn(project),
      offset: fc.integer({ min: 1, max: 40 }),
      newId: newParagraph(project),
    }),
  pasteParagraphs: (project) =>
    fc.integer({ min: 2, max: 4 }).chain((count) =>
      fc.record({
        paragraphId: paragraphIn(project),
        start: fc.integer({ min: 0, max: 20 }),
        end: fc.integer({ min: 0, max: 40 }),
        parts: fc.array(richText, { minLength: count, maxLength: count }),
        news: fc.array(
          fc.record({
            id: newParagraph(project),
            role: fc.constantFrom(...ROLES),
            label: fc.constant(''),
            depth: fc.constant(0),
            cell: fc.constant(null),
          }),
          { minLength: count - 1, maxLength: count - 1 },
        ),
        suggest: fc.boolean(),
      }),
    ),
  takePicture: (project) =>
    fc.record({ from: paragraphIn(project), paragraphId: newParagraph(project), language }),
  joinParagraphs: (project) => fc.record({ paragraphId: paragraphIn(project) }),
  setRole: (project) =>
    fc.record({
      paragraphId: paragraphIn(project),
      role: fc.constantFrom(...ROLES),
      label: fc.constant(''),
    }),
  groupParagraphs: (project) =>
    fc.record({
      paragraphIds: fc.array(paragraphIn(project), { minLength: 2, maxLength: 4 }),
      newRowId: newRow(project),
    }),
  mergeRows: (project) => fc.record({ rowId: rowIn(project) }),
  splitRow: (project) =>
    fc.record({
      paragraphId: paragraphIn(project),
      newRowId: newRow(project),
      above: fc.option(fc.record({ ru: fc.nat(3), ky: fc.nat(3), en: fc.nat(3) })),
    }),
  splitAtSentence: anySentenceSplit,
  moveParagraph: (project) => fc.record({ paragraphId: paragraphIn(project), toRowId: rowIn(project) }),
  moveInOrder: (project) =>
    fc.record({
      paragraphId: paragraphIn(project),
      to: fc.oneof(fc.record({ placeOf: paragraphIn(project) }), fc.record({ rowId: rowIn(project) })),
    }),
  insertRow: (project) => fc.record({ rowId: newRow(project), afterRowId: fc.option(rowIn(project)) }),
  removeRow: (project) => fc.record({ rowId: rowIn(project) }),
  confirmRows: (project) =>
    fc.record({
      rowIds: fc.array(rowIn(project), { minLength: 1, maxLength: 3 }),
      confirmed: fc.boolean(),
    }),
  setStatus: (project) =>
    fc.record({
      cells: fc.array(fc.record({ rowId: rowIn(project), language }), { minLength: 1, maxLength: 3 }),
      status: fc.constantFrom(...STATUSES),
    }),
  agreeRow: (project) =>
    fc.record({ rowId: rowIn(project), languages: fc.array(language, { minLength: 1, maxLength: 3 }) }),
  agreeRows: (project) =>
    fc.record({
      rowIds: fc.array(rowIn(project), { minLength: 1, maxLength: 3 }),
      languages: fc.array(language, { minLength: 1, maxLength: 3 }),
    }),
  replaceAlignment: (project) => anyStretch(project).map((stretch) => ({ stretches: [stretch] })),
  addVersion: anyAddition,
  addFlag: (project) => fc.record({ flagId: newId(ids(project).flags), ...remarkIn(project) }),
  editFlag: (project) => fc.record({ flagId: flagIn(project), ...remarkIn(project) }),
  removeFlag: (project) => fc.record({ flagId: flagIn(project) }),
  setFlagStatus: (project) =>
    fc.record({ flagId: flagIn(project), status: fc.constantFrom(...FLAG_STATUSES) }),
  assignFlag: (project) =>
    fc.record({ flagId: flagIn(project), assignee: fc.option(fc.constantFrom('А', 'Б')) }),
  commentFlag: (project) =>
    fc.record({
      flagId: flagIn(project),
      commentId: fc.constantFrom('c1', 'c2'),
      text: fc.constant('Туура'),
    }),
  dismissFinding: (project) =>
    fc.record({
      key: newId(dismissedIn(project)),
      reason: fc.constantFrom(...DISMISSAL_REASONS),
      note: fc.constantFrom('', 'Ушундай болсун'),
    }),
  raiseFinding: (project) =>
    fc.record({
      flagId: newId(ids(project).flags),
      finding: newId(dismissedIn(project)),
      ...remarkIn(project),
    }),
  restoreFinding: (project) => fc.record({ key: oneOf(dismissedIn(project)) }),
  applyFix: (project) => fc.record({ flagId: flagIn(project) }),
  fixFindings: anyFixes,
  replaceWords: (project) => anyFixes(project).map(({ fixes, suggest }) => ({ puts: fixes, suggest })),
  bringInDraft: anyDraft,
  takeMerged: (project) =>
    fc.nat(project.rows.length).map((gone) => ({
      title: 'Бириктирилген',
      rows: project.rows.filter((_, n) => n !== gone || project.rows.length === 1),
      flags: gone < project.rows.length ? [] : project.flags,
      ...(gone % 2 === 0 && project.dismissals && { dismissals: project.dismissals }),
    })),
  decideSuggestions: (project) =>
    fc.record({
      paragraphIds: fc.array(paragraphIn(project), { minLength: 1, maxLength: 2 }),
      which: fc.option(fc.nat(2)),
      accept: fc.boolean(),
    }),
  agreeTexts: (project) =>
    fc.record({
      texts: fc.array(fc.record({ paragraphId: paragraphIn(project), content: richText }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  takeBackChanges: (project) =>
    fc.record({
      texts: fc.array(fc.record({ paragraphId: paragraphIn(project), content: fc.option(richText) }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  holdCellsRight: (project) =>
    fc.record({
      cells: fc.array(fc.record({ rowId: rowIn(project), language }), { minLength: 1, maxLength: 3 }),
      right: fc.boolean(),
    }),
  setAdapted: (project) =>
    fc.record({ rowId: rowIn(project), language, reason: fc.option(fc.constant('Окурмандар үчүн')) }),
  signOff: () => fc.record({ language, signed: fc.boolean() }),
  reviewBlind: () => fc.record({ running: fc.boolean() }),
  approveSpelling: () =>
    fc.record({ language, text: fc.constantFrom('Жээнбеков', 'Jeenbekov'), approved: fc.boolean() }),
  setArticleGlossary: () => fc.record({ glossary: fc.constantFrom('', 'банк | банк | bank') }),
  setPivot: () => fc.record({ language: fc.option(language) }),
  takeSnapshot: (project) => fc.record({ snapshotId: newId(snapshotIds(project)), name: fc.constant('1') }),
  removeSnapshot: (project) => fc.record({ snapshotId: oneOf(snapshotIds(project)) }),
  restoreSnapshot: (project) => fc.record({ snapshotId: oneOf(snapshotIds(project)) }),
  setTitle: () => fc.record({ title: fc.constantFrom('Макала', 'Article') }),
};

/** Cuts at words of the paragraphs of a row; now and then one that is not there. */
function anySentenceSplit(project: Project) {
  return fc
    .record({
      row: fc.constantFrom(...project.rows),
      newRowId: newRow(project),
      offsets: fc.array(fc.tuple(fc.nat(2), fc.constantFrom(0, 0, 3, 5, 60)), { minLength: 3, maxLength: 3 }),
      prefix: fc.stringMatching(/^cut[a-f]{4}$/),
    })
    .map(({ row, newRowId, offsets, prefix }) => ({
      rowId: row.id,
      newRowId,
      cuts: perLanguage((each) => {
        const [which = 0, offset = 0] = offsets[LANGUAGES.indexOf(each)] ?? [];
        const paragraph = row.cells[each].paragraphs[which];
        if (!paragraph) return null;
        return { paragraphId: paragraph.id, offset, ...(offset > 0 && { newId: `${prefix}${each}` }) };
      }),
    }));
}

/** Fixes of words in some paragraphs; now and then of words that are not there. */
function anyFixes(project: Project) {
  const places = LANGUAGES.flatMap((each) =>
    versionParagraphs(project.rows, each).map(({ id, text }) => ({ language: each, id, text })),
  );
  const missing = { language: 'ru' as const, id: 'missing', text: '' };
  const fix = fc
    .record({
      place: fc.constantFrom(...(places.length > 0 ? places : [missing])),
      start: fc.nat(12),
      length: fc.nat(6),
      text: fc.constantFrom('', 'оңдолду', 'fixed'),
      outdated: fc.integer({ min: 1, max: 12 }),
    })
    .map(({ place, start, length, text, outdated }) => {
      const { id: paragraphId, text: before } = place;
      const [from, to] = [start, start + length].map((at) => Math.min(at, before.length));
      const was = outdated === 1 ? 'no such words' : before.slice(from, to);
      return { language: place.language, paragraphId, start: from ?? 0, end: to ?? 0, was, text };
    });
  return fc.record({ fixes: fc.array(fix, { minLength: 1, maxLength: 4 }), suggest: fc.boolean() });
}

/** A draft made from the imported texts of a version: some left out, edited, added and moved. */
function anyDraft(project: Project) {
  const edit = fc.record({ drop: fc.boolean(), text: fc.option(richText), moves: fc.boolean() });
  const prefix = fc.stringMatching(/^draft[a-f0-9]{8}$/);
  return fc
    .tuple(language, fc.array(edit, { maxLength: 6 }), richText, prefix)
    .map(([each, edits, added, name]) => {
      const ours = versionParagraphs(project.rows, each);
      const base = ours.map((one) => ({ ...one, ...(one.imported ?? {}) })).filter(({ text }) => text !== '');
      const kept = base.flatMap((one, n) => {
        const { drop, text, moves } = edits[n] ?? { drop: false, text: null, moves: false };
        return drop ? [] : [{ block: { ...one, ...(text ?? {}) }, moves }];
      });
      const blocks = [...kept.filter(({ moves }) => !moves), ...kept.filter(({ moves }) => moves)].map(
        (one) => one.block,
      );
      const theirs = [...blocks, { ...plainBlock(added.text), marks: added.marks }];
      const { differences } = mergeVersions(base, ours, theirs);
      const fallback = {
        kind: 'added' as const,
        theirs: [0],
        blocks: [plainBlock('Кошулду')],
        after: null,
        conflict: false as const,
      };
      return {
        language: each,
        origin: { fileName: 'жаңы.docx', format: 'docx' as const, encoding: '', hash: 'cd', time: 9 },
        differences: differences.length > 0 ? differences : [fallback],
        decided: [0],
        changes: [],
        comments: [],
        newIds: Array.from({ length: 60 }, (_, n) => `${name}-${n}`),
      };
    });
}

/** Consecutive rows and a new grouping of their paragraphs; refused when one of the rows is confirmed. */
function anyStretch(project: Project): fc.Arbitrary<{ rowIds: string[]; rows: readonly RowDraft[] }> {
  const place = fc.tuple(fc.nat(project.rows.length - 1), fc.integer({ min: 1, max: 3 }));
  return place.chain(([start, length]) => {
    const old = project.rows.slice(start, start + length);
    return anyGrouping(project, idsOf(old)).map((rows) => ({ rowIds: old.map(({ id }) => id), rows }));
  });
}

function anyAddition(project: Project) {
  const absent = LANGUAGES.find((each) => versionParagraphs(project.rows, each).length === 0) ?? 'ru';
  return fc
    .tuple(fc.array(richText, { minLength: 1, maxLength: 3 }), newId(ids(project).paragraphs))
    .chain(([texts, first]) => {
      const block = { role: 'paragraph', label: '', depth: 0, cell: null, imported: null } as const;
      const paragraphs = texts.map((content, i) => ({
        ...block,
        ...content,
        id: i === 0 ? first : `added${i}`,
      }));
      const all = { ...idsOf(project.rows), [absent]: paragraphs.map(({ id }) => id) };
      return anyGrouping(project, all).map((rows) => ({
        language: absent,
        origin: { fileName: '', format: 'paste' as const, encoding: '', hash: '', time: 0 },
        paragraphs,
        rows,
      }));
    });
}

function idsOf(rows: readonly Row[]): PerLanguage<readonly string[]> {
  return perLanguage((each) => versionParagraphs(rows, each).map(({ id }) => id));
}

/** Rows that hold these paragraphs in order, cut anywhere; some keep an id a row of the project has. */
function anyGrouping(
  project: Project,
  paragraphs: PerLanguage<readonly string[]>,
): fc.Arbitrary<readonly RowDraft[]> {
  const rowIds = fc.uniqueArray(newId(project.rows.map(({ id }) => id)), { minLength: 1, maxLength: 4 });
  return rowIds.chain((names) => {
    const cuts = fc.array(fc.nat(6), { minLength: names.length - 1, maxLength: names.length - 1 });
    return fc.record({ ru: cuts, ky: cuts, en: cuts }).map((places) => {
      const bounds = perLanguage((each) => {
        const { length } = paragraphs[each];
        const inner = places[each].map((cut) => Math.min(cut, length)).sort((a, b) => a - b);
        return [0, ...inner, length];
      });
      return names.map((id, i) => ({
        id,
        cells: perLanguage((each) => paragraphs[each].slice(bounds[each][i], bounds[each][i + 1])),
        confidence: 0.8,
      }));
    });
  });
}
