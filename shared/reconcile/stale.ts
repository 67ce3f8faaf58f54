import { LANGUAGES, type Language } from '../model/language';
import type { Paragraph } from '../model/paragraph';
import type { Row } from '../model/row';
import { countedText } from '../text/counted-text';
import { agreesWithOthers } from './agrees';
import { changesMeaning } from './meaning';
import { settledText } from './suggestions';

/**
 * The languages whose text in a row has changed in meaning since the text of `language` was last held to say the
 * same; none when the row's text is an intended difference, or the person's own doubt when it is that. No language
 * is the master: each may make the others stale.
 */
export function staleSources(row: Row, language: Language): readonly Language[] {
  const { paragraphs } = row.cells[language];
  if (!paragraphs.some(({ text }) => text !== '') || paragraphs.some(({ adapted }) => adapted)) return [];
  return LANGUAGES.filter(
    (other) => other !== language && isOutrun(row.cells[other].paragraphs, other, language),
  );
}

function isOutrun(paragraphs: readonly Paragraph[], language: Language, by: Language): boolean {
  if (paragraphs.some(({ adapted }) => adapted)) return false;
  return paragraphs.some((paragraph) => {
    const checked = checkedText(paragraph, by);
    const text = saidText(paragraph);
    // Nearly all texts are as they were: comparing them word by word would take seconds in a long article.
    return checked !== text && (checked === null || hasMoved(paragraph, checked, text, language));
  });
}

function hasMoved(paragraph: Paragraph, checked: string, text: string, language: Language): boolean {
  const known = moved.get(paragraph);
  if (known?.from === checked) return known.moved;
  const told = changesMeaning(checked, text, language);
  moved.set(paragraph, { from: checked, moved: told });
  return told;
}

/** Whether a paragraph says something else than a former text of it; paragraphs are replaced and never changed. */
const moved = new WeakMap<Paragraph, { readonly from: string; readonly moved: boolean }>();

/**
 * What a paragraph said when the text of another language was last held against it; null for a doubt. A paragraph that
 * was written here follows the others: until somebody holds them against it, it has outrun none.
 */
export function checkedText(paragraph: Paragraph, language: Language): string | null {
  const checked = paragraph.checked?.[language];
  return checked === undefined
    ? (paragraph.imported && countedText(paragraph.imported).text) || saidText(paragraph)
    : checked;
}

/** What a paragraph says as it is settled. */
function saidText(paragraph: Paragraph): string {
  return countedText(settledText(paragraph)).text;
}

/** The row with the text of `language` held to say what the others say now, or, when not `right`, doubted. */
export function holdRight(row: Row, language: Language, right: boolean): Row {
  const others = LANGUAGES.filter((other) => other !== language);
  return others.reduce(
    (changed, other) =>
      withChecked(changed, other, language, (paragraph) => (right ? saidText(paragraph) : null)),
    row,
  );
}

/**
 * The row after its text in `language` was edited: where that text followed a change in another language, that other
 * one is held to say the same. Otherwise following a change would make its source stale in turn. Where it came to say what
 * all others say already, they have nothing to follow either.
 */
export function followSources(before: Row, row: Row, language: Language): Row {
  const followed = staleSources(before, language).reduce(
    (changed, source) => withChecked(changed, language, source, (paragraph) => saidText(paragraph)),
    row,
  );
  return holdAgreeing(followed, language);
}

/**
 * The row after a finding in its text in `language` was put right by what the others say: those that were not outrun by it
 * before are not now.
 */
export function holdFixed(before: Row, row: Row, language: Language): Row {
  return holdBy(LANGUAGES, before, row, language);
}

/**
 * The row after the same was done to its texts in these languages: none of them has outrun another by it, only those that
 * were left as they are.
 */
export function holdTogether(before: Row, row: Row, languages: readonly Language[]): Row {
  return languages.reduce((held, language) => holdBy(languages, before, held, language), row);
}

/** The row with those of the others held right that the text in `language` had not outrun before. */
function holdBy(others: readonly Language[], before: Row, row: Row, language: Language): Row {
  const was = before.cells[language].paragraphs;
  return others
    .filter((other) => other !== language && !isOutrun(was, language, other))
    .reduce((held, other) => withChecked(held, language, other, (paragraph) => saidText(paragraph)), row);
}

/** The row with those others held right that have nothing to follow in its text in `language`. */
function holdAgreeing(row: Row, language: Language): Row {
  const others = LANGUAGES.filter((other) => {
    const { paragraphs } = row.cells[other];
    return (
      other !== language &&
      paragraphs.some(({ text }) => text !== '') &&
      !paragraphs.some(({ adapted }) => adapted)
    );
  });
  const said = others.map((other) => ({ language: other, texts: textsIn(row, other) }));
  const { paragraphs } = row.cells[language];
  const agrees = (paragraph: Paragraph, other: Language): boolean => {
    const before = checkedText(paragraph, other);
    if (before === null || !isOutrun([paragraph], language, other)) return false;
    const beside = paragraphs.filter(({ id }) => id !== paragraph.id).map((each) => saidText(each));
    return agreesWithOthers({ language, before, after: saidText(paragraph), beside }, said);
  };
  return others.reduce((held, other) => {
    const ids = new Set(paragraphs.filter((paragraph) => agrees(paragraph, other)).map(({ id }) => id));
    if (ids.size === 0) return held;
    return withChecked(held, language, other, (paragraph) =>
      ids.has(paragraph.id) ? saidText(paragraph) : checkedText(paragraph, other),
    );
  }, row);
}

function textsIn(row: Row, language: Language): readonly string[] {
  return row.cells[language].paragraphs.map((paragraph) => saidText(paragraph));
}

/** The row with what `by` was held against in `language` set; cells that stay as they are stay the same objects. */
function withChecked(
  row: Row,
  language: Language,
  by: Language,
  checkedOf: (paragraph: Paragraph) => string | null,
): Row {
  const cell = row.cells[language];
  const paragraphs = cell.paragraphs.map((paragraph) => {
    const checked = checkedOf(paragraph);
    // What was written here has nothing else to be known by: it is noted even where it says the same.
    const noted = paragraph.checked?.[by] !== undefined || paragraph.imported?.text !== '';
    if (noted && checked === checkedText(paragraph, by)) return paragraph;
    return { ...paragraph, checked: { ...paragraph.checked, [by]: checked } };
  });
  if (paragraphs.every((paragraph, n) => paragraph === cell.paragraphs[n])) return row;
  return { ...row, cells: { ...row.cells, [language]: { ...cell, paragraphs } } };
}
