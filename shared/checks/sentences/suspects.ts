import type { SentenceLink, SentenceRef } from '../../align/link-sentences';
import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../../model/language';
import type { CheckedRow } from '../engine/check';
import { compareWords, type FoundAgain } from './found-again';
import { expectedLength, lengthOff, type Measured } from './lengths';
import { lengthOf, linksOf } from './sentence-links';

/** What speaks for or against a version lacking what others say. */
export interface SuspectTraits {
  /** How many standard deviations the version is too short, 0 to 6. */
  readonly short: number;
  /** How many it would still be off if the others did not say it either, 0 to 6; 0 for a part of a sentence. */
  readonly offWithout: number;
  /** Log odds of the link, -4 to 4. */
  readonly sure: number;
  /** How much of what is said is found in the version after all, 0 to 1; 0 for a part of a sentence. */
  readonly found: number;
  /** ln of the length of what is said, in UTF-16 units, less that of 100. */
  readonly size: number;
  /** Whether another version says it in more sentences, 0 or 1. */
  readonly fewer: number;
}

/** What some versions of a row say and another seems to lack. */
export interface Suspect {
  /** `gap`: whole sentences of two versions; `part`: of a sentence; `extra`: whole sentences of one version. */
  readonly kind: 'gap' | 'part' | 'extra';
  /** The odd version: that which lacks it, or for `extra` has it. */
  readonly language: Language;
  readonly said: PerLanguage<readonly SentenceRef[]>;
  /** The sentence of each version before it. */
  readonly before: PerLanguage<SentenceRef | undefined>;
  readonly traits: SuspectTraits;
}

/** Shorter ones are remains of how sentences were cut. */
const SHORTEST = 15;

/** A sentence so many standard deviations too short may lack a part of so many UTF-16 units. */
const PART = 1.2;
const SHORTEST_PART = 25;

/** Links that are taken together. */
interface Group {
  readonly first: number;
  readonly last: number;
  /** Whether all versions have a sentence in it. */
  readonly full: boolean;
}

/** A row with what is known of it. */
interface Scene {
  readonly there: readonly Language[];
  readonly links: readonly SentenceLink[];
  readonly all: PerLanguage<readonly SentenceRef[]>;
  /** How many sentences stand before each link, and in all. */
  readonly starts: PerLanguage<readonly number[]>;
  readonly compare: () => FoundAgain;
}

/** The places of a row where a version may lack something. */
export function suspectsOf(row: CheckedRow): readonly Suspect[] {
  const there = LANGUAGES.filter((language) => row.compared[language].length > 0);
  if (there.length < 2) return [];
  const scene = sceneOf(row, there);
  const groups = joinOpen(scene.links, there);
  return groups.flatMap((group, n) => {
    if (group.full) return partsOf(scene, group);
    const extras = extraOf(scene, group);
    // A sentence that only one version has may belong to a neighbour, which another version then only says a part of.
    const joined = extras.length === 0 ? [] : [groups[n - 1], groups[n + 1]];
    return [
      ...gapsOf(scene, group),
      ...extras,
      ...joined.flatMap((other) => (other?.full ? partsOf(scene, unite(group, other)) : [])),
    ];
  });
}

function sceneOf(row: CheckedRow, there: readonly Language[]): Scene {
  const links = linksOf(row);
  const all = perLanguage((language) => links.flatMap((link) => link[language]));
  const starts = perLanguage((language) => {
    let before = 0;
    return [0, ...links.map((link) => (before += link[language].length))];
  });
  let words: FoundAgain | undefined;
  const compare = (): FoundAgain =>
    (words ??= compareWords(
      perLanguage((language) =>
        all[language].map(
          ({ paragraph, start, end }) => row.compared[language][paragraph]?.text.slice(start, end) ?? '',
        ),
      ),
    ));
  return { there, links, all, starts, compare };
}

/** Links that follow each other and are not in all versions are seen as one: their sides may belong together. */
function joinOpen(links: readonly SentenceLink[], there: readonly Language[]): readonly Group[] {
  const has = (first: number, last: number): boolean =>
    there.every((language) => links.slice(first, last + 1).some((link) => link[language].length > 0));
  const groups: Group[] = [];
  let open = false;
  links.forEach((_, n) => {
    const full = has(n, n);
    const first = open && !full ? (groups.pop()?.first ?? n) : n;
    groups.push({ first, last: n, full: full || has(first, n) });
    open = !full;
  });
  return groups;
}

function unite(a: Group, b: Group): Group {
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last), full: true };
}

/** What two versions say and the third does not. */
function gapsOf(scene: Scene, group: Group): readonly Suspect[] {
  const { there, all } = scene;
  const said = saidIn(scene, group);
  const having = there.filter((language) => said[language].length > 0);
  const [language, ...more] = there.filter((other) => !having.includes(other));
  if (language === undefined || more.length > 0 || all[language].length === 0) return [];
  if (having.length < 2 || having.some((other) => lengthOf(said[other]) < SHORTEST)) return [];
  return [
    { kind: 'gap', language, ...placed(scene, group), traits: lackTraits(scene, group, language, having) },
  ];
}

/** What only one version says. */
function extraOf(scene: Scene, group: Group): readonly Suspect[] {
  const { there, all } = scene;
  const said = saidIn(scene, group);
  const [language, ...more] = there.filter((other) => said[other].length > 0);
  if (language === undefined || more.length > 0 || lengthOf(said[language]) < SHORTEST) return [];
  const seen = there
    .filter((other) => other !== language && all[other].length > 0)
    .map((other) => lackTraits(scene, group, other, [language]));
  if (seen.length === 0) return [];
  const average = (trait: keyof SuspectTraits): number => mean(seen.map((traits) => traits[trait]));
  const traits = {
    short: average('short'),
    offWithout: average('offWithout'),
    sure: average('sure'),
    found: average('found'),
    size: average('size'),
    fewer: 1,
  };
  return [{ kind: 'extra', language, ...placed(scene, group), traits }];
}

function lackTraits(
  scene: Scene,
  group: Group,
  language: Language,
  having: readonly Language[],
): SuspectTraits {
  const { all, compare } = scene;
  const said = saidIn(scene, group);
  const own = measure(language, all[language]);
  const without = having.map((other) => ({
    language: other,
    length: lengthOf(all[other]) - lengthOf(said[other]),
  }));
  const everything = all[language].map((_, n) => n);
  return {
    short: capped(
      -lengthOff(
        own,
        having.map((other) => measure(other, all[other])),
      ),
    ),
    offWithout: capped(Math.abs(lengthOff(own, without))),
    sure: sureness(scene, group),
    found: mean(
      having.map((other) => {
        const inside = positions(scene, group, other);
        const rest = all[other].map((_, n) => n).filter((n) => !inside.includes(n));
        return compare()(other, inside, rest, language, everything);
      }),
    ),
    size: sizeOf(having.map((other) => lengthOf(said[other]))),
    fewer: 1,
  };
}

/** Where one version says much less than the two others. */
function partsOf(scene: Scene, group: Group): readonly Suspect[] {
  const { there } = scene;
  if (there.length < LANGUAGES.length) return [];
  const said = saidIn(scene, group);
  return there.flatMap((language): readonly Suspect[] => {
    const others = there.filter((other) => other !== language);
    const measured = others.map((other) => measure(other, said[other]));
    const own = measure(language, said[language]);
    const short = -lengthOff(own, measured);
    const missing = expectedLength(language, measured) - own.length;
    if (missing < SHORTEST_PART || short < PART) return [];
    const fewer = others.some((other) => said[other].length > said[language].length) ? 1 : 0;
    const traits = {
      short: capped(short),
      offWithout: 0,
      sure: sureness(scene, group),
      found: 0,
      size: sizeOf(measured.map(({ length }) => length)),
      fewer,
    };
    return [{ kind: 'part', language, ...placed(scene, group), traits }];
  });
}

function saidIn({ links }: Scene, { first, last }: Group): PerLanguage<readonly SentenceRef[]> {
  return perLanguage((language) => links.slice(first, last + 1).flatMap((link) => link[language]));
}

function placed(scene: Scene, group: Group): Pick<Suspect, 'said' | 'before'> {
  return {
    said: saidIn(scene, group),
    before: perLanguage((language) => scene.all[language][(scene.starts[language][group.first] ?? 0) - 1]),
  };
}

function positions({ starts }: Scene, { first, last }: Group, language: Language): readonly number[] {
  const start = starts[language][first] ?? 0;
  return Array.from({ length: (starts[language][last + 1] ?? start) - start }, (_, n) => start + n);
}

function sureness({ links }: Scene, { first, last }: Group): number {
  const confidence = Math.min(...links.slice(first, last + 1).map((link) => link.confidence));
  return Math.max(-4, Math.min(4, Math.log(confidence / (1 - confidence))));
}

function measure(language: Language, refs: readonly SentenceRef[]): Measured {
  return { language, length: lengthOf(refs) };
}

function sizeOf(lengths: readonly number[]): number {
  return Math.log(Math.min(...lengths) / 100);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function capped(value: number): number {
  return Math.max(0, Math.min(6, value));
}
