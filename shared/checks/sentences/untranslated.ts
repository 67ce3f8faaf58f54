import { LANGUAGES, type Language } from '../../model/language';
import type { Paragraph } from '../../model/paragraph';
import { foreignStretches, type ForeignStretch } from '../../text/foreign-stretches';
import { segmentSentences, type Span } from '../../text/sentences';
import type { CheckedRow, RowCheck } from '../engine/check';
import { readOnce } from '../engine/read-once';
import type { FindingSpan, ReportOf } from '../engine/finding';

/** What has to speak for another language (see `ForeignStretch`), and how many UTF-16 units it has to be long. */
interface Bar {
  readonly weight: number;
  readonly length: number;
}

/** For whole sentences. */
const SENTENCE: Bar = { weight: 3, length: 38 };

/** For sentences that stand in another version, letter for letter. */
const TWIN: Bar = { weight: 1.5, length: 15 };

/** For parts of sentences: terms, titles and sayings are quoted in the original. */
const CLAUSE: Bar = { weight: 7, length: 50 };

/** For a few words that stand in the version of that language, letter for letter. */
const SHARED_WORDS: Bar = { weight: 2, length: 8 };

/** Between quotation marks or brackets inside a sentence. */
const QUOTED: Bar = { weight: 12, length: 100 };

const LONGEST_REFERENCE = 300;

const CODE = /[{}<>\\|`]|&&|\(\)|--\w/u;

const foreignIn = readOnce((paragraph, language): readonly ForeignStretch[] =>
  foreignStretches(paragraph.text, language),
);

/** Sentences, or long parts of them, that stand in another of the three languages. */
export const untranslated: RowCheck<'untranslated'> = {
  id: 'untranslated',
  scope: 'row',
  severity: 'major',
  category: 'accuracy/untranslated',
  find: foreignTextIn,
};

/** Text of a row in the wrong language. */
export function foreignTextIn(row: CheckedRow): readonly ReportOf<'untranslated'>[] {
  return LANGUAGES.flatMap((language) => untranslatedIn(row, language));
}

function untranslatedIn(row: CheckedRow, language: Language): readonly ReportOf<'untranslated'>[] {
  return row.all[language].flatMap((paragraph) => {
    const certain = foreignIn(paragraph, language).flatMap((stretch) => {
      const { start, end, core } = stretch;
      const twin = twinOf(row, language, paragraph.text.slice(start, end));
      if (passes(stretch, paragraph, twin !== undefined)) return [{ ...stretch, twin }];
      const shared = twinOf(row, language, paragraph.text.slice(core.start, core.end));
      return shared && isShared(stretch, paragraph, shared) ? [{ ...stretch, ...core, twin: shared }] : [];
    });
    return withoutOverlaps(certain).map(
      ({ start, end, language: other, twin }): ReportOf<'untranslated'> => ({
        message: isWhole(paragraph, { start, end }) ? 'paragraph' : 'passage',
        params: { language, others: other },
        spans: [{ language, paragraphId: paragraph.id, start, end }, ...(twin ? [twin] : [])],
      }),
    );
  });
}

/** Sources are named in their own language: in footnotes, by an address, or with the year at the end. */
function isReference({ role, text }: Paragraph): boolean {
  if (role === 'footnote') return true;
  return text.length < LONGEST_REFERENCE && /https?:|www\.|\bdoi\b|[,:(] ?(?:19|20)\d\d\)?\.?$/iu.test(text);
}

function passes(stretch: ForeignStretch, paragraph: Paragraph, twin: boolean): boolean {
  const { text } = paragraph;
  const { start, end, weight, whole } = stretch;
  if (CODE.test(text.slice(start, end)) || (isWhole(paragraph, stretch) && isReference(paragraph)))
    return false;
  const bar = whole ? (twin ? TWIN : SENTENCE) : enclosed(text, start, end) ? QUOTED : CLAUSE;
  return weight >= bar.weight && end - start >= bar.length;
}

/**
 * Whether a few words were left as they stand in the version of their language. A single one may be a name, and titles
 * in quotation marks are left so on purpose.
 */
function isShared(
  { core, weight, language }: ForeignStretch,
  paragraph: Paragraph,
  twin: FindingSpan,
): boolean {
  const { start, end } = core;
  const { text } = paragraph;
  const words = text.slice(start, end);
  if (weight < SHARED_WORDS.weight || words.length < SHARED_WORDS.length || !words.includes(' '))
    return false;
  return (
    twin.language === language && !CODE.test(words) && !isReference(paragraph) && !enclosed(text, start, end)
  );
}

function isWhole({ text }: Paragraph, { start, end }: Span): boolean {
  return start === 0 && end === text.length;
}

/** Where another version has the same text. */
function twinOf(row: CheckedRow, language: Language, text: string): FindingSpan | undefined {
  for (const other of LANGUAGES) {
    if (other === language) continue;
    for (const paragraph of row.all[other]) {
      const start = paragraph.text.indexOf(text);
      if (start >= 0) return { language: other, paragraphId: paragraph.id, start, end: start + text.length };
    }
  }
  return undefined;
}

/** Whether a stretch stands between quotation marks or brackets that open within its sentence. */
function enclosed(text: string, start: number, end: number): boolean {
  const sentence = segmentSentences(text.slice(0, start), 'en').at(-1)?.start ?? 0;
  const before = text.slice(sentence, start);
  const count = (signs: RegExp): number => [...before.matchAll(signs)].length;
  const open = count(/[«“„([]/gu) > count(/[»”)\]]/gu) || count(/"/gu) % 2 === 1;
  return open && /[»”“")\]]/u.test(text.slice(end));
}

/** Of stretches that overlap the one for which most speaks. */
function withoutOverlaps<T extends ForeignStretch>(stretches: readonly T[]): readonly T[] {
  const kept: T[] = [];
  for (const stretch of [...stretches].sort((a, b) => b.weight - a.weight)) {
    if (kept.every(({ start, end }) => end <= stretch.start || stretch.end <= start)) kept.push(stretch);
  }
  return kept.sort((a, b) => a.start - b.start);
}
