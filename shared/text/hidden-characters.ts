/** A character nobody sees, though the text reads or compares otherwise because of it; UTF-16 offsets. */
export interface HiddenCharacter {
  readonly start: number;
  readonly end: number;
  /** "U+202E" */
  readonly code: string;
  /** Whether it turns the direction of writing for what comes after it. */
  readonly turns: boolean;
}

const TURNS = /[\u202a-\u202e\u2066-\u2069]/u;

/** What no text in one of the three languages has a use for: it separates letters that seem to stand together. */
const NEVER = /[\u034f\u115f\u1160\u17b4\u17b5\u180e\u2061-\u2064\u206a-\u206f\u3164\uffa0\ufff9-\ufffb]/u;

/** Joiners, which make one picture of several emoji, and would divide letters of these alphabets. */
const JOINERS =
  /(?<=[\p{Script=Cyrillic}\p{Script=Latin}\p{N}])[\u200c\u200d]|[\u200c\u200d](?=[\p{Script=Cyrillic}\p{Script=Latin}\p{N}])/u;

/** Marks of direction, which Arabic or Hebrew words in an article may need. */
const MARKS = /[\u061c\u200e\u200f]/u;

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

const ALL = new RegExp([TURNS, NEVER, JOINERS, MARKS].map(({ source }) => source).join('|'), 'gu');

/**
 * The hidden characters of a text. Soft hyphens and the like never get into one (see normalise-rich.ts); no-break
 * spaces, word joiners and the joiners of emoji are typography.
 */
export function hiddenCharacters(text: string): readonly HiddenCharacter[] {
  const mayMark = RIGHT_TO_LEFT.test(text);
  return [...text.matchAll(ALL)].flatMap(({ 0: character, index: start }) => {
    if (mayMark && MARKS.test(character)) return [];
    const code = `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
    return [{ start, end: start + character.length, code, turns: TURNS.test(character) }];
  });
}

/** The sign of a hidden character where a text is shown without markup. */
const SIGN = '\u25ca';

/** A text with a sign in place of each hidden character: for titles and lists, which it would turn as well. */
export function showHidden(text: string): string {
  let shown = '';
  let from = 0;
  for (const { start, end } of hiddenCharacters(text)) {
    shown += text.slice(from, start) + SIGN;
    from = end;
  }
  return shown + text.slice(from);
}
