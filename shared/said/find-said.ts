import { linkSentences, type SentenceRef } from '../align/link-sentences';
import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../model/language';
import { segmentSentences } from '../text/sentences';
import type { MarkCounterparts } from './counterpart-words';
import { findApart, findTogether, wordsOf, type Sought, type Stretch } from './read-sought';
import type { Said, SaidInArticle, SaidText } from './said';
import { notesIn, spokenText, withSpaces, type SaidParagraph, type SaidRow } from './said-source';

/** So many rows of one article are told: who finds more looks for too common a word. */
export const MOST_SAID = 40;

/** Sentences of a longer cell are not linked: that takes too long. */
const LONGEST_LINKED = 15_000;

/** A sentence in which the words stand. */
interface Hit {
  readonly row: SaidRow;
  /** Position of the paragraph in the cell, from 0. */
  readonly paragraph: number;
  readonly sentence: Stretch;
  /** UTF-16 offsets in the paragraph. */
  readonly marked: readonly Stretch[];
}

/**
 * The rows in which the sought words or forms of them stand, with what the other versions say there. Where they stand nowhere one
 * after another, the rows with all of them in one sentence.
 */
export function findSaid(sought: Sought, rows: Iterable<SaidRow>, mark: MarkCounterparts): SaidInArticle {
  const together: Hit[] = [];
  const apart: Hit[] = [];
  for (const row of rows) {
    const hit = findInRow(row, sought, findTogether);
    if (hit) together.push(hit);
    else if (together.length === 0) {
      const parts = findInRow(row, sought, findApart);
      if (parts) apart.push(parts);
    }
  }
  const hits = together.length > 0 ? together : apart;
  return {
    said: hits.slice(0, MOST_SAID).map((hit) => tell(hit, sought.language, mark)),
    more: Math.max(0, hits.length - MOST_SAID),
    together: apart.length === 0 || together.length > 0,
  };
}

/** The first sentence of a row in which the words stand; null where there is none. */
function findInRow(row: SaidRow, sought: Sought, find: typeof findTogether): Hit | null {
  const { language } = sought;
  for (const [paragraph, each] of row.texts[language].entries()) {
    const text = spokenText(each);
    // A sentence need not be cut out of a text that has no such words at all.
    if (find(wordsOf(text, language), sought).length === 0) continue;
    for (const sentence of segmentSentences(text, language)) {
      const words = wordsOf(text.slice(sentence.start, sentence.end), language);
      const marked = find(words, sought).map(({ start, end }) => ({
        start: sentence.start + start,
        end: sentence.start + end,
      }));
      if (marked.length > 0) return { row, paragraph, sentence, marked };
    }
  }
  return null;
}

function tell({ row, paragraph, sentence, marked }: Hit, language: Language, mark: MarkCounterparts): Said {
  const { texts, rowId, number } = row;
  const own = cut(texts[language][paragraph], sentence, marked);
  const linked = linkedTo(row, language, paragraph, sentence);
  const told = perLanguage((each): SaidText | null => {
    if (each === language) return own;
    const there = linked[each];
    const text = there && own && cutAll(row, each, there);
    return text
      ? {
          ...text,
          marked: mark({ ...own, text: spoken(own), language }, { text: spoken(text), language: each }),
        }
      : null;
  });
  return { rowId, number, paragraphId: texts[language][paragraph]?.id ?? '', texts: told };
}

function cut(
  paragraph: SaidParagraph | undefined,
  { start, end }: Stretch,
  marked: readonly Stretch[],
): SaidText | null {
  if (!paragraph) return null;
  const within = (each: Stretch): Stretch => ({ start: each.start - start, end: each.end - start });
  const notes = notesIn(paragraph).filter((note) => note.start >= start && note.end <= end);
  return {
    paragraphId: paragraph.id,
    text: paragraph.text.slice(start, end),
    marked: marked.map(within),
    notes: notes.map(within),
  };
}

/** The sentences of the other versions that say what a sentence says. */
function linkedTo(
  { texts }: SaidRow,
  language: Language,
  paragraph: number,
  { start, end }: Stretch,
): Partial<PerLanguage<readonly SentenceRef[]>> {
  const plain = perLanguage((each) => texts[each].map(spokenText));
  const longest = Math.max(...LANGUAGES.map((each) => plain[each].join('').length));
  if (longest > LONGEST_LINKED) return {};
  const link = linkSentences(plain).find((each) =>
    each[language].some((ref) => ref.paragraph === paragraph && ref.start < end && ref.end > start),
  );
  return link ?? {};
}

/** The sentences of a version that are linked, of the first paragraph they stand in. */
function cutAll({ texts }: SaidRow, language: Language, refs: readonly SentenceRef[]): SaidText | null {
  const [first] = refs;
  if (!first) return null;
  const inFirst = refs.filter(({ paragraph }) => paragraph === first.paragraph);
  const end = Math.max(...inFirst.map((ref) => ref.end));
  return cut(texts[language][first.paragraph], { start: first.start, end }, []);
}

function spoken({ text, notes }: SaidText): string {
  return withSpaces(text, notes);
}
