import type { Language } from '../model/language';
import { segmentSentences } from './sentences';
import { tokenise, type Token } from './tokens';

/** A capitalised word, `text.slice(start, end)` in UTF-16 offsets; of an English possessive without its 's. */
export interface NameWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it would be written with a capital anyway, because a sentence begins, or in a heading all in capitals. */
  readonly forced: boolean;
  /** ЕС, UN, АКШнын: these are translated, not written by sound. */
  readonly abbreviation: boolean;
  /** Counts the runs of capitalised words ("Almazbek Atambayev") of the text, from 0. */
  readonly run: number;
}

const POSSESSIVE = /['’](?:s|S)?$/u;

/** The longest word that is taken for a name, in UTF-16 units: what compares names takes time by their lengths. */
const LONGEST = 100;

/** Two capitals at least, then perhaps an ending: США, АКШнын, БУУга, G7. */
const ABBREVIATION = /^\p{Lu}[\p{Lu}\p{N}.&-]*[\p{Lu}\p{N}](?:-?\p{Ll}{1,8})?$/u;

/** More of the longer words of an English sentence than this with a capital: a headline in title case. */
const TITLE_CASE = 0.9;

/** Fewer longer words do not tell a headline. */
const FEWEST_WORDS = 4;

/**
 * The capitalised words of a text in order: names of people, places and institutions, and words that begin a
 * sentence, which are marked. Initials (А. С.) belong to a run but are no words of it. Hyphenated names
 * (Ысык-Көл) are one word.
 */
export function readNames(text: string, language: Language): readonly NameWord[] {
  if (!/\p{Lu}/u.test(text)) return [];
  const shouted = !/\p{Ll}/u.test(text);
  const tokens = tokenise(text);
  const sentences = segmentSentences(text, language);
  const names: NameWord[] = [];
  let sentence = -1;
  let titled = false;
  let run = 0;
  // Whether nothing but space and initials came since the last capitalised word, and whether a sentence begins.
  let joined = false;
  let opening = true;
  tokens.forEach((token, n) => {
    while ((sentences[sentence + 1]?.start ?? Infinity) <= token.start) {
      sentence += 1;
      opening = true;
      joined = false;
      titled = language === 'en' && isTitle(tokens, n, sentences[sentence]?.end ?? 0);
    }
    if (token.kind === 'space') return;
    if (token.kind !== 'word' && token.kind !== 'number') {
      if (/^[«“„"‘(:;—–•*]$/u.test(token.text)) opening = true;
      if (token.text !== '.' || !isInitial(tokens[n - 1])) joined = false;
      return;
    }
    if (token.text.length > LONGEST || !/^\p{N}*\p{Lu}/u.test(token.text)) {
      joined = false;
      opening = false;
      return;
    }
    if (isInitial(token) && tokens[n + 1]?.text === '.') {
      if (!joined) run += 1;
      joined = true;
      opening = false;
      return;
    }
    if (!joined) run += 1;
    joined = true;
    const bare = language === 'en' ? token.text.replace(POSSESSIVE, '') : token.text;
    names.push({
      text: bare,
      start: token.start,
      end: token.start + bare.length,
      forced: opening || shouted || titled,
      abbreviation: !shouted && ABBREVIATION.test(bare),
      run,
    });
    opening = false;
  });
  return names;
}

function isInitial(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}$/u.test(token.text);
}

function isTitle(tokens: readonly Token[], from: number, end: number): boolean {
  let longer = 0;
  let capitals = 0;
  for (let n = from; n < tokens.length; n += 1) {
    const token = tokens[n];
    if (token === undefined || token.start >= end) break;
    if (token.kind !== 'word' || token.text.length < 5) continue;
    longer += 1;
    if (/^\p{Lu}/u.test(token.text)) capitals += 1;
  }
  return longer >= FEWEST_WORDS && capitals / longer > TITLE_CASE;
}
