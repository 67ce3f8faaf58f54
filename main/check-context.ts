import type { CheckContext } from '../shared/checks/check';
import { perLanguage } from '../shared/model/language';
import type { Project } from '../shared/model/project';

/** What checks are told before anything is open. */
export const NOTHING_KNOWN: CheckContext = { glossary: '' };

/**
 * What checks know beside the texts, in the window as on the command line: the newsroom's terms, and the words that are
 * agreed for the article. Plain values, which can be sent to another process.
 *
 * @param newsroomGlossary its terms as they were written
 */
export function checkContext(newsroomGlossary: string, project: Pick<Project, 'review'>): CheckContext {
  const { spellings = [] } = project.review ?? {};
  return {
    glossary: allTerms(newsroomGlossary, project),
    approved: perLanguage((language) =>
      spellings.flatMap((each) => (each.language === language ? each.text : [])),
    ),
  };
}

/** The terms of the newsroom and those of the article, lines `ru | ky | en`. */
export function allTerms(newsroomGlossary: string, { review }: Pick<Project, 'review'>): string {
  return [newsroomGlossary, review?.glossary ?? ''].filter((lines) => lines !== '').join('\n');
}
