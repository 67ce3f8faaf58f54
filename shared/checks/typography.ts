import { LANGUAGES, type Language, type PerLanguage } from '../model/language';
import type { Paragraph } from '../model/paragraph';
import type { ArticleCheck } from './check';
import { readOnce } from './facts';
import type { Report } from './finding';
import { DASHES } from './typography/common';
import { ENGLISH } from './typography/en';
import { KYRGYZ } from './typography/ky';
import type { Edit, Observed, TypographyRule } from './typography/rule';
import { RUSSIAN } from './typography/ru';

export const RULES: PerLanguage<readonly TypographyRule[]> = { ru: RUSSIAN, ky: KYRGYZ, en: ENGLISH };

/** A list no person reads to its end; all places are mended nevertheless. */
const MOST_SPANS = 200;

/** A version that never keeps a rule may have a style of its own: worth saying where a click saves much work. */
const MANY = 20;

/** Addresses of pages and people, where every sign means itself. */
const ADDRESS = /(?<!\S)\S*(?:\/\/|www\.|@)\S*/gu;

/** What each rule of its language finds in a paragraph. */
const observed = readOnce(({ text }, language): readonly Observed[] => {
  const addresses = [...text.matchAll(ADDRESS)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  return RULES[language].map((rule) => {
    const { kept, broken } = rule.observe(text);
    const isFree = (edit: Edit): boolean =>
      addresses.every(({ start, end }) => edit.end <= start || edit.start >= end);
    return { kept, broken: addresses.length === 0 ? broken : broken.filter(isFree) };
  });
});

/** What is not set as the language wants it: one finding for each rule and version, with all places. */
export const typography: ArticleCheck = {
  id: 'typography',
  scope: 'article',
  severity: 'minor',
  category: 'linguisticConventions/punctuation',
  find: (rows) =>
    LANGUAGES.flatMap((language) => {
      const paragraphs = rows.flatMap(({ all }) => all[language]);
      return RULES[language].flatMap((rule, n) => broken(paragraphs, language, rule, n));
    }),
};

function broken(
  paragraphs: readonly Paragraph[],
  language: Language,
  { id, kind }: TypographyRule,
  n: number,
): readonly Report[] {
  let kept = 0;
  const places: { readonly paragraphId: string; readonly edit: Edit }[] = [];
  for (const paragraph of paragraphs) {
    const seen = observed(paragraph, language)[n];
    kept += seen?.kept ?? 0;
    for (const edit of seen?.broken ?? []) places.push({ paragraphId: paragraph.id, edit });
  }
  if (places.length === 0) return [];
  // A few places against the rest of the version are slips; most places are its style.
  const isSlip = kind === 'mistake' || (kind === 'style' && places.length <= kept);
  if (!isSlip && places.length < MANY) return [];
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
