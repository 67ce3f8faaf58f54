import { describe, expect, test } from 'vitest';
import { alignVersions } from '../../../../../shared/align/align-versions';
import { ALL_CHECKS } from '../../../../../shared/checks/all-checks';
import { makeChecker } from '../../../../../shared/checks/engine/check-rows';
import type { Finding } from '../../../../../shared/checks/engine/finding';
import { order } from '../../../../../shared/checks/sentences/order';
import {
  LANGUAGES,
  perLanguage,
  type Language,
  type PerLanguage,
} from '../../../../../shared/model/language';
import type { Row } from '../../../../../shared/model/row';
import { ARTICLE, inputs } from '../../align/article';
import { article, run } from '../../commands/article';
import { findIn, makeRow } from '../rows';

/** The article with the texts of one version changed. */
function articleIn(
  language: Language,
  change: (texts: readonly string[]) => readonly string[],
): PerLanguage<readonly string[]> {
  return { ...ARTICLE, [language]: change(ARTICLE[language]) };
}

/** Two texts change places. */
function swap(a: number, b: number): (texts: readonly string[]) => readonly string[] {
  return (texts) => texts.map((text, n) => (n === a ? texts[b] : n === b ? texts[a] : undefined) ?? text);
}

/** Rows as an import makes them. */
function aligned(texts: PerLanguage<readonly string[]>): readonly Row[] {
  return alignVersions(perLanguage((language) => inputs(texts[language]))).map((each, n) => ({
    ...makeRow(
      `r${n}`,
      perLanguage((language) => each[language].map((at) => texts[language][at] ?? '')),
    ),
    confidence: each.confidence,
  }));
}

/** Rows as they stand, whatever they say. */
function standing(texts: PerLanguage<readonly string[]>): readonly Row[] {
  return texts.ru.map((_, n) =>
    makeRow(
      `r${n}`,
      perLanguage((language) => texts[language][n] ?? ''),
    ),
  );
}

/** The rows after what the finding offers. */
function repaired(rows: readonly Row[], finding: Finding | undefined): readonly Row[] {
  if (!finding?.order) return [];
  return run({ ...article(), rows }, { type: 'moveInOrder', ...finding.order }).rows;
}

function textsOf(rows: readonly Row[]): PerLanguage<readonly string[]> {
  return perLanguage((language) =>
    rows.flatMap((row) => row.cells[language].paragraphs.map(({ text }) => text)),
  );
}

const checkAll = (rows: readonly Row[]) => makeChecker(ALL_CHECKS, { glossary: '' })(rows);

describe.each(LANGUAGES)('two paragraphs that change places in %s', (language) => {
  const swapped = articleIn(language, swap(7, 8));

  test.each([
    ['as they are imported', aligned(swapped)],
    ['in rows that hold the wrong ones', standing(swapped)],
  ])('%s are told as one finding, and put right by one command', (_, rows) => {
    const [finding, ...more] = findIn(order, rows);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ message: 'swapped', params: { language } });
    const own = finding?.spans.filter((span) => span.language === language);
    expect(own).toHaveLength(2);
    const after = repaired(rows, finding);
    expect(textsOf(after)).toEqual(ARTICLE);
    expect(after).toHaveLength(ARTICLE.ru.length);
    expect(findIn(order, after)).toEqual([]);
  });

  test('are not called missing, and their numbers and names not wrong', () => {
    for (const rows of [aligned(swapped), standing(swapped)]) {
      const found = checkAll(rows);
      const untouched = checkAll(standing(ARTICLE)).map(({ check }) => check);
      expect(found.map(({ check }) => check).sort()).toEqual([...untouched, 'order'].sort());
    }
  });

  test('one that stands some paragraphs further on is told as moved, and goes back', () => {
    const rows = aligned(
      articleIn(language, (texts) => [
        ...texts.slice(0, 2),
        ...texts.slice(3, 6),
        ...texts.slice(2, 3),
        ...texts.slice(6),
      ]),
    );
    const [finding, ...more] = findIn(order, rows);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ message: 'moved', params: { language } });
    expect(textsOf(repaired(rows, finding))).toEqual(ARTICLE);
    expect(checkAll(rows).filter(({ check }) => check === 'omission')).toEqual([]);
  });
});

test('an article in order is left alone, also where a version lacks a paragraph and has another more', () => {
  expect(findIn(order, aligned(ARTICLE))).toEqual([]);
  const other =
    'Ал эми айылдагы эски клубду быйыл кышында жабышкан, анткени анын чатыры кар астында калып кыйраган.';
  const rows = aligned(
    articleIn('ky', (texts) => [...texts.slice(0, 6), other, texts[6] ?? '', ...texts.slice(8)]),
  );
  expect(findIn(order, rows)).toEqual([]);
  const found = checkAll(rows).filter(
    ({ check, message }) => check === 'omission' && message === 'paragraph',
  );
  expect(found).toHaveLength(1);
});

test('items of a list that are much alike are not told apart', () => {
  const rows = standing({
    ru: ['Школа № 1, улица Ленина, 5', 'Школа № 2, улица Ленина, 7', 'Школа № 3, улица Ленина, 9'],
    ky: ['№ 1 мектеп, Ленин көчөсү, 5', '№ 2 мектеп, Ленин көчөсү, 7', '№ 3 мектеп, Ленин көчөсү, 9'],
    en: ['School No. 1, Lenin Street 5', 'School No. 2, Lenin Street 7', 'School No. 3, Lenin Street 9'],
  });
  expect(findIn(order, rows)).toEqual([]);
  const short = standing({
    ru: ['Масло', 'Сахар', 'Мука'],
    ky: ['Кант', 'Май', 'Ун'],
    en: ['Butter', 'Sugar', 'Flour'],
  });
  expect(findIn(order, short)).toEqual([]);
});

test('cells of tables, and texts that differ on purpose, stay where they are', () => {
  const swapped = articleIn('ky', swap(7, 8));
  const changed = (change: object) =>
    standing(swapped).map((each) => ({
      ...each,
      cells: perLanguage((language) => ({
        ...each.cells[language],
        paragraphs: each.cells[language].paragraphs.map((paragraph) => ({ ...paragraph, ...change })),
      })),
    }));
  expect(findIn(order, changed({ role: 'tableCell' }))).toEqual([]);
  expect(findIn(order, changed({ adapted: { reason: '', author: '', time: 0 } }))).toEqual([]);
});

test('where all three differ, or a version has no text at all, nobody says which is right', () => {
  const all = { ...articleIn('ky', swap(7, 8)), ru: swap(8, 9)(ARTICLE.ru), en: swap(7, 9)(ARTICLE.en) };
  expect(findIn(order, standing(all))).toEqual([]);
  const two = standing({ ...articleIn('ky', swap(7, 8)) }).map((each) => ({
    ...each,
    cells: { ...each.cells, en: { ...each.cells.en, paragraphs: [] } },
  }));
  expect(findIn(order, two)).toEqual([]);
});
