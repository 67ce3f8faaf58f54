import type { Failure, FailureCode } from '../model/failure';
import { cutParams } from '../model/cut-text';
import { fileOfPath } from './file-of-path';

/** Paths are shown whole where their folder has an ordinary name. */
const LONGEST_PATH = 1000;

/** i18next's translate function, as far as it is needed here. */
type Translate = (key: string, params: Readonly<Record<string, string | number>>) => string;

/** The sentence that tells a person of a failure: what happened, and what to do next. */
export function failureSentence({ code, params }: Failure, t: Translate): string {
  const { found, path, excess } = params;
  // Sentences name a file where there is one, also when the failure only tells its path.
  const file = path === undefined ? {} : { file: fileOfPath(String(path)) };
  const named = found === undefined ? {} : { found: t(`found.${found}`, { defaultValue: found }) };
  const spoken = params.language === undefined ? {} : { language: t(`language.${params.language}`, {}) };
  // What there is too much of, with its measure: "a paragraph can have 100,000 characters".
  const most = excess === undefined ? {} : { most: t(`excess.${excess}`, { limit: params.limit ?? 0 }) };
  return t(`failure.${code}`, cutParams({ ...file, ...params, ...named, ...spoken, ...most }, LONGEST_PATH));
}

/** Why something waits to be kept, which is safe and tried again: nothing is lost, and nobody has to repeat it. */
export const WAITING: readonly FailureCode[] = [
  'diskFull',
  'folderNotWritable',
  'writeFailed',
  'projectInUse',
  'projectReadOnly',
];

/** As `failureSentence`, of what is tried again by itself until it succeeds. */
export function waitingSentence(failure: Failure, t: Translate): string {
  return WAITING.includes(failure.code) ? t(`waiting.${failure.code}`, {}) : failureSentence(failure, t);
}
