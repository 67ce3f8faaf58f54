import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignVersions } from '../../../../shared/align/align-versions';
import type { AlignmentInput } from '../../../../shared/align/alignment';
import { LANGUAGES, perLanguage } from '../../../../shared/model/language';
import { ARTICLE, inputs } from './article';

const picture = (hash: string | null, name = ''): AlignmentInput => ({
  role: 'picture',
  text: '',
  label: '',
  picture: { hash, name },
});

/** The article with pictures put before some of its paragraphs. */
function withPictures(of: Partial<Record<'ru' | 'ky' | 'en', Readonly<Record<number, AlignmentInput>>>>) {
  return perLanguage((language) =>
    inputs(ARTICLE[language]).flatMap((input, n) => {
      const before = of[language]?.[n];
      return before ? [before, input] : [input];
    }),
  );
}

/** For each row that holds pictures, what they are. */
function pictureRows(versions: ReturnType<typeof withPictures>) {
  const rows = alignVersions(versions);
  return rows.flatMap((row) => {
    const held = LANGUAGES.map((language) =>
      row[language].map((n) => versions[language][n]?.picture?.hash).filter((hash) => hash !== undefined),
    );
    return held.some((some) => some.length > 0) ? [{ held, confidence: row.confidence }] : [];
  });
}

test('the same picture of three versions stands in one row', () => {
  const versions = withPictures({
    ru: { 2: picture('a'), 4: picture('b') },
    ky: { 2: picture('a'), 4: picture('b') },
    en: { 2: picture('a'), 4: picture('b') },
  });
  expect(pictureRows(versions)).toEqual([
    { held: [['a'], ['a'], ['a']], confidence: 1 },
    { held: [['b'], ['b'], ['b']], confidence: 1 },
  ]);
});

test('one that a version lacks leaves a gap there, and others do not take its place', () => {
  const versions = withPictures({
    ru: { 2: picture('a'), 4: picture('b') },
    ky: { 4: picture('b') },
    en: { 2: picture('a'), 4: picture('b') },
  });
  expect(pictureRows(versions).map(({ held }) => held)).toEqual([
    [['a'], [], ['a']],
    [['b'], ['b'], ['b']],
  ]);
  const two = perLanguage((language) => [
    ...(language === 'ky' ? [] : [picture('a')]),
    picture('b'),
    ...inputs(ARTICLE[language]),
  ]);
  expect(pictureRows(two).map(({ held }) => held)).toEqual([
    [['a'], [], ['a']],
    [['b'], ['b'], ['b']],
  ]);
});

test('other bytes at the same place, as of a map with other names on it, stand in one row that is doubted', () => {
  const versions = withPictures({
    ru: { 3: picture('map ru') },
    ky: { 3: picture('map ky') },
    en: { 3: picture('map en', 'map.png') },
  });
  const [row] = pictureRows(versions);
  expect(row?.held).toEqual([['map ru'], ['map ky'], ['map en']]);
  expect(row?.confidence).toBeLessThan(0.8);
});

test('a picture elsewhere in its version stays where it is', () => {
  const versions = withPictures({
    ru: { 1: picture('a') },
    ky: { 1: picture('a') },
    en: { 5: picture('a') },
  });
  expect(pictureRows(versions).map(({ held }) => held)).toEqual([
    [['a'], ['a'], []],
    [[], [], ['a']],
  ]);
});

test('no paragraph is lost or moved, wherever pictures stand', () => {
  const kind = fc.constantFrom('a', 'b', 'c', null);
  const places = fc.array(fc.record({ at: fc.nat(8), hash: kind, language: fc.constantFrom(...LANGUAGES) }), {
    maxLength: 14,
  });
  fc.assert(
    fc.property(places, fc.boolean(), (chosen, merged) => {
      const versions = perLanguage((language) => {
        const words = inputs(
          merged && language === 'en'
            ? [`${ARTICLE.en[0]} ${ARTICLE.en[1]}`, ...ARTICLE.en.slice(2)]
            : ARTICLE[language],
        );
        const own = chosen.filter((each) => each.language === language);
        return words.flatMap((input, n) => [
          ...own.filter(({ at }) => at === n).map(({ hash }) => picture(hash, hash ?? '')),
          input,
        ]);
      });
      const rows = alignVersions(versions);
      for (const language of LANGUAGES)
        expect(rows.flatMap((row) => row[language])).toEqual(versions[language].map((_, n) => n));
    }),
    { seed: 3, numRuns: 150 },
  );
});
