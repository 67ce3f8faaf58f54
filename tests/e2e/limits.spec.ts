import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { Database } from '../../main/project/database';
import { createProjectFile, openProjectFile } from '../../main/project/project-file';
import { withParagraphs } from '../../shared/commands/change';
import type { Flag } from '../../shared/model/flag';
import { LANGUAGES, perLanguage } from '../../shared/model/language';
import { LONGEST_PARAGRAPH, MOST_MARKS } from '../../shared/model/limits';
import type { Mark } from '../../shared/model/mark';
import { plainBlock, type Paragraph } from '../../shared/model/paragraph';
import type { Project } from '../../shared/model/project';
import type { Row } from '../../shared/model/row';
import { chooseInMenu, openedProject } from './documents';
import { REPORT, watchSilence } from './stalls';
import { cell, chooseCell, chooseInDialogs, expect, markText, row, test } from './triptych';

const SENTENCE = 'Вода в деревне появится не раньше весны. ';

/** A text of just about so many characters in which no sentence is like the one before. */
function textOf(length: number, seed: string): string {
  let text = '';
  for (let n = 0; text.length < length - 80; n += 1) text += `${seed} ${n} ${SENTENCE}`;
  return text.trim();
}

function rowOf(id: string, paragraph: (language: string) => Partial<Paragraph>): Row {
  return {
    id,
    cells: perLanguage((language) => ({
      paragraphs: [{ ...plainBlock(''), id: `${id}-${language}`, imported: null, ...paragraph(language) }],
      status: 'translated' as const,
    })),
    confidence: 1,
    confirmed: true,
  };
}

function flagOn(id: string, paragraph: { id: string; text: string }, start: number): Flag {
  const span = { at: 'text', language: 'ru', paragraphId: paragraph.id, start, end: start + 40 } as const;
  return {
    id,
    spans: [{ ...span, quote: paragraph.text.slice(start, start + 40), orphaned: false, fix: null }],
    category: 'accuracy',
    severity: 'minor',
    note: `remark ${id}`,
    status: 'open',
    author: 'A',
    time: 1,
    thread: [],
  };
}

function write(path: string, rows: readonly Row[], flags: readonly Flag[] = []): void {
  const project: Project = {
    id: 'limits',
    title: 'Limits',
    created: 0,
    origins: perLanguage(() => null),
    rows,
    flags,
  };
  const created = createProjectFile(path, project);
  if (!created.ok) throw new Error(created.failure.code);
  created.value.close();
}

/** The cell of the Russian version in a row by its number, from 1, once it is the chosen one. */
function chosen(page: Page, number: number): Locator {
  return row(page, number).locator('[data-testid="cell-ru"][aria-selected="true"]');
}

/** Whether the first line of a cell is among the rows one sees, once the list has settled. */
async function isTopInView(within: Locator): Promise<boolean> {
  return within
    .locator('.text')
    .first()
    .evaluate(async (text) => {
      for (let n = 0; n < 5; n += 1) await new Promise((done) => requestAnimationFrame(done));
      const view = text.closest('.rows')?.getBoundingClientRect();
      const { top } = text.getBoundingClientRect();
      return view !== undefined && top > view.top - 1 && top < view.bottom - 20;
    });
}

/** As many marks as a paragraph may have, each over the beginnings of many others. */
function manyMarks(length: number): readonly Mark[] {
  return Array.from({ length: MOST_MARKS }, (_, i) => ({
    type: 'link' as const,
    href: `https://kloop.kg/${i}`,
    start: i * 20,
    end: Math.min(length, i * 20 + 20_000),
  }));
}

test.describe('Limits', () => {
  test('a line of 4.9 MB is read, told of, shown in part, and imported in paragraphs', async ({
    start,
    home,
  }) => {
    const file = join(home, 'line.txt');
    writeFileSync(file, SENTENCE.repeat(66_000).trim());
    const { app, page } = await start();
    const silence = await watchSilence(app, page);
    await chooseInDialogs(app, [file]);
    await silence.during('reading a line of 4.9 MB', async () => {
      await chooseInMenu(app, 'import');
      await expect(page.getByTestId('import-column')).toContainText('too long to work with and was split');
    });
    const shown = await page.getByRole('dialog').evaluate((dialog) => dialog.textContent.length);
    expect(shown).toBeLessThan(20_000);
    await silence.during('choosing its language', async () => {
      const language = page.getByTestId('import-column').getByRole('combobox');
      await language.selectOption('ky');
      await language.selectOption('ru');
    });
    await silence.during('making a project of it', async () => {
      await page.getByTestId('import-create').click();
      await row(page, 1).waitFor();
    });
    expect(await isTopInView(cell(page, 1, 'ru'))).toBe(true);
    const { rows } = await openedProject(page);
    const texts = rows.map(({ cells }) => cells.ru.paragraphs.map(({ text }) => text).join(' '));
    expect(texts.join(' ')).toBe(SENTENCE.repeat(66_000).trim());
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(LONGEST_PARAGRAPH);
    await silence.during('going to the next of its rows', async () => {
      await page.keyboard.press('ArrowDown');
      await chosen(page, 2).waitFor();
    });
  });

  test('20,000 flags are listed, half of them on one paragraph', async ({ start, home }) => {
    const path = join(home, 'flags.triptych');
    const rows = Array.from({ length: 100 }, (_, i) =>
      rowOf(`r${i}`, (language) => ({ text: textOf(i === 0 ? 11_000 : 400, `${language} ${i}`) })),
    );
    const flags = Array.from({ length: 20_000 }, (_, n) => {
      const at = rows[n < 10_000 ? 0 : n % 100]?.cells.ru.paragraphs[0] ?? { id: '', text: '' };
      return flagOn(`f${String(n).padStart(5, '0')}`, at, n < 10_000 ? n : n % 300);
    });
    write(path, rows, flags);
    const { app, page } = await start();
    const silence = await watchSilence(app, page);
    await chooseInDialogs(app, [path]);
    await silence.during('opening a project with 20,000 flags', async () => {
      await chooseInMenu(app, 'open');
      await row(page, 1).waitFor();
    });
    expect(await cell(page, 1, 'ru').locator('[data-start]').count()).toBeLessThan(3000);
    await silence.during('showing the list of 20,000 flags', async () => {
      await page.getByTestId('tab-flags').click();
      await page.getByTestId('flag-card').first().waitFor();
    });
    const cards = page.getByTestId('flag-card');
    const inPage = page.getByRole('list', { name: 'Flags' }).locator('[data-entry]');
    await expect(page.getByRole('tabpanel').getByRole('status')).toContainText('20000 of 20000');
    await expect(inPage.first()).toHaveAttribute('aria-setsize', '20000');
    expect(await cards.count()).toBeLessThan(100);
    await silence.during('going to the end of that list', async () => {
      await page.locator('.panel').evaluate((panel) => (panel.scrollTop = panel.scrollHeight));
      await page.getByText('remark f19999').waitFor();
    });
    await expect(inPage.last()).toHaveAttribute('aria-posinset', '20000');
    expect(await cards.count()).toBeLessThan(100);
    // What has the focus stays, however far one scrolls.
    await cards.last().getByRole('button', { name: 'Reply' }).click();
    await page.keyboard.type('seen');
    await page.locator('.panel').evaluate((panel) => (panel.scrollTop = 0));
    await expect(page.getByText('remark f00000')).toBeVisible();
    await page.keyboard.type(' and done');
    await silence.during('answering one of 20,000 flags', async () => {
      await page.keyboard.press('Control+Enter');
      await page.locator('button[aria-label="Undo"]:enabled').waitFor();
    });
    const answers = (await openedProject(page)).flags.at(-1)?.thread.map(({ text }) => text);
    expect(answers).toEqual(['seen and done']);
    await silence.during('showing the row with 10,000 flags', async () => {
      await row(page, 1).getByRole('rowheader').locator('.number').click();
      await page.getByTestId('tab-row').click();
      await cards.first().waitFor();
    });
    expect(await cards.count()).toBeLessThan(100);
  });

  test('a paragraph as long and as marked as may be is shown, edited, sought in and compared', async ({
    start,
    home,
  }) => {
    const path = join(home, 'long.triptych');
    const long = (language: string) => textOf(LONGEST_PARAGRAPH - 1000, language);
    const rows = [
      rowOf('short', () => ({ text: 'Вода пришла.' })),
      rowOf('marked', (language) => {
        const text = long(language);
        return { text, marks: manyMarks(text.length) };
      }),
      rowOf('changed', (language) => ({
        text: long(language),
        imported: { text: long(language).replaceAll('весны', 'осени'), marks: [] },
      })),
      ...Array.from({ length: 5 }, (_, i) => rowOf(`after${i}`, () => ({ text: 'Её мало.' }))),
    ];
    write(path, rows);
    const { app, page } = await start();
    const silence = await watchSilence(app, page);
    await chooseInDialogs(app, [path]);
    await silence.during('opening paragraphs of 100,000 characters', async () => {
      await chooseInMenu(app, 'open');
      await row(page, 1).waitFor();
    });
    const shown = () => page.locator('.rows').evaluate((list) => list.textContent.length);
    expect(await shown()).toBeLessThan(200_000);
    for (const number of [2, 3]) {
      await silence.during(`going to paragraph ${number} of 100,000`, async () => {
        await page.keyboard.press('ArrowDown');
        await chosen(page, number).waitFor();
      });
      const pieces = await cell(page, number, 'ru').locator('.text *').count();
      expect(pieces).toBeLessThan(6000);
    }
    await silence.during('showing its changes', async () => {
      await page.keyboard.press('Control+Shift+D');
    });
    const third = cell(page, 3, 'ru');
    await silence.during('turning to its end', async () => {
      const stretch = third.getByTestId('stretch');
      // The words stand in lines, not one letter below the other.
      expect((await third.locator('.text').first().boundingBox())?.width).toBeGreaterThan(150);
      await expect(stretch).toContainText(/Characters 1–3,9\d\d of 98,/);
      await stretch.getByRole('button', { name: 'Next part' }).click();
      await expect(stretch).toContainText(/Characters 3,9\d\d–7,9\d\d of 98,/);
      // One reads on at the beginning.
      expect(await isTopInView(third)).toBe(true);
      // What is marked in a later stretch is what is sought for and flagged.
      const words = 'ru 100 Вода в деревне';
      await markText(third.locator('.text').first(), words);
      await page.keyboard.press('f');
      await expect(page.locator('.draft-quote')).toHaveText(words);
      await page.keyboard.press('Escape');
      await expect(page.locator('.draft-quote')).toHaveCount(0);
      await markText(third.locator('.text').first(), words);
      await page.keyboard.press('Control+f');
      await expect(page.getByTestId('find-field')).toHaveValue(words);
      await page.keyboard.press('Escape');
      await stretch.getByRole('button', { name: 'Previous part' }).click();
      await expect(stretch).toContainText('Characters 1–');
      expect(await isTopInView(third)).toBe(true);
    });
    // From the text itself: a button that can no longer be pressed keeps the keys to itself.
    await third
      .locator('.text')
      .first()
      .click({ position: { x: 8, y: 8 } });
    await page.keyboard.press('Enter');
    // Who goes on typing all the same agrees and confirms nothing.
    await page.keyboard.type('acm1 ');
    await expect(page.getByTestId('news')).toContainText('too long to be edited as a whole');
    await expect(page.getByRole('banner').getByRole('button', { name: 'Undo' })).toBeDisabled();
    // Who marks a word after that, be it with a double click, flags it.
    await third
      .locator('.text')
      .first()
      .dblclick({ position: { x: 40, y: 8 }, delay: 60 });
    await expect(page.getByTestId('news')).toContainText('too long to be edited as a whole');
    await page.keyboard.press('f');
    await expect(page.locator('.draft-quote')).toHaveText(/^\p{L}+$/u);
    await page.keyboard.press('Escape');
    await silence.during('splitting it', async () => {
      await third.getByRole('button', { name: 'Split after this' }).click();
      await expect(third.locator('[data-paragraph]')).toHaveCount(2);
    });
    await silence.during('beginning to edit the part', async () => {
      await third
        .locator('[data-paragraph]')
        .first()
        .click({ position: { x: 20, y: 10 } });
      await page.keyboard.press('Enter');
      await expect(page.locator('.ProseMirror')).toBeFocused();
    });
    await silence.during('typing in it', async () => {
      await page.keyboard.type('Вот: ', { delay: 80 });
      await page.waitForFunction(() => document.querySelector('.ProseMirror')?.textContent.includes('Вот:'));
    });
    await silence.during('keeping what was typed', async () => {
      await page.keyboard.press('Escape');
      await third.locator('.text', { hasText: 'Вот:' }).waitFor();
      await page.getByTestId('kept').filter({ hasText: 'All changes saved' }).waitFor();
    });
    expect(JSON.stringify((await openedProject(page)).rows[2]?.cells)).toContain('Вот:');
    await silence.during('finding a letter in it', async () => {
      await page.keyboard.press('Control+f');
      await page.getByTestId('find-field').fill('во');
      await expect(page.getByTestId('find-count')).toContainText('of');
      await page.keyboard.press('Enter');
    });
  });

  test('opening a long project can be stopped: the one that was open stays, and both can be worked on', async ({
    start,
    home,
  }) => {
    const [short, long] = [join(home, 'short.triptych'), join(home, 'long.triptych')];
    write(short, [rowOf('short', () => ({ text: 'Вода пришла.' }))]);
    write(
      long,
      Array.from({ length: 3000 }, (_, i) => rowOf(`r${i}`, (language) => ({ text: textOf(400, language) }))),
    );
    const { app, page } = await start(short);
    await chooseInDialogs(app, [long]);
    // However fast this machine is: after a few steps opening comes to no end by itself.
    await app.evaluate(() => {
      const { setImmediate: soon } = globalThis;
      let left = 3;
      const held = (...given: Parameters<typeof soon>) => {
        left -= 1;
        return left < 0 ? undefined : soon(...given);
      };
      Object.assign(globalThis, { setImmediate: held, soon });
    });
    await chooseInMenu(app, 'open');
    const dialog = page.getByRole('dialog', { name: 'Opening' });
    const stop = dialog.getByRole('button', { name: 'Stop' });
    await expect(stop).toBeEnabled();
    await expect(dialog.getByRole('progressbar')).toBeVisible();
    // What was meant for the text neither reaches it nor stops anything.
    await page.keyboard.type('m a ');
    await expect(stop).toBeEnabled();
    await stop.click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByTestId('failure')).toHaveCount(0);
    await expect(page.getByTestId('row')).toHaveCount(1);
    await expect(page.getByRole('banner').getByRole('button', { name: 'Undo' })).toBeDisabled();
    await chooseCell(page, 1, 'ru');
    await page.keyboard.press('Enter');
    await page.keyboard.type(' Её мало.');
    await page.keyboard.press('Escape');
    await page.locator('button[aria-label="Undo"]:enabled').waitFor();
    await app.evaluate(() => {
      const { soon } = globalThis as unknown as { soon: typeof setImmediate };
      Object.assign(globalThis, { setImmediate: soon });
    });
    await chooseInMenu(app, 'open');
    await expect(page.getByTestId('position')).toHaveText('Row 1 of 3,000');
    // Nothing of the first try holds it.
    await page.keyboard.press('m');
    await expect(page.getByTestId('position')).toHaveText('Row 1 of 2,999');
    await chooseInDialogs(app, [short]);
    await chooseInMenu(app, 'open');
    await expect(cell(page, 1, 'ru')).toContainText('Вода пришла. Её мало.');
  });

  // The long form: it takes a while to write them.
  if (REPORT) {
    test('50,000 rows of one word are shown and scrolled through', async ({ start, home }) => {
      const path = join(home, 'words.triptych');
      write(
        path,
        Array.from({ length: 50_000 }, (_, i) => rowOf(`r${i}`, () => ({ text: `слово${i}` }))),
      );
      const { app, page } = await start();
      const silence = await watchSilence(app, page);
      await chooseInDialogs(app, [path]);
      await silence.during('opening 50,000 rows of one word', async () => {
        await chooseInMenu(app, 'open');
        await row(page, 1).waitFor();
      });
      await silence.during('going to the last of 50,000 rows', async () => {
        await page.locator('.rows').evaluate((list) => (list.scrollTop = list.scrollHeight));
        await row(page, 50_000).waitFor();
      });
      expect(await page.getByTestId('row').count()).toBeLessThan(200);
    });
  }

  test('a project with 30,000 links over each other is refused, and read with all its text', async ({
    start,
    home,
  }) => {
    const path = join(home, 'links.triptych');
    const text = textOf(80_000, 'ru');
    write(path, [rowOf('r1', () => ({ text })), rowOf('r2', () => ({ text: 'Её мало.' }))]);
    const db = new Database(path, { readOnly: false });
    const marks = Array.from({ length: 30_000 }, (_, i) => ({
      type: 'link',
      href: `https://kloop.kg/${i}`,
      start: i,
      end: i + 40_000,
    }));
    db.run`UPDATE alignment_row SET body = json_replace(body, '$.cells.ru.paragraphs[0].marks', json(${JSON.stringify(marks)})) WHERE id = 'r1'`;
    db.run`UPDATE alignment_row SET sum = checksum(id, position, body)`;
    db.close();
    const { app, page } = await start();
    const silence = await watchSilence(app, page);
    await chooseInDialogs(app, [path]);
    await silence.during('refusing 30,000 links over each other', async () => {
      await chooseInMenu(app, 'open');
      await expect(page.getByTestId('failure')).toContainText('“Recover…”');
    });
    await chooseInMenu(app, 'recover');
    await silence.during('reading them part by part', async () => {
      await page.getByTestId('salvage').click();
      await expect(page.getByTestId('news')).toContainText('links recovered.triptych');
    });
    const { rows } = await openedProject(page);
    const texts = rows.flatMap(({ cells }) => cells.ru.paragraphs.map((each) => each.text));
    expect(texts.join(' ')).toBe(`${text} Её мало.`);
  });

  test('merging a copy that takes long can be stopped, and tells when the article moved on', async ({
    start,
    home,
  }) => {
    const [ours, theirs] = [join(home, 'ours.triptych'), join(home, 'theirs.triptych')];
    const long = (language: string, n: number) => textOf(90_000, `${language} ${n}`);
    write(
      ours,
      Array.from({ length: 40 }, (_, n) => rowOf(`r${n}`, (language) => ({ text: long(language, n) }))),
    );
    copyFileSync(ours, theirs);
    for (const [path, word] of [
      [ours, 'осени'],
      [theirs, 'лета'],
    ] as const) {
      const opened = openProjectFile(path);
      if (!opened.ok) throw new Error(opened.failure.code);
      const { value: file } = opened;
      const rows = file.project().rows.map((each) =>
        LANGUAGES.reduce(
          (changed, language) =>
            withParagraphs(
              changed,
              language,
              changed.cells[language].paragraphs.map((paragraph) => ({
                ...paragraph,
                text: paragraph.text.replaceAll('весны', word),
              })),
            ),
          each,
        ),
      );
      const entry = { command: {}, label: 'bringInDraft', author: word, time: 1, group: null };
      file.record({ ...file.project(), rows }, entry);
      file.close();
    }
    const { app, page } = await start(ours);
    const silence = await watchSilence(app, page);
    await chooseInDialogs(app, [theirs]);
    const bar = page.locator('.job-bar');
    await silence.during('merging a copy for as long as one lets it', async () => {
      await chooseInMenu(app, 'mergeCopy');
      await expect(bar).toContainText('Merging the copy…');
      // The window is free meanwhile.
      await page.keyboard.press('Control+/');
      await expect(page.getByRole('dialog')).toContainText('Merge with the next row');
      await page.keyboard.press('Escape');
      await bar.getByRole('button', { name: 'Stop' }).click();
      await expect(bar).toHaveCount(0);
    });
    await expect(page.getByTestId('failure')).toHaveCount(0);
    expect((await openedProject(page)).rows[0]?.cells.ru.paragraphs[0]?.text).toContain('осени');
  });
});
