import type { Failure } from '../model/failure';
import { cutParams } from '../model/cut-text';

/** Paths are shown whole where their folder has an ordinary name. */
const LONGEST_PATH = 1000;

/** i18next's translate function, as far as it is needed here. */
type Translate = (key: string, params: Readonly<Record<string, string | number>>) => string;

/** The sentence that tells a person of a failure: what happened, and what to do next. */
export function failureSentence({ code, params }: Failure, t: Translate): string {
  const { found, path, excess } = params;
  // Sentences name a file where there is one, also when the failure only tells its path.
  const file = path === undefined ? {} : { file: String(path).split(/[\\/]/).at(-1) ?? '' };
  const named = found === undefined ? {} : { found: t(`found.${found}`, { defaultValue: found }) };
  // What there is too much of, with its measure: "a paragraph can have 100,000 characters".
  const most = excess === undefined ? {} : { most: t(`excess.${excess}`, { limit: params.limit ?? 0 }) };
  return t(`failure.${code}`, cutParams({ ...file, ...params, ...named, ...most }, LONGEST_PATH));
}
