import type { TFunction } from 'i18next';
import type { CopyPlan, PlannedChange, PlannedConflict } from '../../shared/contract/copy-plan';
import { isReviewingBlind } from '../../shared/model/blind-review';
import type { Flag } from '../../shared/model/flag';
import { LANGUAGES, type Language } from '../../shared/model/language';
import type { Paragraph, RichText } from '../../shared/model/paragraph';
import type { Project } from '../../shared/model/project';
import type { Row } from '../../shared/model/row';
import { categoryName } from '../../shared/mqm/category-name';
import { CORE_TYPOLOGY } from '../../shared/mqm/typology';
import { conflictKey } from '../../shared/merge/conflict-key';
import { NO_CHOICES } from '../../shared/reconcile/merge-choices';
import { canonical } from '../../shared/merge/merge-fields';
import { mergeInto } from '../../shared/merge/merge-projects';
import type { FieldConflict, ProjectConflict } from '../../shared/merge/project-conflict';
import { asTexts, textsOf } from '../../shared/reconcile/baseline';
import { findChanges, wholeText } from '../../shared/reconcile/changes';
import { rowWords, valueWords } from './tell-conflict';

/** So many rows are told by their numbers. */
const MOST_ROWS = 12;

/**
 * What merging a copy would do to ours, thing by thing, in words of the interface: nothing of ours is replaced that is not
 * in one of the lists.
 */
export function planCopy(
  base: Project,
  ours: Project,
  theirs: Project,
  { author, t }: { readonly author: string; readonly t: TFunction },
): Omit<CopyPlan, 'fileName' | 'people' | 'last'> {
  const { project, conflicts: found } = mergeInto(base, ours, theirs, NO_CHOICES);
  // Who reviews blind is not shown what others have flagged.
  const isShown = ({ id }: Flag) => !hidden.has(id);
  const hidden = hiddenFlags(ours, project, author);
  const merged = { ...project, flags: project.flags.filter(isShown) };
  const own = { ...ours, flags: ours.flags.filter(isShown) };
  const conflicts = found.filter((each) => each.kind !== 'field' || !hidden.has(each.id));
  const places = placesOf(merged.rows);
  const known = new Map(eachParagraph(ours.rows).map((paragraph) => [paragraph.id, paragraph]));
  const told = conflicts.map((conflict) => planConflict(conflict, merged, { known, places }, t));
  const inConflict = new Set(conflicts.flatMap((each) => (each.kind === 'text' ? [each.paragraphId] : [])));
  const texts = planTexts(ours, merged, { known, places, inConflict }, t);
  const { taken, ruled } = planStatuses(ours, theirs, merged, t);
  const changes = [
    ...planProject(ours, merged, t),
    ...texts,
    ...planParagraphs(known, merged, places, t),
    ...planRows(ours, merged, t),
    ...taken,
    ...planFlags(own, merged, places, t),
  ];
  const touched = new Set([...told, ...changes].flatMap(({ rowId }) => rowId ?? []));
  return { conflicts: unique(told), taken: changes, ruled, kept: countKept(base, ours, touched) };
}

function hiddenFlags(ours: Project, merged: Project, author: string): ReadonlySet<string> {
  if (!isReviewingBlind(ours, author)) return new Set();
  const all = [...ours.flags, ...merged.flags];
  return new Set(all.filter((flag) => flag.author !== author).map(({ id }) => id));
}

/** What is settled and what is shown of a paragraph may be in conflict both: that is one thing to decide. */
function unique(conflicts: readonly PlannedConflict[]): readonly PlannedConflict[] {
  const first = new Map<string, PlannedConflict>();
  for (const each of conflicts) if (!first.has(each.key)) first.set(each.key, each);
  return [...first.values()];
}

/** Our paragraphs by their ids. */
type Paragraphs = ReadonlyMap<string, Paragraph>;

interface Place {
  readonly row: number | null;
  readonly rowId: string | null;
  readonly language: Language | null;
}

const NOWHERE: Place = { row: null, rowId: null, language: null };

/** Finds the place of a row or of a paragraph by its id. */
function placesOf(rows: readonly Row[]): (id: string) => Place {
  const places = new Map<string, Place>();
  for (const [index, { id: rowId, cells }] of rows.entries()) {
    const at = { row: index + 1, rowId };
    places.set(rowId, { ...at, language: null });
    for (const language of LANGUAGES)
      for (const { id } of cells[language].paragraphs) places.set(id, { ...at, language });
  }
  return (id) => places.get(id) ?? NOWHERE;
}

function placeOfFlag({ spans: [span] }: Flag, places: (id: string) => Place): Place {
  if (!span) return NOWHERE;
  return { ...places(span.at === 'gap' ? span.rowId : span.paragraphId), language: span.language };
}

function planConflict(
  conflict: ProjectConflict,
  merged: Project,
  { known, places }: { readonly known: Paragraphs; readonly places: (id: string) => Place },
  t: TFunction,
): PlannedConflict {
  const key = conflictKey(conflict);
  const plain = { key, chunks: null, canChoose: true };
  switch (conflict.kind) {
    case 'text': {
      const { paragraphId, chunks } = conflict;
      const what = t('cli.conflict.text');
      return { ...plain, ...places(paragraphId), what, chunks, ours: '', theirs: '' };
    }
    case 'removed': {
      const { paragraph, language, rowId } = conflict;
      const isMine = known.has(paragraph.id);
      const [here, gone] = [paragraph.text, t('copy.plan.removed')];
      return {
        ...plain,
        ...places(rowId ?? ''),
        language,
        what: t(isMine ? 'copy.plan.removedThere' : 'copy.plan.removedHere'),
        ours: isMine ? here : gone,
        theirs: isMine ? gone : here,
      };
    }
    case 'arrangement': {
      const at = places(conflict.kept[0]?.id ?? '');
      return {
        ...plain,
        ...at,
        what: t('copy.plan.rows'),
        ours: rowWords(conflict.kept, Math.max(0, (at.row ?? 1) - 1), t),
        theirs: rowWords(conflict.other, conflict.otherAt, t),
        canChoose: false,
      };
    }
    case 'field': {
      const { field } = conflict;
      return {
        ...plain,
        ...placeOfField(conflict, merged, places),
        what: t(`copy.fields.${field}`),
        ours: valueWords(conflict, 'kept', t),
        theirs: valueWords(conflict, 'other', t),
        canChoose: field !== 'fix',
      };
    }
  }
}

function placeOfField({ of, id }: FieldConflict, { flags }: Project, places: (id: string) => Place): Place {
  if (of === 'project') return NOWHERE;
  if (of === 'paragraph') return places(id);
  const flag = flags.find((each) => each.id === id);
  return flag ? placeOfFlag(flag, places) : NOWHERE;
}

/** Other texts, and suggestions that were made or decided below a text that stays. */
function planTexts(
  ours: Project,
  merged: Project,
  {
    known,
    places,
    inConflict,
  }: {
    readonly known: Paragraphs;
    readonly places: (id: string) => Place;
    readonly inConflict: ReadonlySet<string>;
  },
  t: TFunction,
): readonly PlannedChange[] {
  const changes = findChanges(merged.rows, asTexts(textsOf(ours.rows)));
  const listed = new Set<string>();
  const told = LANGUAGES.flatMap((language) =>
    changes[language]
      .filter(({ paragraphId }) => !inConflict.has(paragraphId))
      .map((change): PlannedChange => {
        const { kind, paragraphId, before, after } = change;
        for (const part of after) listed.add(part.paragraphId);
        // Where it is about one paragraph that stands where it stood, its text can be left.
        const canLeave = kind === 'edited' && before.length === 1;
        return {
          ...(after.length > 0 ? places(paragraphId) : { ...places(change.rowId), language }),
          what: t(`changes.${kind}`),
          before: wholeText(before),
          after: wholeText(after),
          paragraphId: canLeave ? paragraphId : null,
        };
      }),
  );
  const suggested = eachParagraph(merged.rows).flatMap((paragraph): readonly PlannedChange[] => {
    const was = known.get(paragraph.id);
    if (!was || listed.has(paragraph.id) || inConflict.has(paragraph.id)) return [];
    if (canonical(was.pending ?? null) === canonical(paragraph.pending ?? null)) return [];
    const before = was.pending?.settled ?? was;
    const after = paragraph.pending?.settled ?? paragraph;
    const what = t('copy.plan.suggestions');
    return [{ ...places(paragraph.id), what, before: rich(before), after: rich(after), paragraphId: null }];
  });
  return [...told, ...suggested];
}

/** What a paragraph is and why it differs on purpose. */
function planParagraphs(
  known: Paragraphs,
  merged: Project,
  places: (id: string) => Place,
  t: TFunction,
): readonly PlannedChange[] {
  return eachParagraph(merged.rows).flatMap((paragraph) => {
    const was = known.get(paragraph.id);
    if (!was) return [];
    return (['role', 'label', 'adapted'] as const).flatMap((field) =>
      fieldChange(
        { of: 'paragraph', id: paragraph.id, field, kept: was[field], other: paragraph[field] },
        places(paragraph.id),
        t,
      ),
    );
  });
}

/** Statuses of texts: taken from the copy, or open again where nobody has read what the text is now. */
function planStatuses(ours: Project, theirs: Project, merged: Project, t: TFunction) {
  const [own, given] = [ours, theirs].map(({ rows }) => new Map(rows.map((row) => [row.id, row])));
  const taken: PlannedChange[] = [];
  const ruled: PlannedChange[] = [];
  for (const [index, { id: rowId, cells, confirmed }] of merged.rows.entries()) {
    const was = own?.get(rowId);
    if (!was) continue;
    const place = { row: index + 1, rowId };
    for (const language of LANGUAGES) {
      const [before, after] = [was.cells[language].status, cells[language].status];
      if (before === after) continue;
      const change = plainChange(
        { ...place, language },
        t('copy.plan.status'),
        t(`status.${before}`),
        t(`status.${after}`),
      );
      if (given?.get(rowId)?.cells[language].status === after) taken.push(change);
      else ruled.push(change);
    }
    if (was.confirmed !== confirmed)
      taken.push(
        plainChange(
          { ...place, language: null },
          t(confirmed ? 'inspector.confirm' : 'inspector.unconfirm'),
          '',
          '',
        ),
      );
  }
  return { taken, ruled };
}

/** Rows that hold other paragraphs, beyond what is told of the texts themselves. */
function planRows(ours: Project, merged: Project, t: TFunction): readonly PlannedChange[] {
  const idsIn = ({ id, cells }: Row) =>
    canonical([id, LANGUAGES.map((language) => cells[language].paragraphs.map((each) => each.id))]);
  const known = new Set(ours.rows.map(idsIn));
  const others = merged.rows.flatMap((row, index) => (known.has(idsIn(row)) ? [] : [{ row, index }]));
  const numbers = new Map(merged.rows.map(({ id }, index) => [id, index]));
  const kept = ours.rows.flatMap(({ id }) => numbers.get(id) ?? []);
  const isOrdered = kept.every((number, n) => n === 0 || (kept[n - 1] ?? -1) < number);
  const [first] = others;
  if (!first) return isOrdered ? [] : [plainChange(NOWHERE, t('copy.plan.rows'), '', '')];
  const place = { row: first.index + 1, rowId: first.row.id, language: null };
  const shown = others.slice(0, MOST_ROWS).map(({ index }) => String(index + 1));
  const rows = [...shown, ...(others.length > MOST_ROWS ? ['…'] : [])].join(', ');
  return [plainChange(place, t('copy.plan.rows'), '', rows)];
}

/** Flags that come, go, or say something else. */
function planFlags(
  ours: Project,
  merged: Project,
  places: (id: string) => Place,
  t: TFunction,
): readonly PlannedChange[] {
  const [own, now] = [ours, merged].map(({ flags }) => new Map(flags.map((flag) => [flag.id, flag])));
  const come = merged.flags.flatMap((flag): readonly PlannedChange[] => {
    const was = own?.get(flag.id);
    const place = placeOfFlag(flag, places);
    if (!was) return [plainChange(place, t('copy.plan.flagAdded'), '', flagWords(flag, t))];
    const fields = (['status', 'category', 'severity', 'assignee', 'note'] as const).flatMap((field) =>
      fieldChange({ of: 'flag', id: flag.id, field, kept: was[field], other: flag[field] }, place, t),
    );
    const known = new Set(was.thread.map(({ id }) => id));
    const replies = flag.thread
      .filter(({ id }) => !known.has(id))
      .map(({ text, author }) => plainChange(place, t('copy.plan.reply'), '', `${author}: ${text}`));
    return [...fields, ...replies];
  });
  const gone = ours.flags
    .filter(({ id }) => !now?.has(id))
    .map((flag) =>
      plainChange(placeOfFlag(flag, places), t('copy.plan.flagRemoved'), flagWords(flag, t), ''),
    );
  return [...come, ...gone];
}

function flagWords({ category, note, spans: [span] }: Flag, t: TFunction): string {
  const name = categoryName(category, CORE_TYPOLOGY, 'en', (key, options) => t(key, options));
  const quote = span?.at === 'text' && span.quote !== '' ? `“${span.quote}”` : '';
  return [name, quote, note].filter((part) => part !== '').join(' · ');
}

/** What belongs to the project as a whole. */
function planProject(ours: Project, merged: Project, t: TFunction): readonly PlannedChange[] {
  const { id } = ours;
  const fields = [
    { field: 'title', kept: ours.title, other: merged.title },
    { field: 'pivot', kept: ours.review?.pivot, other: merged.review?.pivot },
    { field: 'glossary', kept: ours.review?.glossary, other: merged.review?.glossary },
  ] as const;
  const parts = [
    ['signOffs', ours.review?.signOffs, merged.review?.signOffs],
    ['snapshots', ours.review?.snapshots, merged.review?.snapshots],
    ['blind', ours.review?.blind, merged.review?.blind],
    ['spellings', ours.review?.spellings, merged.review?.spellings],
    ['dismissals', ours.dismissals, merged.dismissals],
  ] as const;
  return [
    ...fields.flatMap((each) => fieldChange({ of: 'project', id, ...each }, NOWHERE, t)),
    ...parts
      .filter(([, was, is]) => canonical(was ?? null) !== canonical(is ?? null))
      .map(([part]) => plainChange(NOWHERE, t(`copy.plan.${part}`), '', '')),
  ];
}

function fieldChange(
  field: Omit<FieldConflict, 'kind'>,
  place: Place,
  t: TFunction,
): readonly PlannedChange[] {
  if (canonical(field.kept ?? null) === canonical(field.other ?? null)) return [];
  const conflict = { kind: 'field', ...field } as const;
  const [before, after] = [valueWords(conflict, 'kept', t), valueWords(conflict, 'other', t)];
  return [plainChange(place, t(`copy.fields.${field.field}`), before, after)];
}

function plainChange(place: Place, what: string, before: string, after: string): PlannedChange {
  return { ...place, what, before: rich(before), after: rich(after), paragraphId: null };
}

function rich(content: string | RichText): RichText {
  return typeof content === 'string'
    ? { text: content, marks: [] }
    : { text: content.text, marks: content.marks };
}

function eachParagraph(rows: readonly Row[]) {
  return rows.flatMap(({ cells }) => LANGUAGES.flatMap((language) => cells[language].paragraphs));
}

/** Rows whose texts the person changed and nothing else does. */
function countKept(base: Project, ours: Project, touched: ReadonlySet<string>): number {
  const before = new Map(base.rows.map((row) => [row.id, row]));
  const changed = ours.rows.filter((row) => {
    const was = before.get(row.id);
    return !touched.has(row.id) && canonical(was ?? null) !== canonical(row);
  });
  return changed.length;
}
