import type { Thread, Threads } from '../../../import/docx/threads';
import type { Remark } from '../tracked-changes';
import { escapeXml } from './escape-xml';
import type { NewPart, Package } from './package';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const COMMENTS: NewPart = {
  name: 'word/comments.xml',
  contentType: `${WORD}.comments+xml`,
  relationship: `${OFFICE}/comments`,
  empty: `${HEAD}<w:comments xmlns:w="${MAIN}"></w:comments>`,
};

const THREADS: NewPart = {
  name: 'word/commentsExtended.xml',
  contentType: `${WORD}.commentsExtended+xml`,
  relationship: 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
  empty: `${HEAD}<w15:commentsEx xmlns:w15="${W15}"></w15:commentsEx>`,
};

/** A remark with the ids it and its replies have in the file. */
export interface NumberedRemark {
  readonly remark: Remark;
  readonly ids: readonly number[];
}

/** Whether a comment of the file says what a remark does: it came in with the file, and is written there. */
function saysSame(
  { author, text }: Pick<Thread, 'author' | 'text'>,
  remark: Pick<Remark, 'author' | 'text'>,
) {
  const plain = (words: string) => words.replace(/\s+/gu, ' ').trim();
  return plain(author) === plain(remark.author) && plain(text) === plain(remark.text);
}

/**
 * The remarks that do not stand in the file, each with its ids. Of one that does, the replies that do not are a remark at
 * the same place: the file's own comments stay as they are.
 *
 * @param firstId the first number no comment of the file has
 */
export function numberRemarks(
  remarks: readonly Remark[],
  known: Threads,
  firstId: number,
): readonly NumberedRemark[] {
  let next = firstId;
  return remarks.flatMap((remark) => {
    const thread = [...known.values()].find((each) => saysSame(each, remark));
    const fresh = thread
      ? remark.replies.filter((reply) => !thread.replies.some((each) => saysSame(each, reply)))
      : [remark, ...remark.replies];
    const [first, ...replies] = fresh;
    if (!first) return [];
    const ids = fresh.map(() => (next += 1) - 1);
    return [{ remark: { ...remark, ...first, replies }, ids }];
  });
}

/** Writes the texts of comments, and which of them answer which. */
export async function writeRemarks(
  parts: Package,
  main: string,
  remarks: readonly NumberedRemark[],
): Promise<void> {
  if (remarks.length === 0) return;
  let keys: readonly (readonly string[])[] = [];
  await parts.append(main, COMMENTS, (present) => {
    const w = /<((?:[^\s/>:]+:)?)comments[\s/>]/.exec(present)?.[1] ?? 'w:';
    let key = 0x50000000;
    const freeKey = (): string => {
      do key += 1;
      while (present.includes(key.toString(16).toUpperCase()));
      return key.toString(16).toUpperCase();
    };
    keys = remarks.map(({ ids }) => ids.map(freeKey));
    return remarks
      .flatMap(({ remark, ids }, n) =>
        [remark, ...remark.replies].map((each, i) => comment(each, ids[i] ?? 0, keys[n]?.[i] ?? '', w)),
      )
      .join('');
  });
  await parts.append(main, THREADS, () =>
    keys
      .flatMap(([first = '', ...replies]) => [
        thread(first, null),
        ...replies.map((reply) => thread(reply, first)),
      ])
      .join(''),
  );
}

function comment(
  { author, time, text }: Pick<Remark, 'author' | 'time' | 'text'>,
  id: number,
  key: string,
  w: string,
): string {
  const a = w || 'w:';
  const date = new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
  const lines = text.split('\n');
  const paragraphs = lines.map((line, n) => {
    // A thread is told by the last paragraph of each comment.
    const named = n === lines.length - 1 ? ` xmlns:w14="${W14}" w14:paraId="${key}"` : '';
    return `<${w}p${named}><${w}r><${w}t xml:space="preserve">${escapeXml(line)}</${w}t></${w}r></${w}p>`;
  });
  const who = escapeXml(author) || 'Triptych';
  const told = `${a}id="${id}" ${a}author="${who}" ${a}date="${date}" ${a}initials="${escapeXml(initialsOf(who))}"`;
  return `<${w}comment ${told}>${paragraphs.join('')}</${w}comment>`;
}

function initialsOf(author: string): string {
  return author
    .split(/\s+/u)
    .flatMap((name) => [...name][0] ?? [])
    .slice(0, 3)
    .join('');
}

function thread(key: string, parent: string | null): string {
  const answered = parent === null ? '' : ` w15:paraIdParent="${parent}"`;
  return `<w15:commentEx xmlns:w15="${W15}" w15:paraId="${key}"${answered} w15:done="0"/>`;
}

/** Where a comment begins, and where it ends with its sign; of a thread, all of its comments. */
export function remarkMarks(
  ids: readonly number[],
  w: string,
): { readonly start: string; readonly end: string } {
  const a = w || 'w:';
  return {
    start: ids.map((id) => `<${w}commentRangeStart ${a}id="${id}"/>`).join(''),
    end: ids
      .map(
        (id) => `<${w}commentRangeEnd ${a}id="${id}"/><${w}r><${w}commentReference ${a}id="${id}"/></${w}r>`,
      )
      .join(''),
  };
}
