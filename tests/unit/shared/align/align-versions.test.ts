import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignVersions } from '../../../../shared/align/align-versions';
import type { AlignedRow, AlignmentInput } from '../../../../shared/align/alignment';
import { LANGUAGES, perLanguage, type PerLanguage } from '../../../../shared/model/language';
import { ROLES } from '../../../../shared/model/paragraph';
import { WEIGHTS } from '../../../../shared/align/weights';
import { ARTICLE, articleWith, inputs, longArticle } from './article';

const positions = (rows: readonly AlignedRow[]) => rows.map(({ ru, ky, en }) => [ru, ky, en]);

const oneToOne = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => [[from + n], [from + n], [from + n]]);

function expectWholeCover(
  versions: PerLanguage<readonly AlignmentInput[]>,
  rows: readonly AlignedRow[],
): void {
  for (const language of LANGUAGES) {
    expect(rows.flatMap((row) => row[language])).toEqual(versions[language].map((_, n) => n));
  }
  for (const row of rows) {
    expect(row.ru.length + row.ky.length + row.en.length).toBeGreaterThan(0);
    expect(row.confidence).toBeGreaterThanOrEqual(0);
    expect(row.confidence).toBeLessThanOrEqual(1);
  }
}

const paragraph: fc.Arbitrary<AlignmentInput> = fc.record({
  role: fc.constantFrom(...ROLES),
  text: fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(...LANGUAGES.flatMap((l) => ARTICLE[l])),
  ),
  label: fc.constantFrom('', '1.', '•', '[2]'),
});

describe('any input', () => {
  const version = fc.array(paragraph, { maxLength: 12 });

  test('every paragraph stands in exactly one row, in order, and the same input gives the same rows', () => {
    fc.assert(
      fc.property(fc.record({ ru: version, ky: version, en: version }), (versions) => {
        const rows = alignVersions(versions);
        expectWholeCover(versions, rows);
        expect(alignVersions(versions)).toEqual(rows);
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  test('nothing is lost where the odds are as great as those of a very long article', () => {
    const great = (traits: Readonly<Record<string, number>>) =>
      Object.fromEntries(Object.entries(traits).map(([trait, weight]) => [trait, weight * 1e5]));
    const weights = { pair: great(WEIGHTS.pair), shape: great(WEIGHTS.shape) } as typeof WEIGHTS;
    const versions = longArticle(400, 0);
    expectWholeCover(versions, alignVersions(versions, { weights }));
  });

  test('versions too long to be searched whole are covered as well, however uneven', () => {
    const long = fc.array(paragraph, { minLength: 70, maxLength: 90 });
    fc.assert(
      fc.property(fc.record({ ru: fc.oneof(version, long), ky: long, en: long }), (versions) => {
        expectWholeCover(versions, alignVersions(versions));
      }),
      { seed: 2, numRuns: 8 },
    );
  });

  test('empty, endless and meaningless paragraphs are covered', () => {
    const odd = [
      '',
      ' ',
      '...',
      '?!',
      'а',
      'А. '.repeat(400),
      'слово '.repeat(2000),
      '1 '.repeat(900),
      '\ud800',
      'ё\u0301',
    ];
    const versions = {
      ru: inputs([...odd, ...odd.toReversed()]),
      ky: inputs(Array<string>(25).fill('')),
      en: inputs([odd.join('. ')]),
    };
    expectWholeCover(versions, alignVersions(versions));
  });

  test('which version stands in which column makes no difference', () => {
    const numbers = fc.array(fc.integer({ min: 100, max: 120 }), { minLength: 1, maxLength: 6 });
    const texts = fc.array(numbers, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(texts, texts, texts, (x, y, z) => {
        const [a = [], b = [], c = []] = [x, y, z].map((list) => inputs(list.map((n) => n.join(' '))));
        const straight = positions(alignVersions({ ru: a, ky: b, en: c }));
        const turned = positions(alignVersions({ ru: b, ky: c, en: a })).map(
          ([ky = [], en = [], ru = []]) => [ru, ky, en],
        );
        const sorted = (rows: typeof straight) =>
          rows
            .filter((row) => row.filter((cell) => cell?.length).length > 1)
            .map((row) => JSON.stringify(row))
            .sort();
        expect(sorted(turned)).toEqual(sorted(straight));
      }),
      { seed: 4, numRuns: 100 },
    );
  });

  test('nothing to align gives no rows', () => {
    expect(alignVersions({ ru: [], ky: [], en: [] })).toEqual([]);
  });

  test.each(LANGUAGES)('a single version (%s) has one row for each paragraph', (language) => {
    const versions = perLanguage((other) => inputs(other === language ? ARTICLE[other] : []));
    const rows = alignVersions(versions);
    expect(rows).toHaveLength(ARTICLE[language].length);
    expectWholeCover(versions, rows);
  });
});

describe('an article in three languages', () => {
  test('true counterparts stand beside each other, with confidence', () => {
    const rows = alignVersions(perLanguage((language) => inputs(ARTICLE[language])));
    expect(positions(rows)).toEqual(oneToOne(0, 10));
    expect(Math.min(...rows.map((row) => row.confidence))).toBeGreaterThan(0.8);
  });

  test('two versions are aligned when the third is missing', () => {
    const rows = alignVersions(articleWith('en', () => []));
    expect(positions(rows)).toEqual(oneToOne(0, 10).map(([ru, ky]) => [ru, ky, []]));
  });

  test.each(LANGUAGES)(
    'a paragraph missing in %s leaves a gap, and the rows after it are right',
    (language) => {
      const rows = alignVersions(articleWith(language, (texts) => texts.toSpliced(4, 1)));
      const expected = oneToOne(0, 10).map((row, n) =>
        row.map((cell, l) => (LANGUAGES[l] !== language || n < 4 ? cell : n === 4 ? [] : [n - 1])),
      );
      expect(positions(rows)).toEqual(expected);
    },
  );

  test('paragraphs merged in one language stand beside both of their counterparts', () => {
    const merged = alignVersions(
      articleWith('ky', (texts) => texts.toSpliced(4, 2, `${texts[4] ?? ''} ${texts[5] ?? ''}`)),
    );
    expect(positions(merged)).toContainEqual([[4, 5], [4], [4, 5]]);
    expect(positions(merged).at(-1)).toEqual([[9], [8], [9]]);
  });

  test('a paragraph split in one language stands beside its one counterpart', () => {
    const split = alignVersions(
      articleWith('en', (texts) => texts.toSpliced(1, 1, ...(texts[1] ?? '').split(/(?<=Naryn\.) /))),
    );
    expect(positions(split)).toContainEqual([[1], [1], [1, 2]]);
    expect(positions(split).at(-1)).toEqual([[9], [9], [10]]);
  });

  test('page furniture in one language stands alone and does not derail what follows', () => {
    const furniture = ['Read also', 'Subscribe to our newsletter!', 'Share: Facebook · Telegram · WhatsApp'];
    const rows = positions(alignVersions(articleWith('en', (texts) => texts.toSpliced(5, 0, ...furniture))));
    for (const n of [5, 6, 7]) expect(rows).toContainEqual([[], [], [n]]);
    for (const n of [0, 1, 2, 3, 4]) expect(rows).toContainEqual([[n], [n], [n]]);
    for (const n of [5, 6, 7, 8, 9]) expect(rows).toContainEqual([[n], [n], [n + 3]]);
  });

  test('an abridged version keeps its place', () => {
    const kept = [0, 1, 5, 9];
    const rows = positions(alignVersions(articleWith('ky', (texts) => kept.map((n) => texts[n] ?? ''))));
    kept.forEach((n, at) => expect(rows).toContainEqual([[n], [at], [n]]));
  });

  test('numbers that contradict each other cost confidence', () => {
    const swap = (from: string, to: string) =>
      articleWith('ky', (texts) => texts.map((text) => text.replace(from, to)));
    const confidenceOf = (versions: PerLanguage<readonly AlignmentInput[]>) =>
      alignVersions(versions).find((row) => row.ru.includes(8))?.confidence ?? 0;
    expect(confidenceOf(swap('12 000', '320'))).toBeLessThan(confidenceOf(swap('12 000', '12 000')));
  });

  test('a role and a label tell short paragraphs apart where their texts do not', () => {
    const texts = { ru: ['Да', 'Нет', 'Может быть'], ky: ['Ооба', 'Балким'], en: ['Yes', 'No', 'Maybe'] };
    const labels = { ru: ['1.', '2.', '3.'], ky: ['1)', '3)'], en: ['1', '2', '3'] };
    const versions = perLanguage((language) =>
      texts[language].map((text, n) => ({
        role: 'listItem' as const,
        text,
        label: labels[language][n] ?? '',
      })),
    );
    expect(positions(alignVersions(versions))).toEqual([
      [[0], [0], [0]],
      [[1], [], [1]],
      [[2], [1], [2]],
    ]);
  });
});

describe('a list', () => {
  const items = {
    ru: ['Плотина решает задачу зимы.', 'Соседям нужны правила.', 'Переселенцы важны.', 'Деньги кончаются.'],
    ky: ['Тосмо кыш маселесин чечет.', 'Көчүрүлгөндөр маанилүү.', 'Акча түгөнүп баратат.'],
    en: [
      'The dam solves the problem of winter.',
      'Neighbours need rules.',
      'Resettled people matter.',
      'Money runs out.',
    ],
  };

  test('keeps its items apart where a version lacks one and numbers the rest without a gap', () => {
    const versions = perLanguage((language) =>
      items[language].map((text, n) => ({ role: 'listItem' as const, text, label: `${n + 1}.` })),
    );
    expect(positions(alignVersions(versions))).toEqual([
      [[0], [0], [0]],
      [[1], [], [1]],
      [[2], [1], [2]],
      [[3], [2], [3]],
    ]);
  });
});

describe('long versions', () => {
  test('a long article with gaps is aligned nearly without mistakes', () => {
    const versions = longArticle(600, 10);
    const rows = alignVersions(versions);
    expectWholeCover(versions, rows);
    const right = rows.filter(({ ru: [n = -1], ky, en }) => {
      const expected = n % 10 === 9 ? [] : [n - Math.floor((n + 1) / 10)];
      return en[0] === n && JSON.stringify(ky) === JSON.stringify(expected);
    });
    expect(right.length).toBeGreaterThan(590);
  });

  test('a stretch of hundreds of paragraphs that one version lacks does not derail the rest', () => {
    const versions = longArticle(500, 1000);
    const rows = alignVersions({ ...versions, en: versions.en.slice(300) });
    expect(positions(rows.slice(-150))).toEqual(
      Array.from({ length: 150 }, (_, n) => [[350 + n], [350 + n], [50 + n]]),
    );
  });

  test('progress grows to 1 in at least 20 steps', () => {
    const shares: number[] = [];
    alignVersions(longArticle(200, 7), { onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThanOrEqual(20);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});
