import { timeSchema } from '../../../shared/model/time';
import { normaliseRich } from '../../../shared/text/normalise-rich';
import { childElements, type XmlAttributes, type XmlElement } from './xml';

/** Who wrote something, and when: ms since 1970, null when no time can be read. */
export interface Authorship {
  readonly author: string;
  readonly time: number | null;
}

/** Longer names are cut: no person has one, and every change repeats it. */
const LONGEST_AUTHOR = 200;

/** Reads who made a tracked change or a comment (ECMA-376 part 1, 17.13.1). */
export function readAuthorship(attributes: XmlAttributes): Authorship {
  const author = normaliseRich((attributes['w:author'] ?? '').slice(0, LONGEST_AUTHOR), []).text;
  return { author, time: readTime(attributes['w:date']) };
}

/**
 * A `w:date` in ms since 1970, in UTC where it names no zone. Word writes the local time as if it were UTC, so
 * that a time may be off by some hours; it writes year 1 or 1900 for a time it does not know.
 */
function readTime(date: string | undefined): number | null {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:\d\d)?$/.exec(date ?? '');
  const time = found ? Date.parse(`${found[1] ?? ''}${found[2] ?? 'Z'}`) : NaN;
  return time > 0 ? timeSchema.nullable().catch(null).parse(time) : null;
}

/** The tracked changes that brought a stretch of text into the file or took it out; null where none did. */
export interface Revisions {
  readonly inserted: Authorship | null;
  readonly deleted: Authorship | null;
}

export const UNREVISED: Revisions = { inserted: null, deleted: null };

const INSERTIONS = new Set(['w:ins', 'w:moveTo', 'w:cellIns']);

const DELETIONS = new Set(['w:del', 'w:moveFrom', 'w:cellDel']);

/** What an element adds to the tracked changes its text is under; null for one that is no such change. */
export function readRevision({ name, attributes }: XmlElement): Partial<Revisions> | null {
  return revisionOf(name, attributes);
}

function revisionOf(name: string, attributes: XmlAttributes): Partial<Revisions> | null {
  if (INSERTIONS.has(name)) return { inserted: readAuthorship(attributes) };
  return DELETIONS.has(name) ? { deleted: readAuthorship(attributes) } : null;
}

/** The tracked changes of a paragraph's end, which stand in the `w:rPr` of its `w:pPr`. */
export function endRevisions(properties: XmlElement | undefined): Revisions {
  const revisions = properties ? childElements(properties).map(readRevision) : [];
  return revisions.reduce<Revisions>((all, revision) => ({ ...all, ...revision }), UNREVISED);
}

/** Elements around paragraphs that may be under tracked changes, or tell of some. */
const AROUND = new Set(['w:tr', 'w:tc', ...INSERTIONS, ...DELETIONS]);

/**
 * Follows what the next paragraph stands in: table rows and cells that were inserted or deleted, and changes that
 * some programs write around whole paragraphs.
 */
export class RevisionsAround {
  private readonly open: Partial<Revisions>[] = [];

  get revisions(): Revisions {
    return this.open.reduce<Revisions>((all, each) => ({ ...all, ...each }), UNREVISED);
  }

  enter(name: string, attributes: XmlAttributes): void {
    if (AROUND.has(name)) this.open.push(revisionOf(name, attributes) ?? {});
  }

  /** Takes in the `w:trPr` or `w:tcPr` of the row or cell that was entered last. */
  describe(element: XmlElement): void {
    if (element.name !== 'w:trPr' && element.name !== 'w:tcPr') return;
    for (const each of childElements(element)) {
      const revision = readRevision(each);
      if (revision && this.open.length > 0) this.open.push({ ...this.open.pop(), ...revision });
    }
  }

  leave(name: string): void {
    if (AROUND.has(name)) this.open.pop();
  }
}

/** Whether two changes are by the same person at the same time. */
export function sameAuthorship(a: Authorship, b: Authorship): boolean {
  return a.author === b.author && a.time === b.time;
}
