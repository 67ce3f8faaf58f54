import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { articlePath, chooseInMenu, openedProject, writeProject } from './documents';
import { cell, chooseInDialogs, expect, row, test } from './triptych';

test.describe('The way to the export', () => {
  test('leads from two imported texts, over the missing one, to three exported files and the list of projects', async ({
    start,
    home,
  }) => {
    const { page, app } = await start();
    const next = page.locator('[aria-current="step"]');
    const offer = (name: string) =>
      page.getByRole('region', { name: 'Kyrgyz' }).getByRole('button', { name, exact: true });
    await chooseInDialogs(app, [articlePath('ru'), articlePath('en')]);
    await page.getByRole('button', { name: /Drop one to three files/ }).click();
    await page.getByRole('button', { name: 'Create the project' }).click();

    // An empty column offers to write its text, to paste it, and to bring it in.
    await offer('Write it').click();
    await page.keyboard.insertText('Өрүк жолу');
    await page.keyboard.press('Escape');
    await expect(cell(page, 1, 'ky')).toContainText('Өрүк жолу');
    await expect(offer('Write it')).toBeHidden();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await offer('Paste').click();
    await page.getByTestId('paste-field').fill('Өрүк жолу барган сайын узарууда');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('dialog', { name: 'Add the Kyrgyz text' })).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await chooseInDialogs(app, [articlePath('ky')]);
    await offer('Add the Kyrgyz text…').click();
    await page.getByRole('button', { name: 'Add to this project' }).click();
    await expect(page.getByTestId('news')).toHaveText('Kyrgyz: the text is added and aligned.');
    await expect(cell(page, 1, 'ky')).toContainText('Өрүк жолу барган сайын узарууда');

    // All that is done has a tick; what comes next is the one that is emphasised.
    await expect(page.getByTestId('next-align')).toHaveText('✓ aligned');
    await expect(page.getByTestId('next-findings')).toHaveText('✓ no findings');
    await expect(next).toHaveText('0 of 14 agreed');
    await chooseInMenu(app, 'agreeAll');
    await expect(page.getByRole('dialog')).toContainText('14 rows have nothing open and will be agreed.');
    await page.getByRole('button', { name: 'Agree 14 rows' }).click();
    await expect(page.getByTestId('news')).toHaveText('14 rows agreed.');
    await expect(next).toHaveText('export');
    await page.locator('.notice-bar').getByRole('button', { name: 'Undo' }).click();
    await expect(next).toHaveText('0 of 14 agreed');
    await page.keyboard.press('Control+y');
    await expect(next).toHaveText('export');

    const folder = join(home, 'published');
    mkdirSync(folder);
    await chooseInDialogs(app, [folder]);
    await page.keyboard.press('F8');
    await page.getByTestId('export-write').click();
    await expect(page.getByTestId('news')).toContainText('Exported 3 versions');
    expect(readdirSync(folder)).toHaveLength(3);

    // The list of projects says where each lies and how far it has come, and when its file is gone.
    await chooseInMenu(app, 'close');
    const recent = page.locator('.recent').getByRole('listitem');
    await expect(recent).toContainText('14 of 14 rows agreed');
    const projects = join(home, 'Triptych');
    await expect(recent).toContainText(projects);
    rmSync(join(projects, readdirSync(projects)[0] ?? ''));
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect(recent).toContainText('The file is not here any more');
    await recent.getByRole('button').first().click();
    await expect(page.getByTestId('news')).toContainText('It was moved, renamed or deleted');
    await recent.getByRole('button', { name: /^Remove/ }).click();
    await expect(recent).toHaveCount(0);
  });

  test('agrees row after row by key and by mouse, names what is open first, and signs off at the end', async ({
    start,
    home,
  }) => {
    const path = join(home, 'bridge.triptych');
    writeProject(path, 'Bridge', [
      { ru: ['Мост готов.'], ky: ['Көпүрө даяр.'], en: ['The bridge is ready.'] },
      { ru: ['Он стоит 5 сомов.'], ky: ['Ал 5 сом турат.'], en: ['It costs 6 soms.'] },
      { ru: ['Его открыли вчера.'], ky: ['Аны кечээ ачышты.'], en: ['It was opened yesterday.'] },
      { ru: ['Гости довольны.'], ky: [], en: ['The guests are pleased.'] },
      { ru: ['Дорога тоже готова.'], ky: ['Жол да даяр.'], en: ['The road is ready too.'] },
    ]);
    const { page, app } = await start(path);
    const next = page.locator('[aria-current="step"]');
    const told = page.getByTestId('news');
    const at = (number: number) => expect(page.getByTestId('position')).toHaveText(`Row ${number} of 5`);
    const agreed = (number: number, count: number) =>
      expect(row(page, number).locator('.status.agreed')).toHaveCount(count);

    // A row to align comes first, and then what the checks found: a click and the key lead there.
    await expect(next).toHaveText('1 row to align');
    await next.click();
    await at(4);
    await page.keyboard.press('c');
    await expect(next).toHaveText('1 finding');
    await page.keyboard.press('F8');
    await at(2);
    await expect(page.getByTestId('matter-card')).toBeVisible();

    // In an open text the caret goes on in the same language; what was typed is agreed with the row.
    await cell(page, 1, 'en').locator('.text').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await expect(cell(page, 1, 'en').getByTestId('editor')).toBeVisible();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(' Yes.');
    await page.keyboard.press('Control+Enter');
    // The two others do not say that.
    await expect(told).toContainText('Row 1 still has 2 things open.');
    await expect(told).toContainText('Kyrgyz: another version has changed since');
    await agreed(1, 0);
    await page.keyboard.press('Control+Enter');
    await agreed(1, 3);
    await at(2);
    await expect(cell(page, 2, 'en').getByRole('textbox')).toBeFocused();
    await expect(cell(page, 1, 'en')).toContainText('The bridge is ready. Yes.');

    // What is open is named first; the second press agrees.
    await page.keyboard.press('Control+Enter');
    await expect(told).toContainText('Row 2 still has 1 thing open.');
    await expect(told).toContainText('6');
    await agreed(2, 0);
    await page.keyboard.press('Control+Enter');
    await agreed(2, 3);
    await at(3);

    // The same with the mouse: from the menu of the number, and with the button of what is named.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await agreed(2, 0);
    await row(page, 2).locator('.number').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /Agree the row and go to the next/ }).click();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page.getByTestId('matter-card')).toBeVisible();
    await row(page, 2).locator('.number').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /Agree the whole row/ }).click();
    await page.getByRole('button', { name: 'Agree anyway' }).click();
    await agreed(2, 3);
    await row(page, 2).locator('.number').click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: /Take back the agreement of the row/ })).toBeVisible();
    await page.keyboard.press('Escape');

    // Signing off says what keeps it, and leads there.
    await page.getByTestId('head-ru').getByRole('button').click();
    const sign = page.getByRole('menuitem', { name: /Sign off this version/ });
    await expect(sign).toContainText('3 rows of this version are not agreed.');
    await sign.click({ force: true });
    await at(3);
    await page.keyboard.press('Control+Enter');
    await agreed(3, 3);
    await at(4);
    await page.keyboard.press('Control+Enter');
    await at(5);
    await page.keyboard.press('Control+Enter');
    await expect(told).toContainText('all rows are agreed');
    await chooseInMenu(app, 'signOff');
    await expect(page.getByTestId('signed-ru')).toContainText('Signed off');
    expect((await openedProject(page)).review?.signOffs.ru?.time).toBeGreaterThan(0);
    await page.getByTestId('tab-history').click();
    await expect(page.locator('.panel')).toContainText('Sign off');
  });
});
