import type { Thread, Threads } from './threads';
import { normaliseRich } from '../../../shared/text/normalise-rich';
import type { Archive } from './archive';
import { isAccepted, ParagraphReader, type RawParagraph } from './paragraphs';
import { PRESENT_READING } from '../reading';
import { readRelationships } from './relationships';
import { readAuthorship, type Authorship } from './revisions';
import type { Styles } from './styles';
import { Unreadable } from './unreadable';
import { readXml, toSwitch } from './xml';

/** Comments and replies read of one file; an article has fewer, and an attacker is not to fill memory. */
const MOST_COMMENTS = 2_000;

/** UTF-16 units; what is longer is cut. */
const LONGEST_COMMENT = 10_000;

interface Comment extends Authorship {
  readonly id: string;
  readonly text: string;
  /** The ids of its paragraphs, as far as they have any: by one of them its place in a thread is told. */
  readonly paragraphs: readonly string[];
}

/**
 * Reads the comments of a file and gathers them in threads (ECMA-376 part 1, 17.13.4; [MS-DOCX] 2.5.1.1
 * commentEx). A part that is missing or damaged gives as many as can be read; comments without any text are left
 * out.
 *
 * @param part the name of each part; undefined if the file has none
 * @throws Unreadable `fileUnsafe`, as any part
 */
export async function readComments(
  archive: Archive,
  part: { readonly comments: string | undefined; readonly threads: string | undefined },
  styles: Styles,
): Promise<Threads> {
  const comments: Comment[] = [];
  await readAsFarAsPossible(() => gatherComments(archive, part.comments ?? '', styles, comments));
  const places = new Map<string, ThreadPlace>();
  if (comments.length > 0)
    await readAsFarAsPossible(() => gatherThreads(archive, part.threads ?? '', places));
  return makeThreads(comments, places);
}

async function readAsFarAsPossible(read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof Unreadable) || error.failure.code === 'fileUnsafe') throw error;
  }
}

async function gatherComments(
  archive: Archive,
  part: string,
  styles: Styles,
  comments: Comment[],
): Promise<void> {
  const chunks = archive.read(part);
  if (!chunks) return;
  // What is found here is told of the comment, if at all, and not of the article.
  const findings = {
    reading: PRESENT_READING,
    pictures: 0,
    symbols: 0,
    embedded: 0,
    charts: 0,
    diagrams: 0,
    notesByBookmark: new Map<string, string>(),
  };
  const reader = new ParagraphReader(styles, await readRelationships(archive, part), findings);
  let texts: string[] = [];
  let paragraphs: string[] = [];
  let attributes: Readonly<Record<string, string>> = {};
  await readXml(chunks, {
    units: ['w:p'],
    enter: (name, own) => {
      if (name !== 'w:comment') return;
      texts = [];
      paragraphs = [];
      attributes = own;
    },
    unit: (element) => {
      const id = element.attributes['w14:paraId'];
      if (id !== undefined) paragraphs.push(id);
      for (const paragraph of reader.read(element)) texts.push(paragraphText(paragraph));
    },
    leave: (name) => {
      if (name !== 'w:comment' || comments.length >= MOST_COMMENTS) return;
      const text = texts.filter((line) => line !== '').join('\n');
      const cut = text
        .slice(0, LONGEST_COMMENT)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd();
      comments.push({ ...readAuthorship(attributes), id: attributes['w:id'] ?? '', text: cut, paragraphs });
    },
  });
}

function paragraphText({ pieces }: RawParagraph): string {
  const accepted = pieces.filter(isAccepted);
  return normaliseRich(accepted.map(({ text }) => text).join(''), []).text;
}

interface ThreadPlace {
  /** The paragraph of the comment that is replied to. */
  readonly parent: string | undefined;
  readonly resolved: boolean;
}

async function gatherThreads(
  archive: Archive,
  part: string,
  places: Map<string, ThreadPlace>,
): Promise<void> {
  const chunks = archive.read(part);
  if (!chunks) return;
  await readXml(chunks, {
    units: ['w15:commentEx'],
    unit: ({ attributes }) => {
      places.set(attributes['w15:paraId'] ?? '', {
        parent: attributes['w15:paraIdParent'],
        resolved: toSwitch(attributes['w15:done'] ?? '0'),
      });
    },
  });
}

function makeThreads(comments: readonly Comment[], places: ReadonlyMap<string, ThreadPlace>): Threads {
  const byParagraph = new Map(
    comments.flatMap((comment) => comment.paragraphs.map((id) => [id, comment] as const)),
  );
  const placeOf = new Map(
    comments.map((comment) => {
      const all = comment.paragraphs.map((id) => places.get(id));
      return [comment, all.findLast((place) => place !== undefined)] as const;
    }),
  );
  const parentOf = (comment: Comment): Comment | undefined => {
    const parent = placeOf.get(comment)?.parent;
    return parent === undefined ? undefined : byParagraph.get(parent);
  };
  const replies = new Map<Comment, Comment[]>(comments.map((comment) => [comment, []]));
  const roots: Comment[] = [];
  for (const comment of comments) {
    const root = findRoot(comment, parentOf);
    if (root === comment) roots.push(comment);
    else replies.get(root)?.push(comment);
  }
  const threads = new Map<string, Thread>();
  for (const root of roots) {
    const { id, author, time, text } = root;
    const answers = (replies.get(root) ?? [])
      .filter((reply) => reply.text !== '')
      .map((reply) => ({ author: reply.author, time: reply.time, text: reply.text }));
    if (threads.has(id) || (text === '' && answers.length === 0)) continue;
    threads.set(id, { author, time, text, replies: answers, resolved: placeOf.get(root)?.resolved ?? false });
  }
  return threads;
}

/** The comment a thread begins with; one that leads into a circle is no reply at all. */
function findRoot(comment: Comment, parentOf: (comment: Comment) => Comment | undefined): Comment {
  const seen = new Set<Comment>();
  for (let at = comment; ;) {
    seen.add(at);
    const parent = parentOf(at);
    if (!parent) return at;
    if (seen.has(parent)) return comment;
    at = parent;
  }
}
