import { seedLexicon } from '../../align/lexicon';
import { stemsOf } from '../../align/stems';
import { LANGUAGES, perLanguage, type Language } from '../../model/language';
import type { Paragraph } from '../../model/paragraph';
import type { ArticleCheck, CheckedRow } from '../engine/check';
import { readRowOnce } from '../engine/read-once';
import type { FindingSpan, ReportOf } from '../engine/finding';
import { figuresOf } from './values';

/** The word behind a number: "charges" of "five charges". */
const NEXT_WORD = /^[\s\u00a0]+(\p{L}[\p{L}'’-]*)/u;

/** With larger numbers, one thing is rarely counted under two words. */
const MOST = 100;

/** People and times are counted again and again, and always others. */
const commonplace = (): readonly string[] => seedLexicon()(['человек', 'раз'], 'ru').flat();

interface Counted {
  readonly value: number;
  /** What the word for the thing may be a form of. */
  readonly stems: readonly string[];
  /** What the lexicon knows the thing for. */
  readonly concepts: readonly string[];
  readonly text: string;
  readonly span: FindingSpan;
}

/**
 * One thing under two words with two numbers in one version: "five charges" here, "six accusations" there. Whether it
 * is the same thing only a reader can tell. Under the same word different numbers are as a rule of different things.
 */
export const countVariant: ArticleCheck<'countVariant'> = {
  id: 'countVariant',
  scope: 'article',
  severity: 'minor',
  category: 'accuracy/mistranslation',
  find: (rows) => LANGUAGES.flatMap((language) => findVariants(rows, language)),
};

function findVariants(rows: readonly CheckedRow[], language: Language): readonly ReportOf<'countVariant'>[] {
  const uses = new Map<string, Counted[]>();
  for (const row of rows) {
    for (const counted of countedIn(row)[language]) {
      for (const concept of counted.concepts) {
        const others = uses.get(concept);
        if (others) others.push(counted);
        else uses.set(concept, [counted]);
      }
    }
  }
  const told = new Set<Counted>();
  return [...uses.values()].flatMap(([first, ...others]): readonly ReportOf<'countVariant'>[] => {
    const odd = others.find(
      ({ value, stems }) => value !== first?.value && !stems.some((stem) => first?.stems.includes(stem)),
    );
    if (!first || !odd || told.has(odd)) return [];
    told.add(odd);
    const params = { language, count: odd.text, other: first.text };
    return [{ message: 'differs', params, spans: [odd.span, first.span] }];
  });
}

const countedIn = readRowOnce(({ all }) =>
  perLanguage((language) => all[language].flatMap((paragraph) => readCounted(paragraph, language))),
);

function readCounted(paragraph: Paragraph, language: Language): readonly Counted[] {
  return figuresOf(paragraph, language).numbers.flatMap((number): readonly Counted[] => {
    const { value, kind, unit, range, certain, magnitude, start } = number;
    if (kind !== 'count' || unit !== null || range !== null || !certain || magnitude !== 1) return [];
    const [behind, word] = NEXT_WORD.exec(paragraph.text.slice(number.end)) ?? [];
    if (behind === undefined || word === undefined || value < 2 || value > MOST) return [];
    const [concepts = []] = seedLexicon()([word], language);
    if (concepts.length === 0 || concepts.some((concept) => commonplace().includes(concept))) return [];
    const end = number.end + behind.length;
    return [
      {
        value,
        stems: stemsOf(word.toLowerCase(), language),
        concepts,
        text: paragraph.text.slice(start, end),
        span: { language, paragraphId: paragraph.id, start, end },
      },
    ];
  });
}
