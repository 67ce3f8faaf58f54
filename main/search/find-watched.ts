import { types } from 'node:util';
import { createContext, Script } from 'node:vm';
import { fail, ok, type Result } from '../../shared/model/failure';
import { LANGUAGES } from '../../shared/model/language';
import type { Row } from '../../shared/model/row';
import type { Asked } from '../../shared/search/asked';
import { patternFinder, type FindPattern, type PatternFound } from '../../shared/search/find-pattern';
import { readPattern } from '../../shared/search/pattern';
import { patternBatches } from '../../shared/search/pattern-batches';
import { countedText } from '../../shared/text/counted-text';

/** A regular expression that takes longer over the texts it is given at once (see `patternBatches`) is stopped. */
const PATTERN_LIMIT_MS = 200;

/** Calls what it is given: only what a script calls can be stopped from outside, as deep in a regular expression as it may be. */
const CALL = new Script('act()');

/**
 * Where a regular expression is found in each of these texts. Fails with what is wrong with it, or with `patternEndless` where it
 * takes too long and was stopped, as those are that try every way to part a word: "(а+)+б".
 */
export function findWatched(
  asked: Asked,
  texts: readonly string[],
): Result<readonly (readonly PatternFound[])[]> {
  const pattern = readPattern(asked);
  if (!pattern.ok) return pattern;
  const find = patternFinder(pattern.value, asked.exactMarks);
  const found: (readonly PatternFound[])[] = [];
  const act = () => {
    for (const text of texts) found.push(find(text));
  };
  try {
    CALL.runInContext(createContext({ act }), { timeout: PATTERN_LIMIT_MS });
  } catch (error) {
    if (types.isNativeError(error) && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      return fail('patternEndless');
    throw error;
  }
  return ok(found);
}

/** Finds a regular expression in all texts of these rows beforehand; fails as above. Anything else asked for is no concern of it. */
export function findInRows(rows: readonly Row[], asked: Asked): Result<FindPattern> {
  if (asked.by !== 'pattern') return ok(() => []);
  const texts = rows.flatMap(({ cells }) =>
    LANGUAGES.flatMap((language) => cells[language].paragraphs.map((each) => countedText(each).text)),
  );
  const known = new Map<string, readonly PatternFound[]>();
  for (const batch of patternBatches(texts, (text) => text.length)) {
    const found = findWatched(asked, batch);
    if (!found.ok) return found;
    for (const [n, text] of batch.entries()) known.set(text, found.value[n] ?? []);
  }
  return ok((text) => known.get(text) ?? []);
}
