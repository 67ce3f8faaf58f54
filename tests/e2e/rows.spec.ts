import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ActId } from '../../renderer/session/acts/all-acts';
import { LANGUAGES, type Language } from '../../shared/model/language';
import {
  chooseInMenu,
  openedProject,
  openedRows,
  openedTexts,
  threeOf,
  writeArticleProject,
  writeProject,
  type Texts,
} from './documents';
import { cell, chooseOnText, expect, openText, row, test, type Triptych } from './triptych';

const ROWS: Texts = [threeOf(1), { ru: ['Р2', 'Р3'], ky: ['К2'], en: ['E2', 'E3'] }, threeOf(4)];
const BEFORE = ['Р1 | К1 | E1', 'Р2 + Р3 | К2 | E2 + E3', 'Р4 | К4 | E4'];

/** What becomes of it when a paragraph goes past others of its version. */
const ORDERED = {
  far: ['Р4 | К1 | E1', 'Р2 + Р3 | К2 | E2 + E3', 'Р1 | К4 | E4'],
  back: ['Р1 | К1 | E4', 'Р2 + Р3 | К2 | E2 + E3', 'Р4 | К4 | E1'],
  down: ['Р1 | К2 | E1', 'Р2 + Р3 | К1 | E2 + E3', 'Р4 | К4 | E4'],
  up: ['Р1 | К1 | E1', 'Р3 + Р2 | К2 | E2 + E3', 'Р4 | К4 | E4'],
};

interface Step {
  /** Label in menus. */
  readonly label: string;
  readonly act: ActId;
  readonly key: string;
  /** The paragraph it starts from. */
  readonly at: string;
  readonly after: readonly string[];
}

const STEPS: readonly Step[] = [
  {
    label: 'Merge with the next row',
    act: 'mergeRows',
    key: 'm',
    at: 'К1',
    after: ['Р1 + Р2 + Р3 | К1 + К2 | E1 + E2 + E3', 'Р4 | К4 | E4'],
  },
  {
    label: 'Split the row here',
    act: 'splitRow',
    key: 's',
    at: 'Р3',
    after: ['Р1 | К1 | E1', 'Р2 | К2 | E2', 'Р3 |  | E3', 'Р4 | К4 | E4'],
  },
  {
    label: 'Move the paragraph up a row',
    act: 'moveUp',
    key: 'u',
    at: 'E4',
    after: ['Р1 | К1 | E1', 'Р2 + Р3 | К2 | E2 + E3 + E4', 'Р4 | К4 | '],
  },
  {
    label: 'Move the paragraph down a row',
    act: 'moveDown',
    key: 'd',
    at: 'Р3',
    after: ['Р1 | К1 | E1', 'Р2 | К2 | E2 + E3', 'Р3 + Р4 | К4 | E4'],
  },
  {
    label: 'Insert an empty row below',
    act: 'insertRow',
    key: 'i',
    at: 'К2',
    after: ['Р1 | К1 | E1', 'Р2 + Р3 | К2 | E2 + E3', ' |  | ', 'Р4 | К4 | E4'],
  },
];

type Choose = (triptych: Triptych, step: Pick<Step, 'act' | 'label' | 'key'>) => Promise<void>;

const WAYS: Readonly<Record<string, Choose>> = {
  'by key': async ({ page }, { key }) => page.keyboard.press(key),
  'from the menu of the row': async ({ page }, { label, act }) => {
    if (act === 'undo') return page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
    await page.locator('.cell.chosen').click({ button: 'right' });
    await chooseOnText(page, label);
  },
  'from the menu bar': async ({ app }, { act }) => chooseInMenu(app, act),
};

const UNDO = { act: 'undo', label: 'Undo', key: 'Control+z' } as const;

test.describe('Rows', () => {
  for (const [way, choose] of Object.entries(WAYS)) {
    test(`are merged, split, moved, inserted, removed and confirmed ${way}, and each is undone`, async ({
      start,
      home,
    }) => {
      writeProject(join(home, 'rows.triptych'), 'Rows', ROWS);
      const triptych = await start(join(home, 'rows.triptych'));
      const { page } = triptych;
      for (const step of STEPS) {
        await openText(page.locator('.text', { hasText: step.at }));
        await page.keyboard.press('Escape');
        await choose(triptych, step);
        await expect.poll(() => openedRows(page), step.label).toEqual(step.after);
        await expectOrder(page);
        await expect(page.getByTestId('row')).toHaveCount(step.after.length);
        if (step.act === 'insertRow') {
          // The new row is selected: it can be taken away at once.
          // A key between them: two letters without a pause would be a word.
          await page.keyboard.press('ArrowRight');
          await choose(triptych, { act: 'removeRow', label: 'Remove the empty row', key: 'Delete' });
          await expect.poll(() => openedRows(page)).toEqual(BEFORE);
          await choose(triptych, UNDO);
          await expect.poll(() => openedRows(page)).toEqual(step.after);
        }
        await choose(triptych, UNDO);
        await expect.poll(() => openedRows(page), `undo: ${step.label}`).toEqual(BEFORE);
      }
      await openText(page.locator('.text', { hasText: 'Р4' }));
      await page.keyboard.press('Escape');
      await choose(triptych, { act: 'confirmRow', label: 'Confirm the alignment', key: 'c' });
      await expect(row(page, 3).getByTitle('Alignment confirmed')).toBeVisible();
      await choose(triptych, UNDO);
      await expect(row(page, 3).getByTitle('Alignment confirmed')).toHaveCount(0);
    });
  }

  test('take a paragraph dragged or sent from another row, only in its own language, also past other text', async ({
    start,
    home,
  }) => {
    writeProject(join(home, 'rows.triptych'), 'Rows', ROWS);
    const { page } = await start(join(home, 'rows.triptych'));
    const drag = async (from: number, to: number, language: Language, onto = language) => {
      await cell(page, from, language).locator('.grip').last().hover();
      await page.mouse.down();
      await cell(page, to, onto).hover();
      // Chromium lets go only where the mouse has moved after coming in.
      await cell(page, to, onto).hover({ position: { x: 20, y: 20 } });
      await page.mouse.up();
    };
    const send = async (text: string, key: string) => {
      await openText(page.locator('.text', { hasText: text }));
      await page.keyboard.press('Escape');
      await page.keyboard.press(key);
    };
    await drag(2, 3, 'ru');
    const down = ['Р1 | К1 | E1', 'Р2 | К2 | E2 + E3', 'Р3 + Р4 | К4 | E4'];
    await expect.poll(() => openedRows(page)).toEqual(down);
    await drag(2, 1, 'ky');
    const up = ['Р1 | К1 + К2 | E1', 'Р2 |  | E2 + E3', 'Р3 + Р4 | К4 | E4'];
    await expect.poll(() => openedRows(page)).toEqual(up);
    await drag(3, 2, 'en', 'ky');
    // What follows was sent later, so the refused drop has had its chance.
    await page.keyboard.press('Control+z');
    await expect.poll(() => openedRows(page)).toEqual(down);
    await expectOrder(page);
    await page.keyboard.press('Control+z');
    await expect.poll(() => openedRows(page)).toEqual(BEFORE);

    // Past other text of its version it changes the order of that, in no other version; each way is told, and undone.
    const told = page.getByTestId('news');
    const undo = page.locator('.notice-bar').getByRole('button', { name: 'Undo' });
    for (const [act, after] of [
      [() => drag(1, 3, 'ru'), ORDERED.far],
      [() => drag(3, 1, 'en'), ORDERED.back],
      [() => send('К1', 'Alt+ArrowDown'), ORDERED.down],
      [() => send('Р3', 'Alt+ArrowUp'), ORDERED.up],
    ] as const) {
      await act();
      await expect.poll(() => openedRows(page)).toEqual(after);
      await expect(told).toBeVisible();
      await undo.click();
      await expect.poll(() => openedRows(page)).toEqual(BEFORE);
      await expect(told).toContainText('Undone');
    }
    // Also while it is written, with what was typed.
    await openText(page.locator('.text', { hasText: 'E4' }));
    await page.keyboard.type('!');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => openedTexts(page, 'en')).toEqual(['E1', 'E2', 'E4!', 'E3']);
    // At the end of its version it says so.
    await page.keyboard.press('Escape');
    await send('К1', 'Alt+ArrowUp');
    await expect(told).toContainText('There is no row above.');
  });

  test('answer the mouse while the list still rolls', async ({ sample }) => {
    const { page } = sample;
    const under = await page.evaluate(async () => {
      const list = document.querySelector('.rows');
      const frames = async (count: number) => {
        for (let i = 0; i < count; i += 1) await new Promise((done) => requestAnimationFrame(done));
      };
      const seen: boolean[] = [];
      for (let i = 0; i < 4; i += 1) {
        list?.scrollBy(0, 400);
        await frames(3);
        seen.push(document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('.row') != null);
        // The list takes itself to rest after a while, and each time it sets off again it counts afresh.
        await frames(15);
      }
      return seen;
    });
    expect(under).toEqual([true, true, true, true]);

    // Near the lower edge a menu opens upwards: what it is about stays in sight.
    const rows = await page.locator('.rows').boundingBox();
    const [x, y] = [(rows?.x ?? 0) + 200, (rows?.y ?? 0) + (rows?.height ?? 0) - 20];
    await page.mouse.click(x, y, { button: 'right' });
    const menu = await page.getByRole('menu').boundingBox();
    expect((menu?.y ?? 0) + (menu?.height ?? 0)).toBeLessThan(y);
  });

  test('that are not confirmed are aligned afresh, confirmed ones stay', async ({ start, home }) => {
    const path = join(home, 'apricots.triptych');
    await writeArticleProject(path, (count) => [
      { positions: [0], confirmed: false },
      // A person wants these two together.
      { positions: [1, 2], confirmed: true },
      { positions: [3, 4, 5, 6], confirmed: false },
      ...Array.from({ length: count - 7 }, (_, i) => ({ positions: [i + 7], confirmed: false })),
    ]);
    const { page } = await start(path);
    const before = await openedProject(page);
    const texts = await Promise.all(LANGUAGES.map((language) => openedTexts(page, language)));
    const confirmed = before.rows[1];
    await row(page, 3).getByRole('rowheader').locator('.number').click();
    await expect(row(page, 3)).toContainClass('chosen');
    await page.keyboard.press('Control+Shift+L');
    // Not the news of it, which leaves by itself. The cells of a line of a table come into one row, too.
    const inThird = async () => (await openedProject(page)).rows[2]?.cells.ru.paragraphs.length;
    await expect.poll(inThird).toBe(1);
    const after = await openedProject(page);
    expect(after.rows.filter((each) => each.confirmed)).toEqual([confirmed]);
    const now = await Promise.all(LANGUAGES.map((language) => openedTexts(page, language)));
    expect(now).toEqual(texts);
    await expect(page.locator('.row.chosen')).toContainText('Кара-Бель');
    await page.keyboard.press('Control+z');
    await expect.poll(() => openedProject(page)).toEqual(before);
  });
});

/** Read down one language, the rows are that version, whatever was done to them. */
async function expectOrder(page: Page): Promise<void> {
  for (const language of LANGUAGES) {
    expect(await openedTexts(page, language)).toEqual(ROWS.flatMap((each) => each[language]));
  }
}
