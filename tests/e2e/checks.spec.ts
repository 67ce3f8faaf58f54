import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chooseInMenu, openedProject, openedTexts, writeProject } from './documents';
import {
  cell,
  chooseCell,
  clickWord,
  expect,
  markText,
  openText,
  row,
  test,
  type Triptych,
} from './triptych';

type Start = (...args: string[]) => Promise<Triptych>;

/** An article in whose second row the English version lacks a footnote marker, and in whose fourth the Kyrgyz one. */
async function openFootnotes(start: Start, home: string): Promise<Triptych> {
  const path = join(home, 'roads.triptych');
  writeProject(path, 'Roads', [
    { ru: ['Дороги'], ky: ['Жолдор'], en: ['Roads'] },
    { ru: ['Дорога закрыта. [1]'], ky: ['Жол жабык. [1]'], en: ['The road is closed.'] },
    { ru: ['Перевал открыт.'], ky: ['Ашуу ачык.'], en: ['The pass is open.'] },
    { ru: ['Мост готов. [2]'], ky: ['Көпүрө даяр.'], en: ['The bridge is ready. [2]'] },
  ]);
  return start(path);
}

async function type(page: Page, number: number, language: 'ru' | 'ky' | 'en', words: string): Promise<void> {
  // A click into a paragraph that is selected already would begin to edit it.
  await chooseCell(page, 1, language);
  await chooseCell(page, number, language);
  await page.keyboard.press('Enter');
  await page.getByTestId('editor').waitFor();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(words);
  await page.keyboard.press('Escape');
}

test.describe('Checks', () => {
  test('a finding is shown in the text, beside the row and in the list, and goes with what it was about', async ({
    start,
    home,
  }) => {
    const { page } = await openFootnotes(start, home);
    await expect(cell(page, 2, 'en').locator('.finding-point')).toHaveCount(1);
    await expect(
      row(page, 2).getByRole('button', { name: '1 finding, major, row 2' }).locator('svg'),
    ).toHaveAttribute('data-shape', 'major');
    await expect(row(page, 3).getByTestId('row-findings')).toHaveCount(0);

    await page.getByTestId('tab-checks').click();
    await expect(page.getByTestId('finding-count')).toHaveText('2 findings');
    await expect(page.getByTestId('check-footnote')).toContainText('Footnote markers · 2');
    await page.getByTestId('finding').nth(1).getByRole('button').first().click();
    await expect(page.getByTestId('position')).toHaveText(/Row 4 of/);
    await expect(cell(page, 4, 'ky')).toHaveAttribute('aria-selected', 'true');
    await expect(cell(page, 4, 'ru').locator('.compared')).toHaveText('[2]');

    await page.getByTestId('finding-filter-language').selectOption('en');
    await expect(page.getByTestId('finding-count')).toHaveText('1 of 2');
    await page.getByTestId('filter-found').click();
    await expect(page.getByTestId('row')).toHaveCount(2);
    await page.getByTestId('filter-all').click();

    await type(page, 2, 'en', ' [1]');
    await expect(row(page, 2).getByTestId('row-findings')).toHaveCount(0);
    await expect(cell(page, 2, 'en').locator('.finding-point')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(row(page, 2).getByTestId('row-findings')).toHaveCount(1);
  });

  test('words that are marked stay marked when a finding comes in around them', async ({ start, home }) => {
    const path = join(home, 'repair.triptych');
    writeProject(path, 'Repair', [
      {
        ru: ['Ремонт стоит 25 млн сомов.'],
        ky: ['Оңдоо 25 млн сом турат.'],
        en: ['The repair costs 25 million soms.'],
      },
    ]);
    const { page } = await start(path);
    await markText(cell(page, 1, 'en').locator('.text'), 'million soms');
    await expect(page.getByRole('button', { name: /Flag a problem/ })).toBeVisible();
    const edit = (text: string) =>
      page.evaluate(
        (content) =>
          window.triptych.request('project/command', {
            command: { type: 'editParagraph', paragraphId: 'en-1.1', content },
            group: null,
          }),
        { text, marks: [] },
      );
    await edit('The repair costs 26 million soms.');
    await expect(cell(page, 1, 'en').locator('.found')).toHaveText(['26', ' million']);
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('million soms');
    // Also when they have only just been marked, and the window has not heard of it.
    const unheard = await page.evaluateHandle(() => {
      const hold = (news: Event) => news.stopImmediatePropagation();
      addEventListener('selectionchange', hold, true);
      document.getSelection()?.removeAllRanges();
      return hold;
    });
    await markText(cell(page, 1, 'en').locator('.text'), 'soms');
    await edit('The repair costs 25 million soms.');
    await expect(cell(page, 1, 'en').locator('.found')).toHaveCount(0);
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('soms');
    await page.evaluate((hold) => removeEventListener('selectionchange', hold, true), unheard);
    await edit('The repair costs 26 million soms.');
    await expect(cell(page, 1, 'en').locator('.found')).toHaveText(['26', ' million']);
    await page.getByRole('button', { name: /Flag a problem/ }).click();
    await page.getByTestId('flag-note').focus();
    await page.keyboard.type('Not ');
    await edit('The repair costs 27 million soms.');
    await expect(cell(page, 1, 'en').locator('.found').first()).toHaveText('27');
    await page.keyboard.type('so many');
    await expect(page.getByTestId('flag-note')).toHaveValue('Not so many');
    await page.keyboard.press('Control+Enter');
    await expect(cell(page, 1, 'en').locator('.flagged')).toHaveText(['soms']);
  });

  test('a dismissed finding stays away until its text changes, also after a restart', async ({
    start,
    home,
  }) => {
    const first = await openFootnotes(start, home);
    const { page } = first;
    await row(page, 2).getByTestId('row-findings').click();
    const card = page.getByTestId('matter-card');
    await expect(card).toContainText('English lacks the footnote marker 1.');
    await card.getByTestId('finding-dismiss').click();
    await card.getByTestId('dismiss-note').fill('The note stands in the text');
    await card.getByTestId('dismiss-own').click();
    // On to the next finding, from which one comes back.
    await expect(card).toContainText('Kyrgyz lacks the footnote marker 2.');
    await expect(row(page, 2).getByTestId('row-findings')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();

    await page.keyboard.press('Control+z');
    await expect(row(page, 2).getByTestId('row-findings')).toHaveCount(1);
    await page.keyboard.press('Control+Shift+z');
    await expect(row(page, 2).getByTestId('row-findings')).toHaveCount(0);
    // An edit elsewhere in the paragraph leaves it dismissed.
    await type(page, 2, 'en', ' For good.');
    await expect(cell(page, 2, 'en')).toContainText('For good.');
    await first.app.close();

    const again = await start(join(home, 'roads.triptych'));
    await expect(row(again.page, 4).getByTestId('row-findings')).toHaveCount(1);
    await expect(row(again.page, 2).getByTestId('row-findings')).toHaveCount(0);
    await again.page.getByTestId('tab-checks').click();
    await again.page.getByTestId('dismissed').locator('summary').click();
    await expect(again.page.getByTestId('dismissed')).toContainText('The note stands in the text');

    // What it is about is another text now.
    await type(again.page, 2, 'ru', ' [1]');
    await expect(row(again.page, 2).getByTestId('row-findings')).toHaveCount(1);
    await again.page.keyboard.press('Control+z');
    await expect(row(again.page, 2).getByTestId('row-findings')).toHaveCount(0);
    await again.page.getByTestId('dismissed').locator('summary').click();
    await again.page.getByTestId('finding-restore').click();
    await expect(row(again.page, 2).getByTestId('row-findings')).toHaveCount(1);
  });

  test('a finding becomes a flag, and both are taken back with one undo', async ({ start, home }) => {
    const { page } = await openFootnotes(start, home);
    await expect(row(page, 4).getByTestId('row-findings')).toHaveCount(1);
    // Without the mouse: on to the first finding and the next, and into its card.
    await page.keyboard.press('Shift+}');
    await page.keyboard.press('Shift+}');
    await expect(page.getByTestId('position')).toHaveText(/Row 4 of/);
    await page.keyboard.press('e');
    await expect(page.getByTestId('matter-card').getByTestId('finding-dismiss')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('matter-card')).toHaveCount(0);
    await expect(cell(page, 4, 'ky')).toBeFocused();
    await page.keyboard.press('e');
    await page.getByTestId('matter-card').getByTestId('finding-raise').click();
    await expect(page.getByTestId('flag-note')).toHaveValue('Kyrgyz lacks the footnote marker 2.');
    await expect(page.getByTestId('flag-category')).toHaveValue('designAndMarkup/linkOrCrossReference');
    await page.getByTestId('flag-keep').click();
    await expect(row(page, 4).getByTestId('row-findings')).toHaveCount(0);
    const { flags, dismissals } = await openedProject(page);
    expect(flags.map(({ spans }) => spans.map(({ language }) => language))).toEqual([['ky', 'ru', 'en']]);
    expect(dismissals?.map(({ reason }) => reason)).toEqual(['flagged']);
    await page.locator('.cell.chosen').focus();
    await page.keyboard.press('Control+z');
    await expect(row(page, 4).getByTestId('row-findings')).toHaveCount(1);
    expect((await openedProject(page)).flags).toEqual([]);
  });

  test('findings are put right: two paragraphs in order, one text alone, and all of a check after a preview', async ({
    start,
    home,
  }) => {
    // Each "і", "е" and "а" here that is told of is a letter of the other alphabet.
    const path = join(home, 'letters.triptych');
    const engineer = {
      ru: 'Инженер Азамат Токтогулов рассказал, что мост обошёлся в 6,5 млн сомов.',
      ky: 'Инженер Азамат Токтогулов көпүрө 6,5 млн сомго түшкөнүн айтып берди.',
      en: 'The engineer Azamat Toktogulov said that the bridge had cost 6.5 million soms.',
    };
    const books = 'Китептер Бишкектен, Оштон жана Алматыдан алынып келинди, баары 12 000 том.';
    writeProject(path, 'Letters', [
      { ru: ['Дороги'], ky: ['Жолдор'], en: ['Roads'] },
      { ru: ['Мост готов.'], ky: ['Көпүрө д\u0061яр.'], en: ['The br\u0456dge is r\u0435ady.'] },
      { ru: ['Перевал открыт.'], ky: ['Ашуу ачык.'], en: ['The p\u0430ss is open.'] },
      { ru: [engineer.ru], ky: [], en: [engineer.en] },
      {
        ru: ['Книги привезли из Бишкека, Оша и Алматы, всего 12 000 томов.'],
        ky: [books],
        en: ['The books were brought from Bishkek, Osh and Almaty, 12,000 volumes in all.'],
      },
      { ru: [], ky: [engineer.ky], en: [] },
    ]);
    const { page } = await start(path);
    // Before what is wrong in a text, what stands in the wrong place.
    const kyrgyz = async () =>
      (await openedProject(page)).rows.map(({ cells }) => cells.ky.paragraphs.map(({ text }) => text).join());
    await expect(row(page, 4).getByTestId('row-findings')).toHaveCount(0);
    await row(page, 6).getByTestId('row-findings').click();
    const swapped = page.getByTestId('matter-card');
    await expect(swapped).toContainText('Kyrgyz has these two paragraphs the other way round.');
    await swapped.getByRole('button', { name: 'Put in order' }).click();
    await expect(row(page, 6)).toHaveCount(0);
    await expect(cell(page, 4, 'ky')).toContainText('Инженер');
    expect((await kyrgyz()).slice(3)).toEqual([engineer.ky, books]);
    await expect(page.getByTestId('news')).toContainText('Put in order.');
    await page.getByTestId('news').locator('..').getByRole('button', { name: 'Undo' }).click();
    await expect(row(page, 6).getByTestId('row-findings')).toHaveCount(1);
    expect((await kyrgyz()).slice(3)).toEqual(['', books, engineer.ky]);
    await row(page, 6).getByTestId('row-findings').click();
    await swapped.getByRole('button', { name: 'Put in order' }).click();
    await expect(row(page, 6)).toHaveCount(0);
    await page.keyboard.press('Escape');

    await expect(cell(page, 2, 'en').locator('.found')).toHaveText(['br\u0456dge', 'r\u0435ady']);
    await cell(page, 2, 'en').locator('.found').first().click();
    const card = page.getByTestId('matter-card');
    await expect(card.locator('ins')).toHaveText('bridge');
    await card.getByTestId('finding-fix').click();
    await expect(cell(page, 2, 'en').locator('.found')).toHaveText(['r\u0435ady']);
    await expect(card.locator('ins')).toHaveText('ready');
    await page.keyboard.press('Escape');
    await expect(cell(page, 2, 'en').locator('ins')).toHaveText('bridge');

    await page.getByTestId('tab-checks').click();
    await page.getByRole('button', { name: 'Suggesting' }).click();
    await page.getByTestId('check-mixedScript').getByTestId('fix-all').click();
    await expect(page.getByRole('dialog').locator('ins')).toHaveText(['даяр', 'ready', 'pass']);
    await page.getByTestId('fix-all-do').click();
    await expect(page.getByTestId('news')).toHaveText('Suggested 3 fixes.');
    await expect(page.getByTestId('row-findings')).toHaveCount(0);
    await expect(cell(page, 3, 'en').getByTestId('suggested')).toBeVisible();
    await expect(cell(page, 3, 'en').locator('ins.suggested')).toHaveText('pass');
    await page.locator('.cell.chosen').focus();
    await page.keyboard.press('Control+z');
    await expect(page.locator('.found')).toHaveText(['д\u0061яр', 'r\u0435ady', 'p\u0430ss']);
    await page.keyboard.press('Control+z');
    await expect(page.locator('.found')).toHaveCount(4);
  });

  test('characters nobody sees show a sign, also while one types among them', async ({ start, home }) => {
    const path = join(home, 'turned.triptych');
    writeProject(path, 'Turned', [
      { ru: ['Счёт \u202e0001\u202c.'], ky: ['Эсеп 0001.'], en: ['Bill 0001.'] },
    ]);
    const { page } = await start(path);
    const signs = cell(page, 1, 'ru').locator('.hidden-character');
    await expect(signs).toHaveText(['\u202e', '\u202c']);
    await expect(signs.first()).toHaveAttribute('title', 'Hidden character U+202E');
    await openText(cell(page, 1, 'ru').locator('.text'));
    const editor = page.getByTestId('editor');
    await expect(editor.locator('.hidden-character')).toHaveText(['\u202e', '\u202c']);
    const isolation = (sign: Element) => getComputedStyle(sign).unicodeBidi;
    expect(await editor.locator('.hidden-character').first().evaluate(isolation)).toBe('isolate');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' ab');
    await page.keyboard.insertText('\u2066');
    await expect(editor.locator('.hidden-character')).toHaveText(['\u202e', '\u202c', '\u2066']);
  });

  test('misspelled words are fixed or added to the dictionary, which is kept over a restart', async ({
    start,
    home,
  }) => {
    const path = join(home, 'spelling.triptych');
    writeProject(path, 'Spelling', [
      { ru: ['Дороги'], ky: ['Жолдор'], en: ['Roads'] },
      {
        ru: ['Вчера правиетльство приняло решение, и првительница тоже.'],
        ky: ['Кечээ өкмөт чечим кабыл алды, башкаруучу дагы.'],
        en: ['Yesterday the cabinet took a decision, and so did the ruler'],
      },
      {
        ru: ['Одно правиетльство, один язык, одна дорога'],
        ky: ['Бир мамлекеттик иш, мамлекеттик тил, мамлкеттик жол'],
        en: ['One goverment, one language, one road'],
      },
    ]);
    const first = await start(path);
    const { page } = first;
    // By the menu of the word, in a text that is open and in one that is read, in each column.
    for (const [language, word, meant] of [
      ['ru', 'правиетльство', 'правительство'],
      ['ky', 'мамлкеттик', 'мамлекеттик'],
      ['en', 'goverment', 'government'],
    ] as const) {
      const text = cell(page, 3, language);
      const now = async () => (await openedTexts(page, language)).at(-1);
      const was = (await now()) ?? '';
      const mend = async () => {
        await expect(text.locator('.found')).toHaveText(word);
        await clickWord(text, word, 'right');
        await page.getByRole('menuitem', { name: meant, exact: true }).click();
        await expect.poll(now).toBe(was.replace(word, meant));
      };
      await openText(text.locator('.text'));
      await expect(text.getByRole('textbox')).toBeFocused();
      await mend();
      await expect(text.getByRole('textbox')).toBeFocused();
      await page.keyboard.press('Control+z');
      await expect.poll(now).toBe(was);
      await page.keyboard.press('Escape');
      await expect(text.getByRole('textbox')).toHaveCount(0);
      await mend();
    }

    const found = cell(page, 2, 'ru').locator('.found');
    await expect(found).toHaveText(['правиетльство', 'првительница']);
    await found.first().click();
    const card = page.getByTestId('matter-card');
    await expect(card).toContainText('“правиетльство” is not in the dictionary');
    await card.getByTestId('finding-fix').click();
    await expect(found).toHaveText(['првительница']);
    await expect(cell(page, 2, 'ru').locator('ins')).toHaveText('правительство');

    await found.first().click();
    await card.getByTestId('finding-add-word').click();
    await expect(found).toHaveCount(0);
    await expect(card).toHaveCount(0);
    await first.app.close();

    const again = await start(path);
    // Another word shows that the dictionaries have been read.
    await type(again.page, 2, 'en', ' of the goverment');
    await expect(cell(again.page, 2, 'en').locator('.found')).toHaveText('goverment');
    await expect(cell(again.page, 2, 'ru').locator('.found')).toHaveCount(0);
    await again.page.getByTestId('tab-checks').click();
    await again.page.getByTestId('dictionary-words').locator('summary').click();
    await again.page.getByRole('button', { name: 'Remove “првительница” from your dictionary' }).click();
    await expect(cell(again.page, 2, 'ru').locator('.found')).toHaveText('првительница');
    await expect(again.page.getByTestId('dictionary-words')).toHaveCount(0);
  });

  test('a check is switched off and on', async ({ start, home }) => {
    const { page } = await openFootnotes(start, home);
    await page.getByTestId('tab-checks').click();
    await page.getByTestId('check-footnote').getByTestId('switch-off').click();
    await expect(page.getByTestId('row-findings')).toHaveCount(0);
    await expect(page.getByTestId('finding-count')).toHaveText('No finding is open.');
    await page.getByTestId('check-switches').locator('summary').click();
    await page.getByTestId('check-on-footnote').check();
    await expect(page.getByTestId('row-findings')).toHaveCount(2);
  });

  test('checking goes on when its process dies, and begins anew for another project', async ({
    start,
    home,
  }) => {
    const { page, app } = await openFootnotes(start, home);
    await expect(page.getByTestId('row-findings')).toHaveCount(2);
    await app.evaluate(({ app: running }) => {
      const found = running.getAppMetrics().find(({ name }) => name === 'Triptych checks');
      if (!found) throw new Error('nothing checks');
      process.kill(found.pid, 'SIGKILL');
    });
    await type(page, 2, 'en', ' [1]');
    await expect(page.getByTestId('row-findings')).toHaveCount(1);
    await chooseInMenu(app, 'close');
    await expect(page.getByRole('button', { name: 'Try the sample article' })).toBeVisible();
    await expect
      .poll(() => app.evaluate(({ app: running }) => running.getAppMetrics().map(({ name }) => name)))
      .not.toContain('Triptych checks');
    await chooseInMenu(app, 'openSample');
    await page.getByTestId('tab-checks').click();
    await expect(page.getByTestId('finding-count')).toBeVisible();
  });

  test('the facts are listed with their forms, lead to their places, and follow an edit', async ({
    start,
    home,
  }) => {
    const path = join(home, 'bridge.triptych');
    writeProject(path, 'Bridge', [
      { ru: ['Мост'], ky: ['Көпүрө'], en: ['The bridge'] },
      {
        ru: ['Ремонт стоит 25 млн сомов.'],
        ky: ['Оңдоо 25 млн сом турат.'],
        en: ['The repair costs 2.5 million soms.'],
      },
      {
        ru: ['Всего есть 25 миллионов.'],
        ky: ['Баары 25 миллион бар.'],
        en: ['There are 25 million in all.'],
      },
      { ru: ['Найдут и 25 миллионов.'], ky: ['25 миллион табылат.'], en: ['They will be found.'] },
    ]);
    const { page } = await start(path);
    await page.getByTestId('tab-facts').click();
    const millions = page.getByTestId('fact').filter({ hasText: '25 млн' });
    await expect(millions.getByTestId('form-ky')).toHaveText(['25 миллион ×2', '25 млн']);
    await expect(millions.getByTestId('form-en')).toHaveText(['25 million']);
    await expect(millions).toContainText('The versions disagree in rows 2, 4');
    await millions.getByTestId('form-en').click();
    await expect(page.getByTestId('position')).toHaveText(/Row 3 of/);
    await expect(cell(page, 3, 'en')).toHaveAttribute('aria-selected', 'true');
    await millions.getByRole('button', { name: '2', exact: true }).click();
    await expect(page.getByTestId('position')).toHaveText(/Row 2 of/);

    await type(page, 2, 'en', ' Or 25 million.');
    await expect(millions.getByTestId('form-en')).toHaveText(['25 million ×2']);
    await expect(millions).toContainText('The versions disagree in row 4');
    await page.getByTestId('ledger-kind').selectOption('date');
    await expect(page.getByTestId('ledger')).toContainText('Nothing of this kind');
  });

  test('an approved spelling is held to, and so are the terms of the article, until they are taken back', async ({
    start,
    home,
  }) => {
    const path = join(home, 'visit.triptych');
    writeProject(path, 'Visit', [
      {
        ru: ['Приехал Сооронбай Жээнбеков.'],
        ky: ['Сооронбай Жээнбеков келди.'],
        en: ['Then Sooronbay Jeenbekov came.'],
      },
      {
        ru: ['О банке говорил Жээнбеков.'],
        ky: ['Банк тууралуу Жээнбеков айтты.'],
        en: ['Of the fund, Jeenbekov spoke.'],
      },
    ]);
    const { page, app } = await start(path);
    await page.getByTestId('tab-facts').click();
    await page.getByTestId('ledger-kind').selectOption('name');
    const name = page.getByTestId('fact').filter({ hasText: 'Jeenbekov' });
    await name.getByTestId('approve-en').first().click();
    await expect(name.getByTestId('approve-en').first()).toHaveAttribute('aria-pressed', 'true');
    await type(page, 1, 'en', ' So Zheenbekov left.');
    await page.getByTestId('tab-checks').click();
    await expect(page.getByTestId('finding')).toContainText(['the approved spelling is Jeenbekov']);

    await chooseInMenu(app, 'glossary');
    await page.getByText('This article', { exact: true }).click();
    await page.getByTestId('glossary-field').fill('банк | банк | bank');
    await page.getByTestId('glossary-keep').click();
    await expect(page.getByTestId('finding').filter({ hasText: 'bank' })).toBeVisible();
    await chooseInMenu(app, 'undo');
    await expect(page.getByTestId('finding').filter({ hasText: 'bank' })).toBeHidden();
    await page.getByTestId('tab-facts').click();
    await page.getByTestId('ledger-kind').selectOption('name');
    await name.getByTestId('approve-en').first().click();
    await expect(name.getByTestId('approve-en').first()).toHaveAttribute('aria-pressed', 'false');
  });
});
