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

/**
 * Makes a `knownToChecks` that gives the same object again for as long as nothing it is made of was replaced: what is told
 * from what is new by its identity, after every edit, is not put together and compared.
 */
export function rememberKnown(): typeof knownToChecks {
  let last: { readonly from: readonly unknown[]; readonly known: KnownToChecks } | null = null;
  return (settings, project) => {
    const { glossary, spellings } = project.review ?? {};
    const from = [settings.glossary, settings.words, glossary, spellings];
    if (last && from.every((each, n) => each === last?.from[n])) return last.known;
    last = { from, known: knownToChecks(settings, project) };
    return last.known;
  };
}

/** The terms of the newsroom and those of the article, lines `ru | ky | en`. */
export function allTerms(newsroomGlossary: string, { review }: Pick<Project, 'review'>): string {
  return [newsroomGlossary, review?.glossary ?? ''].filter((lines) => lines !== '').join('\n');
}
