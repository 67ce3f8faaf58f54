import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { openedProject, openedTexts, writeProject, type Texts } from './documents';
import { cell, expect, row, test, type Triptych } from './triptych';

type Start = (...args: string[]) => Promise<Triptych>;

/** One number is wrong in each version, each in another row; a name is missing, and a paragraph. */
const TEXTS: Texts = [
  { ru: ['Плотина'], ky: ['Тосмо'], en: ['The dam'] },
  {
    ru: ['Ремонт стоил 45 000 сомов, и его оплатил район.'],
    ky: ['Оңдоо 45 000 сом турган, аны район төлөгөн.'],
    en: ['The repair cost 46,000 soms and was paid for by the district.'],
  },
  {
    ru: ['На стройке работали 310 человек.'],
    ky: ['Курулушта 320 адам иштеген.'],
    en: ['There were 320 people working on the site.'],
  },
  {
    ru: ['Дорога закрыта на 30 дней.'],
    ky: ['Жол 35 күнгө жабылды.'],
    en: ['The road is closed for 30 days.'],
  },
  {
    ru: ['Об этом заявила аналитик Айгуль Сыдыкова на встрече в Бишкеке.'],
    ky: ['Бул тууралуу аналитик Айгүл Сыдыкова Бишкектеги жолугушууда айтты.'],
    en: ['The analyst said this at a meeting in Bishkek.'],
  },
  { ru: ['Перевал открыт.'], ky: ['Ашуу ачык.'], en: ['The pass is open.'] },
];

async function open(start: Start, home: string): Promise<Triptych> {
  const path = join(home, 'dam.triptych');
  writeProject(path, 'Dam', TEXTS);
  const opened = await start(path);
  await expect(cell(opened.page, 5, 'en').locator('.finding-point')).toBeVisible();
  return opened;
}

const cardOf = (page: Page) => page.getByTestId('matter-card');

/** Goes to a row with its text chosen, whatever a click into the text does besides. */
async function choose(page: Page, number: number, language: 'ru' | 'ky' | 'en'): Promise<void> {
  await cell(page, number, language)
    .locator('[data-place]')
    .click({ position: { x: 2, y: 4 } });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(cell(page, number, language)).toBeFocused();
}

/** Presses where a word is seen, once it stands still. */
async function pressOn(page: Page, words: Locator): Promise<void> {
  const place = await words.first().evaluate(async (word) => {
    const measure = () => {
      const { x, y, width, height } = word.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    };
    for (let before = measure(); ;) {
      for (let n = 0; n < 2; n += 1) await new Promise((done) => requestAnimationFrame(done));
      const now = measure();
      if (now.x === before.x && now.y === before.y) return now;
      before = now;
    }
  });
  await page.mouse.click(place.x, place.y);
}

/** Whether a card leaves a text free. */
async function isBeside(card: Locator, text: Locator): Promise<boolean> {
  const [a, b] = [await card.boundingBox(), await text.boundingBox()];
  if (!a || !b) throw new Error('not to be seen');
  return a.y >= b.y + b.height || a.y + a.height <= b.y || a.x >= b.x + b.width || a.x + a.width <= b.x;
}

test.describe('What is marked', () => {
  test('is told where it is seen, in each language, in a text that is read and in one that is open', async ({
    start,
    home,
  }) => {
    const { page } = await open(start, home);
    const card = cardOf(page);
    const hint = page.getByTestId('matter-hint');
    for (const [number, language, sentence] of [
      [2, 'en', 'English has 46,000'],
      [3, 'ru', 'Russian has 310'],
      [4, 'ky', 'Kyrgyz has 35'],
    ] as const) {
      const found = cell(page, number, language).locator('.found');
      const text = cell(page, number, language).locator('[data-place]');
      await choose(page, 6, 'ky');
      await found.hover();
      await expect(hint).toContainText(sentence);
      await pressOn(page, found);
      await expect(card).toContainText(sentence);
      await expect(hint).toBeHidden();
      expect(await isBeside(card, text)).toBe(true);
      await page.keyboard.press('Escape');
      await expect(card).toBeHidden();

      await choose(page, number, language);
      await page.keyboard.press('Enter');
      const editor = page.getByTestId('editor');
      await expect(editor.locator('.ProseMirror')).toBeFocused();
      await pressOn(page, editor.locator('.found'));
      await expect(card).toContainText(sentence);
      expect(await isBeside(card, text)).toBe(true);
      // The caret is in the word, the focus in the text: the first letter goes there, and closes the card.
      await expect(editor.locator('.ProseMirror')).toBeFocused();
      const before = await editor.innerText();
      await page.keyboard.type('1');
      await expect(card).toBeHidden();
      expect((await editor.innerText()).length).toBe(before.length + 1);
      await page.keyboard.press('Backspace');
      // A caret that a key takes there is told in a line, and a key opens the card and closes it again.
      await page.keyboard.press('ArrowLeft');
      await expect(editor.locator('.found')).toBeVisible();
      await page.keyboard.press('ArrowRight');
      await expect(hint).toContainText(sentence);
      await page.keyboard.press('Control+j');
      await expect(card.locator('button:focus')).toHaveCount(1);
      await page.keyboard.press('Escape');
      await expect(card).toBeHidden();
      await expect(editor.locator('.ProseMirror')).toBeFocused();
      await page.keyboard.press('Escape');
    }
    // Escape leaves an open text whether or not a line is told; and no line comes in place of a card that it closes, nor over
    // the words that are typed, until the mouse moves.
    const found = cell(page, 2, 'en').locator('.found');
    const editor = page.getByTestId('editor');
    // Nobody has to wait until the mouse has rested: that no line comes is seen once what was due has run.
    await page.clock.install();
    await choose(page, 2, 'en');
    await page.keyboard.press('Enter');
    await expect(editor.locator('.ProseMirror')).toBeFocused();
    await found.hover();
    await expect(hint).toContainText('English has 46,000');
    await page.keyboard.press('Escape');
    await expect(hint).toBeHidden();
    await expect(cell(page, 2, 'en')).toBeFocused();
    await expect(editor).toBeHidden();
    await pressOn(page, found);
    await expect(card).toBeVisible();
    await page.clock.runFor(700);
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await page.clock.runFor(700);
    await expect(hint).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(editor).toBeHidden();
    await found.hover({ position: { x: 3, y: 8 } });
    await expect(hint).toContainText('English has 46,000');

    // What is missing has a place one can see and hit.
    await pressOn(page, cell(page, 5, 'en').locator('.finding-point'));
    await expect(card).toContainText('does not have Айгуль Сыдыкова');
    await expect(card.locator('svg').first()).toHaveAttribute('data-shape', /major|minor/);
    await page.mouse.click(300, 5);
    await expect(card).toBeHidden();
  });

  test('is gone through and dealt with by keys alone, one after the other', async ({ start, home }) => {
    const { page } = await open(start, home);
    const card = cardOf(page);
    const position = page.getByTestId('matter-position');
    await choose(page, 2, 'en');
    await page.keyboard.press('e');
    await expect(position).toHaveText('1 of 4');
    await expect(card.getByTestId('finding-fix')).toBeFocused();
    await page.keyboard.press('Shift+}');
    await expect(position).toHaveText('2 of 4');
    await expect(card.locator('button:focus')).toHaveCount(1);
    await page.keyboard.press('Shift+{');
    await expect(card).toContainText('English has 46,000');
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await expect(cell(page, 2, 'en')).toBeFocused();

    // After a fix the next one is there, and the hand on its button; nobody has to follow what follows the others.
    await page.keyboard.press('e');
    await expect(card.getByTestId('finding-fix')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await openedTexts(page, 'en'))[1]).toContain('45,000');
    await expect(page.getByTestId('news')).toContainText('Fixed 1 finding.');
    await expect(position).toHaveText('1 of 3');
    await expect(card).toContainText('Russian has 310');
    await expect(card.getByTestId('finding-fix')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(card).toContainText('Kyrgyz has 35');
    await expect(card.locator('button:focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(cell(page, 4, 'ky')).toBeFocused();
    await expect(page.getByTestId('stale')).toHaveCount(0);
    await page.locator('.notice-bar').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await openedTexts(page, 'ru'))[2]).toContain('310');
  });

  test('tells what changed in another version, what was suggested and what was changed', async ({
    start,
    home,
  }) => {
    const { page } = await open(start, home);
    const card = cardOf(page);
    const write = async (number: number, words: string) => {
      await choose(page, number, 'ru');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+End');
      await page.keyboard.type(words);
      await page.keyboard.press('Escape');
    };
    await write(6, ' Снег убрали.');
    const outrun = cell(page, 6, 'ky').getByTestId('stale');
    await expect(row(page, 6).getByTestId('row-stales').locator('svg')).toHaveAttribute(
      'data-shape',
      'stale',
    );
    await pressOn(page, outrun);
    await expect(card.locator('ins')).toHaveText('Снег убрали.');
    expect(await isBeside(card, cell(page, 6, 'ky').locator('[data-place]'))).toBe(true);
    await card.getByRole('button', { name: 'Not now' }).click();
    await expect(card).toBeHidden();
    await pressOn(page, outrun);
    await card.getByRole('button', { name: 'Edit the Kyrgyz' }).click();
    await expect(page.getByTestId('editor')).toContainText('Ашуу ачык.');
    await page.keyboard.press('Escape');
    await pressOn(page, outrun);
    await card.getByRole('button', { name: /Still right/ }).click();
    await expect(outrun).toHaveCount(0);
    // On to the other text that was outrun.
    await expect(card).toContainText('English');
    await page.keyboard.press('Escape');

    // What was changed: who did, and back.
    await write(1, ' сегодня');
    await pressOn(page, cell(page, 1, 'ru').locator('ins').last());
    await expect(card).toContainText('сегодня');
    await card.getByRole('button', { name: 'Take it back' }).click();
    await expect.poll(async () => (await openedTexts(page, 'ru'))[0]).toBe('Плотина');
    await expect(page.getByTestId('news')).toContainText('The change is taken back.');

    await page.keyboard.press('Control+Shift+e');
    await write(1, ' Уже.');
    await expect(row(page, 1).getByTestId('row-suggestions')).toBeVisible();
    await pressOn(page, cell(page, 1, 'ru').locator('ins.suggested').last());
    expect(await isBeside(card, cell(page, 1, 'ru').getByTestId('suggested'))).toBe(true);
    await expect(card.locator('.matter-others [data-shape="suggestion"]')).toHaveCount(0);
    await card.getByRole('button', { name: 'Accept' }).click();
    await expect(cell(page, 1, 'ru').locator('.suggested')).toHaveCount(0);
    await expect.poll(async () => (await openedTexts(page, 'ru'))[0]).toBe('Плотина Уже.');
  });

  test('and flagged names its row, and resolving goes on to the next open flag', async ({ start, home }) => {
    const { page } = await open(start, home);
    const card = cardOf(page);
    for (const number of [1, 4, 6]) {
      await choose(page, number, 'ru');
      await page.keyboard.press('f');
      await page.getByTestId('flag-note').fill(`Note ${number}`);
      await page.getByTestId('flag-keep').click();
    }
    await page.getByTestId('tab-flags').click();
    await expect(page.getByTestId('flag-row')).toHaveText([/Row 1/, /Row 4/, /Row 6/]);
    await pressOn(page, cell(page, 1, 'ru').locator('.flagged'));
    await expect(card).toContainText('Note 1');
    await expect(page.locator('.flag-card[aria-current]')).toContainText('Note 1');
    await card.getByRole('button', { name: 'Resolve' }).click();
    await expect(card).toContainText('Note 4');
    await expect(page.getByTestId('matter-position')).toHaveText('1 of 2');
    await expect(page.locator('.flag-card[aria-current]')).toContainText('Note 4');
    await page.keyboard.press('Escape');
    // From the list alike: the rows go with it.
    const listed = page.getByTestId('flag-card').filter({ hasText: 'Note 4' });
    await listed.getByTestId('flag-row').click();
    await listed.getByRole('button', { name: 'Resolve' }).click();
    await expect(page.locator('.flag-card[aria-current]')).toContainText('Note 6');
    await expect(page.getByTestId('position')).toHaveText(/Row 6 of/);
    expect((await openedProject(page)).flags.map(({ status }) => status)).toEqual([
      'resolved',
      'resolved',
      'open',
    ]);
  });
});
