import { namesOf, nameLikeness, SAME, type PlacedName } from '../checks/names/name-facts';
import { LONGEST_AT_ONCE } from '../model/limits';
import type { Language } from '../model/language';
import { plainBlock } from '../model/paragraph';
import { readNumbers, type NumberFact } from '../text/numbers';
import { changesMeaning } from './meaning';

/** What one version says in a row: its paragraphs as they are settled. */
export interface Said {
  readonly language: Language;
  readonly texts: readonly string[];
}

/** An edit of one paragraph, with what the version says around it. */
export interface EditedText {
  readonly language: Language;
  readonly before: string;
  readonly after: string;
  /** The other paragraphs of the cell. */
  readonly beside: readonly string[];
}

/** What stands for a number that is compared by itself. */
const ANY_NUMBER = '0';

/**
 * Whether an edit did no more than make a text say what all the others say already: "4,500" became "45,000", which both
 * have. The others then have nothing to follow. A mark too many costs a glance, one too few an error in print, so
 *
 * - only numbers in digits and names in place of other names count, and everything else has to say the same;
 * - numbers: each of the others has exactly the numbers, with their units, that this version has now, and it had not
 *   before; where several changed at once they also have to come in the same order, or two could have been confounded;
 * - names: each of the others has a name that sounds like the new one, and none that sounds as much like the old one.
 */
export function agreesWithOthers(edited: EditedText, others: readonly Said[]): boolean {
  const { language, before, after } = edited;
  if (others.length === 0 || Math.max(before.length, after.length) > LONGEST_AT_ONCE) return false;
  const [olds, news] = [figuresIn(before, language), figuresIn(after, language)];
  if (!agreeNumbers(edited, olds, news, others)) return false;
  const was = withoutNumbers(before, olds);
  const is = withoutNumbers(after, news);
  return !changesMeaning(was, withNamesOf(was, is, language, others), language);
}

/** The numbers in digits, in order: those in words are often said otherwise. */
function figuresIn(text: string, language: Language): readonly NumberFact[] {
  return readNumbers(text, language).filter(({ form, certain }) => form === 'digits' && certain);
}

function keyOf({ value, unit, kind }: NumberFact): string {
  return `${value} ${unit ?? ''} ${kind === 'percent' ? '%' : ''}`;
}

function agreeNumbers(
  { language, beside }: EditedText,
  olds: readonly NumberFact[],
  news: readonly NumberFact[],
  others: readonly Said[],
): boolean {
  const changed = news.filter((fact, n) => keyOf(fact) !== keyOf(olds[n] ?? fact)).length;
  if (changed === 0) return olds.length === news.length;
  if (olds.length !== news.length) return false;
  const around = beside.flatMap((text) => figuresIn(text, language)).map(keyOf);
  const [had, has] = [olds, news].map((facts) => [...around, ...facts.map(keyOf)]);
  return others.every(({ language: other, texts }) => {
    const said = texts.flatMap((text) => figuresIn(text, other)).map(keyOf);
    if (!isSameList(sorted(has), sorted(said)) || isSameList(sorted(had), sorted(said))) return false;
    return changed === 1 || (beside.length === 0 && isSameList(news.map(keyOf), said));
  });
}

function sorted(keys: readonly string[] = []): readonly string[] {
  return keys.toSorted();
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, n) => key === b[n]);
}

function withoutNumbers(text: string, facts: readonly NumberFact[]): string {
  return facts.reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + ANY_NUMBER + rest.slice(end),
    text,
  );
}

/** The text as it is, with the former name wherever the new one is that of the others. */
function withNamesOf(was: string, is: string, language: Language, others: readonly Said[]): string {
  const [olds, news] = [namesIn(was, language), namesIn(is, language)];
  if (olds.length !== news.length) return is;
  const named = others.map(({ language: other, texts }) => texts.flatMap((text) => namesIn(text, other)));
  return news.reduceRight((rest, name, n) => {
    const old = olds[n];
    if (!old || old.text === name.text || !isOthersName(old, name, named)) return rest;
    return rest.slice(0, name.start) + old.text + rest.slice(name.end);
  }, is);
}

function isOthersName(
  old: PlacedName,
  name: PlacedName,
  others: readonly (readonly PlacedName[])[],
): boolean {
  if (old.abbreviation || name.abbreviation) return false;
  return others.every((names) => {
    const likeness = mostLike(name, names);
    return likeness >= SAME && likeness > mostLike(old, names);
  });
}

function mostLike(name: PlacedName, names: readonly PlacedName[]): number {
  return Math.max(0, ...names.map((other) => nameLikeness(name, other)));
}

function namesIn(text: string, language: Language): readonly PlacedName[] {
  return namesOf({ ...plainBlock(text), id: '', imported: null }, language);
}
