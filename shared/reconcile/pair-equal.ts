import type { Role } from '../model/paragraph';

/** What is looked at to find a paragraph again in another draft. */
export interface ParagraphText {
  readonly role: Role;
  readonly text: string;
  /** List marker or footnote label; empty for other roles. */
  readonly label: string;
}

/** For each paragraph of either side the position of its other self, -1 while it has none. */
export interface Pairs {
  readonly toAfter: number[];
  readonly toBefore: number[];
}

/**
 * Pairs paragraphs whose text is the same; first letter for letter, then whatever the spacing, the punctuation
 * and the case. Text that stands once on each side is paired wherever it is, as in Bram Cohen's patience diff;
 * text that stands several times is paired beside what is paired already, then in order.
 */
export function pairEqual(before: readonly ParagraphText[], after: readonly ParagraphText[]): Pairs {
  const pairs = {
    toAfter: new Array<number>(before.length).fill(-1),
    toBefore: new Array<number>(after.length).fill(-1),
  };
  for (const keyOf of [exactKey, looseKey]) {
    const keys = {
      before: before.map((each, b) => (pairs.toAfter[b] === -1 ? keyOf(each) : '')),
      after: after.map((each, a) => (pairs.toBefore[a] === -1 ? keyOf(each) : '')),
    };
    pairEnds(keys, pairs);
    pairUnique(keys, pairs);
    pairNeighbours(keys, pairs);
    pairInOrder(keys, pairs);
  }
  return pairs;
}

interface Keys {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function exactKey({ role, text }: ParagraphText): string {
  return `${role}\u0000${text}`;
}

/** Text without a letter or a digit ("* * *") is only equal to itself. */
function looseKey({ text }: ParagraphText): string {
  const letters = text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return letters === '' ? `\u0000${text}` : letters;
}

function pair({ toAfter, toBefore }: Pairs, b: number, a: number): void {
  toAfter[b] = a;
  toBefore[a] = b;
}

/** Whether both positions are there, free and equal. */
function canPair(keys: Keys, { toAfter, toBefore }: Pairs, b: number, a: number): boolean {
  return toAfter[b] === -1 && toBefore[a] === -1 && keys.before[b] === keys.after[a];
}

/** What is the same at the start and at the end of both. */
function pairEnds(keys: Keys, pairs: Pairs): void {
  for (let i = 0; canPair(keys, pairs, i, i); i += 1) pair(pairs, i, i);
  const [b, a] = [keys.before.length - 1, keys.after.length - 1];
  for (let i = 0; canPair(keys, pairs, b - i, a - i); i += 1) pair(pairs, b - i, a - i);
}

function pairUnique(keys: Keys, pairs: Pairs): void {
  const places = freePlaces(keys.after, pairs.toBefore);
  for (const [key, own] of freePlaces(keys.before, pairs.toAfter)) {
    const others = places.get(key) ?? [];
    const [b, a] = [own[0], others[0]];
    if (b !== undefined && a !== undefined && own.length === 1 && others.length === 1) pair(pairs, b, a);
  }
}

function pairNeighbours(keys: Keys, pairs: Pairs): void {
  for (const step of [1, -1]) {
    const positions = [...pairs.toAfter.keys()];
    for (const b of step === 1 ? positions : positions.reverse()) {
      const a = pairs.toAfter[b] ?? -1;
      if (a !== -1 && canPair(keys, pairs, b + step, a + step)) pair(pairs, b + step, a + step);
    }
  }
}

function pairInOrder(keys: Keys, pairs: Pairs): void {
  const places = freePlaces(keys.after, pairs.toBefore);
  for (const [key, own] of freePlaces(keys.before, pairs.toAfter)) {
    for (const [i, a] of (places.get(key) ?? []).entries()) {
      const b = own[i];
      if (b !== undefined) pair(pairs, b, a);
    }
  }
}

function freePlaces(
  keys: readonly string[],
  others: readonly number[],
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [position, key] of keys.entries()) {
    if (others[position] !== -1) continue;
    const known = places.get(key);
    if (known) known.push(position);
    else places.set(key, [position]);
  }
  return places;
}
