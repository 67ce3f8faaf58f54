import { LANGUAGES, type Language, type PerLanguage } from '../../model/language';
import type { Paragraph } from '../../model/paragraph';
import type { ArticleCheck } from '../engine/check';
import { readOnce } from '../engine/read-once';
import type { ReportOf } from '../engine/finding';
import { DASHES } from './common';
import { ENGLISH } from './en';
import { KYRGYZ } from './ky';
import type { Edit, Observed, TypographyRule } from './rule';
import { RUSSIAN } from './ru';

export const RULES: PerLanguage<readonly TypographyRule[]> = { ru: RUSSIAN, ky: KYRGYZ, en: ENGLISH };

/** A list no person reads to its end; all places are mended nevertheless. */
const MOST_SPANS = 200;

/**
 * A version that hardly ever keeps a rule may have a style of its own: worth saying where a click saves much work. In
 * English it is not: there straight marks and three full stops are the style of many newsrooms.
 */
const MANY = 20;

/** Addresses of pages and people, where every sign means itself. */
const ADDRESS = /(?<!\S)\S*(?:\/\/|www\.|@)\S*/gu;

/** What a paragraph keeps and breaks of a rule, by its number; rules it has nothing to do with are left out. */
const observed = readOnce(({ text }, language): readonly (Observed & { readonly rule: number })[] => {
  const addresses = [...text.matchAll(ADDRESS)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  const isFree = (edit: Edit): boolean =>
    addresses.every(({ start, end }) => edit.end <= start || edit.start >= end);
  return RULES[language]
    .map(({ observe }, rule) => {
      const { kept, broken } = observe(text);
      return { rule, kept, broken: addresses.length === 0 ? broken : broken.filter(isFree) };
    })
    .filter(({ kept, broken }) => kept > 0 || broken.length > 0);
});

/** What is not set as the language wants it: one finding for each rule and version, with all places. */
export const typography: ArticleCheck<'typography'> = {
  id: 'typography',
  scope: 'article',
  severity: 'minor',
  category: 'linguisticConventions/punctuation',
  find: (rows) =>
    LANGUAGES.flatMap((language) => {
      const paragraphs = rows.flatMap(({ all }) => all[language]);
      const sums = RULES[language].map((): Sum => ({ kept: 0, places: [] }));
      for (const paragraph of paragraphs) {
        for (const { rule, kept, broken } of observed(paragraph, language)) {
          const sum = sums[rule];
          if (sum === undefined) continue;
          sum.kept += kept;
          for (const edit of broken) sum.places.push({ paragraphId: paragraph.id, edit });
        }
      }
      return RULES[language].flatMap((rule, n) => {
        const sum = sums[n];
        return sum ? reports(rule, sum, paragraphs, language) : [];
      });
    }),
};

interface Sum {
  kept: number;
  readonly places: { readonly paragraphId: string; readonly edit: Edit }[];
}

function reports(
  { id, kind }: TypographyRule,
  { kept, places }: Sum,
  paragraphs: readonly Paragraph[],
  language: Language,
): readonly ReportOf<'typography'>[] {
  if (places.length === 0) return [];
  // A few places against the rest of the version are slips; most places are its style.
  const isSlip = kind === 'mistake' || (kind === 'style' && places.length <= kept);
  if (!isSlip && (places.length < MANY || language === 'en')) return [];
  const dash = id === 'hyphenForDash' ? usualDash(paragraphs, language) : '—';
  const fixes = places.map(({ paragraphId, edit: { start, end, by } }) => ({
    language,
    paragraphId,
    start,
    end,
    text: by.replace('—', dash),
  }));
  return [
    {
      message: id,
      params: { language, places: places.length },
      severity: isSlip ? 'minor' : 'neutral',
      spans: fixes
        .slice(0, MOST_SPANS)
        .map(({ paragraphId, start, end }) => ({ language, paragraphId, start, end })),
      fixes,
    },
  ];
}

const dashesOf = readOnce(({ text }) => ({
  em: text.match(/\s—(?=\s)/g)?.length ?? 0,
  en: text.match(/\s–(?=\s)/g)?.length ?? 0,
}));

function usualDash(paragraphs: readonly Paragraph[], language: Language): string {
  let em = 0;
  let en = 0;
  for (const paragraph of paragraphs) {
    const dashes = dashesOf(paragraph, language);
    em += dashes.em;
    en += dashes.en;
  }
  if (em === en) return DASHES[language];
  return em > en ? '—' : '–';
}
