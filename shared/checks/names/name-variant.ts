import { LANGUAGES, type Language } from '../../model/language';
import { soundLikeness } from '../../text/sound-likeness';
import type { ArticleCheck, CheckContext, CheckedRow } from '../engine/check';
import { spanOf, type ReportOf } from '../engine/finding';
import {
  nameLikeness,
  namesIn,
  namesOf,
  phonesOf,
  ROWS_AROUND,
  SAME,
  smallWordsOf,
  type PlacedName,
} from './name-facts';
import { suspectWords, type Suspect, type Times } from './name-spellings';

/** Without other versions to ask, a lost or added letter counts only in a name as frequent and as long as this. */
const ALONE = { times: 3, size: 6 };

/** Rows with more names say nothing: each suspect would be held against each of them. */
const MOST_NAMES = 150;

/** The same name spelled in two ways inside one version, or otherwise than a person approved. */
export const nameVariant: ArticleCheck<'nameVariant'> = {
  id: 'nameVariant',
  scope: 'article',
  severity: 'minor',
  category: 'linguisticConventions/spelling',
  find: (rows, context) => LANGUAGES.flatMap((language) => findVariants(rows, language, context)),
};

function findVariants(
  rows: readonly CheckedRow[],
  language: Language,
  context: CheckContext,
): readonly ReportOf<'nameVariant'>[] {
  const suspects = findSuspects(rows, language, context);
  if (suspects.size === 0) return [];
  const found = new Map<string, Found[]>();
  for (const { place, suspect, row } of placesOf(rows, language, suspects)) {
    if (isCommon(rows.slice(Math.max(0, row - ROWS_AROUND), row + ROWS_AROUND), place)) continue;
    const others = LANGUAGES.filter((other) => other !== language);
    const evidence = others.map((other) => hear(rows[row], other, place, suspect));
    if (!isVariant(suspect, evidence)) continue;
    // Case by case the same two spellings: one finding for them all.
    const before = found.get(suspect.name);
    if (before) before.push({ place, suspect, evidence });
    else found.set(suspect.name, [{ place, suspect, evidence }]);
  }
  return [...found.values()].flatMap((places) => report(rows, places));
}

/** The names of each version when they were last judged, and what was said of them. */
const judged = new WeakMap<CheckContext, Map<Language, Judged>>();

interface Judged {
  /** Paragraph by paragraph. */
  readonly names: readonly (readonly PlacedName[])[];
  readonly suspects: ReadonlyMap<string, Suspect>;
}

/** Most edits touch no name: as long as these are the same, so are those to suspect. */
function findSuspects(
  rows: readonly CheckedRow[],
  language: Language,
  context: CheckContext,
): ReadonlyMap<string, Suspect> {
  const names: (readonly PlacedName[])[] = [];
  for (const { all } of rows) for (const paragraph of all[language]) names.push(namesOf(paragraph, language));
  const known = judged.get(context) ?? new Map<Language, Judged>();
  judged.set(context, known);
  const last = known.get(language);
  const suspects =
    last && areSame(last.names, names)
      ? last.suspects
      : suspectWords(countWords(names), language, context.approved?.[language] ?? []);
  known.set(language, { names, suspects });
  return suspects;
}

function areSame(a: Judged['names'], b: Judged['names']): boolean {
  if (a.length !== b.length) return false;
  return a.every((names, n) => {
    const others = b[n] ?? [];
    if (names === others) return true;
    if (names.length !== others.length) return false;
    return names.every(({ text, forced }, m) => text === others[m]?.text && forced === others[m].forced);
  });
}

function countWords(names: Judged['names']): ReadonlyMap<string, Times> {
  const words = new Map<string, { all: number; sure: number }>();
  for (const each of names) {
    for (const { abbreviation, forced, text } of each) {
      if (abbreviation) continue;
      const times = words.get(text);
      if (times) {
        times.all += 1;
        if (!forced) times.sure += 1;
      } else words.set(text, { all: 1, sure: forced ? 0 : 1 });
    }
  }
  return words;
}

interface SuspectPlace {
  readonly place: PlacedName;
  readonly suspect: Suspect;
  /** The position of its row. */
  readonly row: number;
}

function placesOf(
  rows: readonly CheckedRow[],
  language: Language,
  suspects: ReadonlyMap<string, Suspect>,
): readonly SuspectPlace[] {
  const places: SuspectPlace[] = [];
  rows.forEach(({ all }, row) => {
    for (const paragraph of all[language]) {
      for (const place of namesOf(paragraph, language)) {
        const suspect = suspects.get(place.text);
        if (suspect && !place.abbreviation) places.push({ place, suspect, row });
      }
    }
  });
  return places;
}

/** Whether a word is written without a capital too: then it is no name. */
function isCommon(near: readonly CheckedRow[], { language, text }: PlacedName): boolean {
  const word = text.toLowerCase();
  return near.some(({ all }) =>
    all[language].some((paragraph) => smallWordsOf(paragraph, language).has(word)),
  );
}

/** The first place where the name is spelled as it is mostly. */
function findModel(
  rows: readonly CheckedRow[],
  language: Language,
  { name }: Suspect,
): PlacedName | undefined {
  for (const { all } of rows) {
    for (const paragraph of all[language]) {
      const place = namesOf(paragraph, language).find(({ text }) => text.startsWith(name));
      if (place) return place;
    }
  }
  return undefined;
}

interface Found {
  readonly place: PlacedName;
  readonly suspect: Suspect;
  readonly evidence: readonly Evidence[];
}

/** One finding for all places that are spelled otherwise than one name. */
function report(rows: readonly CheckedRow[], found: readonly Found[]): readonly ReportOf<'nameVariant'>[] {
  return found.slice(0, 1).map(({ place: { language, text }, suspect, evidence }) => {
    const { better, approved } = suspect;
    const spans = found.map(({ place }) => spanOf(place));
    const model = findModel(rows, language, suspect);
    const others = evidence.flatMap(({ same }) => (same ? [spanOf(same)] : []));
    const mended = found.filter(({ suspect: { times, own } }) => approved || times > own);
    return {
      message: approved ? 'approved' : 'variant',
      params: { language, name: text, better },
      spans: [...spans, ...(model ? [spanOf(model)] : []), ...others],
      fixes: mended.map(({ place, suspect: { better: by } }) => ({ ...spanOf(place), text: by })),
    };
  });
}

/** What another version of the row says of a suspect word. */
interface Evidence {
  /** The name there that sounds like the better spelling. */
  readonly same: PlacedName | null;
  /** Whether a name there sounds more like the suspect as it stands. */
  readonly other: boolean;
}

function hear(
  row: CheckedRow | undefined,
  language: Language,
  place: PlacedName,
  { name, how }: Suspect,
): Evidence {
  const better = phonesOf(name);
  let same: PlacedName | null = null;
  let most = 0;
  let other = 0;
  if (!row || namesIn(row, language).length > MOST_NAMES) return { same: null, other: false };
  for (const paragraph of row.compared[language]) {
    for (const heard of namesOf(paragraph, language)) {
      const likeness = Math.max(...heard.phones.map((phones) => soundLikeness(phones, better)));
      if (likeness > most) [most, same] = [likeness, heard];
      other = Math.max(other, nameLikeness(heard, place));
    }
  }
  return { same: most >= SAME ? same : null, other: other >= EXACTLY[how] && other > most + CLEARLY[how] };
}

/** So much like the suspect a name has to sound to speak for it, and by so much more than like the other spelling. */
const EXACTLY = { spelling: 1, swap: 0.95, letter: SAME };
const CLEARLY = { spelling: Infinity, swap: 0.1, letter: 0.02 };

function isVariant({ how, times, own, name, approved }: Suspect, evidence: readonly Evidence[]): boolean {
  if (evidence.some(({ other }) => other)) return false;
  const supported = evidence.some(({ same }) => same);
  if (approved || how === 'swap') return true;
  if (how === 'spelling') return supported ? times >= own : times > own;
  return supported || (times >= ALONE.times && name.length >= ALONE.size);
}
