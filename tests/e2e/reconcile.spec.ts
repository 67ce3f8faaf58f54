import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeVersion } from '../../main/export/write-version';
import { openProjectFile } from '../../main/project/project-file';
import { readDocument } from '../../main/import/read-document';
import { LANGUAGES, perLanguage, type Language } from '../../shared/model/language';
import { plainBlock } from '../../shared/model/paragraph';
import { chooseInMenu, openedProject, openedRows, openedTexts, writeProject, type Texts } from './documents';
import { cell, chooseCell, chooseInDialogs, expect, row, test } from './triptych';

const ROWS: Texts = [
  ['Мост закрыли', 'Көпүрө жабылды', 'The bridge is closed'],
  [
    'Мост через Нарын закрыли на 30 дней, сообщил мэр Бакыт Осмонов.',
    'Нарын аркылуу көпүрө 30 күнгө жабылды, деп билдирди мэр Бакыт Осмонов.',
    'The bridge over the Naryn is closed for 30 days, mayor Bakyt Osmonov said.',
  ],
  ['Объезд', 'Айланма жол', 'The detour'],
  [
    'Автобусы идут через соседнее село, дорога занимает час.',
    'Автобустар коңшу айыл аркылуу жүрөт, жол бир саат алат.',
    'Buses go through the next village, the way takes an hour.',
  ],
  ['Что говорят жители', 'Тургундар эмне дейт', 'What residents say'],
  [
    'Жители просят открыть мост для пешеходов до первого снега.',
    'Тургундар көпүрөнү биринчи карга чейин жөө жүргүнчүлөргө ачууну суранышат.',
    'Residents ask to open the bridge to pedestrians before the first snow.',
  ],
  ['Ремонт стоит 4 млн сомов.', 'Оңдоо 4 млн сом турат.', 'The repair costs 4 million soms.'],
].map(([ru = '', ky = '', en = '']) => ({ ru: [ru], ky: [ky], en: [en] }));

/** Types over the whole of a cell's text. */
async function rewrite(page: Page, number: number, language: Language, text: string): Promise<void> {
  await chooseCell(page, number, language);
  await expect(cell(page, number, language)).toContainClass('chosen');
  await page.keyboard.press('Enter');
  await page.getByTestId('editor').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await openedTexts(page, language)).includes(text)).toBe(true);
}

test.describe('Reconciling', () => {
  test('suggestions wait with their author in every view and through a restart, and are decided one by one', async ({
    start,
    home,
  }) => {
    const path = join(home, 'bridge.triptych');
    writeProject(path, 'Bridge', ROWS);
    const first = await start(path);
    await first.page.keyboard.press('Control+Shift+e');
    await expect(first.page.locator('[data-mode=suggesting]')).toHaveAttribute('aria-pressed', 'true');
    await rewrite(
      first.page,
      2,
      'en',
      'The bridge across the Naryn is closed for 40 days, mayor Bakyt Osmonov said.',
    );
    await first.app.close();

    const { page, app } = await start(path);
    const text = cell(page, 2, 'en');
    await expect(text.locator('del.suggested')).toHaveText(['over', '30']);
    await expect(text.locator('ins.suggested')).toHaveText(['across', '40']);
    await text.locator('ins.suggested').first().hover();
    await expect(page.getByTestId('matter-hint')).toContainText('Suggested by ');
    await page.keyboard.press('Control+1');
    await expect(text.locator('ins.suggested')).toHaveCount(2);
    await page.getByTestId('filter-suggested').click();
    await expect(page.getByTestId('row')).toHaveCount(1);
    await page.getByTestId('filter-all').click();

    // What is only suggested is not exported, and changes nothing for the other versions.
    await expect(page.getByTestId('stale')).toHaveCount(0);
    await chooseInDialogs(app, [join(home, 'out.txt')]);
    await page.getByTestId('export').click();
    await page.getByRole('checkbox', { name: 'Russian' }).uncheck();
    await page.getByRole('checkbox', { name: 'Kyrgyz' }).uncheck();
    await page.getByRole('radiogroup').getByText('Plain text', { exact: true }).click();
    await expect(page.getByRole('dialog')).toContainText('suggestion that nobody has decided on');
    await page.getByTestId('export-write').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(readFileSync(join(home, 'out.txt'), 'utf8')).toContain('over the Naryn is closed for 30 days');

    await chooseCell(page, 2, 'en');
    const cards = page.getByTestId('suggestions').locator('.suggestion-card');
    await expect(cards).toHaveCount(2);
    await cards.first().getByRole('button', { name: 'Reject' }).click();
    await expect(cards).toHaveCount(1);
    await cards.first().getByRole('button', { name: 'Accept' }).click();
    await expect(page.getByTestId('suggested')).toHaveCount(0);
    expect((await openedTexts(page, 'en'))[1]).toBe(
      'The bridge over the Naryn is closed for 40 days, mayor Bakyt Osmonov said.',
    );
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(text.locator('ins.suggested')).toHaveText(['across', '40']);
  });

  test('an edit of meaning makes the others stale, following it does not, and "still right" clears it', async ({
    start,
    home,
  }) => {
    const path = join(home, 'bridge.triptych');
    writeProject(path, 'Bridge', ROWS);
    const { page } = await start(path);
    await rewrite(page, 2, 'ru', 'Мост через Нарын закрыли на 30 дней, — сообщил мэр Бакыт Осмонов.');
    await expect(page.getByTestId('stale')).toHaveCount(0);
    await rewrite(page, 2, 'ru', 'Мост через Нарын закрыли на 45 дней, — сообщил мэр Бакыт Осмонов.');
    await expect(row(page, 2).getByTestId('stale')).toHaveText([
      /Russian has changed/,
      /Russian has changed/,
    ]);

    await rewrite(page, 2, 'ky', 'Нарын аркылуу көпүрө 45 күнгө жабылды, деп билдирди мэр Бакыт Осмонов.');
    await expect(cell(page, 2, 'ru').getByTestId('stale')).toHaveCount(0);
    await expect(page.getByTestId('since-ru')).toContainText('45');
    await page.keyboard.press('Equal');
    await expect(cell(page, 2, 'ky').getByTestId('stale')).toHaveCount(0);
    await expect(cell(page, 2, 'en').getByTestId('stale')).toHaveCount(1);

    await chooseCell(page, 2, 'en');
    await page.keyboard.press('Control+Shift+p');
    await page.getByTestId('palette-field').fill('differs on purpose');
    await page.keyboard.press('Enter');
    await page.getByTestId('adapted-reason').fill('Readers abroad need no number');
    await page.getByTestId('adapted-reason-keep').click();
    await expect(cell(page, 2, 'en').getByTestId('adapted')).toContainText('Readers abroad');
    await expect(page.getByTestId('stale')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(cell(page, 2, 'en').getByTestId('stale')).toHaveCount(1);
  });

  test('a change that was made is accepted as agreed or taken back, and what moved is told', async ({
    start,
    home,
  }) => {
    const path = join(home, 'bridge.triptych');
    const three = 'First the bridge was closed. Then the school lost its bus. At last the mayor wrote.';
    const turned = 'Then the school lost its bus. At last the mayor wrote. First the bridge was closed.';
    writeProject(path, 'Bridge', [...ROWS, { ru: ['Р'], ky: ['К'], en: [three] }]);
    const { page } = await start(path);
    await rewrite(page, 8, 'en', turned);
    // A finding about a word of it makes several pieces of what moved.
    const moved = async () => (await cell(page, 8, 'en').locator('ins.moved').allTextContents()).join('');
    await expect.poll(moved).toContain('First the bridge was closed.');
    await rewrite(page, 7, 'en', 'The repair costs 5 million soms.');
    await page.getByTestId('tab-changes').click();
    const changes = page.getByTestId('changes-en').getByRole('listitem');
    await expect(changes).toHaveCount(2);
    await changes.first().getByTestId('reject-change').click();
    await expect
      .poll(async () => (await openedTexts(page, 'en'))[6])
      .toBe('The repair costs 4 million soms.');
    await expect(changes).toHaveCount(1);
    await changes.first().getByTestId('accept-change').click();
    await expect
      .poll(async () => (await openedProject(page)).rows[7]?.cells.en.paragraphs[0]?.agreed?.text)
      .toBe(turned);
    await expect(changes.first()).toContainText('✓ Agreed');

    // A whole version at once, and back in one step.
    await rewrite(page, 5, 'en', 'What the residents say');
    await page.getByTestId('changes-en').getByTestId('accept-all').click();
    await expect(changes.getByText('✓ Agreed')).toHaveCount(2);
    await page.getByTestId('changes-en').getByTestId('take-all-back').click();
    await expect(changes).toHaveCount(0);
    expect((await openedTexts(page, 'en'))[4]).toBe('What residents say');
    expect((await openedTexts(page, 'en'))[7]).toBe(three);
    await page.keyboard.press('Control+z');
    await expect(changes).toHaveCount(2);
  });

  test('a copy shows what it would do, is decided by keys and clicks, and is one step of undo', async ({
    start,
    home,
  }) => {
    const [path, copy] = [join(home, 'bridge.triptych'), join(home, 'nurlan.triptych')];
    writeProject(path, 'Bridge', ROWS);
    copyFileSync(path, copy);
    const lead = (days: string, who: string) =>
      `The bridge over the Naryn is closed for ${days} days, ${who} said.`;
    const theirs = openProjectFile(copy);
    if (!theirs.ok) throw new Error(theirs.failure.code);
    const edits = [
      ['en-2.1', lead('60', 'mayor Osmonov')],
      ['ky-7.1', 'Оңдоо 5 млн сом турат.'],
      ['ru-7.1', 'Ремонт стоит 5 млн сомов.'],
    ] as const;
    for (const [n, [paragraphId, text]] of edits.entries()) {
      const by = { author: 'Нурлан', time: 1_790_000_000_000 + n };
      const project = theirs.value.project();
      const rows = project.rows.map((each) => {
        const cells = perLanguage((language) => ({
          ...each.cells[language],
          paragraphs: each.cells[language].paragraphs.map((part) =>
            part.id === paragraphId ? { ...part, text, imported: { text: part.text, marks: [] } } : part,
          ),
        }));
        return { ...each, cells };
      });
      const entry = { command: {}, label: 'editParagraph', ...by, group: null };
      theirs.value.record({ ...project, rows }, entry);
    }
    theirs.value.close();

    const { page, app } = await start(path);
    await rewrite(page, 2, 'en', lead('40', 'mayor Bakyt Osmonov'));
    await rewrite(page, 4, 'ky', 'Автобустар коңшу айыл аркылуу жүрөт.');
    await chooseInDialogs(app, [copy]);
    await chooseInMenu(app, 'mergeCopy');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Merge a copy: Нурлан');
    // Nothing is done yet, and everything that would be is told.
    expect((await openedTexts(page, 'ky'))[6]).toBe('Оңдоо 4 млн сом турат.');
    await expect(dialog.getByTestId('copy-conflict')).toContainText('Row 2 · English');
    const comes = dialog.getByTestId('copy-taken').getByRole('listitem');
    await expect(comes.filter({ hasText: 'Row 7 · Kyrgyz' })).toContainText('45 млн');
    await expect(dialog.getByTestId('copy-kept')).toContainText('1 row');
    await expect(page.getByTestId('copy-open')).toContainText('1 thing is open');
    await expect(dialog.locator('.three-texts section').nth(0)).toContainText('3040 days');
    await expect(dialog.locator('.three-texts section').nth(2)).toContainText('3060 days');
    await expect(dialog.locator('.other-versions')).toContainText('Нарын аркылуу көпүрө');
    // The keys decide: theirs, both, and back.
    await dialog.getByTestId('copy-conflict').click();
    await page.keyboard.press('2');
    await expect(page.getByTestId('draft-result')).toHaveValue(lead('60', 'mayor Osmonov'));
    await expect(page.getByTestId('copy-open')).toContainText('Nothing is left');
    await page.keyboard.press('Control+z');
    await expect(page.getByTestId('copy-open')).toContainText('1 thing is open');
    await page.getByTestId('draft-result').fill(lead('50', 'mayor Osmonov'));
    await expect(page.getByTestId('copy-open')).toContainText('Nothing is left');
    // One text of the copy stays out.
    await comes.filter({ hasText: 'Row 7 · Russian' }).getByRole('checkbox').uncheck();
    await comes.filter({ hasText: 'Row 7 · Kyrgyz' }).getByRole('button').click();
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
    await expect.poll(async () => (await openedTexts(page, 'en'))[1]).toBe(lead('50', 'mayor Osmonov'));
    expect((await openedTexts(page, 'ky')).slice(3)).toEqual([
      'Автобустар коңшу айыл аркылуу жүрөт.',
      ...ROWS.slice(4, 6).flatMap(({ ky }) => ky),
      'Оңдоо 5 млн сом турат.',
    ]);
    expect((await openedTexts(page, 'ru'))[6]).toBe('Ремонт стоит 4 млн сомов.');
    expect((await openedProject(page)).flags).toEqual([]);
    await page.locator('.notice-bar').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await openedTexts(page, 'en'))[1]).toBe(lead('40', 'mayor Bakyt Osmonov'));
    expect((await openedTexts(page, 'ky'))[6]).toBe('Оңдоо 4 млн сом турат.');
  });

  test('a newer draft with a moved section and a conflict is brought in, decided, agreed, signed off and exported', async ({
    start,
    home,
  }) => {
    const path = join(home, 'bridge.triptych');
    writeProject(path, 'Bridge', ROWS);
    const { page, app } = await start(path);
    await rewrite(page, 4, 'ru', 'Автобусы идут через соседнее село, дорога занимает два часа.');
    await page.keyboard.press('a');
    await rewrite(page, 7, 'en', 'The repair costs 4 million soms from the city budget.');

    const [title = '', lead = '', detour = '', buses = '', voices = '', ask = '', costs = ''] = ROWS.map(
      ({ ru }) => ru[0] ?? '',
    );
    const draft = [
      title,
      lead.replace('30 дней', '40 дней'),
      voices,
      ask,
      detour,
      buses.replace('занимает час', 'занимает полтора часа'),
      costs,
      'Мост построили в 1974 году.',
    ];
    const file = join(home, 'черновик-2.docx');
    const blocks = draft.map((text) => plainBlock(text));
    writeFileSync(file, await writeVersion({ language: 'ru', title, blocks, remarks: [] }, 'docx'));

    await chooseInDialogs(app, [file]);
    await chooseInMenu(app, 'bringIn');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('черновик-2.docx');
    await expect(dialog.getByRole('listitem').filter({ hasText: '3040 дней' })).toHaveCount(1);
    await expect(dialog).not.toContainText('∅');
    await expect(page.getByTestId('draft-open')).toContainText('1 conflict');
    // What was agreed here since is no change beside the draft's when that is what the draft was made from.
    await page.getByTestId('draft-base').selectOption('agreed');
    await expect(page.getByTestId('draft-open')).toContainText('Nothing is left to decide');
    await page.getByTestId('draft-base').selectOption('imported');
    await expect(page.getByTestId('draft-open')).toContainText('1 conflict');
    const conflict = page.getByTestId('conflict');
    await conflict.getByRole('button', { name: /^Theirs/ }).click();
    await expect(page.getByTestId('draft-result')).toHaveValue(/полтора часа/);
    await dialog.getByRole('button', { name: /Undo/ }).click();
    await expect(page.getByTestId('draft-open')).toContainText('1 conflict');
    await page
      .getByTestId('draft-result')
      .fill('Автобусы идут через соседнее село, дорога занимает до двух часов.');
    await expect(page.getByTestId('draft-open')).toContainText('Nothing is left to decide');
    // The article moves while the dialog is open, as it does while a long draft is compared: nothing of it is undone.
    const typed = ' Тем временем набрано здесь.';
    await page.evaluate((command) => window.triptych.request('project/command', { command, group: null }), {
      type: 'editParagraph' as const,
      paragraphId: 'ru-2.1',
      content: { text: `${lead}${typed}`, marks: [] },
    });
    await page.getByTestId('draft-take').click();
    await expect(page.getByTestId('draft-moved')).toBeVisible();
    // What was decided of texts that are the same is still decided.
    await expect(page.getByTestId('draft-open')).toContainText('Nothing is left to decide');
    await page.getByTestId('draft-take').click();
    await expect(dialog).toHaveCount(0);

    draft[1] = `${draft[1] ?? ''}${typed}`;
    const expected = draft.with(5, 'Автобусы идут через соседнее село, дорога занимает до двух часов.');
    await expect.poll(() => openedTexts(page, 'ru')).toEqual(expected);
    // The number is only suggested, what was decided is settled, and nothing else was touched.
    await expect(cell(page, 2, 'ru').locator('ins.suggested')).toHaveText('40');
    // What was brought in leads to what is to be decided of it, and so does the line above the texts.
    await expect(page.getByTestId('next-suggestions')).toHaveText(/2 texts with suggestions/);
    await page.locator('.notice-bar').getByRole('button', { name: 'Next suggestion' }).click();
    await expect(page.getByTestId('matter-card').locator('ins')).toHaveText('Мост построили в 1974 году.');
    await page.keyboard.press('Escape');
    const rows = await openedRows(page);
    expect(rows).toContain(
      `${costs} | Оңдоо 4 млн сом турат. | The repair costs 4 million soms from the city budget.`,
    );
    await page.keyboard.press('Control+z');
    await expect.poll(() => openedTexts(page, 'ru')).not.toContain('Мост построили в 1974 году.');
    await page.keyboard.press('Control+y');
    await expect.poll(() => openedTexts(page, 'ru')).toEqual(expected);

    await expect(cell(page, 2, 'ru').locator('ins.suggested')).toHaveText('40');
    // The list of changes has what the draft brought, also once it is accepted and others have to follow it.
    await page.getByTestId('tab-changes').click();
    const brought = page.getByTestId('changes-ru').getByRole('listitem');
    await expect(brought.filter({ hasText: /3040 дней/ })).toContainText('Suggested · черновик-2.docx');
    await expect(brought.filter({ hasText: 'Мост построили в 1974 году.' })).toContainText('new paragraph');
    await chooseCell(page, 2, 'ru');
    await expect(cell(page, 2, 'ru')).toContainClass('chosen');
    await page.keyboard.press('y');
    await expect(row(page, 2).getByTestId('stale')).toHaveCount(2);
    await expect(cell(page, 2, 'ru').locator('ins').first()).toHaveText('40');
    await expect(brought.filter({ hasText: /3040 дней/ })).not.toContainText('Suggested');
    const project = await openedProject(page);
    for (let at = 0; at < project.rows.length; at += 1) {
      await page.keyboard.press('Home');
      for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowDown');
      await expect(page.getByTestId('position')).toHaveText(new RegExp(`Row ${at + 1} of`));
      await page.keyboard.press('Shift+A');
      const anyway = page.getByRole('button', { name: 'Agree anyway' });
      await expect
        .poll(async () => {
          // What is still open in the row is named first.
          if (await anyway.isVisible()) await anyway.click();
          const cells = Object.values((await openedProject(page)).rows[at]?.cells ?? {});
          return cells.every(({ paragraphs, status }) => paragraphs.length === 0 || status === 'agreed');
        })
        .toBe(true);
    }
    await expect(page.getByTestId('stale')).toHaveCount(0);
    for (const language of LANGUAGES) {
      await page.getByTestId(`head-${language}`).getByRole('button').click();
      await page.getByRole('menuitem', { name: 'Sign off this version' }).click();
      const signed = page.getByTestId(`signed-${language}`);
      const anyway = page.getByRole('button', { name: 'Sign off anyway' });
      // What is still open in the version is named first.
      await expect(signed.or(anyway)).toBeVisible();
      if (await anyway.isVisible()) await anyway.click();
      await expect(signed).toContainText('Signed off');
    }

    const folder = join(home, 'published');
    mkdirSync(folder);
    await chooseInDialogs(app, [folder]);
    await page.getByTestId('export').click();
    await page.getByTestId('export-write').click();
    await expect(dialog).toHaveCount(0);
    expect(readdirSync(folder)).toHaveLength(3);
    for (const language of LANGUAGES) {
      const fileName = `Bridge.${language}.docx`;
      const read = await readDocument({ fileName, bytes: readFileSync(join(folder, fileName)) });
      const texts = read.ok ? read.value.blocks.map(({ block }) => block.text) : [];
      const agreed = (await openedTexts(page, language)).filter((text) => text !== '');
      expect(texts.filter((text) => agreed.includes(text))).toEqual(agreed);
    }

    // A later edit opens what it touches. The list may be further down, and the first row not be there.
    await page.keyboard.press('Home');
    await expect(page.getByTestId('position')).toHaveText(/Row 1 of/);
    // News goes by itself after a while: waited for from before it can come.
    const told = page.getByTestId('news').filter({ hasText: 'English is open again' }).waitFor();
    await rewrite(page, 1, 'en', 'The bridge has been closed');
    await told;
    await expect(page.getByTestId('signed-en')).toHaveCount(0);
    await expect(page.getByTestId('signed-ru')).toHaveCount(1);
  });
});
