import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { notePath } from '../../main/project/owner-note';
import { openProjectFile } from '../../main/project/project-file';
import { openedProject, openedRows, openedTexts, threeOf, writeProject } from './documents';
import { cell, chooseCell, chooseInDialogs, expect, openText, test } from './triptych';

test.describe('A file that is replaced while it is open', () => {
  test('is told, left alone, and gone on with as the person decides', async ({ start, home }) => {
    const folder = join(home, 'articles');
    mkdirSync(folder);
    const path = join(folder, 'shared.triptych');
    const mine = join(folder, 'shared (mine).triptych');
    const mine2 = join(folder, 'shared (mine) 2.triptych');
    const mine3 = join(folder, 'shared (mine) 3.triptych');
    writeProject(path, 'Shared', [threeOf(1), threeOf(2), threeOf(3)]);
    const first = await start(path);
    const { page } = first;
    const bar = page.getByTestId('standing');
    const header = page.locator('.saved');
    const title = page.getByRole('textbox', { name: 'Project title' });
    await expect(header).toHaveText('All changes saved');

    // Somebody else's version of it, made from what lies in the folder.
    const theirs = join(home, 'theirs');
    const replace = (named: string) => {
      copyFileSync(path, theirs);
      retitle(theirs, named);
      renameSync(theirs, path);
      return readFileSync(path);
    };

    await chooseCell(page, 1, 'en');
    await page.keyboard.press('m');
    await expect(page.getByTestId('row')).toHaveCount(2);
    await expect.poll(() => rowsOf(path)).toBe(2);
    replace('Theirs');
    await expect(bar).toHaveAttribute('data-kind', 'replaced');
    await expect(bar).toContainText('Another program replaced “shared.triptych” with a different file');
    await expect(bar).toContainText(mine);
    await expect(header).toHaveText('Saved in a separate file');
    // One goes on meanwhile, and merges.
    await chooseCell(page, 2, 'en');
    await page.keyboard.press('a');
    await expect(cell(page, 2, 'en')).toContainText('Agreed');
    // A text that is open stays so, and takes what is typed next: none of it is a command at a row.
    await openText(cell(page, 2, 'ru').locator('.text').first());
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    await page.getByTestId('standing-merge').click();
    await expect(bar).toHaveCount(0);
    await page.keyboard.type(' more');
    await expect(page.getByTestId('editor')).toHaveText('Р3! more');
    // So it is after a click on what takes no keys, and on a button that makes nothing of a letter.
    await header.click();
    await page.keyboard.type(' man');
    await page.keyboard.press('Backspace');
    await page.getByRole('tab', { name: 'Flags' }).click();
    await page.keyboard.type('m');
    await expect(page.getByTestId('editor')).toHaveText('Р3! more mam');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('editor')).toHaveCount(0);
    await expect.poll(() => openedTexts(page, 'ru')).toEqual(['Р1', 'Р2', 'Р3! more mam']);
    await expect(page.getByTestId('news')).toContainText('Nothing was changed in both.');
    await expect(title).toHaveValue('Theirs');
    await expect(cell(page, 2, 'en')).toContainText('Agreed');
    await expect(page.getByTestId('row')).toHaveCount(2);
    await expect(header).toHaveText('All changes saved');
    await expect.poll(() => titleOf(path)).toBe('Theirs');
    expect(existsSync(mine)).toBe(false);

    // Both named the article anew: one name stands, the other is in a flag that is no error of anybody.
    await expect(header).toHaveText('All changes saved');
    copyFileSync(path, theirs);
    retitle(theirs, 'Named there');
    await title.fill('Named here');
    await page.keyboard.press('Enter');
    await expect.poll(() => titleOf(path)).toBe('Named here');
    renameSync(theirs, path);
    await page.getByTestId('standing-merge').click();
    await expect(page.getByTestId('news')).toContainText('1 thing was changed in both');
    await page.getByRole('button', { name: 'Show the flags' }).click();
    const card = page.getByTestId('flag-card');
    await expect(card).toContainText('Changed in both copies: decide');
    await expect(card).toContainText('Neutral');
    const other = (await title.inputValue()) === 'Named here' ? 'Named there (Бакыт)' : 'Named here';
    await expect(card).toContainText(`Title of the project in another copy: ${other}`);

    // Another article in its place cannot be merged, and is called by its name.
    await expect(header).toHaveText('All changes saved');
    const now = await title.inputValue();
    await expect.poll(() => look(path, (name, _, flags) => `${name} ${flags}`)).toBe(`${now} 1`);
    const kept = readFileSync(path);
    writeProject(theirs, 'A bridge elsewhere', [threeOf(9)]);
    renameSync(theirs, path);
    await expect(bar).toContainText('The file there now is another article, “A bridge elsewhere”.');
    await expect(page.getByTestId('standing-theirs')).toBeVisible();
    await expect(page.getByTestId('standing-merge')).toHaveCount(0);
    // What is no project at all can only be left alone.
    writeFileSync(theirs, 'Dear editors,');
    renameSync(theirs, path);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(bar).toContainText('The file there now cannot be opened.');
    await expect(bar.getByRole('button')).toHaveText(['Keep mine as a copy']);
    writeFileSync(theirs, kept);
    renameSync(theirs, path);
    await expect(bar).toHaveCount(0);

    // Keeping mine leaves theirs as it is.
    const second = replace('Second');
    await page.getByTestId('standing-mine').click();
    await expect(bar).toHaveCount(0);
    await expect(header).toHaveAttribute('title', mine);
    await title.fill('Still mine');
    await page.keyboard.press('Enter');
    await expect.poll(() => titleOf(mine)).toBe('Still mine');
    expect(readFileSync(path).equals(second)).toBe(true);

    // Theirs in the place of mine: opened, with mine beside it.
    copyFileSync(path, theirs);
    renameSync(theirs, mine);
    await page.getByTestId('standing-theirs').click();
    await expect(title).toHaveValue('Second');
    await expect(page.getByTestId('news')).toContainText(mine2);
    expect(titleOf(mine2)).toBe('Still mine');
    expect(readFileSync(mine).equals(second)).toBe(true);

    // Replaced before anything was changed: it is said where the version that is shown will be, and it gets there.
    copyFileSync(mine2, theirs);
    renameSync(theirs, mine);
    await expect(bar).toContainText(`As soon as you continue, it is also saved as ${mine3}`);
    expect(existsSync(mine3)).toBe(false);
    await page.getByTestId('standing-theirs').click();
    await expect(title).toHaveValue('Still mine');
    await expect(page.getByTestId('news')).toContainText(mine3);
    expect(titleOf(mine3)).toBe('Second');

    // What is gone can be put back.
    await title.fill('Third');
    await page.keyboard.press('Enter');
    await expect.poll(() => titleOf(mine)).toBe('Third');
    rmSync(mine);
    await expect(bar).toHaveAttribute('data-kind', 'gone');
    await page.getByTestId('standing-putBack').click();
    await expect(bar).toHaveCount(0);
    expect(titleOf(mine)).toBe('Third');

    // With its folder renamed it is gone on with where it is now, and no second folder comes to be.
    const moved = join(home, 'articles of May');
    renameSync(folder, moved);
    await expect(bar).toContainText('The folder of “shared (mine).triptych” is no longer in its place');
    await expect(page.getByTestId('standing-putBack')).toHaveCount(0);
    await chooseInDialogs(first.app, [join(moved, 'shared (mine).triptych')]);
    await page.getByTestId('standing-place').click();
    await expect(bar).toHaveCount(0);
    await expect(header).toHaveAttribute('title', join(moved, 'shared (mine).triptych'));
    expect(existsSync(folder)).toBe(false);
    expect(existsSync(notePath(join(moved, 'shared (mine).triptych')))).toBe(true);
    expect(existsSync(notePath(join(moved, 'shared.triptych')))).toBe(false);
    renameSync(moved, folder);
    await page.getByTestId('standing-place').waitFor();
    await chooseInDialogs(first.app, [mine]);
    await page.getByTestId('standing-place').click();
    await expect(bar).toHaveCount(0);

    // Killed before anything is decided: it is asked again, and nothing is lost.
    copyFileSync(path, theirs);
    renameSync(theirs, mine);
    await expect(bar).toHaveAttribute('data-kind', 'replaced');
    await title.fill('Fourth');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await openedProject(page)).title).toBe('Fourth');
    const before = await openedRows(page);
    const ended = new Promise((resolve) => first.app.process().once('exit', resolve));
    first.app.process().kill('SIGKILL');
    await ended;
    const again = await start(mine);
    await expect(again.page.getByTestId('standing')).toHaveAttribute('data-kind', 'replaced');
    await expect(again.page.getByRole('textbox', { name: 'Project title' })).toHaveValue('Fourth');
    expect(await openedRows(again.page)).toEqual(before);

    // Closed while both are being merged: nothing comes of it, and nothing keeps hold of the file.
    const merged = await again.page.evaluate(async () => {
      const settled = window.triptych.request('project/settle', { choice: 'merge' });
      await window.triptych.request('project/close', null);
      return settled;
    });
    expect(merged).toMatchObject({ ok: false, failure: { code: 'projectPutAway' } });
    expect(readFileSync(mine).equals(second)).toBe(true);
    await chooseInDialogs(again.app, [mine]);
    await again.page.keyboard.press('Control+o');
    await expect(again.page.getByRole('textbox', { name: 'Project title' })).toHaveValue('Second');
    await expect(again.page.getByTestId('standing')).toHaveCount(0);
  });

  test('is left with ours in a file that the start screen names', async ({ start, home }) => {
    const path = join(home, 'shared.triptych');
    const theirs = join(home, 'theirs.triptych');
    writeProject(path, 'Shared', [threeOf(1), threeOf(2)]);
    writeProject(theirs, 'Theirs', [threeOf(1)]);
    const first = await start(path);
    renameSync(theirs, path);
    await chooseCell(first.page, 1, 'en');
    await first.page.keyboard.press('m');
    await expect(first.page.getByTestId('standing')).toContainText('shared (mine).triptych');
    await first.app.close();
    const { page } = await start();
    const recent = page.locator('.recent').getByRole('listitem');
    await expect(recent.first()).toContainText('shared (mine).triptych');
    await recent.first().getByRole('button').first().click();
    await expect(page.getByTestId('row')).toHaveCount(1);
    await expect(page.getByRole('textbox', { name: 'Project title' })).toHaveValue('Shared');
  });
});

function retitle(path: string, title: string): void {
  const opened = openProjectFile(path);
  if (!opened.ok) throw new Error(opened.failure.code);
  const entry = { command: null, label: 'setTitle', author: 'Бакыт', time: 1, group: null };
  opened.value.record({ ...opened.value.project(), title }, entry);
  opened.value.close();
}

/** What the file alone says. */
function look<T>(path: string, what: (title: string, rows: number, flags: number) => T): T {
  const opened = openProjectFile(path, { readOnly: true });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { title, rows, flags } = opened.value.project();
  opened.value.close();
  return what(title, rows.length, flags.length);
}

function titleOf(path: string): string {
  return look(path, (title) => title);
}

function rowsOf(path: string): number {
  return look(path, (_, rows) => rows);
}
