import { diffTexts } from '../diff/diff-words';
import { mapSpan } from '../diff/map-offset';
import type { Flag, FlagSpan } from '../model/flag';
import { LANGUAGES } from '../model/language';
import type { Paragraph } from '../model/paragraph';
import type { Project } from '../model/project';
import type { Row } from '../model/row';
import { canonical, mergeFields, type ReportField } from './merge-fields';

/** Who hears of what both changed in a flag, and whether ours is kept then whoever spoke last. */
export interface FlagTelling {
  readonly report: (flagId: string) => ReportField;
  readonly oursFirst: boolean;
}

/**
 * All flags of two copies, on the words of the merged rows. Threads hold the comments of both in order of time. A
 * status that both changed is that of the copy whose thread was spoken in last, or ours where that comes first. What is not kept of anything that both
 * changed is reported.
 */
export function mergeFlags(
  base: Project,
  ours: Project,
  theirs: Project,
  rows: readonly Row[],
  telling: FlagTelling,
): readonly Flag[] {
  const { report } = telling;
  const [was, is, other] = [base, ours, theirs].map((project) => carriedFlags(project, rows));
  const [before, own, given] = [base, ours, theirs].map(({ flags }) => byId(flags));
  const merged: Flag[] = [];
  for (const id of new Set([...(is?.keys() ?? []), ...(other?.keys() ?? [])])) {
    const [b, o, t] = [was?.get(id), is?.get(id), other?.get(id)];
    if (o && t) merged.push(mergeFlag(b ?? null, o, t, telling));
    // Deleted by one copy; what the other did to it meanwhile is kept.
    else {
      const left = o ?? t;
      if (left && saysMore((o ? own : given)?.get(id), before?.get(id))) merged.push(left);
    }
  }
  reportFixes(base.flags, [ours.flags, theirs.flags], merged, report);
  return merged.sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
}

function mergeFlag(base: Flag | null, ours: Flag, theirs: Flag, telling: FlagTelling): Flag {
  const report = telling.report(ours.id);
  const comments = new Map([...theirs.thread, ...ours.thread].map((comment) => [comment.id, comment]));
  const thread = [...comments.values()].sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
  const [was, is, other] = [base ? fixesIn(base) : [], fixesIn(ours), fixesIn(theirs)];
  // Where only they suggested a text, or only they pointed elsewhere, its places are theirs; spans differ also where the
  // texts below them do.
  const isOurs = !base || canonical(was) !== canonical(is);
  const isTheirs =
    base && (canonical(was) !== canonical(other) || canonical(base.spans) === canonical(ours.spans));
  const spans = !isOurs && isTheirs ? theirs : ours;
  const alike = { thread, spans: spans.spans, ...lastWord(base, ours, theirs, telling) };
  return {
    ...mergeFields(base, { ...ours, ...alike }, { ...theirs, ...alike }, report),
    ...alike,
  };
}

function lastWord(
  base: Flag | null,
  ours: Flag,
  theirs: Flag,
  { report, oursFirst }: FlagTelling,
): Pick<Flag, 'status'> {
  if (ours.status === theirs.status || theirs.status === base?.status) return { status: ours.status };
  if (ours.status === base?.status) return { status: theirs.status };
  const timeOf = ({ time, thread }: Flag): number =>
    thread.reduce((last, each) => Math.max(last, each.time), time);
  const isTheirs = !oursFirst && timeOf(theirs) > timeOf(ours);
  const [kept, other] = isTheirs ? [theirs, ours] : [ours, theirs];
  const taken = report(ours.id)('status', kept.status, other.status) === 'kept' ? kept : other;
  return { status: taken.status };
}

/** Reports texts a copy suggests in a flag that are no longer in it, as where the other took the paragraph away. */
function reportFixes(
  base: readonly Flag[],
  copies: readonly (readonly Flag[])[],
  merged: readonly Flag[],
  report: (flagId: string) => ReportField,
): void {
  const [was, is] = [base, merged].map((flags) => new Map(flags.map((flag) => [flag.id, fixesIn(flag)])));
  for (const { id, ...flag } of copies.flat()) {
    const kept = is?.get(id);
    for (const fix of fixesIn({ id, ...flag }))
      if (kept && !kept.includes(fix) && !was?.get(id)?.includes(fix))
        report(id)('fix', kept.join(' … '), fix);
  }
}

/** The texts a flag suggests. */
function fixesIn({ spans }: Flag): readonly string[] {
  return spans.flatMap((span) => (span.at === 'text' && span.fix !== null ? [span.fix] : []));
}

/** Whether people said anything in a flag that was not in it before, wherever its words went. */
function saysMore(flag: Flag | undefined, before: Flag | undefined): boolean {
  if (!flag || !before) return true;
  const [now, was] = [flag, before].map(({ spans: _, ...said }) => canonical(said));
  const fixes = fixesIn(before);
  return now !== was || fixesIn(flag).some((fix) => !fixes.includes(fix));
}

function byId(flags: readonly Flag[]): ReadonlyMap<string, Flag> {
  return new Map(flags.map((flag) => [flag.id, flag]));
}

interface Place {
  readonly row: Row;
  readonly paragraph: Paragraph;
}

function placesOf(rows: readonly Row[]): ReadonlyMap<string, Place> {
  return new Map(
    rows.flatMap((row) =>
      LANGUAGES.flatMap((language) =>
        row.cells[language].paragraphs.map((paragraph) => [paragraph.id, { row, paragraph }] as const),
      ),
    ),
  );
}

/** The flags of a copy by id, their spans on the same words of other rows. */
function carriedFlags(from: Project, rows: readonly Row[]): ReadonlyMap<string, Flag> {
  const [old, now] = [placesOf(from.rows), placesOf(rows)];
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const holding = (id: string): string => {
    if (rowById.has(id)) return id;
    const own = from.rows.find((row) => row.id === id);
    const paragraphs = own ? LANGUAGES.flatMap((language) => own.cells[language].paragraphs) : [];
    const found = paragraphs.flatMap((paragraph) => now.get(paragraph.id)?.row.id ?? []);
    return found[0] ?? rows[0]?.id ?? id;
  };
  // A paragraph is compared once, however many flags point at it.
  const compared = new Map<string, ReturnType<typeof diffTexts>>();
  const runsOf = (before: Paragraph, after: Paragraph) => {
    const runs = compared.get(before.id) ?? diffTexts(before.text, after.text);
    compared.set(before.id, runs);
    return runs;
  };
  const carry = (span: FlagSpan): FlagSpan => {
    if (span.at === 'gap') return { ...span, rowId: holding(span.rowId) };
    const [before, after] = [old.get(span.paragraphId), now.get(span.paragraphId)];
    if (!before) return span;
    if (!after) return { at: 'gap', language: span.language, rowId: holding(before.row.id) };
    if (before.paragraph.text === after.paragraph.text) return span;
    const mapped = mapSpan(span, runsOf(before.paragraph, after.paragraph));
    return { ...span, ...mapped, orphaned: mapped.orphaned || span.orphaned };
  };
  return new Map(from.flags.map((flag) => [flag.id, { ...flag, spans: flag.spans.map(carry) }]));
}
