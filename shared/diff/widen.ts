import type { Change } from './change';

const CURRENCY = '$€£¥₽₸⃀';

const UNIT = `[%‰${CURRENCY}]|°[CСF]?`;
const LABEL = `[№§${CURRENCY}]`;
const SPACE = '[ \\u00A0\\u202F]?';

/** What belongs to the number before it: "5 %", "5°C", "5 €", "[5]". */
const AFTER_NUMBER = new RegExp(`^(?:${SPACE}(?:${UNIT})|\\])`, 'u');

/** What belongs to the number after it: "$5", "№ 5", "§ 5", "−5" after a space, "[5". */
const BEFORE_NUMBER = new RegExp(`(?:${LABEL}${SPACE}|(?<=^|[\\s(])[-−–+±]|(?<=\\S)\\[)$`, 'u');

/** A unit or label that is itself what changed. */
const UNIT_FIRST = new RegExp(`^${SPACE}(?:${UNIT})`, 'u');
const LABEL_LAST = new RegExp(`${LABEL}${SPACE}$`, 'u');

const DIGITS = '\\p{Nd}+(?:[.,:\\u00A0\\u202F ]\\p{Nd}+)*';
const NUMBER_LAST = new RegExp(`(?<![\\p{L}\\p{N}.,])${DIGITS}$`, 'u');
const NUMBER_FIRST = new RegExp(`^${DIGITS}(?![\\p{L}\\p{N}])`, 'u');

const DIGIT_FIRST = /^\p{Nd}/u;
const DIGIT_LAST = /\p{Nd}$/u;

/** No number is longer, in UTF-16 units; bounds the time the patterns can take. */
const REACH = 40;

/** "т. д", "ж.б", "U.S": an abbreviation of several words that lacks its last full stop. */
const OPEN_ABBREVIATION = /(?<!\p{L})\p{L}\.\s?\p{L}$/u;

/**
 * Takes into a change what is one with what changed, though it stayed: the unit or label of a number, the number
 * of a unit or label, the last full stop of an abbreviation.
 *
 * "[5→7]%" → "[5%→7%]", "5[%→ пунктов]" → "[5%→5 пунктов]", "[т.д→так далее]." → "[т.д.→так далее.]"
 */
export function widenToWholes(before: string, after: string, changes: readonly Change[]): readonly Change[] {
  const widened: Change[] = [];
  changes.forEach(({ from, to, afterFrom, afterTo }, n) => {
    const old = before.slice(from, to);
    const now = after.slice(afterFrom, afterTo);
    // What stays around it, up to the changes next to it.
    const head = lengthBefore(old, now, before.slice(Math.max(widened.at(-1)?.to ?? 0, from - REACH), from));
    const tail = lengthAfter(old, now, before.slice(to, changes[n + 1]?.from));
    widened.push({ from: from - head, to: to + tail, afterFrom: afterFrom - head, afterTo: afterTo + tail });
  });
  return widened;
}

function lengthBefore(old: string, now: string, left: string): number {
  const either = (pattern: RegExp) => pattern.test(old) || pattern.test(now);
  if (either(UNIT_FIRST)) return NUMBER_LAST.exec(left)?.[0].length ?? 0;
  if (old === '' || now === '' || !either(DIGIT_FIRST)) return 0;
  return BEFORE_NUMBER.exec(left)?.[0].length ?? 0;
}

function lengthAfter(old: string, now: string, right: string): number {
  const either = (pattern: RegExp) => pattern.test(old) || pattern.test(now);
  if (either(LABEL_LAST)) return NUMBER_FIRST.exec(right)?.[0].length ?? 0;
  if (old === '' || now === '') return 0;
  if (either(OPEN_ABBREVIATION) && right.startsWith('.')) return 1;
  return either(DIGIT_LAST) ? (AFTER_NUMBER.exec(right)?.[0].length ?? 0) : 0;
}
