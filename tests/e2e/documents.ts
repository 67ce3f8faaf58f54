import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { writeVersion } from '../../main/export/write-version';
import type { ExportFormat } from '../../shared/contract/formats';
import { readDocument } from '../../main/import/read-document';
import { createProjectFile } from '../../main/project/project-file';
import type {} from '../../renderer/app/preloaded';
import type { ActId } from '../../renderer/session/acts/all-acts';
import { joinParts, readPart } from '../../shared/contract/project-parts';
import type { ImportedDocument } from '../../shared/model/imported-document';
import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../../shared/model/language';
import { plainBlock, type Block, type Paragraph } from '../../shared/model/paragraph';
import type { Project } from '../../shared/model/project';
import type { Row } from '../../shared/model/row';

const ARTICLES = resolve(import.meta.dirname, '../fixtures/articles');

/** Rows as lists of texts: what each language has in each. */
export type Texts = readonly PerLanguage<readonly string[]>[];

/** The path of the article about apricots in one language. */
export function articlePath(language: Language): string {
  return join(ARTICLES, `apricot.${language}.md`);
}

/** The article about apricots as read by the importer. */
export async function readArticle(language: Language): Promise<ImportedDocument> {
  const path = articlePath(language);
  const read = await readDocument({ fileName: `apricot.${language}.md`, bytes: readFileSync(path) });
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
}

/** The article about apricots in another format. */
export async function writeArticle(language: Language, format: ExportFormat): Promise<Uint8Array> {
  const { blocks } = await readArticle(language);
  return writeVersion(
    { language, title: 'Apricots', blocks: blocks.map(({ block }) => block), remarks: [] },
    format,
  );
}

/** A row of one paragraph in each language: "Р1", "К1", "E1". */
export function threeOf(number: number): Texts[number] {
  return { ru: [`Р${number}`], ky: [`К${number}`], en: [`E${number}`] };
}

/** A small article, a cell of which has two paragraphs. */
export const BRIDGE: Texts = [
  threeOf(1),
  { ru: ['Мост закрыт'], ky: ['Көпүрө жабык', 'Автобус айланып өтөт'], en: ['The bridge is damaged'] },
  threeOf(3),
  threeOf(4),
];

/** Writes a project with these rows, all of them confirmed or none. */
export function writeProject(path: string, title: string, texts: Texts, confirmed = false): void {
  writeRows(
    path,
    title,
    texts.map((row) => perLanguage((language) => row[language].map((text) => plainBlock(text)))),
    texts.map(() => confirmed),
  );
}

/** Writes a project of the article about apricots; `arrange` says which paragraphs (from 0) stand in each row. */
export async function writeArticleProject(
  path: string,
  arrange: (count: number) => readonly { positions: readonly number[]; confirmed: boolean }[],
): Promise<void> {
  const documents = { ru: await readArticle('ru'), ky: await readArticle('ky'), en: await readArticle('en') };
  const rows = arrange(documents.ru.blocks.length);
  writeRows(
    path,
    'Apricots',
    rows.map(({ positions }) =>
      perLanguage((language) =>
        positions.flatMap((position) => documents[language].blocks[position]?.block ?? []),
      ),
    ),
    rows.map(({ confirmed }) => confirmed),
  );
}

function writeRows(
  path: string,
  title: string,
  rows: readonly PerLanguage<readonly Block[]>[],
  confirmed: readonly boolean[] = [],
): void {
  const project: Project = {
    id: title,
    title,
    created: 0,
    origins: perLanguage(() => null),
    rows: rows.map((row, index): Row => ({
      id: `row-${index + 1}`,
      cells: perLanguage((language) => ({
        paragraphs: row[language].map((block, at): Paragraph => ({
          ...block,
          id: `${language}-${index + 1}.${at + 1}`,
          imported: null,
        })),
        status: row[language].length > 0 ? 'translated' : 'draft',
      })),
      confidence: 1,
      confirmed: confirmed[index] ?? false,
    })),
    flags: [],
  };
  const created = createProjectFile(path, project);
  if (!created.ok) throw new Error(created.failure.code);
  created.value.close();
}

/** The open project as the main process has it. */
export async function openedProject(page: Page): Promise<Project> {
  const parts = await page.evaluate(async () => {
    const { snapshot } = await window.triptych.request('app/state', null);
    if (!snapshot) throw new Error('no project is open');
    const { parts: sent, rest } = snapshot.project;
    const all = [...sent];
    while (rest !== null) {
      const part = await window.triptych.request('project/part', { number: rest });
      if (!part.ok) throw new Error(part.failure.code);
      if (part.value === null) break;
      all.push(part.value);
    }
    return all;
  });
  return joinParts(parts.map(readPart));
}

/** The open project's rows as lines: "Р1 + Р2 | К1 | E1". */
export async function openedRows(page: Page): Promise<readonly string[]> {
  const { rows } = await openedProject(page);
  return rows.map((row) =>
    LANGUAGES.map((language) => row.cells[language].paragraphs.map(({ text }) => text).join(' + ')).join(
      ' | ',
    ),
  );
}

/** All texts of one language of the open project, in reading order. */
export async function openedTexts(page: Page, language: Language): Promise<readonly string[]> {
  const { rows } = await openedProject(page);
  return rows.flatMap((row) => row.cells[language].paragraphs.map(({ text }) => text));
}

/** The open project's statuses as "1 ky agreed", of those cells that are not as they were at first. */
export async function openedStatuses(page: Page): Promise<readonly string[]> {
  const { rows } = await openedProject(page);
  return rows.flatMap(({ cells }, index) =>
    Object.entries(cells).flatMap(([language, { status }]) =>
      status === 'translated' || status === 'draft' ? [] : [`${index + 1} ${language} ${status}`],
    ),
  );
}

/** Chooses an entry of the menu bar, once it is offered: the window tells main what to show. */
export async function chooseInMenu(app: ElectronApplication, act: ActId): Promise<void> {
  const choose = () =>
    app.evaluate(({ Menu }, id) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(id);
      if (!item?.enabled) return item?.label ?? 'none such';
      item.click();
      return 'chosen';
    }, act);
  await expect.poll(choose, `the menu offers ${act}`).toBe('chosen');
}
