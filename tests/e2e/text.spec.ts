import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { LANGUAGES } from '../../shared/model/language';
import type { RichText } from '../../shared/model/paragraph';
import { openedProject, openedRows, openedTexts, threeOf, writeProject } from './documents';
import { cell, clickWord, expect, markWord, openText, row, test } from './triptych';

const ROWS = [
  threeOf(1),
  { ru: ['Мост закрыт до весны'], ky: ['Көпүрө жазга чейин жабык'], en: ['The bridge is damaged now'] },
  threeOf(3),
];

/** Word for the web and desktop, as it lies on the clipboard: class names, conditional comments, empty paragraphs. */
const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head>
<body lang=EN-US><!--StartFragment--><p class=MsoNormal><b><span lang=EN-US>The mayor</span></b><span lang=EN-US> spoke
on Monday.<o:p></o:p></span></p><p class=MsoNormal><span lang=EN-US>He named <a href="https://kloop.kg/roads">the
plan</a><a style='mso-footnote-id:ftn1' href="#_ftn1"><span class=MsoFootnoteReference><span style='mso-special-character:footnote'>[1]</span></span></a>.<o:p></o:p></span></p><p class=MsoNormal><i><span lang=EN-US>Nobody asked.</span></i><o:p></o:p></p><!--EndFragment--></body></html>`;

/** Google Docs: a `b` of normal weight around all, weights as styles. */
const FROM_DOCS = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700;font-style:normal;">The mayor</span><span style="font-weight:400;"> spoke on Monday.</span></p><p dir="ltr"><span style="font-weight:400;">He named </span><a href="https://kloop.kg/roads" style="text-decoration:none;"><span style="font-weight:400;">the plan</span></a><span style="font-weight:400;">.</span></p><p dir="ltr"><span style="font-weight:400;font-style:italic;">Nobody asked.</span></p></b><img src=x onerror="window.ran=1">`;

async function copy(app: ElectronApplication, html: string, text: string): Promise<void> {
  await app.evaluate(
    ({ clipboard }, written) => (clipboard as unknown as { write(data: object): void }).write(written),
    { html, text },
  );
}

async function english(page: Page, index: number) {
  const { rows } = await openedProject(page);
  return rows[index]?.cells.en.paragraphs.map(({ text, marks }) => ({ text, marks }));
}

function footnote(start: number) {
  return { type: 'footnoteReference' as const, label: '1', start, end: start + 1 };
}

/** Gives a text its words and what is marked in them. */
async function edit(page: Page, paragraphId: string, content: RichText): Promise<void> {
  await page.evaluate((command) => window.triptych.request('project/command', { command, group: null }), {
    type: 'editParagraph' as const,
    paragraphId,
    content: { ...content, marks: [...content.marks] },
  });
}

/** Types letters of the third level: the right Alt key held down, which some systems tell of as Ctrl and Alt. */
async function typeThird(
  page: Page,
  keys: readonly (readonly [code: string, letter: string])[],
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await page.evaluate(() => {
    const told = ['getModifierState', 'ctrlKey', 'altKey'] as const;
    const { prototype } = KeyboardEvent;
    const before = told.map((name) => Object.getOwnPropertyDescriptor(prototype, name));
    Object.defineProperties(prototype, {
      getModifierState: { configurable: true, value: () => true },
      ctrlKey: { configurable: true, get: () => true },
      altKey: { configurable: true, get: () => true },
    });
    const letGo = () => {
      for (const [n, name] of told.entries()) Object.defineProperty(prototype, name, before[n] ?? {});
    };
    Object.assign(globalThis, { letGo });
  });
  for (const [code, key] of keys) {
    const press = { code, key, windowsVirtualKeyCode: code.charCodeAt(3) };
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...press, text: key });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press });
  }
  await page.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo());
  await session.detach();
}

test.describe('A text', () => {
  test('is written in with one click, suggested in or only read, as was chosen, also after a restart', async ({
    start,
    home,
  }) => {
    const path = join(home, 'modes.triptych');
    writeProject(path, 'Modes', ROWS);
    const first = await start(path);
    let { page } = first;
    const keysOn = () => page.getByTestId('keys-on').getByRole('button', { pressed: true });
    await expect(keysOn()).toHaveText('Row');
    // The text before is left with all that was typed in it.
    await openText(cell(page, 2, 'en').locator('.text'));
    await page.keyboard.type('!');
    await expect(keysOn()).toHaveText('Text');
    await openText(cell(page, 2, 'ru').locator('.text'));
    await page.keyboard.type('?');
    await expect
      .poll(() => openedRows(page))
      .toContain('Мост закрыт до весны? | Көпүрө жазга чейин жабык | The bridge is damaged now!');
    // A click on its number: keys are about the row; Enter goes on where the caret was.
    await page.keyboard.press('Home');
    await row(page, 2).locator('.number').click();
    await expect(keysOn()).toHaveText('Row');
    await page.keyboard.press('c');
    await expect(row(page, 2).getByTitle('Alignment confirmed')).toBeVisible();
    await page.keyboard.press('Enter');
    // A space too many is not kept, and does not count where the text is gone on with.
    await page.keyboard.type('Наш  ');
    await expect.poll(() => openedTexts(page, 'ru')).toContain('Наш Мост закрыт до весны?');
    await page.getByTestId('keys-on').getByRole('button', { name: 'Row' }).click();
    await expect(cell(page, 2, 'ru')).toBeFocused();
    await page.getByTestId('keys-on').getByRole('button', { name: 'Text' }).click();
    await page.keyboard.type('старый ');
    await expect.poll(() => openedTexts(page, 'ru')).toContain('Наш старый Мост закрыт до весны?');

    // The third level of a keyboard writes letters and runs no command, though it counts as Ctrl and Alt held down.
    await typeThird(page, [
      ['KeyM', 'µ'],
      ['KeyK', 'ł'],
      ['KeyB', '„'],
      ['KeyE', '€'],
    ]);
    await expect.poll(() => openedTexts(page, 'ru')).toContain('Наш старый µł„€Мост закрыт до весны?');
    for (let n = 0; n < 4; n += 1) await page.keyboard.press('Backspace');
    await expect(cell(page, 2, 'ru')).not.toContainText('€');
    await expect(page.getByTestId('flag-form')).toHaveCount(0);
    await expect(page.getByTestId('link-field')).toHaveCount(0);
    await row(page, 3).locator('.number').click();
    await typeThird(page, [
      ['KeyM', 'µ'],
      ['KeyA', 'ą'],
    ]);
    await page.keyboard.press('ArrowUp');
    await expect(page.getByTestId('position')).toHaveText('Row 2 of 3');
    await expect(page.getByTestId('flag-form')).toHaveCount(0);
    expect((await openedRows(page)).length).toBe(3);
    await page.keyboard.press('Enter');
    await expect(cell(page, 2, 'ru').getByRole('textbox')).toBeFocused();

    // What is typed before the switch is an edit, what is typed after it a suggestion, and undone alone.
    await page.keyboard.type('и ');
    await page.getByRole('button', { name: 'Suggesting' }).click();
    await page.keyboard.type('новый ');
    await expect(cell(page, 2, 'ru').getByTestId('suggested')).toBeVisible();
    const settled = async () =>
      (await openedProject(page)).rows[1]?.cells.ru.paragraphs[0]?.pending?.settled.text;
    await expect.poll(settled).toBe('Наш старый и Мост закрыт до весны?');
    await first.app.close();

    const second = await start(path);
    page = second.page;
    await expect(page.getByTestId('mode').getByRole('button', { pressed: true })).toContainText('Suggesting');
    await page.getByRole('button', { name: 'Reading' }).click();
    const before = await openedProject(page);
    await cell(page, 3, 'en').locator('.text').click();
    await expect(cell(page, 3, 'en')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('news')).toContainText('texts stay as they are');
    await cell(page, 2, 'ru').locator('.text').click();
    await page.keyboard.press('y');
    expect(await openedProject(page)).toEqual(before);
    await expect(page.getByTestId('editor')).toHaveCount(0);
    await markWord(cell(page, 2, 'en').locator('.text'), 'damaged');
    await page.keyboard.press('f');
    await expect(page.locator('.draft-quote')).toHaveText('damaged');
  });

  test('takes several paragraphs from Word, Docs and plain text apart, with bold, italic and links, as one step', async ({
    start,
    home,
  }) => {
    const path = join(home, 'paste.triptych');
    writeProject(path, 'Paste', ROWS);
    const { page, app } = await start(path);
    const plain = 'The mayor spoke on Monday.\r\nHe named the plan.\r\nNobody asked.';
    const link = { type: 'link', href: 'https://kloop.kg/roads', start: 9, end: 17 };
    const parts = [
      { text: 'The mayor spoke on Monday.', marks: [{ type: 'strong', start: 0, end: 9 }] },
      { text: 'He named the plan.', marks: [link] },
      { text: 'Nobody asked.', marks: [{ type: 'emphasis', start: 0, end: 13 }] },
    ];
    const was = [{ text: 'The bridge is damaged now', marks: [] }];
    // The number of a note is no digit of the word before it.
    const noted = { text: 'He named the plan1.', marks: [link, footnote(17)] };
    for (const html of [FROM_WORD, FROM_DOCS]) {
      await copy(app, html, plain);
      await openText(cell(page, 2, 'en').locator('.text'));
      await page.keyboard.press('Control+v');
      await expect
        .poll(() => english(page, 1))
        .toEqual([
          {
            text: 'The bridge is damaged nowThe mayor spoke on Monday.',
            marks: [{ type: 'strong', start: 25, end: 34 }],
          },
          html === FROM_WORD ? noted : parts[1],
          parts[2],
        ]);
      await page.keyboard.type(' Why?');
      await expect.poll(async () => (await english(page, 1))?.at(-1)?.text).toBe('Nobody asked. Why?');
      await expect
        .poll(async () => {
          await page.keyboard.press('Control+z');
          return english(page, 1);
        })
        .toEqual(was);
      await page.keyboard.press('Escape');
    }
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    // In the middle of a text, over a marked word: what stood after follows the last.
    await markWord(cell(page, 2, 'en'), 'is');
    await page.keyboard.press('Control+Shift+v');
    await expect
      .poll(async () => (await english(page, 1))?.map(({ text }) => text))
      .toEqual(['The bridge The mayor spoke on Monday.', 'He named the plan.', 'Nobody asked. damaged now']);
    expect((await english(page, 1))?.flatMap(({ marks }) => marks)).toEqual([]);
    await expect(page.getByTestId('news')).toContainText('Row 2: 3 paragraphs were pasted.');
  });

  test('has a link added, changed and removed at marked words, and the bar and the menu act on what is pointed at', async ({
    start,
    home,
  }) => {
    const path = join(home, 'link.triptych');
    writeProject(path, 'Link', [...ROWS, ...Array.from({ length: 30 }, (_, n) => threeOf(n + 4))]);
    const { page, app } = await start(path);
    const marks = async () => (await english(page, 1))?.[0]?.marks;
    const field = page.getByTestId('link-field');
    const bar = page.getByRole('toolbar', { name: 'Selected words' });
    // With the mouse over words of a text that is not open, in each column.
    for (const language of LANGUAGES) {
      const box = await cell(page, 2, language).locator('.text').boundingBox();
      const { x, y, height } = box ?? { x: 0, y: 0, height: 0 };
      await page.mouse.move(x + 2, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + 60, y + height / 2, { steps: 4 });
      await page.mouse.up();
      await expect(cell(page, 2, language).getByTestId('editor')).toBeVisible();
      await expect(bar.getByRole('button', { name: 'Bold' })).toBeVisible();
      await page.keyboard.press('ArrowRight');
      await expect(bar).toHaveCount(0);
    }
    await markWord(cell(page, 2, 'en'), 'bridge');
    const [words, at] = [
      await page.evaluate(
        () => document.getSelection()?.getRangeAt(0).getBoundingClientRect().toJSON() as DOMRect,
      ),
      await bar.boundingBox(),
    ];
    expect((at?.y ?? 0) + (at?.height ?? 0) <= words.top || (at?.y ?? 0) >= words.bottom).toBe(true);
    await bar.getByRole('button', { name: 'Bold' }).click();
    await expect.poll(marks).toMatchObject([{ type: 'strong', start: 4 }]);
    await page.keyboard.press('Control+b');
    await expect.poll(marks).toEqual([]);
    await page.keyboard.press('Control+k');
    await field.getByRole('textbox').fill('javascript:alert(1)');
    await page.keyboard.press('Enter');
    await expect(field.getByRole('alert')).toContainText('no address');
    await field.getByRole('textbox').fill('kloop.kg');
    await page.keyboard.press('Enter');
    await expect.poll(marks).toMatchObject([{ type: 'link', href: 'https://kloop.kg' }]);
    await expect(page.getByTestId('editor').locator('.ProseMirror')).toBeFocused();
    // Changed from the menu of the text, and removed.
    await page.getByTestId('editor').locator('.link').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Link…' }).click();
    await expect(field.getByRole('textbox')).toHaveValue('https://kloop.kg');
    await field.getByRole('textbox').fill('https://kloop.kg/en');
    await page.keyboard.press('Enter');
    await expect.poll(marks).toMatchObject([{ type: 'link', href: 'https://kloop.kg/en' }]);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+k');
    await field.getByRole('button', { name: 'Remove link' }).click();
    await expect.poll(marks).toEqual([]);
    // In the lowest row in sight as well it is asked in the window, and not over the words.
    const lowest = await page.getByTestId('cell-en').evaluateAll((cells) => {
      const texts = cells.map((each) => each.querySelector('.text')?.getBoundingClientRect());
      const seen = texts.filter((text) => text !== undefined && text.bottom < innerHeight - 4);
      const { left, bottom } = seen.at(-1) ?? { left: 0, bottom: 0 };
      return { x: left + 12, y: bottom - 8 };
    });
    await page.mouse.dblclick(lowest.x, lowest.y);
    await expect(bar.getByRole('button', { name: 'Link' })).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(field.getByRole('textbox')).toBeFocused();
    await field.getByRole('textbox').fill('nowhere');
    await page.keyboard.press('Enter');
    await expect(field.getByRole('alert')).toBeInViewport({ ratio: 1 });
    await expect(field).toBeInViewport({ ratio: 1 });
    const lower = (await field.boundingBox()) ?? { y: 0, height: 720 };
    expect(lower.y + lower.height).toBeLessThan(lowest.y);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('editor').locator('.ProseMirror')).toBeFocused();

    // The menu in each language: cut, and paste elsewhere.
    for (const [language, word] of [
      ['ru', 'закрыт'],
      ['ky', 'жазга'],
      ['en', 'damaged'],
    ] as const) {
      await markWord(cell(page, 2, language), word);
      await page.getByTestId('editor').click({ button: 'right', position: { x: 3, y: 3 } });
      await page.keyboard.press('Escape');
      await markWord(cell(page, 2, language), word);
      await page.keyboard.press('ContextMenu');
      await page.getByRole('menuitem', { name: 'Cut', exact: true }).click();
      await expect
        .poll(() => app.evaluate(({ clipboard }) => String(clipboard.readText()).trim()))
        .toBe(word);
      await expect.poll(async () => (await openedTexts(page, language))[1]).not.toContain(word);
      await page.keyboard.press('ContextMenu');
      await page.getByRole('menuitem', { name: 'Paste', exact: true }).click();
      await expect.poll(async () => (await openedTexts(page, language))[1]).toContain(word);
    }
    // In a text that is not open as well: it opens where it is clicked, and what was copied comes in there.
    await app.evaluate(({ clipboard }) => clipboard.writeText('жаңы '));
    for (const [language, word] of [
      ['ru', 'Р3'],
      ['ky', 'К3'],
      ['en', 'E3'],
    ] as const) {
      await page.keyboard.press('Escape');
      await expect(page.getByTestId('editor')).toHaveCount(0);
      const before = (await openedTexts(page, language))[2] ?? '';
      await clickWord(cell(page, 3, language), word, 'right');
      await expect(cell(page, 3, language).getByTestId('editor')).toBeVisible();
      await expect(page.getByRole('menuitem', { name: 'Paste', exact: true })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await openedTexts(page, language))[2]).toContain('жаңы');
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await openedTexts(page, language))[2]).toBe(before);
    }
    // Flagged with the keys of comments elsewhere, on a Cyrillic layout too.
    await markWord(cell(page, 2, 'ru'), 'весны');
    await page.keyboard.press('Control+Alt+m');
    await expect(page.locator('.draft-quote')).toHaveText('весны');
    expect(readFileSync(path).length).toBeGreaterThan(0);
  });

  test('marked over several paragraphs is copied in its own language, and keys are about it', async ({
    start,
    home,
  }) => {
    const path = join(home, 'across.triptych');
    const more = [{ ru: ['Дорога <узкая>'], ky: ['Жол'], en: ['The road'] }, threeOf(5)];
    writeProject(path, 'Across', [...ROWS, ...more]);
    const { page, app } = await start(path);
    const strong = { type: 'strong' as const, start: 5, end: 11 };
    await edit(page, 'ru-2.1', { text: 'Мост закрыт до весны', marks: [strong] });
    const clipboard = () =>
      app.evaluate(({ clipboard }) => {
        const { readHTML } = clipboard as unknown as { readHTML(): string };
        return [String(clipboard.readText()), readHTML()];
      });
    const drag = async () => {
      const from = await cell(page, 2, 'ru').locator('.text strong').boundingBox();
      const to = await cell(page, 4, 'ru').locator('.text').boundingBox();
      if (!from || !to) throw new Error('nothing to mark');
      await page.mouse.move(from.x + 1, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(to.x + 20, to.y + to.height / 2, { steps: 4 });
      await page.mouse.move(to.x + to.width - 2, to.y + to.height / 2);
      await page.mouse.up();
    };
    await row(page, 1).locator('.number').click();
    await drag();
    await page.keyboard.press('Control+c');
    await expect.poll(async () => (await clipboard())[0]).toBe('закрыт до весны\nР3\nДорога <узкая>');
    expect((await clipboard())[1]).toContain(
      '<p><strong>закрыт</strong> до весны</p><p>Р3</p><p>Дорога &lt;узкая&gt;</p>',
    );
    // Letters type nothing, and say so; F is about the first of the marked words, not about what was chosen before.
    await page.keyboard.press('x');
    await expect(page.getByTestId('news')).toContainText('Several paragraphs are selected');
    await page.keyboard.press('f');
    await expect(page.locator('.draft-quote')).toHaveText('закрыт до весны');
    await page.keyboard.press('Escape');
    await drag();
    await page.keyboard.press('Enter');
    await expect(cell(page, 2, 'ru').getByTestId('editor')).toBeVisible();
    await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('закрыт до весны');
    // What was copied stands in an English text as the paragraphs it was.
    await openText(cell(page, 5, 'en').locator('.text'));
    await page.keyboard.press('Control+v');
    await expect
      .poll(async () => (await english(page, 4))?.map(({ text }) => text))
      .toEqual(['E5закрыт до весны', 'Р3', 'Дорога <узкая>']);

    // The mark of a footnote behind a word is no part of it: a word written over keeps it, and so does one that is read.
    const noted = { text: 'The harvest1 is in', marks: [footnote(11)] };
    await edit(page, 'en-3.1', noted);
    await markWord(cell(page, 3, 'en'), 'harvest');
    await page.keyboard.type('crop');
    await expect
      .poll(async () => (await english(page, 2))?.[0])
      .toEqual({ text: 'The crop1 is in', marks: [footnote(8)] });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Reading' }).click();
    await markWord(cell(page, 3, 'en'), 'crop');
    await page.keyboard.press('f');
    await expect(page.locator('.draft-quote')).toHaveText('crop');
  });
});
