import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { createProjectFile } from '../../main/project/project-file';
import { perLanguage } from '../../shared/model/language';
import type { Mark } from '../../shared/model/mark';
import { plainBlock } from '../../shared/model/paragraph';
import {
  chooseInMenu,
  openedProject,
  openedRows,
  openedTexts,
  threeOf,
  writeProject,
  type Texts,
} from './documents';
import {
  cell,
  chooseCell,
  chooseInDialogs,
  expect,
  markText,
  openText,
  row,
  test,
  placeOf,
} from './triptych';

const ROWS: Texts = [
  threeOf(1),
  { ru: ['Мост закрыт'], ky: ['Көпүрө жабык', 'Автобус айланып өтөт'], en: ['The bridge is damaged'] },
  threeOf(3),
  threeOf(4),
];

/** Rows, statuses and flags: what acts are meant to change. */
async function state(page: Page) {
  const { rows, flags } = await openedProject(page);
  return JSON.stringify([rows, flags]);
}

/** The status of each cell as "1 ky agreed", of those that are not as they were at first. */
async function statuses(page: Page): Promise<readonly string[]> {
  const { rows } = await openedProject(page);
  return rows.flatMap(({ cells }, index) =>
    Object.entries(cells).flatMap(([language, { status }]) =>
      status === 'translated' || status === 'draft' ? [] : [`${index + 1} ${language} ${status}`],
    ),
  );
}

/** Presses a key as a keyboard with another layout does: the place of one key, the letter of another. */
async function pressLetter(page: Page, code: string, key: string, ctrl = false): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const press = { code, key, windowsVirtualKeyCode: code.charCodeAt(3), modifiers: ctrl ? 2 : 0 };
  await session.send('Input.dispatchKeyEvent', { type: ctrl ? 'rawKeyDown' : 'keyDown', ...press });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press });
  await session.detach();
}

/** Presses Home until the caret is there: right after a text was put in its place, the editor may put it back. */
/** Notes which words of the open text are marked as flagged, at every moment from now on; the answer tells all of them. */
async function recordFlagged(page: Page): Promise<() => Promise<readonly string[]>> {
  const record = await page.getByTestId('editor').evaluateHandle((editor) => {
    const words = new Set<string>();
    const note = () => {
      for (const each of editor.querySelectorAll('.flagged')) words.add(each.textContent);
    };
    new MutationObserver(note).observe(editor, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
    note();
    return words;
  });
  return () => record.evaluate((words) => [...words]);
}

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

/** Writes a project of rows with one English text each, and what it was when it was imported. */
function writeEdited(path: string, texts: readonly { now: string; before: string | null }[]): void {
  const created = createProjectFile(path, {
    id: 'edited',
    title: 'Edited',
    created: 0,
    origins: perLanguage(() => null),
    rows: texts.map(({ now, before }, n) => ({
      id: `row-${n}`,
      cells: perLanguage((language) => ({
        paragraphs: [
          {
            ...plainBlock(language === 'en' ? now : `${language} ${n}`),
            id: `${language}-${n}`,
            imported: language === 'en' && before !== null ? { text: before, marks: [] } : null,
          },
        ],
        status: 'translated' as const,
      })),
      confidence: 1,
      confirmed: true,
    })),
    flags: [],
  });
  if (!created.ok) throw new Error(created.failure.code);
  created.value.close();
}

async function frames(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let n = 0; n < 5; n += 1) await new Promise((done) => requestAnimationFrame(done));
  });
}

/** Rolls the list until a row is cut in two by its lower or upper edge. */
async function rollTo(page: Page, number: number, edge: 'lower' | 'upper'): Promise<void> {
  await expect(async () => {
    const off = await page.locator('.rows').evaluate(
      (list, { index, lower }) => {
        const view = list.getBoundingClientRect();
        const there = list.querySelector(`[data-index="${index}"]`)?.getBoundingClientRect();
        // Not drawn yet: further that way.
        const first = Number(list.querySelector<HTMLElement>('[data-index]')?.dataset['index']);
        const middle = there
          ? (there.top + there.bottom) / 2
          : index < first
            ? view.top - 300
            : view.bottom + 300;
        const by = middle - (lower ? view.bottom : view.top);
        list.scrollTop += by;
        return there ? Math.abs(by) : Infinity;
      },
      { index: number - 1, lower: edge === 'lower' },
    );
    expect(off).toBeLessThan(2);
  }).toPass();
  await frames(page);
}

test.describe('Acting', () => {
  test('a menu acts on what was clicked, whatever is chosen, marked or being edited elsewhere', async ({
    start,
    home,
  }) => {
    const path = join(home, 'menu.triptych');
    writeProject(path, 'Menu', ROWS);
    const { page, app } = await start(path);
    const choose = (name: string | RegExp) => page.getByRole('menuitem', { name }).click();
    const undo = async () => {
      await page.getByTestId('news').locator('..').getByRole('button', { name: 'Undo' }).click();
      await expect(page.getByTestId('news')).toContainText('Undone');
    };

    // In each column, of the row that is chosen and of others.
    for (const [number, language] of [
      [1, 'ky'],
      [1, 'en'],
      [3, 'ky'],
      [3, 'ru'],
      [4, 'en'],
    ] as const) {
      await cell(page, number, language).locator('.text').click({ button: 'right' });
      await expect(cell(page, number, language)).toHaveAttribute('aria-selected', 'true');
      await choose('Agree the text');
      await expect.poll(() => statuses(page)).toEqual([`${number} ${language} agreed`]);
      await expect(page.getByTestId('news')).toContainText(`Row ${number}`);
      await undo();
      expect(await statuses(page)).toEqual([]);
    }

    // With a text open elsewhere, and typing in it that is not sent yet.
    await openText(cell(page, 4, 'ru').locator('.text').first());
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    await cell(page, 1, 'ky').locator('.text').click({ button: 'right' });
    await choose('Agree the text');
    await expect.poll(() => statuses(page)).toEqual(['1 ky agreed']);
    expect((await openedTexts(page, 'ru')).at(-1)).toBe('Р4!');
    await undo();

    // On the second paragraph of a cell, when the first is chosen.
    const second = cell(page, 2, 'ky').locator('.text').nth(1);
    await chooseCell(page, 2, 'ky');
    await second.click({ button: 'right' });
    await choose(/Move the paragraph down/);
    await expect.poll(() => openedRows(page)).toContain('Р3 | Автобус айланып өтөт + К3 | E3');
    await undo();

    // At the number of a row, the row: no text is meant there.
    await row(page, 3)
      .getByRole('rowheader')
      .click({ button: 'right', position: { x: 8, y: 8 } });
    await expect(page.getByRole('menuitem', { name: 'Agree the text' })).toHaveCount(0);
    await choose('Confirm the alignment');
    await expect
      .poll(async () => (await openedProject(page)).rows.map(({ confirmed }) => confirmed))
      .toEqual([false, false, true, false]);
    await undo();

    // Marked words elsewhere are not what is flagged.
    await markText(cell(page, 2, 'en').locator('.text'), 'damaged');
    await cell(page, 3, 'ky').locator('.text').click({ button: 'right' });
    await choose('Flag a problem');
    await expect(page.locator('.draft-quote')).toHaveText('К3');
    await page.keyboard.press('Escape');

    // In the editor, the caret of which stays.
    await openText(cell(page, 1, 'ky').locator('.text'));
    await page.getByTestId('editor').click({ button: 'right' });
    await choose('Agree the text');
    await expect.poll(() => statuses(page)).toEqual(['1 ky agreed']);
    await expect(page.getByTestId('editor')).toBeVisible();
    await page.keyboard.press('Escape');

    // By the key for it; and the palette keeps what it was opened on.
    await chooseCell(page, 4, 'ky');
    await page.keyboard.press('ContextMenu');
    await choose('Agree the text');
    await expect.poll(() => statuses(page)).toEqual(['1 ky agreed', '4 ky agreed']);
    await markText(cell(page, 2, 'en').locator('.text'), 'damaged');
    await page.keyboard.press('Control+Shift+p');
    await page.getByTestId('palette-field').fill('Flag a problem');
    await page.keyboard.press('Enter');
    await expect(page.locator('.draft-quote')).toHaveText('damaged');
    await page.keyboard.press('Escape');

    // What belongs together is asked once something is picked.
    await cell(page, 4, 'en').locator('.text').click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: 'Agree the text' })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: /belong together/ })).toHaveCount(0);
    await page.keyboard.press('Escape');

    // A link in the editor opens as one in a text that is read: with Ctrl, and after asking.
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = (...asked: unknown[]) => {
        Object.assign(globalThis, { asked: JSON.stringify(asked.at(-1)) });
        return Promise.resolve({ response: 1, checkboxChecked: false });
      };
    });
    const marks = [{ type: 'link' as const, href: 'https://bridge.example/', start: 0, end: 2 }];
    await page.evaluate((command) => window.triptych.request('project/command', { command, group: null }), {
      type: 'editParagraph' as const,
      paragraphId: 'en-3.1',
      content: { text: 'E3', marks },
    });
    await cell(page, 3, 'en').locator('.link').click();
    await page
      .getByTestId('editor')
      .locator('.link')
      .click({ modifiers: ['Control'] });
    await expect
      .poll(() => app.evaluate(() => String(Reflect.get(globalThis, 'asked'))))
      .toContain('bridge.example');
    await page.keyboard.press('Escape');

    // Heads, flags and lists have no menu of rows, and choose nothing.
    await page.getByTestId('head-ky').click({ button: 'right' });
    await page.locator('.inspector').click({ button: 'right' });
    await expect(page.getByRole('menu')).toHaveCount(0);
  });

  test('letters over marked words change no row and no status, on any layout, and what a key did can be undone', async ({
    start,
    home,
  }) => {
    const path = join(home, 'letters.triptych');
    writeProject(path, 'Letters', ROWS);
    const { page } = await start(path);
    const before = await state(page);
    const text = cell(page, 2, 'en').locator('.text');
    const marked = () => page.evaluate(() => document.getSelection()?.toString().trim());
    const twice = async (within: Locator, word: string) => {
      const { x, y } = await placeOf(within, word);
      await page.mouse.dblclick(x, y);
      await expect.poll(marked).toBe(word);
    };

    // Who only reads changes nothing: letters over marked words say so.
    await page.getByRole('button', { name: 'Reading' }).click();
    await twice(text, 'damaged');
    await page.keyboard.type('damaged lost mask, s12345gic xyu=+ ');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Insert');
    await page.keyboard.press('Enter');
    for (const [code, letter] of [
      ['KeyA', 'ф'],
      ['KeyM', 'ь'],
      ['KeyD', 'в'],
      ['KeyC', 'с'],
      ['KeyY', 'н'],
    ] as const)
      await pressLetter(page, code, letter);
    await expect(page.getByTestId('news')).toContainText('nothing is typed over the selected words');
    expect(await state(page)).toBe(before);
    await expect(page.getByTestId('flag-form')).toHaveCount(0);
    await expect(page.locator('.matter-card')).toHaveCount(0);
    await expect(page.getByTestId('editor')).toHaveCount(0);

    // A key right after the marking, before the page has told of it.
    await text.evaluate((host) => {
      const pieces = [...host.querySelectorAll('[data-start]')];
      const [first, last] = [pieces[0]?.firstChild, pieces.at(-1)?.firstChild];
      const at = last?.textContent?.indexOf('ridge') ?? -1;
      if (first && last) document.getSelection()?.setBaseAndExtent(first, 0, last, at);
      host.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', code: 'KeyF', bubbles: true }));
    });
    await expect(page.locator('.draft-quote')).toHaveText('The b');
    await page.keyboard.press('Escape');

    // F still flags them.
    await markText(text, 'bridge');
    await page.keyboard.press('f');
    await expect(page.locator('.draft-quote')).toHaveText('bridge');
    // As the beginning of "fuel use" it opens the form, and keeps nothing.
    const kept = await state(page);
    await page.keyboard.type('uel use');
    await expect(page.getByTestId('flag-form')).toBeVisible();
    expect(await state(page)).toBe(kept);
    await page.keyboard.press('Escape');

    // Who writes types over a word, as in any program for texts: a double click, in a row one was not in, or was.
    await page.getByRole('button', { name: 'Editing' }).click();
    for (const [number, language, word, put] of [
      [2, 'en', 'damaged', 'damaged lost mask, s12345gic xyu=+'],
      [2, 'en', 'bridge', 'ferry'],
      [2, 'ru', 'закрыт', 'снова открыт'],
      [2, 'ky', 'жабык', 'ачык'],
    ] as const) {
      const [was = ''] = (await openedProject(page)).rows[number - 1]?.cells[language].paragraphs ?? [];
      await twice(cell(page, number, language), word);
      await page.keyboard.type(put);
      const now = (was === '' ? '' : was.text).replace(word, put);
      await expect.poll(() => openedTexts(page, language)).toContain(now);
    }
    await page.keyboard.press('Escape');
    for (let n = 0; n < 4; n += 1) {
      await page.keyboard.press('Control+z');
      await expect(page.getByTestId('news')).toContainText('Undone');
    }
    expect(await state(page)).toBe(before);

    // At the row a letter is a command, and says what it did.
    await chooseCell(page, 3, 'ky');
    const then = await state(page);
    for (const [key, told, undone = ''] of [
      ['a', 'Row 3, Kyrgyz: Agreed.'],
      ['m', 'Row 3, done: Merge rows.'],
      ['c', 'Row 3: the alignment is confirmed.'],
      ['Shift+A', 'Row 3: the texts are agreed.', 'Agree a row'],
      ['1', 'Row 3, Kyrgyz: Draft.'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.getByTestId('news')).toHaveText(told);
      expect(await state(page)).not.toBe(then);
      await page.getByTestId('news').locator('..').getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => state(page)).toBe(then);
      await expect(page.getByTestId('news')).toContainText(`Undone: ${undone}`);
    }
    // What can no longer be taken back alone is no longer offered.
    await page.keyboard.press('a');
    await expect(page.getByTestId('news')).toHaveText('Row 3, Kyrgyz: Agreed.');
    await page.evaluate(() =>
      window.triptych.request('project/command', {
        command: { type: 'setTitle', title: 'Another' },
        group: null,
      }),
    );
    await expect(page.getByTestId('news')).toHaveCount(0);
  });

  test('undo and redo in a text take typing back and bring it again, step by step, on any layout', async ({
    start,
    home,
  }) => {
    const path = join(home, 'undo.triptych');
    writeProject(path, 'Undo', ROWS);
    const { page } = await start(path);
    const editor = page.getByTestId('editor');
    await chooseCell(page, 1, 'en');
    await page.keyboard.press('a');
    await expect.poll(() => statuses(page)).toEqual(['1 en agreed']);
    await page.keyboard.press('Enter');
    // Not sent yet.
    await page.keyboard.type(' one');
    await page.keyboard.press('Control+z');
    await expect(editor).toHaveText('E1');
    await page.keyboard.press('Control+y');
    await expect(editor).toHaveText('E1 one');
    await expect(editor.locator('.ProseMirror')).toBeFocused();

    // Sent, and in several steps; another place is another step.
    await expect.poll(async () => (await openedTexts(page, 'en'))[0]).toBe('E1 one');
    await goToStart(page);
    await page.keyboard.type('two ');
    await expect.poll(async () => (await openedTexts(page, 'en'))[0]).toBe('two E1 one');
    await page.keyboard.press('Control+z');
    await expect(editor).toHaveText('E1 one');
    // The caret is where the words were.
    await page.keyboard.type('2 ');
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
    await expect.poll(() => statuses(page)).toEqual([]);
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

  test('typing over words changes no mark but theirs', async ({ start, home }) => {
    const path = join(home, 'marks.triptych');
    writeProject(path, 'Marks', ROWS);
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

  test('who writes goes on writing: where Enter begins a paragraph, after undo, and when a newer draft comes in', async ({
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
    /** A hand that does not wait for anything: all of it is pressed before the window has answered the first. */
    const burst = async (text: string) => {
      const session = await page.context().newCDPSession(page);
      await Promise.all(
        [...text].flatMap((key) => {
          const press = key === '\r' ? { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 } : { key };
          return [
            session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...press, text: key }),
            session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press }),
          ];
        }),
      );
      await session.detach();
    };

    // Enter at the end, and typing on at once.
    await open(2);
    await burst(' First.\rSecond.\rThird.');
    await expect(editor).toHaveText('Third.');
    const written = [texts[0], 'Buses go round it. First.', 'Second.', 'Third.', texts[2]];
    await expect.poll(english).toEqual(written);
    // At the beginning, above; and in the middle, what is typed comes before the second half.
    await page.keyboard.press('Home');
    await burst('\rBefore.');
    await expect.poll(english).toEqual(written.toSpliced(3, 0, 'Before.'));
    await page.keyboard.press('Home');
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
    // Enter by mistake within a word: Backspace takes back exactly that.
    await page.keyboard.press('Enter');
    await expect.poll(english).toEqual(written.toSpliced(3, 0, 'Bef', 'ore.'));
    await page.keyboard.press('Backspace');
    await expect(editor).toHaveText('Before.');
    await burst('\rand ');
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
    await page.keyboard.type(' And back.');
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
    await page.keyboard.type(' One.');
    await page.keyboard.press('Home');
    await page.keyboard.type('Two. ');
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

  test('words marked with the mouse are the words under it, in half-hidden rows and in texts as they were', async ({
    start,
    home,
  }) => {
    const path = join(home, 'words.triptych');
    const sentences = (mark: string) =>
      Array.from({ length: 8 }, (_, n) => `Valley${mark}x${n} was flooded again.`).join(' ');
    writeEdited(path, [
      {
        now: 'A new beginning. The old dam of the village held.',
        before: 'The old dam of the village held firm.',
      },
      ...Array.from({ length: 9 }, (_, n) => ({ now: sentences(String(n + 2)), before: null })),
    ]);
    const { page, app } = await start(path);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1200, 760));
    const text = (number: number) => cell(page, number, 'en').locator('.text');
    const marked = () => page.evaluate(() => document.getSelection()?.toString().trim());
    const twice = async (number: number, word: string) => {
      const { x, y } = await placeOf(text(number), word);
      await page.mouse.click(x, y);
      await expect(cell(page, number, 'en')).toHaveAttribute('aria-selected', 'true');
      // Whatever the first click moves has moved when the second one comes.
      await frames(page);
      expect(Math.abs((await placeOf(cell(page, number, 'en'), word)).y - y)).toBeLessThan(1);
      await page.mouse.down({ clickCount: 2 });
      await page.mouse.up({ clickCount: 2 });
      await expect.poll(marked).toBe(word);
    };

    // Cut off by the lower edge, then by the upper one; the keys that follow are about the same words.
    await cell(page, 2, 'en').click();
    await rollTo(page, 4, 'lower');
    await twice(4, 'Valley4x1');
    await page.keyboard.type('Gorge ');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => openedTexts(page, 'en'))
      .toContain(sentences('4').replace('Valley4x1 ', 'Gorge '));
    await rollTo(page, 6, 'lower');
    await twice(6, 'Valley6x1');
    await page.keyboard.press('Control+Alt+m');
    await expect(page.locator('.draft-quote')).toHaveText(/^Valley6x1 ?$/);
    await page.keyboard.press('Escape');
    await rollTo(page, 3, 'upper');
    await twice(3, 'Valley3x7');
    await page.keyboard.press('Escape');

    // A key leads to the row, and shows it.
    await rollTo(page, 5, 'lower');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(cell(page, 5, 'en')).toHaveAttribute('aria-selected', 'true');
    await expect.poll(async () => (await placeOf(text(5), 'Valley5x7')).inView).toBe(true);

    // In the text as it was: the same words of the present one.
    await page.keyboard.press('Home');
    await page.keyboard.press('Control+3');
    await expect(text(1)).toHaveText('The old dam of the village held firm.');
    await markText(text(1), 'old dam');
    await page.keyboard.press('f');
    await expect(page.locator('.draft-quote')).toHaveText('old dam');
    await page.keyboard.press('Escape');
    // Of words that are gone, the place where they were.
    await markText(text(1), 'firm');
    await page.keyboard.press('f');
    await page.getByTestId('flag-note').fill('Bring it back');
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(async () => (await openedProject(page)).flags[0]?.spans)
      .toMatchObject([{ language: 'en', start: 48, end: 48, quote: '' }]);
    // And the caret, where one clicks into it.
    const { x, y } = await placeOf(text(1), 'dam');
    await page.mouse.click(x, y);
    await expect(page.locator('.ProseMirror')).toBeFocused();
    await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.type('great ');
    await page.keyboard.press('Escape');
    await expect
      .poll(async () => (await openedTexts(page, 'en'))[0])
      .toBe('A new beginning. The old great dam of the village held.');

    // Words that are gone, marked in the text as it was: one writes where they were.
    const english = async () => (await openedTexts(page, 'en'))[0];
    const opened = page.getByTestId('keys-on').getByRole('button', { name: 'Text', pressed: true });
    await page.keyboard.press('Control+3');
    await expect(text(1)).toHaveText('The old dam of the village held firm.');
    const firm = await placeOf(text(1), 'firm');
    await page.mouse.dblclick(firm.x, firm.y);
    await expect(opened).toBeVisible();
    await page.keyboard.type(' fast');
    await page.keyboard.press('Escape');
    await expect.poll(english).toBe('A new beginning. The old great dam of the village held fast.');
    await page.keyboard.press('Control+z');
    await expect.poll(english).toBe('A new beginning. The old great dam of the village held.');
    // Where they are shown as gone, a click on them leads there too.
    await expect(text(1).locator('del', { hasText: 'firm' })).toBeVisible();
    const gone = await placeOf(text(1), 'firm');
    await page.mouse.click(gone.x, gone.y);
    await expect(opened).toBeVisible();
    await page.keyboard.type(' strong');
    await page.keyboard.press('Escape');
    await expect.poll(english).toBe('A new beginning. The old great dam of the village held strong.');
  });

  test('what is to be seen in a text is seen while it is open, goes with what is typed and stops no key', async ({
    start,
    home,
  }) => {
    const path = join(home, 'painted.triptych');
    const before = 'Once there was a ferry. The old bridge over the river holds.';
    writeProject(path, 'Painted', [
      threeOf(1),
      {
        ru: ['Новый мост через реку пока стоит. Готово. Быстро.'],
        ky: ['Дарыядагы жаңы көпүрө бекем. Даяр. Тез.'],
        en: [before, 'The river.'],
      },
      threeOf(3),
    ]);
    const { page, app } = await start(path);
    const texts = () => openedTexts(page, 'en');
    const editor = page.getByTestId('editor');
    const word = (name: string) => editor.locator(name);
    const presses = async (key: string, times: number) => {
      for (let n = 0; n < times; n += 1) await page.keyboard.press(key);
    };
    await chooseCell(page, 2, 'en');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Home');
    await presses('Delete', 'Once there was a ferry. '.length);
    await presses('ArrowRight', 'The '.length);
    await presses('Shift+ArrowRight', 'old'.length);
    await page.keyboard.type('new');
    const typed = 'The new bridge over the river holds.';
    await expect.poll(texts).toContain(typed);

    // What was changed: new words, and those that are gone, which are no part of what is typed in.
    await expect(word('ins')).toHaveText('new');
    const gone = word('[data-gone]');
    await expect(gone.first()).toHaveAttribute('data-gone', /Once there was a ferry/);
    await expect(gone.last()).toHaveAttribute('data-gone', 'old');
    await expect(editor).toHaveText(typed);
    await page.keyboard.press('Control+1');
    await expect(page.locator('.grid')).toHaveAttribute('data-text-view', 'clean');
    await expect(gone).toHaveCount(0);
    await expect(word('ins')).toHaveCount(0);
    await page.keyboard.press('Control+2');
    await expect(word('ins')).toHaveText('new');

    // What is said of flagging names the key that does it here.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
    await expect(page.locator('.inspector')).toContainText('press Ctrl+Alt+M to flag');
    // A flag raised with the keyboard is marked while it is written, and after, in the text that stays open.
    await page.keyboard.press('Control+Home');
    await presses('ArrowRight', 'The new '.length);
    await presses('Shift+ArrowRight', 'bridge'.length);
    await page.keyboard.press('Control+Alt+m');
    await expect(page.locator('.draft-quote')).toHaveText('bridge');
    await expect(word('.flagged')).toHaveText('bridge');
    // As with a comment elsewhere, what is typed, pasted, or comes from an input method now is its words.
    await expect(page.getByTestId('flag-note')).toBeInViewport({ ratio: 1 });
    await expect(page.getByTestId('flag-keep')).toBeInViewport({ ratio: 1 });
    await page.keyboard.type('Check w1th them: ');
    await app.evaluate(({ clipboard }) => clipboard.writeText('pasted'));
    await page.keyboard.press('Control+v');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'мост', selectionStart: 4, selectionEnd: 4 });
    await devtools.send('Input.insertText', { text: 'мост' });
    await expect(page.getByTestId('flag-note')).toHaveValue('Check w1th them: pastedмост');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('flag-form')).toHaveCount(0);
    await expect(word('.flagged')).toHaveText('bridge');
    await word('.flagged').hover();
    await expect(page.getByTestId('matter-hint')).toContainText('Check w1th them: pastedмост');
    // Typed before it; the mark is on its word before the project has heard of anything, and after.
    const everFlagged = await recordFlagged(page);
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Oh! ');
    // The caret is at the end by the time the text is painted.
    await page.keyboard.press('Control+End');
    await expect.poll(texts).toContain(`Oh! ${typed}`);
    await expect(word('ins').first()).toHaveText(/Oh!/);
    await expect(word('.flagged')).toHaveText('bridge');
    expect(await everFlagged()).toEqual(['bridge']);

    // One that is raised right after typing is about the words that are marked, though a space before them is not kept.
    await page.keyboard.press('Control+Home');
    await presses('ArrowRight', 'Oh!'.length);
    await page.keyboard.type(' ');
    await presses('ArrowRight', ' The '.length);
    await presses('Shift+ArrowRight', 'new'.length);
    await page.keyboard.press('Control+Alt+m');
    await expect(page.locator('.draft-quote')).toHaveText('new');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Home');
    await presses('ArrowRight', 'Oh! '.length);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+End');

    // Two findings come in while one types; the one that is dismissed goes, the other stays.
    await page.keyboard.type(' R\u0435ady. F\u0430st.');
    await expect(editor).toHaveText(`Oh! ${typed} R\u0435ady. F\u0430st.`);
    await expect(word('.found')).toHaveText(['R\u0435ady', 'F\u0430st']);
    // What was pressed is meant, though the text is painted anew as the button comes up.
    await word('.found').first().hover();
    await page.mouse.down();
    await page.keyboard.press('Control+1');
    await expect(page.locator('.grid')).toHaveAttribute('data-text-view', 'clean');
    await page.mouse.up();
    await expect(gone).toHaveCount(0);
    const card = page.getByTestId('matter-card');
    await expect(card).toBeVisible();
    await page.keyboard.press('Control+2');
    await expect(gone).not.toHaveCount(0);
    await card.getByTestId('finding-dismiss').click();
    await card.getByTestId('dismiss-note').fill('A name');
    await card.getByTestId('dismiss-own').click();
    await expect(word('.found')).toHaveText(['F\u0430st']);

    // What is sought, beside it.
    await page.keyboard.press('Control+f');
    await page.getByTestId('find-field').fill('river');
    await expect(word('.hit')).toHaveText('river');
    await page.keyboard.press('Escape');

    // What is told of the row stands where it stood when a text that was not changed is chosen.
    const listed = page.getByTestId('row-finding-list');
    const place = async () => Math.round((await listed.boundingBox())?.y ?? 0);
    const stood = await place();
    await chooseCell(page, 2, 'ru');
    await expect(page.locator('.panel h2').nth(1)).toHaveText('Russian');
    expect(await place()).toBe(stood);
    await chooseCell(page, 2, 'en');
    await page.keyboard.press('Enter');

    // Past words that are gone the caret goes on to the next row, and where a key has nothing to delete it says why.
    await editor.locator('.ProseMirror').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Delete');
    await expect(page.getByTestId('news')).toContainText('press Backspace at the beginning of that one');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Backspace');
    await expect(page.getByTestId('news')).toContainText('This is the first text in its row');
    await presses('ArrowUp', 1);
    await expect(editor).toHaveText('E1');
    await page.keyboard.press('Delete');
    await expect(page.getByTestId('news')).toContainText('the last text in its row');
    expect(await texts()).toEqual(['E1', `Oh! ${typed} R\u0435ady. F\u0430st.`, 'The river.', 'E3']);

    // A caret at the end stays there when what is shown before it comes and goes.
    await chooseCell(page, 2, 'ru');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Вот ');
    await expect(word('ins')).toHaveText('Вот ');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+1');
    await expect(word('ins')).toHaveCount(0);
    await page.keyboard.press('Control+2');
    await expect(word('ins')).toHaveText('Вот ');
    await page.keyboard.type(' Да.');
    await expect(editor).toHaveText('Вот Новый мост через реку пока стоит. Готово. Быстро. Да.');
  });
});
