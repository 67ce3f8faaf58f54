import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openedProject, openedTexts, writeProject } from './documents';
import { cell, clickWord, expect, markWord, openText, row, test } from './triptych';

test.use({ remembered: { outlineOpen: false, inspectorOpen: false } });

test('how something was said is found beside the text, and used in it', async ({ start, home }) => {
  const path = (name: string) => join(home, `${name}.triptych`);
  writeProject(path('gone'), 'Gone', [
    { ru: ['Дамба стара.'], ky: ['Дамба эски.'], en: ['The dike is old.'] },
  ]);
  writeProject(path('older'), 'Older', [
    { ru: ['Вода чистая.'], ky: ['Суу таза.'], en: ['The water is clean.'] },
    { ru: ['Новые дамбы построят весной.'], ky: [], en: ['New levees will be built in spring.'] },
  ]);
  writeProject(path('now'), 'Now', [
    { ru: ['Город ждёт воды.'], ky: ['Шаар суу күтөт.'], en: ['The city waits for .'] },
    { ru: ['Паводок разрушил дамбу.'], ky: ['Суу ташкыны дамбаны бузду.'], en: ['A flood broke it.'] },
  ]);
  for (const name of ['gone', 'older']) await (await start(path(name))).app.close();
  rmSync(path('gone'));
  const { page, app } = await start(path('now'));
  const said = page.getByRole('region', { name: 'How it was said' });

  // Marked words, the bar beside them, and what was found in both articles.
  await openText(cell(page, 2, 'ru').locator('.text'));
  await markWord(cell(page, 2, 'ru'), 'дамбу');
  await page
    .getByRole('toolbar', { name: 'Selected words' })
    .getByRole('button', { name: 'Find how it was said' })
    .click();
  await expect(said.getByRole('status')).toHaveText('2 rows in 2 articles.');
  await expect(said.getByRole('heading', { level: 3 })).toContainText(['This article', 'Older']);
  await expect(said.getByRole('button', { name: /^Row 2/ })).toHaveCount(2);
  await expect(said.locator('mark')).toContainText(['дамбу', 'дамбаны', 'дамбы']);
  await expect(said).toContainText('no sentence that says the same');
  await expect(said).not.toContainText('Gone');

  // English words go where the caret is in an English text, not into the Russian one that is open.
  const insert = said.getByRole('button', { name: 'Insert' }).last();
  await expect(insert).toHaveAttribute('aria-disabled', 'true');
  await clickWord(cell(page, 1, 'en'), 'for');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(insert).toHaveAttribute('aria-disabled', 'false');
  // Of a sentence what a person marks in it.
  await markWord(said, 'levees');
  await insert.click();
  await expect.poll(() => openedTexts(page, 'en')).toContain('The city waits for levees.');
  await page.keyboard.type(' now');
  await expect.poll(() => openedTexts(page, 'en')).toContain('The city waits for levees now.');
  await said.getByRole('button', { name: 'Copy' }).last().click();
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('levees');

  // A click goes to the row; of another article it opens that, and the panel is about it.
  await said
    .getByRole('button', { name: /^Row 2/ })
    .first()
    .click();
  await expect(page.getByTestId('position')).toHaveText('Row 2 of 2');
  await said
    .getByRole('button', { name: /^Row 2/ })
    .last()
    .click();
  await expect.poll(async () => (await openedProject(page)).title).toBe('Older');
  await expect(row(page, 2)).toContainText('New levees');
  await expect(cell(page, 2, 'ru')).toHaveAttribute('aria-selected', 'true');
  await expect(said.getByRole('heading', { level: 3 })).toContainText(['This article', 'Now']);

  // What is nowhere is told; other words can be asked about; Escape goes back to the texts.
  const field = said.getByRole('textbox', { name: 'Words or a phrase' });
  await field.fill('верблюд');
  await page.keyboard.press('Enter');
  await expect(said.getByRole('status')).toHaveText('Said nowhere so far.');
  await field.fill('воды');
  await page.keyboard.press('Enter');
  await expect(said.getByRole('status')).toHaveText('2 rows in 2 articles.');
  await field.press('Escape');
  await expect(said).toBeHidden();
  await page.keyboard.press('Control+Shift+F');
  await expect(said).toContainText('Type words, or select them in a text');
});
