import type { SaidArticle } from '../../../shared/contract/said-found';
import { findParagraph } from '../../../shared/model/find-paragraph';
import { bridge } from '../bridge';
import { showNews } from '../notices/notice-store';
import { openInstead } from '../project/open-snapshot';
import { projectStore } from '../project/project-store';
import { select, setView } from '../place/view-store';
import { lookForSaid } from './look-for-said';
import type { SaidAsked } from './said-store';

/**
 * Goes to a paragraph in which something was said. One of another project is opened first, in place of the open one, as
 * any project is.
 */
export async function goToSaid(
  { path }: Pick<SaidArticle, 'path'>,
  asked: SaidAsked,
  paragraphId: string,
): Promise<void> {
  if (path !== null) {
    if (!(await openInstead(() => bridge.request('project/openRecent', { path })))) return;
    // What was another article is this one now.
    void lookForSaid(asked);
  }
  const { project } = projectStore.getState();
  const row = project && findParagraph(project.rows, paragraphId)?.row;
  if (!row) return showNews('news.saidGone');
  setView({ filter: 'all' });
  select({ rowId: row.id, language: asked.language, paragraphId });
}
