import type { RichText } from '../model/paragraph';
import { countedText } from '../text/counted-text';
import { foldMarks, type Folded, type Found } from '../text/find';
import type { Pattern } from './pattern';

/** Where the groups of a regular expression were found, by number from 1 and by name; null where one took no part. */
export type Groups = Readonly<Record<string, Found | null>>;

/** A place a regular expression found, with its groups if it has any. */
export interface PatternFound extends Found {
  readonly groups?: Groups;
}

/** Finds the places of a regular expression in a text that counts (`countedText`). */
export type FindPattern = (text: string) => readonly PatternFound[];

/**
 * Makes a function that finds a regular expression, from left to right without overlaps; empty places are none. It may take for
 * ever, and is only to be called where it can be stopped.
 */
export function patternFinder({ source, flags }: Pattern, exactMarks: boolean): FindPattern {
  // To be told where groups are takes time.
  const regex = new RegExp(source, /\((?!\?[:=!])/.test(source) ? `${flags}d` : flags);
  return (text) => {
    const folded = exactMarks ? { text, starts: null, ends: null } : foldMarks(text);
    return [...folded.text.matchAll(regex)].flatMap((match) => {
      const [words] = match;
      if (words === '') return [];
      const place = spanIn(folded, [match.index, match.index + words.length]);
      const groups = groupsOf(match, folded);
      return [groups ? { ...place, groups } : place];
    });
  };
}

function groupsOf({ indices }: RegExpExecArray, folded: Folded): Groups | null {
  if (!indices || indices.length < 2) return null;
  const named: readonly (readonly [string, [number, number] | undefined])[] = [
    // Where a group took no part there is no span, whatever the types say.
    ...indices.slice(1).map((span, n) => [String(n + 1), span] as const),
    ...Object.entries(indices.groups ?? {}),
  ];
  return Object.fromEntries(named.map(([name, span]) => [name, span ? spanIn(folded, span) : null]));
}

function spanIn({ starts, ends }: Folded, [start, end]: readonly [number, number]): Found {
  if (!starts || !ends) return { start, end };
  const from = starts[start] ?? ends.at(-1) ?? 0;
  return { start: from, end: end > start ? (ends[end - 1] ?? from) : from };
}

/** Where places in what a text says (`countedText`) are in the text. */
export function placesInText(text: RichText, found: readonly PatternFound[]): readonly PatternFound[] {
  const counted = countedText(text);
  if (counted.isWhole) return found;
  return found.map(({ start, end, groups }) => ({
    ...counted.spanIn({ start, end }),
    ...(groups && {
      groups: Object.fromEntries(
        Object.entries(groups).map(([name, span]) => [name, span && counted.spanIn(span)]),
      ),
    }),
  }));
}
