import type { Dismissal } from '../model/dismissal';
import type { Flag } from '../model/flag';
import type { Project, Snapshot } from '../model/project';
import type { Row } from '../model/row';

/** Some of a project. Whatever comes in lists comes in order. */
interface Part {
  /** The project without what comes in other parts. */
  readonly head?: Project;
  readonly rows?: readonly Row[];
  readonly flags?: readonly Flag[];
  readonly dismissals?: readonly Dismissal[];
  /** Rows of a snapshot of the head, by its position. */
  readonly past?: { readonly snapshot: number; readonly rows: readonly Row[] };
}

/** A part is about so long, in characters: it is read between two pictures. */
const LENGTH = 200_000;

/**
 * A project as JSON, in parts of which each is made when it is asked for. As a value a project of 50,000 rows would keep
 * the window from everything else for seconds: it is copied several times on its way, object by object.
 */
export function* projectParts(project: Project): Generator<string, void, void> {
  const { rows, flags, dismissals, ...head } = project;
  const { review } = head;
  const emptied: Project = {
    ...head,
    ...(review && { review: { ...review, snapshots: review.snapshots.map(withoutRows) } }),
    rows: [],
    flags: [],
  };
  yield `{"head":${JSON.stringify(emptied)}}`;
  for (const list of lists(rows)) yield `{"rows":${list}}`;
  for (const list of lists(flags)) yield `{"flags":${list}}`;
  for (const list of lists(dismissals ?? [])) yield `{"dismissals":${list}}`;
  for (const [snapshot, past] of (review?.snapshots ?? []).entries())
    for (const list of lists(past.rows)) yield `{"past":{"snapshot":${snapshot},"rows":${list}}}`;
}

/** Reads a part. It comes from the main process, which has looked at all that is in it. */
export function readPart(json: string): Part {
  return JSON.parse(json) as Part;
}

/** The project of all its parts, in the order in which they were made. */
export function joinParts(parts: readonly Part[]): Project {
  const head = parts[0]?.head;
  if (!head) throw new Error('a project without its beginning');
  const { review } = head;
  const dismissals = parts.flatMap((part) => part.dismissals ?? []);
  const past = (review?.snapshots ?? []).map((snapshot, n) => ({
    ...snapshot,
    rows: parts.flatMap((part) => (part.past?.snapshot === n ? part.past.rows : [])),
  }));
  return {
    ...head,
    rows: parts.flatMap((part) => part.rows ?? []),
    flags: parts.flatMap((part) => part.flags ?? []),
    ...(review && { review: { ...review, snapshots: past } }),
    ...(dismissals.length > 0 && { dismissals }),
  };
}

function withoutRows(snapshot: Snapshot): Snapshot {
  return { ...snapshot, rows: [] };
}

/** Values as JSON lists of about `LENGTH` characters. */
function* lists(values: readonly unknown[]): Generator<string, void, void> {
  let pieces: string[] = [];
  let length = 0;
  for (const value of values) {
    const piece = JSON.stringify(value);
    pieces.push(piece);
    length += piece.length;
    if (length < LENGTH) continue;
    yield `[${pieces.join(',')}]`;
    [pieces, length] = [[], 0];
  }
  if (pieces.length > 0) yield `[${pieces.join(',')}]`;
}
