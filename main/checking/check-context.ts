import type { CheckContext } from '../../shared/checks/engine/check';
import type { Settings } from '../../shared/contract/settings';
import { perLanguage } from '../../shared/model/language';
import type { Project } from '../../shared/model/project';

/** What the app tells the checks beside the texts, as plain values that can be sent to another process. */
export interface KnownToChecks {
  readonly context: Omit<CheckContext, 'spelling'>;
  /** Words people added to the dictionaries. */
  readonly words: readonly string[];
}

/** What checks are told before anything is open. */
export const NOTHING_KNOWN: KnownToChecks = { context: { glossary: '' }, words: [] };

/** What checks know in the window and on the command line: of the newsroom, and of what is agreed for the article. */
export function knownToChecks(
  { glossary, words }: Pick<Settings, 'glossary' | 'words'>,
  project: Pick<Project, 'review'>,
): KnownToChecks {
  const { spellings = [] } = project.review ?? {};
  const approved = perLanguage((language) =>
    spellings.flatMap((each) => (each.language === language ? each.text : [])),
  );
  return { context: { glossary: allTerms(glossary, project), approved }, words };
}

/** The terms of the newsroom and those of the article, lines `ru | ky | en`. */
export function allTerms(newsroomGlossary: string, { review }: Pick<Project, 'review'>): string {
  return [newsroomGlossary, review?.glossary ?? ''].filter((lines) => lines !== '').join('\n');
}
