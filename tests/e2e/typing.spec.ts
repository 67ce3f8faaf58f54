import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Mark } from '../../shared/model/mark';
import {
  BRIDGE,
  chooseInMenu,
  openedProject,
  openedStatuses,
  openedTexts,
  threeOf,
  writeProject,
  type Texts,
} from './documents';
import { pressLetter, typeAtOnce } from './keyboard';
import { cell, chooseCell, chooseInDialogs, expect, markText, test } from './triptych';

/** Presses Home until the caret is there: right after a text was put in its place, the editor may put it back. */
async function goToStart(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Home');
    const offset = await page.evaluate(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      await frame();
      await frame();
      return document.getSelection()?.focusOffset;
    });
    expect(offset).toBe(0);
  }).toPass();
}

test.describe('Typing', () => {
  test('is taken back and brought again by undo and redo in a text, step by step, on any layout', async ({
    start,
    home,
  }) => {
    const path = join(home, 'undo.triptych');
    writeProject(path, 'Undo', BRIDGE);
    const { page } = await start(path);
    const editor = page.getByTestId('editor');
    await chooseCell(page, 1, 'en');
    await page.keyboard.press('a');
    await expect.poll(() => openedStatuses(page)).toEqual(['1 en agreed']);
    await page.keyboard.press('Enter');
    await expect(editor.locator('.ProseMirror')).toBeFocused();
    // Not sent yet. Here and below all letters of a step come at once: a second between two of them makes two steps.
    await page.keyboard.insertText(' one');
    await page.keyboard.press('Control+z');
    await expect(editor).toHaveText('E1');
    await page.keyboard.press('Control+y');
    await expect(editor).toHaveText('E1 one');
    await expect(editor.locator('.ProseMirror')).toBeFocused();

    // Sent, and in several steps; another place is another step.
    await expect.poll(async () => (await openedTexts(page, 'en'))[0]).toBe('E1 one');
    await goToStart(page);
    await page.keyboard.insertText('two ');
    await expect.poll(async () => (await openedTexts(page, 'en'))[0]).toBe('two E1 one');
    await page.keyboard.press('Control+z');
    await expect(editor).toHaveText('E1 one');
    // The caret is where the words were.
    await page.keyboard.insertText('2 ');
    await expect(editor).toHaveText('2 E1 one');
    await page.keyboard.press('Control+z');
    await expect(editor).toHaveText('E1 one');
    await pressLetter(page, 'KeyZ', 'я', true);
    await expect(editor).toHaveText('E1');
    await pressLetter(page, 'KeyY', 'н', true);
    await expect(editor).toHaveText('E1 one');
    await page.keyboard.press('Control+Shift+z');
    await expect(editor).toHaveText('2 E1 one');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(editor).toHaveText('E1');

    // Used up, it goes on with what was done before; the text stays open.
    await page.keyboard.press('Control+z');
    await expect.poll(() => openedStatuses(page)).toEqual([]);
    await expect(editor.locator('.ProseMirror')).toBeFocused();
    await page.keyboard.type('!');
    await expect.poll(async () => (await openedTexts(page, 'en'))[0]).toBe('E1!');

    // A field has its own.
    const title = page.getByRole('textbox', { name: 'Project title' });
    await title.click();
    await page.keyboard.press('End');
    await page.keyboard.type(' x');
    await page.keyboard.press('Control+z');
    await expect(title).toHaveValue('Undo');
    expect((await openedTexts(page, 'en'))[0]).toBe('E1!');
  });

  test('sets words in every style by keys, breaks lines, and keeps both where they are copied', async ({
    start,
    home,
  }) => {
    const path = join(home, 'styles.triptych');
    writeProject(path, 'Styles', BRIDGE);
    const { page } = await start(path);
    const content = async () => {
      const { rows } = await openedProject(page);
      const [paragraph] = rows[1]?.cells.en.paragraphs ?? [];
      return paragraph && { text: paragraph.text, marks: paragraph.marks };
    };
    const text = 'The bridge is damaged';
    await cell(page, 2, 'en').locator('.text').click();
    await expect(page.getByTestId('editor')).toHaveText(text);
    const marks: Mark[] = [];
    for (const [key, type] of [
      ['Control+u', 'underline'],
      ['Control+Shift+x', 'strike'],
      ['Control+Shift+h', 'highlight'],
      ['Control+Shift+k', 'smallCaps'],
    ] as const) {
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Shift+ArrowRight');
      await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('The');
      await page.keyboard.press(key);
      marks.push({ type, start: 0, end: 3 });
      await expect.poll(content).toEqual({ text, marks });
    }
    await page.keyboard.press('Control+,');
    await expect.poll(content).toEqual({ text, marks: [...marks, { type: 'subscript', start: 0, end: 3 }] });
    await page.keyboard.press('Control+.');
    marks.push({ type: 'superscript', start: 0, end: 3 });
    await expect.poll(content).toEqual({ text, marks });

    // A line is begun within the paragraph, and what is typed stands in it.
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('at night');
    const lines = `${text}\nat night`;
    await expect.poll(content).toEqual({ text: lines, marks });
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    await expect.poll(content).toEqual({ text: `${text}!\nat night`, marks });
    await page.keyboard.press('Control+z');
    await expect.poll(content).toEqual({ text: lines, marks });

    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' ');
    await page.keyboard.press('Control+v');
    const by = lines.length + 1;
    const twice = marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by }));
    await expect.poll(content).toEqual({ text: `${lines} ${lines}`, marks: [...marks, ...twice] });
    await page.keyboard.press('Escape');
    const read = cell(page, 2, 'en').locator('.text');
    await expect(read.locator('u').first()).toHaveText('The');
    await expect(read.locator('s mark .small-caps sup').first()).toHaveText('The');
    const height = async () => (await read.boundingBox())?.height ?? 0;
    const line = await read.evaluate((element) => Number.parseFloat(getComputedStyle(element).lineHeight));
    expect(await height()).toBeGreaterThan(2.5 * line);
  });

  test('over words changes no mark but theirs', async ({ start, home }) => {
    const path = join(home, 'marks.triptych');
    writeProject(path, 'Marks', BRIDGE);
    const { page } = await start(path);
    const text = 'In summer we sell, in winter we buy: homes are heated.2 In January three times as much.';
    const on = (words: string) => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
    });
    const marks: readonly Mark[] = [
      { type: 'strong', ...on('we sell') },
      { type: 'emphasis', ...on('homes are') },
      { type: 'footnoteReference', label: '2', ...on('2') },
      { type: 'link', href: 'https://bridge.example/', ...on('In January') },
      { type: 'superscript', ...on('much') },
    ];
    await page.evaluate((command) => window.triptych.request('project/command', { command, group: null }), {
      type: 'editParagraph' as const,
      paragraphId: 'en-3.1',
      content: { text, marks: [...marks] },
    });
    const english = cell(page, 3, 'en').locator('.text');
    const content = async () => {
      const { rows } = await openedProject(page);
      const [paragraph] = rows[2]?.cells.en.paragraphs ?? [];
      return paragraph && { text: paragraph.text, marks: paragraph.marks };
    };
    for (const words of ['summer', 'winter', 'heated']) {
      await markText(english, words);
      await page.keyboard.press('f');
      await page.getByTestId('flag-form').waitFor();
      await page.keyboard.press('1');
      await page.keyboard.press('w');
      await expect(page.getByTestId('flag-form')).toHaveCount(0);
    }
    await english.click({ position: { x: 4, y: 8 } });
    await expect(page.getByTestId('editor')).toHaveText(text);
    // Each a stretch of whole words from the beginning: within one piece of text, and over the edges of several.
    for (const [key, put, words] of [
      ['X', 'X', 1],
      ['X', 'X', 2],
      ['X', 'X', 3],
      ['X', 'X', 4],
      ['X', 'X', 7],
      ['Backspace', '', 3],
      ['Control+x', '', 3],
      ['Delete', '', 8],
    ] as const) {
      await page.keyboard.press('Control+Home');
      for (let i = 0; i < words; i += 1) await page.keyboard.press('Control+Shift+ArrowRight');
      const marked = await page.evaluate(() => document.getSelection()?.toString().length ?? 0);
      await page.keyboard.press(key);
      const rest = text.slice(marked);
      const gap = put === '' ? rest.length - rest.trimStart().length : 0;
      const shift = put.length - marked - gap;
      const after = { text: put + rest.slice(gap) };
      await expect.poll(async () => (await content())?.text).toBe(after.text);
      const kept = marks
        .filter((mark) => mark.start >= marked)
        .map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift }));
      const now = (await content())?.marks.filter(({ start: at }) => at >= put.length) ?? [];
      expect(now, `${key} over ${marked}`).toEqual(expect.arrayContaining(kept));
      await page.keyboard.press('Control+z');
      await expect(page.getByTestId('editor')).toHaveText(text);
      await expect.poll(content).toEqual({ text, marks });
    }
  });

  test('goes on: where Enter begins a paragraph, after undo, and when a newer draft comes in', async ({
    start,
    home,
  }) => {
    const path = join(home, 'writing.triptych');
    const texts = [
      'The bridge on the third street opens by 5 May.',
      'Buses go round it.',
      'The mayor wrote a letter.',
    ];
    const rows = texts.map((en, at): Texts[number] => ({ ...threeOf(at + 1), en: [en] }));
    writeProject(path, 'Writing', rows);
    const { page, app } = await start(path);
    const editor = page.getByTestId('editor');
    const english = () => openedTexts(page, 'en');
    const open = async (number: number) => {
      await chooseCell(page, number, 'en');
      await page.keyboard.press('Enter');
      await expect(editor.locator('.ProseMirror')).toBeFocused();
    };
    // Enter at the end, and typing on at once.
    await open(2);
    await typeAtOnce(page, ' First.\rSecond.\rThird.');
    await expect(editor).toHaveText('Third.');
    const written = [texts[0], 'Buses go round it. First.', 'Second.', 'Third.', texts[2]];
    await expect.poll(english).toEqual(written);
    // At the beginning, above; and in the middle, what is typed comes before the second half.
    await page.keyboard.press('Home');
    await typeAtOnce(page, '\rBefore.');
    await expect.poll(english).toEqual(written.toSpliced(3, 0, 'Before.'));
    await page.keyboard.press('Home');
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
    // Enter by mistake within a word: Backspace takes back exactly that.
    await page.keyboard.press('Enter');
    await expect.poll(english).toEqual(written.toSpliced(3, 0, 'Bef', 'ore.'));
    await page.keyboard.press('Backspace');
    await expect(editor).toHaveText('Before.');
    await typeAtOnce(page, '\rand ');
    await expect.poll(english).toEqual(written.toSpliced(3, 0, 'Bef', 'and ore.'));
    // All of it goes again, a step at a time, and the text above stays open.
    await expect(async () => {
      await page.keyboard.press('Control+z');
      expect(await english()).toEqual(written);
    }).toPass();
    await expect(editor.locator('.ProseMirror')).toBeFocused();
    await expect(async () => {
      await page.keyboard.press('Control+z');
      await expect(page.getByTestId('news')).toContainText('Undone');
      expect(await english()).toEqual(texts);
    }).toPass();
    await expect(editor).toHaveText('Buses go round it.');

    // Begun and left without a word: nothing is left of it, and undo does what was done before.
    await page.keyboard.press('End');
    await page.keyboard.insertText(' And back.');
    await page.keyboard.press('Enter');
    await expect(editor).toHaveText('');
    await chooseCell(page, 3, 'en');
    const back = [texts[0], 'Buses go round it. And back.', texts[2]];
    await expect.poll(english).toEqual(back);
    await page.keyboard.press('Control+z');
    await expect.poll(english).toEqual(texts);
    // The row that was changed is not the one a person is in.
    await expect(page.getByTestId('news')).toContainText('Undone in row 2');
    await expect(page.getByTestId('position')).toHaveText(/^Row 3 /);

    // What is undone takes the row away that a person is in: they stay where it was.
    await page.keyboard.press('Insert');
    await expect(page.getByTestId('position')).toHaveText('Row 4 of 4');
    await page.keyboard.press('Control+z');
    await expect(page.getByTestId('position')).toHaveText('Row 3 of 3');

    // Sentences with another caret between them are steps of their own.
    await open(1);
    await page.keyboard.insertText(' One.');
    await page.keyboard.press('Home');
    await page.keyboard.insertText('Two. ');
    await page.keyboard.press('Control+z');
    await expect(editor).toHaveText(`${texts[0]} One.`);
    await page.keyboard.press('Control+z');
    await expect(editor).toHaveText(texts[0] ?? '');

    // A newer draft changes what stands before the caret; the writer types on.
    await page.keyboard.press('End');
    await page.keyboard.type(' Unfinished sent');
    const draft = join(home, 'draft.txt');
    const newer = (texts[0] ?? '').replace('third', 'fourth').replace('5 May', '17 May');
    writeFileSync(draft, [newer, ...texts.slice(1)].join('\n\n'));
    await chooseInDialogs(app, [draft]);
    await chooseInMenu(app, 'bringIn');
    await page.getByTestId('draft-take').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(editor).toHaveText(`${newer} Unfinished sent`);
    await expect(editor.locator('.ProseMirror')).toBeFocused();
    await page.keyboard.type('ence.');
    await expect(editor).toHaveText(`${newer} Unfinished sentence.`);
    await expect.poll(english).toEqual([`${newer} Unfinished sentence.`, ...texts.slice(1)]);
  });
});
