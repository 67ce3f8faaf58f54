import type { SaidArticle, SaidFound, Unread } from '../../shared/contract/said-found';
import type { Language } from '../../shared/model/language';
import type { Project } from '../../shared/model/project';
import { counterpartMarker, type MarkCounterparts } from '../../shared/said/counterpart-words';
import { findSaid } from '../../shared/said/find-said';
import { readSought, type Sought } from '../../shared/said/read-sought';
import { saidRows } from '../../shared/said/said-source';
import { readOwner } from '../project/owner-note';
import { openProjectFile } from '../project/project-file';

/** A project known to this computer. */
export interface KnownProject {
  readonly path: string;
  readonly title: string;
  /** When it was last opened, ms since 1970. */
  readonly time: number;
}

/** Words that are looked for, and where. */
export interface SaidOrder {
  readonly text: string;
  readonly language: Language;
  /** Lines `ru | ky | en`. */
  readonly glossary: string;
  /** The open project where it is to be looked through; else null, and which one it is. */
  readonly open: Project | null;
  readonly openId: string;
  readonly others: readonly KnownProject[];
}

/** Another project is begun only within this: nobody waits longer for how something was said. */
const MOST_MS = 45_000;

/**
 * Looks for words in the open project and in others, each read from a private copy. One that is gone is passed over, and so
 * is a copy of one that was read; one that somebody has open, or that cannot be read, is named.
 *
 * @param now the time, ms
 */
export function findEverywhere(
  { text, language, glossary, open, openId, others }: SaidOrder,
  onProgress: (share: number) => void,
  now: () => number,
): SaidFound {
  const sought = readSought(text, language);
  if (!sought) return { articles: [], unread: [] };
  const mark = counterpartMarker(glossary);
  const begun = now();
  const articles: SaidArticle[] = open ? findIn(open, { path: null, time: begun }, sought, mark) : [];
  const unread: { title: string; why: Unread }[] = [];
  const seen = new Set([openId]);
  const newestFirst = [...others].sort((a, b) => b.time - a.time);
  for (const [n, { path, title, time }] of newestFirst.entries()) {
    onProgress(n / newestFirst.length);
    const read = now() - begun > MOST_MS ? 'noTime' : readProject(path);
    if (read === 'gone') continue;
    if (typeof read === 'string') unread.push({ title, why: read });
    else if (!seen.has(read.id)) {
      seen.add(read.id);
      articles.push(...findIn(read, { path, time }, sought, mark));
    }
  }
  return { articles, unread };
}

function findIn(
  { title, rows }: Project,
  where: Pick<SaidArticle, 'path' | 'time'>,
  sought: Sought,
  mark: MarkCounterparts,
): SaidArticle[] {
  const found = findSaid(sought, saidRows(rows), mark);
  return found.said.length > 0 ? [{ ...found, ...where, title }] : [];
}

function readProject(path: string): Project | Unread | 'gone' {
  if (readOwner(path)) return 'inUse';
  const opened = openProjectFile(path, { readOnly: true });
  if (!opened.ok) {
    const { code } = opened.failure;
    return code === 'projectNotFound' ? 'gone' : code === 'projectInUse' ? 'inUse' : 'unreadable';
  }
  const project = opened.value.project();
  opened.value.close();
  return project;
}
