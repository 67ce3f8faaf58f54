import { isVowel, soundAfter, soundOf, spellOut, type Sound } from './sounds';
import { SUFFIXES, writtenAfter, type State, type Suffix } from './suffixes';

/** A word that suffixes may follow: as a noun or adjective does, as a verb does, or not at all. */
export type PartOfSpeech = 'noun' | 'verb' | 'fixed';

export interface Analysis {
  /** As it stands in dictionaries, a verb without an ending. */
  readonly stem: string;
  readonly partOfSpeech: PartOfSpeech;
  /** As they are written in this word, in order. */
  readonly suffixes: readonly string[];
}

/**
 * Says what stems with what suffixes a word in small letters may be, the longest stem first; nothing where none.
 *
 * @param isLoan whether letters are a word of another language that Kyrgyz uses as a noun: asked where no stem fits
 */
export type Analyser = (word: string, isLoan?: (word: string) => boolean) => readonly Analysis[];

/** Shorter words of another language begin too many Kyrgyz ones. */
const SHORTEST_LOAN = 5;

/** Longer ones are no words; it also bounds the time. */
const LONGEST = 40;

/** Spelled out it may have twice as many. */
const LONGEST_SPELLED = 2 * LONGEST + 1;

/** So many suffixes a word has at most. */
const MOST_SUFFIXES = 8;

interface Entry {
  readonly stem: string;
  readonly partOfSpeech: PartOfSpeech;
}

/** An analyser that knows these stems. */
export function makeAnalyser(stems: Iterable<readonly [stem: string, partOfSpeech: PartOfSpeech]>): Analyser {
  const entries = new Map<string, Entry[]>();
  const add = (spelled: string, entry: Entry): void => {
    const there = entries.get(spelled);
    if (!there) entries.set(spelled, [entry]);
    else if (
      !there.some(({ stem, partOfSpeech }) => stem === entry.stem && partOfSpeech === entry.partOfSpeech)
    )
      there.push(entry);
  };
  for (const [stem, partOfSpeech] of stems) {
    const entry = { stem, partOfSpeech };
    const spelled = spellOut(stem);
    add(spelled, entry);
    // A soft sign is not written before suffixes: апрель, апрелде.
    if (spelled.endsWith('ь')) add(spelled.slice(0, -1), entry);
    // башта-, баштоо: the vowel of the stem is part of the long one.
    if (partOfSpeech === 'verb' && isVowel(spelled.at(-1)))
      add(contracted(spelled), { stem, partOfSpeech: 'noun' });
    // Behind a vowel "-ар" only makes it long: башта-, баштаар, and иште-, иштээр.
    const last = spelled.at(-1) ?? '';
    if (partOfSpeech === 'verb' && 'аоеө'.includes(last))
      add(spelled.slice(0, -1) + (last === 'е' ? 'ээ' : last + last) + 'р', { stem, partOfSpeech: 'noun' });
  }
  return (word, isLoan) => {
    if (word.length > LONGEST) return [];
    const spelled = spellOut(word);
    const found: Analysis[] = [];
    const failed = new Set<number>();
    for (let size = spelled.length; size > 1; size -= 1) {
      const stem = spelled.slice(0, size);
      const before = isVowel(spelled[size]);
      const hard = before ? entries.get(hardened(stem)) : undefined;
      const plain = before && isSoftening(stem) ? undefined : entries.get(stem);
      if (!plain && !hard) continue;
      const known = [...(plain ?? []), ...(hard ?? [])];
      const sound = soundOf(stem);
      for (const entry of known) {
        if (entry.partOfSpeech === 'fixed' || !sound) {
          if (size === spelled.length) found.push({ ...entry, suffixes: [] });
          continue;
        }
        const place = placeAfter(entry.partOfSpeech, sound);
        const suffixes = walk(spelled, size, place, MOST_SUFFIXES, failed);
        if (suffixes) found.push({ ...entry, suffixes });
      }
    }
    if (found.length > 0 || !isLoan) return found;
    return readLoan(word, isLoan);
  };
}

function readLoan(word: string, isLoan: (word: string) => boolean): readonly Analysis[] {
  const failed = new Set<number>();
  for (let size = word.length; size >= SHORTEST_LOAN; size -= 1) {
    const stem = word.slice(0, size);
    const sound = soundOf(stem);
    const suffixes = sound && walk(word, size, placeAfter('noun', sound), MOST_SUFFIXES, failed);
    if (suffixes && isLoan(stem)) return [{ stem, partOfSpeech: 'noun', suffixes }];
  }
  return [];
}

/** Whether the last к or п of a stem softens before a vowel: тилек, тилеги. Behind a consonant it may stay: банкы. */
function isSoftening(stem: string): boolean {
  const last = stem.at(-1);
  return (last === 'к' || last === 'п') && isVowel(stem.at(-2));
}

/** A stem as it is where no vowel softens its end; '' where it does not end so. */
function hardened(stem: string): string {
  const last = stem.at(-1);
  if (last === 'г') return `${stem.slice(0, -1)}к`;
  return last === 'б' ? `${stem.slice(0, -1)}п` : '';
}

function contracted(verb: string): string {
  const last = verb.at(-1);
  const back = /[аоуы][^аеоөиыуүэ]*$/u.test(verb);
  const long = last === 'а' || last === 'о' ? 'оо' : last === 'е' || last === 'ө' ? 'өө' : back ? 'уу' : 'үү';
  return verb.slice(0, -1) + long;
}

/**
 * The suffixes from an offset of a word to its end, or null where no way leads there.
 *
 * @param failed places and offsets from where none led there
 */
function walk(
  word: string,
  at: number,
  from: Place,
  left: number,
  failed: Set<number>,
): readonly string[] | null {
  if (at === word.length) return from.state === 'wish' ? null : [];
  const here = from.id * LONGEST_SPELLED + at;
  if (left === 0 || failed.has(here)) return null;
  for (const { hard, soft, to } of stepsFrom(from).get(word.charAt(at)) ?? []) {
    const taken = soft !== null && isVowel(word[at + hard.length]) ? soft : hard;
    if (!word.startsWith(taken, at)) continue;
    const more = walk(word, at + taken.length, to, left - 1, failed);
    if (more) return [taken, ...more];
  }
  failed.add(here);
  return null;
}

/** A place within a word: what it is so far and how it ends. There are few, and what may follow each is worked out once. */
interface Place {
  readonly id: number;
  readonly state: State;
  readonly sound: Sound;
  steps: ReadonlyMap<string, readonly Step[]> | null;
}

/** A suffix as it is written at a place. */
interface Step {
  readonly hard: string;
  /** The same before a vowel, where its last к or п softens: -лык, -лыгы; null where it ends otherwise. */
  readonly soft: string | null;
  readonly to: Place;
}

const places = new Map<string, Place>();

function placeAfter(state: State, sound: Sound): Place {
  const key = state + sound.open + sound.closed + sound.end;
  const known = places.get(key);
  if (known) return known;
  const place: Place = { id: places.size, state, sound, steps: null };
  places.set(key, place);
  return place;
}

/** By the letter they begin with. */
function stepsFrom(place: Place): ReadonlyMap<string, readonly Step[]> {
  if (place.steps) return place.steps;
  const steps = new Map<string, Step[]>();
  for (const suffix of SUFFIXES[place.state]) {
    if (!mayStand(suffix, place.sound)) continue;
    for (const hard of writtenAfter(suffix.form, place.sound)) {
      const soft =
        hard.length < 2
          ? null
          : /к$/u.test(hard)
            ? `${hard.slice(0, -1)}г`
            : /п$/u.test(hard)
              ? `${hard.slice(0, -1)}б`
              : null;
      const step = { hard, soft, to: placeAfter(suffix.to, soundAfter(place.sound, hard)) };
      const first = hard.charAt(0);
      const there = steps.get(first);
      if (there) there.push(step);
      else steps.set(first, [step]);
    }
  }
  place.steps = steps;
  return steps;
}

function mayStand({ behind }: Suffix, { end }: Sound): boolean {
  if (behind === undefined) return true;
  if (behind === 'vowel') return end === 'vowel';
  return behind === 'consonant' ? end !== 'vowel' : end === 'vowel' || end === 'glide';
}
