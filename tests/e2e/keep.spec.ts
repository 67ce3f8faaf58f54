import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorking } from '../../main/project/open-working';
import { placesIn } from '../unit/main/project/places-in';
import { canMountDisks, mountSmallDisk } from '../unit/main/project/small-disk';
import {
  chooseInMenu,
  openedProject,
  openedRows,
  openedTexts,
  threeOf,
  writeProject,
  type Texts,
} from './documents';
import { cell, chooseCell, chooseInDialogs, expect, markText, openText, row, test } from './triptych';

const ROWS: Texts = [threeOf(1), threeOf(2), threeOf(3)];
const BEFORE = ['Р1 | К1 | E1', 'Р2 | К2 | E2', 'Р3 | К3 | E3'];

test.describe('Keeping', () => {
  test('loses nothing when it is killed, and goes back to the very beginning after that', async ({
    start,
    home,
  }) => {
    const path = join(home, 'kept.triptych');
    writeProject(path, 'Kept', ROWS);
    const first = await start(path);
    const { page } = first;
    const beginning = await openedProject(page);

    await chooseCell(page, 1, 'en');
    await page.keyboard.press('Shift+A');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('3');
    await markText(cell(page, 3, 'ru').locator('.text'), 'Р3');
    await page.getByRole('button', { name: /Flag a problem/ }).click();
    await page.getByTestId('flag-note').fill('проверить');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('flag-form')).toHaveCount(0);
    await chooseCell(page, 2, 'ky');
    await page.keyboard.press('m');
    await expect.poll(() => openedRows(page)).toEqual(['Р1 | К1 | E1', 'Р2 + Р3 | К2 + К3 | E2 + E3']);
    await page.keyboard.press('Enter');
    await page.keyboard.insertText(' жаңы');
    // Nothing is saved by hand: what has been typed is on its way by itself, with the editor still open.
    await expect.poll(() => openedRows(page)).toContain('Р2 + Р3 | К2 жаңы + К3 | E2 + E3');
    const before = await openedProject(page);
    const ended = new Promise((resolve) => first.app.process().once('exit', resolve));
    first.app.process().kill('SIGKILL');
    await ended;

    const again = await start(path);
    expect(await openedProject(again.page)).toEqual(before);
    await expect(cell(again.page, 2, 'ky')).toContainText('К2 жаңы');
    await expect(cell(again.page, 2, 'ru').locator('.flagged')).toHaveText('Р3');
    await expect(row(again.page, 1).locator('.status.agreed')).toHaveCount(3);
    await expect(row(again.page, 2)).toHaveClass(/chosen/);
    const undo = again.page.getByRole('button', { name: 'Undo' });
    while (await undo.isEnabled()) {
      const { rows, flags } = await openedProject(again.page);
      await undo.click();
      await expect.poll(() => openedProject(again.page)).not.toMatchObject({ rows, flags });
      await expect(again.page.getByTestId('news')).toContainText('Undone');
    }
    expect(await openedProject(again.page)).toEqual(beginning);
    await again.page.getByRole('button', { name: 'Redo' }).click();
    await expect(row(again.page, 1).locator('.status.agreed')).toHaveCount(3);
  });

  test('saves a copy, goes on in the original, and opens and forgets recent projects', async ({
    start,
    home,
  }) => {
    const path = join(home, 'original.triptych');
    const copy = join(home, 'copy.triptych');
    writeProject(path, 'Original', ROWS);
    const { page, app } = await start(path);
    await page.keyboard.press('m');
    await expect(page.getByTestId('row')).toHaveCount(2);
    await chooseInDialogs(app, [copy]);
    await chooseInMenu(app, 'saveCopy');
    await expect(page.getByTestId('news')).toHaveText(`Copy saved: ${copy}`);
    await page.keyboard.press('Control+z');
    await expect(page.getByTestId('row')).toHaveCount(3);
    await chooseInMenu(app, 'saveCopy');
    await expect(page.getByTestId('failure')).toContainText(
      `There is already a file with this name: ${copy}`,
    );

    await chooseInMenu(app, 'open');
    await expect(page.getByTestId('row')).toHaveCount(2);
    await page.getByRole('textbox', { name: 'Project title' }).fill('The copy');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    // The history went along into the copy.
    await expect(page.getByTestId('row')).toHaveCount(3);

    await chooseInMenu(app, 'close');
    const recent = page.getByRole('listitem');
    await expect(recent).toHaveCount(2);
    await recent.filter({ hasText: 'Original' }).last().getByRole('button').first().click();
    await expect(page.getByTestId('row')).toHaveCount(3);
    await chooseInMenu(app, 'close');
    rmSync(copy);
    await page.locator(`.recent button[title="${copy}"]`).click();
    await expect(page.getByTestId('failure')).toContainText(`The project is no longer there: ${copy}`);
    await recent
      .filter({ has: page.locator(`[title="${copy}"]`) })
      .getByRole('button', { name: /^Remove/ })
      .click();
    await expect(recent).toHaveCount(1);
  });

  test('says why a file cannot be opened, leaves it as it is, and keeps the open project', async ({
    start,
    home,
  }) => {
    const path = join(home, 'good.triptych');
    writeProject(path, 'Good', ROWS);
    const { page, app } = await start(path);
    const place = (name: string) => join(home, `${name}.triptych`);
    writeProject(place('sound'), 'Sound', ROWS);
    const bytes = readFileSync(place('sound'));
    writeFileSync(place('damaged'), Buffer.concat([bytes.subarray(0, 4000), Buffer.alloc(8000, 7)]));
    writeFileSync(place('cut'), bytes.subarray(0, bytes.length - 5000));
    writeFileSync(place('letter'), 'Dear editors,');
    const cases = {
      damaged: 'projectDamaged',
      cut: 'projectDamaged',
      letter: 'projectNotAProject',
      gone: 'projectNotFound',
    };
    for (const [name, code] of Object.entries(cases)) {
      const before = name === 'gone' ? null : readFileSync(place(name));
      await chooseInDialogs(app, [place(name)]);
      await chooseInMenu(app, 'open');
      const failure = page.getByTestId('failure');
      await expect(failure).toHaveAttribute('data-code', code);
      await expect(failure).toContainText(place(name));
      if (before) expect(readFileSync(place(name)).equals(before)).toBe(true);
      await page.getByRole('button', { name: 'Close', exact: true }).click();
    }
    await page.keyboard.press('m');
    await expect(page.getByTestId('row')).toHaveCount(2);
    await chooseInDialogs(app, [place('sound')]);
    await chooseInMenu(app, 'open');
    await expect(page.getByRole('textbox', { name: 'Project title' })).toHaveValue('Sound');
  });

  test('shows for reading what another has open, says who, and what a newer Triptych made', async ({
    start,
    home,
  }) => {
    const path = join(home, 'taken.triptych');
    writeProject(path, 'Taken', ROWS);
    const newer = join(home, 'newer.triptych');
    const bytes = readFileSync(path);
    // https://www.sqlite.org/fileformat.html#user_version_number
    bytes.writeUInt32BE(99, 60);
    writeFileSync(newer, bytes);
    const taken = openWorking(path, placesIn(home), { user: 'Айгүл' });
    if (!taken.ok) throw new Error(taken.failure.code);

    const { page, app } = await start(path);
    const why = page.getByTestId('read-only');
    await expect(why).toHaveText(`Read-only: Айгүл on ${hostname()} has it open`);
    expect(await openedRows(page)).toEqual(BEFORE);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('news')).toContainText('This project is read-only');

    // Opened again once it is free, it can be changed, and shows what the other had changed.
    const { file } = taken.value;
    const { rows } = file.project();
    const entry = { command: null, label: 'removeRow', author: 'Айгүл', time: 1, group: null };
    file.record({ ...file.project(), rows: rows.slice(0, 2) }, entry);
    taken.value.close();
    await chooseInDialogs(app, [path]);
    await chooseInMenu(app, 'open');
    await expect(why).toHaveCount(0);
    await expect(page.getByTestId('row')).toHaveCount(2);

    await chooseInDialogs(app, [newer]);
    await chooseInMenu(app, 'open');
    await expect(why).toHaveText('Read-only: made by a newer Triptych');
    expect(await openedRows(page)).toEqual(BEFORE);
    await app.close();
    expect(readFileSync(newer).equals(bytes)).toBe(true);
  });

  test('opens what it may not write for reading only', async ({ start, home }) => {
    const folder = makeFolder();
    try {
      const path = join(folder.path, 'rows.triptych');
      writeProject(path, 'Rows', ROWS);
      folder.lock();
      const { page, app } = await start(path);
      await expect(page.getByText('Read-only: changes cannot be saved')).toBeVisible();
      await expect(page.getByTestId('confirm-row')).toBeDisabled();
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('news')).toContainText('This project is read-only');
      await expect(page.getByTestId('editor')).toHaveCount(0);
      await page.keyboard.press('a');
      await expect(page.getByTestId('news')).toContainText('This project is read-only.');
      expect(await openedRows(page)).toEqual(BEFORE);
      const copy = join(home, 'copy.triptych');
      await chooseInDialogs(app, [copy]);
      await chooseInMenu(app, 'saveCopy');
      await expect(page.getByTestId('news')).toHaveText(`Copy saved: ${copy}`);
      await chooseInMenu(app, 'open');
      await expect(page.getByText('Read-only: changes cannot be saved')).toHaveCount(0);
      await page.keyboard.press('a');
      await expect(cell(page, 1, 'ru')).toContainText('Agreed');
      await app.close();
    } finally {
      folder.remove();
    }
  });

  test('remembers the size of the window, theme, language and the selected row', async ({ start, home }) => {
    const path = join(home, 'rows.triptych');
    writeProject(path, 'Rows', ROWS);
    const first = await start(path);
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1111, 777));
    await expect.poll(() => first.page.evaluate(() => innerWidth)).toBe(1111);
    await chooseInMenu(first.app, 'themeDark');
    await chooseInMenu(first.app, 'ui-ky');
    await chooseCell(first.page, 3, 'en');
    await expect(first.page.locator('html')).toHaveAttribute('lang', 'ky');
    await first.app.close();

    const { page, app } = await start(path);
    const size = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize());
    expect(size).toEqual([1111, 777]);
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ky');
    await expect(row(page, 3)).toHaveClass(/chosen/);
  });
});

/** A folder that can be made unwritable: for root, whom no permission stops, by mounting it. */
function makeFolder(): { path: string; lock: () => void; remove: () => void } {
  const disk = process.getuid?.() === 0 ? mountSmallDisk(4) : null;
  if (disk) return { path: disk.folder, lock: disk.remountReadOnly, remove: disk.unmount };
  const path = mkdtempSync(join(tmpdir(), 'triptych-locked-'));
  return {
    path,
    lock: () => chmodSync(path, 0o500),
    remove: () => {
      chmodSync(path, 0o700);
      rmSync(path, { recursive: true });
    },
  };
}

// Where nobody may mount a disk this cannot be shown: then there is no such test.
if (canMountDisks()) {
  test.describe('On a full disk', () => {
    test('typing is held, tried again by itself, and asked about before the window closes', async ({
      start,
      home,
    }) => {
      const disk = mountSmallDisk(4);
      if (!disk) throw new Error('no disk');
      const filler = join(disk.folder, 'filler');
      const path = join(disk.folder, 'full.triptych');
      writeProject(path, 'Full', ROWS);
      // What is typed goes into the working copy: that has to be on the disk that is full.
      mkdirSync(join(disk.folder, 'working'));
      mkdirSync(join(home, 'data'));
      symlinkSync(join(disk.folder, 'working'), join(home, 'data', 'working'));
      const { page, app } = await start(path);
      const program = app.process();
      const ended = new Promise((resolve) => program.once('exit', resolve));
      try {
        const kept = page.getByTestId('kept');
        const notKept = page.getByTestId('not-kept');
        const type = async (number: number, words: string) => {
          await openText(cell(page, number, 'en').locator('.text').first());
          await page.getByTestId('editor').waitFor();
          await page.keyboard.press('End');
          await page.keyboard.type(words);
        };
        fillUp(filler);

        // Two paragraphs, one left by Escape and one for another row.
        await type(1, ' first words');
        await expect(notKept).toBeVisible();
        await expect(page.getByTestId('failure')).toHaveAttribute('data-code', 'diskFull');
        await page.keyboard.press('Escape');
        await expect(cell(page, 1, 'en')).toContainText('E1 first words');
        await expect(cell(page, 1, 'en').getByTestId('unkept')).toBeVisible();
        await type(2, ' second words');
        await chooseCell(page, 3, 'ru');
        await expect(cell(page, 2, 'en').getByTestId('unkept')).toBeVisible();
        await expect(kept).toHaveCount(0);
        expect(await openedTexts(page, 'en')).toEqual(['E1', 'E2', 'E3']);

        // A command is refused as well, and is not done by itself later.
        await page.keyboard.press('a');
        await expect(page.getByTestId('failure')).toHaveAttribute('data-code', 'diskFull');

        // Opened again the text is as it was typed; what was refused can be taken back and brought again.
        await type(1, '!');
        await expect(page.getByTestId('editor')).toHaveText('E1 first words!');
        await page.keyboard.press('Control+z');
        await expect(page.getByTestId('editor')).toHaveText('E1');
        await page.keyboard.press('Control+y');
        await expect(page.getByTestId('editor')).toHaveText('E1 first words!');

        // Neither another project nor the end takes it away unasked.
        await chooseInMenu(app, 'openSample');
        const dialog = page.getByRole('dialog');
        await expect(dialog.getByTestId('unkept-text')).toHaveText(['E2 second words', 'E1 first words!']);
        await page.getByTestId('unkept-copy').click();
        await expect(dialog.getByRole('status')).toHaveText(/Copied/);
        expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(
          'E2 second words\n\nE1 first words!',
        );
        await page.getByTestId('unkept-stay').click();
        await expect(dialog).toHaveCount(0);
        await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
        await expect(dialog.getByTestId('unkept-text')).toHaveCount(2);
        await page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
        await expect(page.getByRole('textbox', { name: 'Project title' })).toHaveValue('Full');

        // With room again it is kept by itself, and nothing asks any more.
        rmSync(filler);
        await expect(kept).toHaveText('All changes saved');
        await expect(page.getByTestId('unkept')).toHaveCount(0);
        await expect
          .poll(() => openedTexts(page, 'en'))
          .toEqual(['E1 first words!', 'E2 second words', 'E3']);
        await expect(page.getByTestId('failure')).toHaveCount(0);
        await expect(cell(page, 3, 'ru')).not.toContainText('Agreed');

        // And whoever wants to go without it may: once the file is up to date, for replacing it frees space.
        await expect.poll(() => readFileSync(path).includes('E2 second words')).toBe(true);
        fillUp(filler);
        await type(3, ' third words');
        await expect(notKept).toBeVisible();
        await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
        await page.getByTestId('unkept-leave').click();
        await ended;
      } finally {
        // The window would ask first.
        program.kill('SIGKILL');
        await ended;
        disk.unmount();
      }
    });
  });
}

/** Writes a file as large as it can be. */
function fillUp(path: string): void {
  for (const size of [64 * 1024, 4096, 512]) {
    const piece = Buffer.alloc(size, 1);
    for (;;) {
      try {
        appendFileSync(path, piece);
      } catch {
        // Full, at this size.
        break;
      }
    }
  }
}

test.describe('Recovering', () => {
  test('opens a backup as a new file, and reads what is left of a damaged one', async ({ start, home }) => {
    const path = join(home, 'bridge.triptych');
    writeProject(path, 'Bridge', [threeOf(1), threeOf(2)]);
    const first = await start(path);
    await chooseCell(first.page, 1, 'en');
    await expect(cell(first.page, 1, 'en')).toContainClass('chosen');
    await first.page.keyboard.press('Enter');
    await first.page.getByTestId('editor').waitFor();
    await first.page.keyboard.press('Control+a');
    await first.page.keyboard.insertText('Another text');
    await first.page.keyboard.press('Escape');
    await expect.poll(() => openedTexts(first.page, 'en')).toEqual(['Another text', 'E2']);
    await first.app.close();

    const { page, app } = await start(path);
    expect((await openedTexts(page, 'en'))[0]).toBe('Another text');
    await chooseInMenu(app, 'recover');
    const backups = page.getByTestId('backup');
    await expect(backups).toHaveCount(2);
    await backups.last().getByRole('button').click();
    await expect(page.getByTestId('news')).toContainText('bridge recovered.triptych');
    expect((await openedTexts(page, 'en'))[0]).toBe('E1');
    expect(readdirSync(home)).toContain('bridge.triptych');

    const bytes = readFileSync(path);
    const damaged = join(home, 'damaged.triptych');
    writeFileSync(damaged, bytes.subarray(0, bytes.length - 4096));
    await chooseInDialogs(app, [damaged]);
    await chooseInMenu(app, 'open');
    await expect(page.getByTestId('failure')).toContainText('Recover…');
    await chooseInMenu(app, 'recover');
    await page.getByTestId('salvage').click();
    await expect(page.getByTestId('news')).toContainText('damaged recovered.triptych');
    expect(await openedTexts(page, 'en')).toEqual(['Another text', 'E2']);
    expect(readFileSync(damaged)).toHaveLength(bytes.length - 4096);
  });
});
