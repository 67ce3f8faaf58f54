import { join } from 'node:path';
import { LANGUAGES, perLanguage } from '../../shared/model/language';
import { openedRows, writeProject } from './documents';
import { cell, chooseCell, chooseOnText, expect, row, test } from './triptych';

test.describe('Aligning', () => {
  test('lights the sentences that say the same, under the mouse and by key', async ({ sample }) => {
    const { page } = sample;
    const english = cell(page, 4, 'en').locator('[data-link]').first();
    await english.waitFor();
    await english.hover();
    const link = await english.getAttribute('data-link');
    for (const language of ['ru', 'ky', 'en'] as const) {
      await expect(cell(page, 4, language).locator(`[data-link="${link}"].lit`).first()).toBeVisible();
    }
    await page.mouse.move(5, 5);
    await expect(row(page, 4).locator('.lit')).toHaveCount(0);

    await chooseCell(page, 4, 'ru');
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    const lit = row(page, 4).locator('.lit').first();
    await expect(lit).toBeVisible();
    await page.keyboard.press('p');
    await expect(cell(page, 4, 'ru').locator('.lit').first()).toContainText('За последние пять лет');
  });

  test('splits a row at a sentence in all versions, by keyboard alone, in one step of undo', async ({
    sample,
  }) => {
    const { page } = sample;
    const rows = async () =>
      Number(/of (\d+)/.exec((await page.getByTestId('position').textContent()) ?? '')?.[1]);
    const before = await rows();
    const texts = await row(page, 4).getByRole('gridcell').allTextContents();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
    await expect(page.getByTestId('position')).toHaveText(/Row 4 of/);
    await row(page, 4).locator('[data-link]').first().waitFor();
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    await page.keyboard.press('Shift+S');
    await expect.poll(rows).toBe(before + 1);
    await expect(cell(page, 5, 'ru')).toContainText('Разрыв закрывают');
    await expect(cell(page, 5, 'en')).toContainText('Imports from');
    await expect(cell(page, 4, 'en')).not.toContainText('Imports from');
    await page.keyboard.press('Control+z');
    await expect.poll(rows).toBe(before);
    expect(await row(page, 4).getByRole('gridcell').allTextContents()).toEqual(texts);

    // At the sentence the caret was in, though the mouse has moved since; and at the one a menu of the open text is about.
    const sentence = (link: number) => cell(page, 4, 'ru').locator(`[data-link="${link}"]`).first();
    const menu = async () => {
      await sentence(1).click({ button: 'right' });
      await chooseOnText(page, 'Split the row at this sentence');
    };
    const key = async () => {
      await page.keyboard.press('Escape');
      await expect(page.getByTestId('editor')).toHaveCount(0);
      await cell(page, 4, 'en').hover();
      await page.keyboard.press('Shift+S');
    };
    for (const split of [menu, key]) {
      await sentence(1).click();
      await expect(cell(page, 4, 'ru').getByTestId('editor')).toBeVisible();
      await cell(page, 4, 'ky').hover();
      await split();
      await expect.poll(rows).toBe(before + 1);
      await expect(cell(page, 5, 'ru')).toContainText('Разрыв закрывают');
      await expect(cell(page, 4, 'en')).not.toContainText('Imports from');
      await page.keyboard.press('Control+z');
      await expect.poll(rows).toBe(before);
    }
  });

  test('puts paragraphs picked with the mouse into one row, and offers what follows', async ({ sample }) => {
    const { page } = sample;
    await cell(page, 3, 'ru')
      .locator('.text')
      .click({ modifiers: ['ControlOrMeta'] });
    await cell(page, 4, 'ky')
      .locator('.text')
      .first()
      .click({ modifiers: ['ControlOrMeta'] });
    await expect(page.locator('.paragraph.picked')).toHaveCount(2);
    await cell(page, 3, 'ru').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Put selected paragraphs in one row' }).click();
    const grouped = page.locator('.row.chosen');
    await expect(grouped.getByTestId('cell-ru')).toContainText('Створ будущей плотины');
    await expect(grouped.getByTestId('cell-ky')).toContainText('Акыркы беш жылда');
    await page.keyboard.press('Control+z');
    await expect(cell(page, 4, 'ru')).toContainText('За последние пять лет');
  });

  test('offers rows for checking below a confidence the editor chooses', async ({ sample }) => {
    const { page } = sample;
    await page.getByTestId('filter-alignment').click();
    const shown = async () =>
      Number(await page.getByTestId('filter-alignment').locator('.count').textContent());
    const few = await shown();
    await page.getByTestId('check-below').fill('100');
    await expect.poll(shown).toBeGreaterThan(few);
    // What the mark means is told where the mouse rests, and what to do about it where it is pressed.
    const marks = page.locator('.mark.check');
    await expect(page.getByTestId('row').first().locator('.mark.check')).toBeVisible();
    const before = await shown();
    await marks.first().hover();
    await expect(page.getByTestId('matter-hint')).toContainText('Check the alignment');
    await marks.first().click();
    const card = page.getByTestId('matter-card');
    await expect(card).toContainText('is not sure that they say the same');
    await card.getByTestId('confirm-doubted').click();
    await expect.poll(shown).toBe(before - 1);
    await expect(card).toContainText('Alignment in doubt');
  });

  test('knows the terms of a glossary the editor keeps, and words of rows confirmed in an earlier article', async ({
    start,
    home,
  }) => {
    // No lexicon has these words; where they stand says nothing, as the Kyrgyz version lacks the first.
    const lines = [
      ['фыркалка', '', 'wumper'],
      ['шмурдяк', 'чөкөлөк', 'glibbet'],
      ['кузявка', 'дүңгүрөк', 'snarfle'],
    ] as const;
    const path = join(home, 'terms.triptych');
    const together = perLanguage((language) =>
      lines.map((line) => line[LANGUAGES.indexOf(language)] ?? '').filter((text) => text !== ''),
    );
    writeProject(path, 'Terms', [together]);
    const first = await start(path);
    await first.page.keyboard.press('Control+Shift+p');
    await first.page.getByTestId('palette-field').fill('glossary');
    await first.page.keyboard.press('Enter');
    const field = first.page.getByTestId('glossary-field');
    await field.fill(
      'фыркалка | | wumper\nшмурдяк | чөкөлөк | glibbet\nкузявка\tдүңгүрөк\tsnarfle\nодно слово',
    );
    await expect(first.page.getByTestId('glossary-count')).toHaveText(/3 terms\..*lines 4/);
    await first.page.getByTestId('glossary-keep').click();
    await first.page.keyboard.press('Control+Shift+L');
    const right = ['фыркалка |  | wumper', 'шмурдяк | чөкөлөк | glibbet', 'кузявка | дүңгүрөк | snarfle'];
    await expect.poll(() => openedRows(first.page)).toEqual(right);

    // Confirmed often enough, the words are known in the next article without the glossary.
    await first.page.keyboard.press('Control+Shift+p');
    await first.page.getByTestId('palette-field').fill('glossary');
    await first.page.keyboard.press('Enter');
    await expect(field).toHaveValue(/^фыркалка/);
    await field.fill('');
    await first.page.getByTestId('glossary-keep').click();
    const teacher = join(home, 'teacher.triptych');
    const taught = lines.map((line) => perLanguage((language) => [line[LANGUAGES.indexOf(language)] ?? '']));
    const plain = { ru: ['но'], ky: ['бирок'], en: ['but'] };
    const common = Array.from({ length: 60 }, () => plain);
    writeProject(teacher, 'Teacher', [...taught, ...taught, ...taught, ...common], true);
    await first.app.close();
    await (await start(teacher)).app.close();
    const second = await start(path);
    await second.page.keyboard.press('Control+z');
    await expect.poll(() => openedRows(second.page)).toHaveLength(1);
    await second.page.keyboard.press('Control+Shift+L');
    await expect.poll(() => openedRows(second.page)).toEqual(right);
  });
});
