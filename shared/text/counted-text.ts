import { sliceMarks, type Mark } from '../model/mark';
import type { Paragraph, RichText } from '../model/paragraph';
import type { Row } from '../model/row';
import { LANGUAGES, perLanguage } from '../model/language';
import type { Span } from './sentences';
import { countWords } from './tokens';

/** What a text says, and where it says it. */
export interface CountedText extends RichText {
  /** Whether it is the text itself. */
  readonly isWhole: boolean;
  /** Where a stretch of what the text says stands in the text; UTF-16 offsets in both. A point stays one. */
  readonly spanIn: (span: Span) => Span;
}

/**
 * The text that counts: without what is struck out, and with a space where a line ends. Whatever judges what a text says,
 * or how much, asks here: words that are struck out are shown, and say nothing. Offsets elsewhere are always those of the text.
 */
export function countedText(rich: RichText): CountedText {
  const before = known.get(rich);
  if (before) return before;
  const counted = count(rich);
  known.set(rich, counted);
  return counted;
}

const known = new WeakMap<RichText, CountedText>();

/** What is left of a text without the words that are struck out; its lines stay. */
export function withoutStruck(rich: RichText): RichText {
  const kept = keptUnits(rich);
  return kept ? pick(rich, kept) : rich;
}

function count(rich: RichText): CountedText {
  const kept = keptUnits(rich);
  const { text, marks } = kept ? pick(rich, kept) : rich;
  const counted = text.replaceAll('\n', ' ');
  if (!kept) return { text: counted, marks, isWhole: counted === rich.text, spanIn: (span) => span };
  const spanIn = ({ start, end }: Span): Span => {
    const first = kept[start] ?? (kept.at(-1) ?? -1) + 1;
    return { start: first, end: end > start ? (kept[end - 1] ?? first) + 1 : first };
  };
  return { text: counted, marks, isWhole: false, spanIn };
}

/** The UTF-16 units of a text that are not struck out, but for spaces too many where words are gone; null for all of them. */
function keptUnits({ text, marks }: RichText): readonly number[] | null {
  const struck = marks.filter(({ type }) => type === 'strike');
  if (struck.length === 0) return null;
  const kept: number[] = [];
  let at = 0;
  const isSpace = (unit: number | undefined): boolean => unit !== undefined && /\s/.test(text[unit] ?? '');
  for (const { start, end } of struck) {
    for (; at < start; at += 1) kept.push(at);
    at = Math.max(at, end);
    const next = text[at];
    const last = kept.at(-1);
    // "два ~~три~~, четыре", "два ~~три~~ четыре", "два~~ три ~~четыре"
    if ((next === undefined || /[\s,.;:!?…)\]»”]/.test(next)) && isSpace(last)) kept.pop();
    else if (last === undefined) while (isSpace(at)) at += 1;
    else if (/[\p{L}\p{N}]/u.test(next ?? '') && /[\p{L}\p{N}]/u.test(text[last] ?? '')) {
      const space = text.slice(start, end).search(/\s/);
      if (space >= 0) kept.push(start + space);
    }
  }
  for (; at < text.length; at += 1) kept.push(at);
  return kept;
}

function pick({ text, marks }: RichText, kept: readonly number[]): RichText {
  const picked = kept.map((unit) => text[unit]).join('');
  // Where each unit of the text stands in what is left, or what comes behind it.
  const places = new Array<number>(text.length + 1).fill(0);
  let place = 0;
  for (let at = 0; at <= text.length; at += 1) {
    places[at] = place;
    if (kept[place] === at) place += 1;
  }
  const moved = marks
    .filter(({ type }) => type !== 'strike')
    .map((mark): Mark => ({
      ...mark,
      start: places[mark.start] ?? 0,
      end: places[mark.end] ?? picked.length,
    }));
  return { text: picked, marks: sliceMarks(moved, 0, picked.length) };
}

/** How many words some texts say, numbers included. */
export function countSaid(texts: readonly RichText[]): number {
  return texts.reduce((sum, rich) => sum + countWords(countedText(rich).text), 0);
}

/** A paragraph with the text that counts, its raised and lowered figures as checks read them; itself where that is the same. */
export function countedParagraph(paragraph: Paragraph): Paragraph {
  const before = paragraphs.get(paragraph);
  if (before) return before;
  const counted = countedText(paragraph);
  const text = plainFigures(counted);
  const said =
    text === paragraph.text && counted.isWhole ? paragraph : { ...paragraph, text, marks: counted.marks };
  paragraphs.set(paragraph, said);
  return said;
}

const paragraphs = new WeakMap<Paragraph, Paragraph>();

/** A row with the texts that count; itself where they are the same. */
export function countedRow(row: Row): Row {
  const before = rows.get(row);
  if (before) return before;
  const cells = perLanguage((language) => {
    const cell = row.cells[language];
    const counted = cell.paragraphs.map(countedParagraph);
    return counted.every((each, n) => each === cell.paragraphs[n]) ? cell : { ...cell, paragraphs: counted };
  });
  const isSame = LANGUAGES.every((language) => cells[language] === row.cells[language]);
  const counted = isSame ? row : { ...row, cells };
  rows.set(row, counted);
  return counted;
}

const rows = new WeakMap<Row, Row>();

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = /[₀-₉]/g;

/**
 * Figures as they are compared: those that are raised are powers ("10⁶" is not 106), those that are lowered are as good as any
 * ("CO₂" is CO2), however either is written. Of the same length as the text.
 */
function plainFigures({ text, marks }: RichText): string {
  const raised = marks
    .filter(({ type }) => type === 'superscript')
    .reduce(
      (so, { start, end }) =>
        so.slice(0, start) +
        so.slice(start, end).replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit) +
        so.slice(end),
      text,
    );
  return raised.replace(LOWERED, (digit) => String(digit.charCodeAt(0) - 0x2080));
}
