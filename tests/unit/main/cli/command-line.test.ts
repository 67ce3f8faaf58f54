import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import en from '../../../../locales/en.json';
import ky from '../../../../locales/ky.json';
import ru from '../../../../locales/ru.json';
import { isRunning } from '../../../../main/system/is-running';
import { openWorking } from '../../../../main/project/open-working';
import { openProjectFile } from '../../../../main/project/project-file';
import { CURRENT_VERSION } from '../../../../main/project/schema';
import { build, isBuildCurrent } from '../../../../scripts/build.mjs';
import { applyCommand } from '../../../../shared/commands/command';
import { makeXlsx, textRow } from '../import/sheets/make-xlsx';
import { placesIn } from '../project/places-in';
import { value } from '../project/sample-project';

vi.setConfig({ testTimeout: 30_000 });

// The program as it is shipped, as a process of its own that knows of no display and no Electron.
const PROGRAM = resolve('out/main/cli.cjs');
const ENV = { PATH: process.env['PATH'], LC_ALL: 'C' };

const TEXTS = {
  'орусча.md':
    '# Плотина на Нарыне\n\nВ 2024 году здесь работали 900 человек.\n\n## Вода\n\nВоды не хватает.\n',
  'ky.md': '# Нарындагы плотина\n\n2024-жылы бул жерде 900 киши иштеген.\n\n## Суу\n\nСуу жетпейт.\n',
  'en.md':
    '# The dam on the Naryn\n\nIn 2024, 900 people worked here.\n\n## Water\n\nThere is not enough **water**.\n',
};

const folder = mkdtempSync(join(tmpdir(), 'triptych-cli-'));
const at = (name: string) => join(folder, name);
const ALL = ['--ru', at('орусча.md'), '--ky', at('ky.md'), '--en', at('en.md')];

function triptych(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    env: { ...ENV, ...env },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, error: stderr };
}

const alignmentSchema = z.strictObject({
  versions: z.record(
    z.enum(['ru', 'ky', 'en']),
    z.strictObject({
      paragraphs: z.array(z.strictObject({ id: z.string(), role: z.string(), text: z.string() })),
    }),
  ),
  rows: z.array(
    z.strictObject({
      ru: z.array(z.int()),
      ky: z.array(z.int()),
      en: z.array(z.int()),
      confidence: z.number().min(0).max(1),
    }),
  ),
});

function alignJson(args: readonly string[]) {
  const { code, out, error } = triptych(['align', ...args, '--json']);
  expect([code, error]).toEqual([0, '']);
  return alignmentSchema.parse(JSON.parse(out));
}

beforeAll(async () => {
  if (!(await isBuildCurrent())) expect(await build()).toBe(0);
  for (const [name, text] of Object.entries(TEXTS)) writeFileSync(at(name), text);
  writeFileSync(at('empty.md'), '');
  writeFileSync(at('paper.docx'), '%PDF-1.7\n%âãÏÓ\n');
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('triptych align', () => {
  it('prints paragraphs and rows as JSON, rows as positions that cover every paragraph in order', () => {
    const { versions, rows } = alignJson(ALL);
    expect(versions.en.paragraphs.map(({ role, text }) => [role, text])).toEqual([
      ['title', 'The dam on the Naryn'],
      ['paragraph', 'In 2024, 900 people worked here.'],
      ['heading2', 'Water'],
      ['paragraph', 'There is not enough water.'],
    ]);
    for (const language of ['ru', 'ky', 'en'] as const) {
      expect(rows.flatMap((row) => row[language])).toEqual([0, 1, 2, 3]);
    }
  });

  it('takes the language of a text from its option, and does with one text', () => {
    const { versions, rows } = alignJson(['--ky', at('en.md')]);
    expect(versions.ky.paragraphs).toHaveLength(4);
    expect(versions.ru.paragraphs).toEqual([]);
    expect(rows.map(({ ru: none, ky: held }) => [none, held])).toEqual([0, 1, 2, 3].map((i) => [[], [i]]));
  });

  it('keeps every paragraph of a text file in its place, also what web sites say around articles', () => {
    writeFileSync(at('page.txt'), 'The dam\n\nFollow us on LinkedIn\n\nPeople worked here.\n');
    const { versions } = alignJson(['--en', at('page.txt')]);
    const texts = ['The dam', 'Follow us on LinkedIn', 'People worked here.'];
    expect(versions.en.paragraphs.map(({ text }) => text)).toEqual(texts);
  });

  it('leaves out what a web page says around its article', () => {
    const page = `<nav><a href="/">Home</a></nav><article><h1>The dam</h1>${'<p>People worked here.</p>'.repeat(9)}
      <p>Follow us on LinkedIn</p></article>`;
    writeFileSync(at('page.html'), `<!doctype html><html><body>${page}</body></html>`);
    expect(alignJson(['--en', at('page.html')]).versions.en.paragraphs).toHaveLength(10);
  });

  it('takes the versions of a table from its columns, line by line', async () => {
    const lines = [
      ['Русский', 'English', 'Кыргызча', 'Заметки'],
      ['В 2024 году здесь работали 900 человек.', 'People worked here in 2024.', '', 'сверить'],
      ['Воды не хватает.', 'There is not enough of the water.', 'Суу жетпейт жана бул кыйын.', ''],
    ];
    writeFileSync(
      at('article.xlsx'),
      await makeXlsx({ sheets: [{ name: 'a', rows: lines.map(textRow).join('') }] }),
    );
    writeFileSync(at('article.csv'), lines.map((line) => line.join(';')).join('\n'));
    for (const name of ['article.xlsx', 'article.csv']) {
      const { versions, rows } = alignJson([at(name)]);
      expect(versions.ky.paragraphs.map(({ text }) => text)).toEqual(['Суу жетпейт жана бул кыйын.']);
      expect(rows.map(({ ru: held, ky: also, en: third }) => [held, also, third])).toEqual([
        [[0], [], [0]],
        [[1], [0], [1]],
      ]);
      expect(alignJson(['--en', at(name)]).versions.en.paragraphs).toHaveLength(2);
    }
    const { code, out } = triptych(['align', at('article.xlsx'), '--out', at('table.triptych')]);
    expect(code).toBe(0);
    expect(out).not.toMatch(/[1-9]\d* (?:left|остав)/);
    const project = value(openProjectFile(at('table.triptych'), { readOnly: true }));
    expect(project.project().rows.map(({ confirmed }) => confirmed)).toEqual([true, true]);
    project.close();
    writeFileSync(at('only.csv'), 'Русский;Заметки\nВоды не хватает.;сверить\n');
    const none = triptych(['align', '--ky', at('only.csv')]);
    expect([none.code, none.error]).toEqual([2, expect.stringMatching(/only\.csv.*Kyrgyz/)]);
    expect(triptych(['align', at('en.md')])).toMatchObject({
      code: 2,
      error: expect.stringContaining('en.md') as string,
    });
  });

  it('says in a few lines what it found and where the project is', () => {
    const project = at('краткий отчёт.triptych');
    const { code, out } = triptych(['align', ...ALL, '--out', project]);
    expect(code).toBe(0);
    expect(out.split('\n')).toHaveLength(8);
    expect(out).toContain('орусча.md');
    expect(out).toContain(project);
  });
});

describe('triptych info and export', () => {
  const project = at('долбоор.triptych');
  beforeAll(() => {
    expect(triptych(['align', ...ALL, '--out', project]).code).toBe(0);
  });

  it('tell what is in a project', () => {
    const before = readFileSync(project);
    const { code, out } = triptych(['info', project, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      title: 'Плотина на Нарыне',
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      formatVersion: CURRENT_VERSION,
      readOnly: false,
      versions: {
        en: {
          paragraphs: 4,
          words: 17,
          origin: { fileName: 'en.md', format: 'md', encoding: 'utf-8' },
          statuses: { draft: 0, translated: 4, reviewed: 0, agreed: 0 },
        },
      },
      rows: 4,
      confirmed: 0,
      gaps: 0,
      flags: { open: { neutral: 0, minor: 0, major: 0, critical: 0 } },
    });
    expect(triptych(['info', project]).out).toContain('Плотина на Нарыне');
    expect(readFileSync(project).equals(before)).toBe(true);
  });

  it('write versions to files that read as what went in', () => {
    const target = at('даяр');
    const { code, out } = triptych(['export', project, '--format', 'md', '--out', target]);
    const names = ['ru', 'ky', 'en'].map((language) => `Плотина на Нарыне.${language}.md`);
    expect([code, out]).toEqual([0, names.map((name) => `${join(target, name)}\n`).join('')]);
    expect(readdirSync(target).sort()).toEqual(names.toSorted());
    const again = alignJson(['--en', join(target, names[2] ?? '')]);
    const texts = again.versions.en.paragraphs.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['The dam on the Naryn', 'There is not enough water.']));
  });

  it.each(['docx', 'html', 'txt'])('write %s of the languages asked for', (format) => {
    const target = at(format);
    const { code } = triptych(['export', project, '--format', format, '--lang', 'ky', '--out', target]);
    expect(code).toBe(0);
    expect(readdirSync(target)).toEqual([`Плотина на Нарыне.ky.${format}`]);
    const read = alignJson(['--ky', join(target, `Плотина на Нарыне.ky.${format}`)]);
    const texts = read.versions.ky.paragraphs.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['Суу жетпейт.']));
  });

  it('write a version back into the file it came from, where it came from one with a layout', () => {
    const own = at('own');
    triptych(['export', project, '--format', 'docx', '--lang', 'ru', '--out', own]);
    const word = join(own, readdirSync(own)[0] ?? '');
    triptych(['export', project, '--format', 'txt', '--lang', 'en', '--out', at('plain')]);
    const plain = join(at('plain'), readdirSync(at('plain'))[0] ?? '');
    const kept = at('kept.triptych');
    expect(triptych(['align', '--ru', word, '--en', plain, '--out', kept]).code).toBe(0);
    const target = at('as the original');
    const { code, out } = triptych(['export', kept, '--format', 'original', '--out', target]);
    expect([code, readdirSync(target).length]).toEqual([0, 1]);
    expect(readFileSync(out.trim()).equals(readFileSync(word))).toBe(true);
    const refused = triptych(['export', kept, '--format', 'original', '--lang', 'en', '--out', target]);
    expect(refused).toMatchObject({ code: 2, out: '', error: expect.stringContaining('English') });
  });

  it('replace a file only with --force', () => {
    const line = ['export', project, '--format', 'txt', '--lang', 'en', '--out', at('force')];
    const file = join(at('force'), 'Плотина на Нарыне.en.txt');
    expect(triptych(line).code).toBe(0);
    writeFileSync(file, 'mine');
    expect(triptych(line)).toMatchObject({ code: 2, out: '' });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(triptych([...line, '--force']).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('enough water');
  });

  it('refuse a language that has no text', () => {
    const one = at('one.triptych');
    expect(triptych(['align', '--ru', at('орусча.md'), '--out', one]).code).toBe(0);
    const refused = triptych(['export', one, '--format', 'md', '--lang', 'ky', '--out', at('none')]);
    expect(refused).toMatchObject({ code: 2, out: '', error: expect.stringContaining('Kyrgyz') });
    expect(triptych(['export', one, '--format', 'md', '--out', at('ru only')]).code).toBe(0);
    expect(readdirSync(at('ru only'))).toHaveLength(1);
  });

  it('say nothing when the reader of their output is gone', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'info', project, '--json'], { env: ENV });
    child.stdout.destroy();
    let error = '';
    child.stderr.on('data', (part) => (error += String(part)));
    const [code] = await once(child, 'close');
    expect([code, error]).toEqual([0, '']);
  });
});

describe('triptych diff', () => {
  const OLD =
    '# Плотина на Нарыне\n\nВ 2024 году здесь работали 900 человек.\n\nВоды не хватает.\n\nСвет дают по часам. Школы закрыты до весны. Газа нет.\n';
  const NEW =
    '# Плотина на Нарыне\n\nЭтого не ждали.\n\nВ 2024 году здесь работали 950 человек.\n\nШколы закрыты до весны. Газа нет. Свет дают по часам.\n';
  const both = [at('старый.md'), at('новый.md')];
  const runSchema = z.strictObject({
    kind: z.enum(['same', 'inserted', 'deleted']),
    text: z.string().min(1),
    before: z.int(),
    after: z.int(),
    moved: z.int().optional(),
  });
  const diffSchema = z.strictObject({
    paragraphs: z.array(
      z.strictObject({
        kind: z.enum(['same', 'changed', 'added', 'removed', 'split', 'merged', 'moved']),
        before: z.int().nullable(),
        after: z.int().nullable(),
        runs: z.array(runSchema),
      }),
    ),
  });
  beforeAll(() => {
    writeFileSync(at('старый.md'), OLD);
    writeFileSync(at('новый.md'), NEW);
  });

  it('prints what changed as JSON, from which both texts can be read', () => {
    const { code, out, error } = triptych(['diff', ...both, '--json']);
    expect([code, error]).toEqual([0, '']);
    const { paragraphs } = diffSchema.parse(JSON.parse(out));
    expect(paragraphs.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['same', 0, 0],
      ['added', null, 1],
      ['changed', 1, 2],
      ['removed', 2, null],
      ['changed', 3, 3],
    ]);
    const textOf = (kind: string) =>
      paragraphs[2]?.runs.flatMap((run) => (run.kind === kind ? [] : [run.text])).join('');
    expect(textOf('inserted')).toBe('В 2024 году здесь работали 900 человек.');
    expect(textOf('deleted')).toBe('В 2024 году здесь работали 950 человек.');
    expect(paragraphs[2]?.runs[1]).toEqual({ kind: 'deleted', text: '900', before: 27, after: 27 });
    expect(paragraphs[4]?.runs.flatMap((run) => (run.moved ? [[run.kind, run.text]] : []))).toEqual([
      ['deleted', 'Свет дают по часам.'],
      ['inserted', 'Свет дают по часам.'],
    ]);
  });

  it('shows a person the changed paragraphs, counted from 1', () => {
    const { code, out, error } = triptych(['diff', ...both]);
    expect([code, error]).toEqual([0, '']);
    expect(out).toBe(
      `${[
        'Paragraph 2, added:',
        '{+Этого не ждали.+}',
        '',
        'Paragraph 2, now 3, changed:',
        'В 2024 году здесь работали [-900-]{+950+} человек.',
        '',
        'Paragraph 3 of the old text, removed:',
        '[-Воды не хватает.-]',
        '',
        'Paragraph 4, changed:',
        '[1-Свет дают по часам.-][- -]Школы закрыты до весны. Газа нет.{+ +}{1+Свет дают по часам.+}',
        '',
        'Paragraphs changed: 2, added: 1, removed: 1, split: 0, joined: 0, moved: 0, the same: 1',
      ].join('\n')}\n`,
    );
  });

  it('tells what was split, joined and moved, as the window does with a newer draft', () => {
    const [water, power] = [
      'Суу сактагычтын деңгээли эки метрге түштү.',
      'Электр энергиясын өндүрүү азайды.',
    ];
    const [bread, school] = [
      'Наристелердин нан азыгы жетиштүү экенин айтышты.',
      'Мектептер жазга чейин жабык.',
    ];
    writeFileSync(at('one.txt'), [`${water} ${power}`, bread, school].join('\n\n'));
    writeFileSync(at('two.txt'), [school, water, power, bread].join('\n\n'));
    const there = triptych(['diff', at('one.txt'), at('two.txt')]).out;
    expect(there).toContain(`Paragraph 3, moved to 1:\n${school}\n`);
    expect(there).toContain(`Paragraph 1, split into 2, 3:\n${water} {+¶ +}${power}\n`);
    expect(there).toContain('removed: 0, split: 1, joined: 0, moved: 1, the same: 1');
    const back = triptych(['diff', at('two.txt'), at('one.txt')]).out;
    expect(back).toContain('Paragraphs 2, 3, joined into 1:');
    const json = triptych(['diff', at('one.txt'), at('two.txt'), '--json']).out;
    expect(JSON.parse(json)).toMatchObject({
      paragraphs: [
        { kind: 'moved', before: 2, after: 0 },
        { kind: 'split', before: 0, after: 1, parts: { before: [0], after: [1, 2] } },
        { kind: 'same', before: 1, after: 3 },
      ],
    });
  });

  it('finds nothing between a text and itself, nor between formats', () => {
    writeFileSync(at('старый.txt'), OLD.replace('# ', ''));
    for (const other of ['старый.md', 'старый.txt']) {
      const { out } = triptych(['diff', at('старый.md'), at(other)]);
      expect(out).toBe(
        'Paragraphs changed: 0, added: 0, removed: 0, split: 0, joined: 0, moved: 0, the same: 4\n',
      );
    }
  });

  it('says where a paragraph changed beyond what is compared to the end', () => {
    const words = Array.from({ length: 3000 }, (_, i) => `word${i}`);
    writeFileSync(at('long.txt'), words.join(' '));
    writeFileSync(at('turned.txt'), [...words.slice(1000), ...words.slice(0, 1000)].join(' '));
    const { out } = triptych(['diff', at('long.txt'), at('turned.txt')]);
    expect(out).toContain(en.cli.line.notExact);
    const json = triptych(['diff', at('long.txt'), at('turned.txt'), '--json']).out;
    expect(JSON.parse(json)).toMatchObject({ paragraphs: [{ kind: 'changed', exact: false }] });
  });
});

describe('triptych merge', () => {
  /** A copy of a project with one text edited by somebody. */
  function copyWith(name: string, from: string, text: string, author: string): void {
    copyFileSync(at(from), at(name));
    const file = value(openProjectFile(at(name)));
    const paragraphId = file.project().rows[1]?.cells.ru.paragraphs[0]?.id ?? '';
    const command = { type: 'editParagraph', paragraphId, content: { text, marks: [] } } as const;
    const after = value(applyCommand(file.project(), command, { author, time: 5 }));
    value(file.record(after, { command, label: command.type, author, time: 5, group: null }));
    file.close();
  }

  beforeAll(() => {
    writeFileSync(at('dam.md'), 'Плотина\n\nВ 2024 году здесь работали 900 человек, говорит мэр.\n');
    expect(triptych(['align', '--ru', 'dam.md', '--out', 'base.triptych']).code).toBe(0);
    copyWith('mine.triptych', 'base.triptych', 'В 2024 году здесь работали 950 человек, говорит мэр.', 'А');
    copyWith('hers.triptych', 'base.triptych', 'В 2024 году здесь работали 900 человек, сообщил мэр.', 'Б');
    copyWith('his.triptych', 'base.triptych', 'В 2024 году здесь работали 990 человек, говорит мэр.', 'В');
  });

  it('brings two copies together', () => {
    const merged = triptych([
      'merge',
      'base.triptych',
      'mine.triptych',
      'hers.triptych',
      '--out',
      'both.triptych',
      '--json',
    ]);
    expect([merged.code, merged.error, JSON.parse(merged.out)]).toEqual([0, '', { conflicts: [] }]);
    mkdirSync(at('merged'));
    triptych(['export', 'both.triptych', '--format', 'txt', '--out', 'merged']);
    const [name = ''] = readdirSync(at('merged'));
    expect(readFileSync(at(join('merged', name)), 'utf8')).toContain('950 человек, сообщил мэр');
  });

  it('tells rows by their numbers and first words, and what was chosen by its name', () => {
    writeFileSync(at('three.md'), 'Плотина\n\nПервый абзац о плотине.\n\nВторой абзац о мэре.\n');
    expect(triptych(['align', '--ru', 'three.md', '--out', 'three.triptych']).code).toBe(0);
    for (const [name, row, title] of [
      ['upper', 0, 'Плотина'],
      ['lower', 1, 'Мэр'],
    ] as const) {
      copyFileSync(at('three.triptych'), at(`${name}.triptych`));
      const file = value(openProjectFile(at(`${name}.triptych`)));
      const rowId = file.project().rows[row]?.id ?? '';
      for (const command of [
        { type: 'mergeRows', rowId },
        { type: 'setTitle', title },
      ] as const) {
        const after = value(applyCommand(file.project(), command, { author: 'А', time: 5 }));
        value(file.record(after, { command, label: command.type, author: 'А', time: 5, group: null }));
      }
      file.close();
    }
    const args = ['merge', 'three.triptych', 'upper.triptych', 'lower.triptych', '--out'];
    const { code, out } = triptych([...args, 'rows.triptych']);
    expect(code).toBe(1);
    const [rows = '', titles] = out.split('\n');
    const upper = '1 “Плотина”, 2 “Второй абзац о мэре.”';
    const lower = '1 “Плотина”, 2 “Первый абзац о плотине.”';
    expect([
      `Rows, row 1: kept “${upper}”, the other copy has “${lower}”`,
      `Rows, row 1: kept “${lower}”, the other copy has “${upper}”`,
    ]).toContain(rows);
    expect(titles).toMatch(
      /^Title of the project: kept “(Плотина|Мэр)”, the other copy has “(Плотина|Мэр)”$/,
    );
    const file = value(openProjectFile(at('rows.triptych')));
    expect(file.project().flags).toMatchObject([{ category: 'toDecide' }, { category: 'toDecide' }]);
    file.close();
  });

  it('lists what both changed each in another way, and ends with 1', () => {
    const args = ['merge', 'base.triptych', 'mine.triptych', 'his.triptych', '--out'];
    const { code, out } = triptych([...args, 'contradicted.triptych', '--json']);
    expect(code).toBe(1);
    const { conflicts } = JSON.parse(out);
    expect(conflicts).toMatchObject([{ kind: 'text', row: 2 }]);
    expect([conflicts[0].kept, conflicts[0].other].join()).toMatch(/950.*990|990.*950/);
    const file = value(openProjectFile(at('contradicted.triptych')));
    expect(file.project().flags).toMatchObject([{ status: 'open', spans: [{ fix: conflicts[0].other }] }]);
    file.close();
    const listed = triptych([...args, 'told.triptych']);
    expect(listed.out).toMatch(
      /^Text, row 2: kept “В 2024 году здесь работали 9[59]0 человек, говорит мэр\.”/,
    );
    expect(triptych([...args, 'contradicted.triptych']).code).toBe(2);
    expect(triptych(['merge', 'base.triptych', 'mine.triptych', '--out', 'x.triptych']).error).toContain(
      en.cli.usage.noCopies,
    );
  });
});

describe('triptych score', () => {
  const project = at('scored.triptych');
  beforeAll(() => {
    expect(triptych(['align', '--en', at('en.md'), '--out', project]).code).toBe(0);
    const file = value(openProjectFile(project));
    const rowId = file.project().rows[0]?.id ?? '';
    const spans = [{ at: 'gap' as const, language: 'en' as const, rowId }];
    for (const [flagId, category] of [
      ['f1', 'accuracy/omission'],
      ['f2', 'факты/цифры'],
    ] as const) {
      const command = { type: 'addFlag', flagId, spans, category, severity: 'minor', note: '' } as const;
      const after = value(applyCommand(file.project(), command, { author: 'А', time: 5 }));
      value(file.record(after, { command, label: command.type, author: 'А', time: 5, group: null }));
    }
    file.close();
    const facts = { id: 'факты', names: { en: 'Facts' }, weight: 1, types: [{ id: 'цифры', weight: 4 }] };
    writeFileSync(at('newsroom.json'), JSON.stringify({ passMark: 0, dimensions: [facts] }));
    writeFileSync(at('damaged.json'), JSON.stringify({ passMark: 'high' }));
  });

  it('tells counts, penalties and scores as JSON, by the core of MQM or by a newsroom’s own', () => {
    const core = JSON.parse(triptych(['score', project, '--json']).out);
    expect(core.versions).toMatchObject({
      ru: null,
      en: { words: 17, tooShort: true, delivered: { penalty: 2, perWord: 2 / 17, passes: false } },
    });
    const own = JSON.parse(triptych(['score', project, '--typology', 'newsroom.json', '--json']).out);
    expect(own.versions.en.now).toMatchObject({ penalty: 5, passes: false });
    expect(own.typology.passMark).toBe(0);
  });

  it('tells it in lines for people', () => {
    const { code, out } = triptych(['score', project, '--typology', 'newsroom.json']);
    expect(code).toBe(0);
    expect(out).toContain('Omission (Minor: 1)');
    expect(out).toContain('цифры (Minor: 1)');
    expect(out).toContain(en.score.verdict.fail);
    expect(out).toContain('Fewer than 300 words');
  });

  it('refuses a typology with a mistake in it, and says where', () => {
    const { code, out, error } = triptych(['score', project, '--typology', 'damaged.json']);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain('passMark');
    expect(triptych(['score', project, '--typology', 'gone.json']).error).toContain('gone.json');
  });
});

describe('triptych find and replace', () => {
  const project = at('words.triptych');
  const RU = '# Дамба\n\nДамбу строил Жапаров. О дамбе спорят.\n\nДо дамбы далеко.\n';
  const KY = '# Тоскоол\n\nЖапаровдун тоскоолу. Токаев Жапаровду сынады.\n\nТоскоол алыс.\n';
  const textsOf = (language: 'ru' | 'ky') => {
    const file = value(openProjectFile(project, { readOnly: true }));
    file.close();
    return file.project().rows.flatMap(({ cells }) => cells[language].paragraphs.map(({ text }) => text));
  };

  beforeEach(() => {
    rmSync(project, { force: true });
    writeFileSync(at('w.ru.md'), RU);
    writeFileSync(at('w.ky.md'), KY);
    expect(triptych(['align', '--ru', 'w.ru.md', '--ky', 'w.ky.md', '--out', project]).code).toBe(0);
  });

  it('list every place, in lines for people or as JSON, in the versions that are named', () => {
    expect(triptych(['find', project, 'дамба']).out).toBe('Row 1, Russian: [Дамба]\nFound in 1 place.\n');
    expect(triptych(['find', project, 'дамба', '--match-case']).out).toBe('Found in 0 places.\n');
    const { code, out } = triptych(['find', project, 'дамба', '--forms', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      found: [
        { row: 0, lang: 'ru', paragraph: 0, start: 0, end: 5, text: 'Дамба' },
        { row: 1, lang: 'ru', paragraph: 1, start: 0, end: 5, text: 'Дамбу' },
        { row: 1, lang: 'ru', paragraph: 1, start: 24, end: 29, text: 'дамбе' },
        { row: 2, lang: 'ru', paragraph: 2, start: 3, end: 8, text: 'дамбы' },
      ],
    });
    expect(triptych(['find', project, 'Жапаров']).out).toContain('Found in 3 places.');
    expect(triptych(['find', project, 'Жапаров', '--lang', 'ru']).out).toContain('Found in 1 place.');
    expect(triptych(['find', project, 'Жапаров', '--whole-word']).out).toContain('Found in 1 place.');
  });

  it('go by a regular expression, and say what is wrong with one', () => {
    const { out } = triptych(['find', project, '\\bдамб(у|е)\\b', '--regexp', '--json']);
    expect(JSON.parse(out)).toMatchObject({ found: [{ text: 'Дамбу' }, { text: 'дамбе' }] });
    const replace = [
      'replace',
      project,
      '--lang',
      'ru',
      '--regexp',
      '--find',
      'дамб(у|е)',
      '--with',
      'мост$1',
    ];
    expect(triptych(replace).code).toBe(0);
    expect(textsOf('ru')[1]).toBe('мосту строил Жапаров. О мосте спорят.');
    const wrong = triptych(['find', project, 'дамб(у', '--regexp']);
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.error).toContain('parenthesis');
    expect(triptych(['find', project, 'а', '--regexp', '--forms'])).toMatchObject({ code: 2, out: '' });
  });

  it('put words with their endings in place of others, as one step of undo', () => {
    const args = ['replace', project, '--lang', 'ru', '--find', 'дамба', '--with', 'плотина', '--forms'];
    const { code, out } = triptych(args);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'Row 1, Russian: [-Дамба-]{+Плотина+}',
      'Row 2, Russian: [-Дамбу-]{+Плотину+} строил Жапаров. О дамбе спорят.',
      'Row 2, Russian: Дамбу строил Жапаров. О [-дамбе-]{+плотине+} спорят.',
      'Row 3, Russian: До [-дамбы-]{+плотины+} далеко.',
      'Replaced in 4 places.',
      '',
    ]);
    const said = ['Плотина', 'Плотину строил Жапаров. О плотине спорят.', 'До плотины далеко.'];
    expect(textsOf('ru')).toEqual(said);
    expect(readdirSync(folder).filter((name) => name.startsWith('words.'))).toEqual(['words.triptych']);
    const file = value(openProjectFile(project));
    expect(file.history().position).toBe(1);
    value(file.undo());
    file.close();
    expect(textsOf('ru')[0]).toBe('Дамба');
  });

  it('leave a place whose ending is not certain, name it and end with 1', () => {
    const args = ['replace', project, '--lang', 'ky', '--find', 'Жапаров', '--forms', '--json'];
    // Токаевдин and not Токаевдун, but Садыровду like Жапаровду.
    const refused = triptych([...args, '--with', 'Токаев']);
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({
      replaced: [],
      refused: [
        { row: 1, text: 'Жапаровдун' },
        { row: 1, text: 'Жапаровду' },
      ],
    });
    expect(textsOf('ky')[1]).toBe('Жапаровдун тоскоолу. Токаев Жапаровду сынады.');
    const done = triptych([...args, '--with', 'Садыров', '--suggest']);
    expect([done.code, done.error]).toEqual([0, '']);
    expect(JSON.parse(done.out)).toMatchObject({ replaced: [{ with: 'Садыровдун' }, { with: 'Садыровду' }] });
    expect(textsOf('ky')[1]).toBe('Садыровдун тоскоолу. Токаев Садыровду сынады.');
    const file = value(openProjectFile(project, { readOnly: true }));
    file.close();
    expect(file.project().rows[1]?.cells.ky.paragraphs[0]?.pending).toBeDefined();
  });

  it('change nothing in a project that somebody has open', () => {
    const { file, close } = value(openWorking(project, placesIn(at('app')), { user: 'Айгүл' }));
    expect(file.readOnly).toBeNull();
    const args = ['replace', project, '--lang', 'ru', '--find', 'Дамба', '--with='];
    const { code, error } = triptych(args);
    expect(code).toBe(1);
    for (const part of en.failure.projectInUse.split('{{path}}')) expect(error).toContain(part);
    close();
    expect(textsOf('ru')[0]).toBe('Дамба');
    expect(triptych([...args, '--match-case']).code).toBe(0);
    expect(textsOf('ru')[0]).toBe('');
  });
});

describe('triptych, when something is wrong', () => {
  it.each([
    ['no command', [], en.cli.usage.noCommand],
    ['a text that is not there', ['align', '--ru', 'gone.md'], en.failure.fileNotFound],
    ['a text to compare that is not there', ['diff', 'en.md', 'gone.md'], en.failure.fileNotFound],
    ['an empty text', ['align', '--ru', 'empty.md'], en.failure.fileEmpty],
    ['a PDF under another name', ['align', '--ru', 'paper.docx'], en.failure.filePdf],
    ['a folder for a text', ['align', '--ru', '.'], en.failure.fileUnreadable],
    ['a project that is not there', ['info', 'gone.triptych'], en.failure.projectNotFound],
    ['a text for a project', ['info', 'en.md'], en.failure.projectNotAProject],
    [
      'a folder for a project',
      ['export', '.', '--format', 'md', '--out', 'x'],
      en.failure.projectNotAProject,
    ],
    [
      'a project that would be replaced',
      ['align', '--ru', 'en.md', '--out', 'ky.md'],
      en.failure.projectExists,
    ],
  ])('says so in one sentence and ends with 2: %s', (_, args, sentence) => {
    const { code, out, error } = triptych(args);
    expect([code, out]).toEqual([2, '']);
    const parts = sentence.split(/\{\{\w+\}\}/);
    for (const part of parts) expect(error).toContain(part);
    expect(error).not.toMatch(/\{\{|\n./);
  });

  it('ends with 1 when the project cannot be written', () => {
    const { code, out, error } = triptych([
      'align',
      '--ru',
      'en.md',
      '--out',
      join('no such folder', 'p.triptych'),
    ]);
    expect([code, out]).toEqual([1, '']);
    expect(error).toMatch(/^triptych: .+\n$/);
  });

  it.each([
    [{ LC_ALL: 'ky_KG.UTF-8' }, ky],
    [{ LC_ALL: '', LANG: 'ru_RU.UTF-8' }, ru],
    [{ LC_ALL: 'C', LANG: 'ru_RU.UTF-8' }, en],
    [{ LC_ALL: '', LANG: 'de_DE.UTF-8' }, en],
  ])('speaks the language of the environment: %j', (env, locale) => {
    expect(triptych(['align'], env).error).toBe(`triptych: ${locale.cli.usage.noInput}\n`);
  });
});

describe('triptych check', () => {
  it('looks words up in the dictionaries it is shipped with', () => {
    writeFileSync(at('typos.ru.txt'), 'Вчера правиетльство приняло решение.\n');
    writeFileSync(at('typos.en.txt'), 'Yesterday the goverment took a decision.\n');
    const { code, out, error } = triptych(['check', '--ru', at('typos.ru.txt'), '--en', at('typos.en.txt')]);
    expect([code, error]).toEqual([0, '']);
    expect(out).toContain('“правиетльство” is not in the dictionary. “правительство” is.');
    expect(out).toContain('“goverment” is not in the dictionary. “government” is.');
    expect(out).toContain('2 findings.');
  });
});

describe('triptych report', () => {
  const project = at('reported.triptych');
  beforeAll(() => {
    expect(triptych(['align', ...ALL, '--out', project]).code).toBe(0);
    const file = value(openProjectFile(project));
    const rowId = file.project().rows[0]?.id ?? '';
    const spans = [{ at: 'gap' as const, language: 'ky' as const, rowId }];
    const command = {
      ...({ type: 'addFlag', flagId: 'f1', category: 'accuracy/omission', severity: 'major' } as const),
      ...{ spans, note: 'Дата жок' },
    };
    const after = value(applyCommand(file.project(), command, { author: 'Айгүл', time: 5 }));
    value(file.record(after, { command, label: command.type, author: 'Айгүл', time: 5, group: null }));
    file.close();
  });

  it.each([
    ['html', '<!doctype html>'],
    ['csv', '\ufeff'],
    ['docx', 'PK'],
    ['xlsx', 'PK'],
  ])('writes .%s', (format, start) => {
    const file = `report.${format}`;
    const { code, out, error } = triptych(['report', project, '--format', format, '--out', file]);
    expect([code, out, error]).toEqual([0, `${file}\n`, '']);
    expect(readFileSync(at(file), 'utf8').slice(0, start.length)).toBe(start);
  });

  it('writes in the language asked for, else in that of messages', () => {
    const page = (...args: readonly string[]) => {
      triptych(['report', project, '--format', 'html', '--out', 'page.html', '--force', ...args]);
      return readFileSync(at('page.html'), 'utf8');
    };
    expect(page()).toContain(en.report.kicker);
    const inKyrgyz = page('--lang', 'ky');
    for (const part of [ky.report.kicker, 'Дата жок', 'Айгүл', ky.report.noFindings])
      expect(inKyrgyz).toContain(part);
  });

  it('replaces a file only when told to, and names what else is wrong', () => {
    writeFileSync(at('there.html'), 'mine');
    const args = ['report', project, '--format', 'html', '--out', 'there.html'];
    const { code, out, error } = triptych(args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain('there.html');
    expect(readFileSync(at('there.html'), 'utf8')).toBe('mine');
    expect(triptych([...args, '--force']).code).toBe(0);
    expect(triptych(['report', 'gone.triptych', '--format', 'csv', '--out', 'a.csv']).code).toBe(2);
    expect(triptych(['report', project, '--format', 'csv', '--out', 'none/a.csv']).code).toBe(1);
    expect(readdirSync(folder)).not.toContain('a.csv');
  });
});

describe('triptych check', () => {
  it('holds the texts to terms from a file', () => {
    writeFileSync(at('terms.txt'), 'плотина | тоскоол | dam\n');
    const args = ['check', ...ALL, '--json', '--strict'];
    const none = JSON.stringify({ findings: [], leftOut: [], stopped: false });
    expect(triptych(args)).toEqual({ code: 0, out: `${none}\n`, error: '' });
    const held = triptych([...args, '--glossary', 'terms.txt']);
    expect([held.code, held.error]).toEqual([3, '']);
    expect(JSON.parse(held.out)).toMatchObject({ findings: [{ check: 'term', row: 0 }] });
    expect(triptych([...args, '--glossary', 'gone.txt']).code).toBe(2);
  });
});

describe('triptych check and report, when a check goes wrong', { timeout: 120_000 }, () => {
  const wrong = { NODE_OPTIONS: `--require ${resolve('tests/hostile/wrong-checks.cjs')}` };
  const write = (name: string, ...texts: readonly string[]) => writeFileSync(at(name), texts.join('\n\n'));

  it('leaves out what does not end, crashes or fails, goes on with the rest, and says so', () => {
    write('wrong.txt', 'A road road.', 'It hangs.', 'It crashes.', 'It throws.', 'The goverment.');
    const { code, out, error } = triptych(['check', '--en', 'wrong.txt', '--strict'], {
      ...wrong,
      TRIPTYCH_IMPATIENT: '1',
    });
    expect(code).toBe(4);
    const left = [2, 3, 4].map((row) => `Doubled words, in row ${row}`);
    const told = [en.cli.leftOut.silence, en.cli.leftOut.exit, en.cli.leftOut.exit].map((sentence, i) =>
      sentence.replace('{{step}}', left[i] ?? ''),
    );
    // The bug is told once, with its place in the program.
    const [, bug = ''] =
      /(triptych: Something went wrong inside Triptych.*?\n)(?=triptych: )/s.exec(error) ?? [];
    expect(bug).toMatch(/TypeError: invented\n +at .*:\d+:\d+\)?\n/);
    expect(error.replace(bug, '')).toBe(told.map((sentence) => `triptych: ${sentence}\n`).join(''));
    expect(out.split('\n')).toEqual([
      expect.stringContaining('“road” appears twice in a row.'),
      expect.stringContaining('“goverment” is not in the dictionary.'),
      '2 findings.',
      en.finding.leftOut,
      ...left.map((line) => `  ${line}`),
      '',
    ]);
  });

  it('tells of a bug in what watches the checks', () => {
    write('guarded.txt', 'A road road.');
    const { code, error } = triptych(['check', '--en', 'guarded.txt'], {
      ...wrong,
      TRIPTYCH_WRONG_GUARD: '1',
    });
    expect(code).toBe(4);
    expect(error).toMatch(/RangeError: invented\n +at .*\n(.*\n)* +at .*cli-check-guard\.cjs:\d+:\d+/);
  });

  it('tells a script so, of what takes too much memory and of dictionaries that cannot be read', () => {
    write('hoards.txt', 'A road road.', 'It hoards.', 'The goverment.');
    const args = ['check', '--en', 'hoards.txt', '--json'];
    const { code, out, error } = triptych(args, { ...wrong, TRIPTYCH_NO_WORDS: '1' });
    expect(code).toBe(4);
    expect(error).toContain(en.cli.leftOut.memory.split('{{step}}')[0]);
    expect(JSON.parse(out)).toMatchObject({
      findings: [{ check: 'doubledWord', row: 0 }],
      leftOut: [
        { check: 'doubledWord', row: 1 },
        { check: 'spelling', row: null },
      ],
      stopped: false,
    });
  });

  it('reports on the rest', () => {
    write('throws.txt', 'A road road.', 'It throws.');
    expect(triptych(['align', '--en', 'throws.txt', '--out', 'throws.triptych']).code).toBe(0);
    const { code, out } = triptych(
      ['report', 'throws.triptych', '--format', 'csv', '--out', 'throws.csv'],
      wrong,
    );
    expect([code, out]).toEqual([4, 'throws.csv\n']);
    const table = readFileSync(at('throws.csv'), 'utf8');
    expect(table).toContain('“road” appears twice in a row.');
    expect(table).toContain(en.report.unchecked.replace('{{checks}}', 'Doubled words'));
  });

  it('ends the checks with the program that waits for them, however busy they are', async () => {
    write('hangs.txt', 'It hangs.');
    const program = spawn(process.execPath, [PROGRAM, 'check', '--en', at('hangs.txt')], {
      env: { ...ENV, ...wrong },
      stdio: 'ignore',
    });
    const childOf = () =>
      spawnSync('pgrep', ['-P', String(program.pid), '-f', 'cli-check-worker'], {
        encoding: 'utf8',
      }).stdout.trim();
    await vi.waitUntil(childOf, { timeout: 60_000 });
    const checks = Number(childOf());
    program.kill('SIGKILL');
    await vi.waitUntil(() => !isRunning(checks), { timeout: 60_000 });
  });
});

describe('triptych --help and --version', () => {
  it('tell how to use it, and which it is', () => {
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')));
    expect(triptych(['--version'])).toEqual({ code: 0, out: `${version}\n`, error: '' });
    const { code, out } = triptych(['--help']);
    expect(code).toBe(0);
    for (const word of [version, 'align', 'check', 'diff', 'export', 'info', 'report', 'score'])
      expect(out).toContain(word);
  });

  it('can be started as a program of its own', () => {
    expect(readFileSync(PROGRAM, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});
