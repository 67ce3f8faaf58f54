import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeOwnerNote } from '../../../../main/project/owner-note';
import { createProjectFile } from '../../../../main/project/project-file';
import { findEverywhere, type SaidOrder } from '../../../../main/said/find-everywhere';
import { perLanguage } from '../../../../shared/model/language';
import type { Project } from '../../../../shared/model/project';
import { value } from '../project/sample-project';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'said-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const TEXTS = { ru: 'Цены на воду выросли.', ky: 'Суунун баасы өстү.', en: 'Water prices have risen.' };

function project(id: string): Project {
  const cells = perLanguage((language) => ({
    paragraphs: [
      {
        ...{ id: `${id}-${language}`, role: 'paragraph' as const, text: TEXTS[language], marks: [] },
        ...{ label: '', depth: 0, cell: null, imported: null },
      },
    ],
    status: 'draft' as const,
  }));
  const rows = [{ id: `${id}-row`, cells, confidence: 1, confirmed: false }];
  return { id, title: id, created: 0, origins: { ru: null, ky: null, en: null }, rows, flags: [] };
}

/** A project on the disk, last opened at a time. */
function known(id: string, time: number, name = id) {
  const path = join(folder, `${name}.triptych`);
  value(createProjectFile(path, project(id))).close();
  return { path, title: name, time };
}

const order = (more: Partial<SaidOrder>): SaidOrder => ({
  ...{ text: 'цена', language: 'ru', glossary: '', open: null, openId: 'open', others: [] },
  ...more,
});

const find = (more: Partial<SaidOrder>, now: () => number = () => 0) =>
  findEverywhere(order(more), () => undefined, now);

test('words are found in the open project and in others, the newest first', () => {
  const { articles } = find({ open: project('open'), others: [known('old', 1), known('new', 2)] });
  expect(articles.map(({ title, path, said }) => [title, path === null, said.length])).toEqual([
    ['open', true, 1],
    ['new', false, 1],
    ['old', false, 1],
  ]);
});

test('a project that is gone is passed over; one that is open elsewhere or damaged is named, and not touched', () => {
  const gone = known('gone', 1);
  rmSync(gone.path);
  const held = known('held', 2);
  const forget = writeOwnerNote(held.path, 'Айгүл', 0);
  const broken = known('broken', 3);
  writeFileSync(broken.path, 'no project');
  const { articles, unread } = find({ others: [gone, held, broken] });
  forget();
  expect(articles).toEqual([]);
  expect(unread).toEqual([
    { title: 'broken', why: 'unreadable' },
    { title: 'held', why: 'inUse' },
  ]);
});

test('a copy of an article says nothing new', () => {
  const { articles } = find({
    others: [known('open', 3, 'copy of mine'), known('a', 2), known('a', 1, 'a-copy')],
  });
  expect(articles.map(({ path }) => path)).toEqual([join(folder, 'a.triptych')]);
});

test('what is not begun in time is named', () => {
  let time = 0;
  const { articles, unread } = find({ others: [known('a', 2), known('b', 1)] }, () => (time += 30_000));
  expect(articles.map(({ title }) => title)).toEqual(['a']);
  expect(unread).toEqual([{ title: 'b', why: 'noTime' }]);
});
