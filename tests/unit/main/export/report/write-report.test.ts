import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { MOST_IN_WORD, whatWordHolds } from '../../../../../main/export/report/what-word-holds';
import { writeReport } from '../../../../../main/export/report/write-report';
import { readDocx } from '../../../../../main/import/docx/read-docx';
import { LANGUAGES, type Language } from '../../../../../shared/model/language';
import { makeReport, type ReviewReport } from '../../../../../shared/report/review-report';
import { CORE_TYPOLOGY } from '../../../../../shared/mqm/typology';
import { article } from '../../../shared/commands/article';
import { HOSTILE, sampleReport } from './sample-report';

type Element = DefaultTreeAdapterTypes.Element;

const hostile = () => sampleReport((plain) => HOSTILE + plain);

const empty = () =>
  makeReport(article(), {
    ...{ time: 1, author: null, typology: CORE_TYPOLOGY, findings: [] },
    parts: { scores: true, settled: true, findings: true },
  });

async function textOf(
  report: ReviewReport,
  format: 'html' | 'csv',
  language: Language = 'en',
): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    await writeReport(report, format, language),
  );
}

/** Every element of a page that has to be well-formed. */
function elementsOf(page: string): readonly Element[] {
  const errors: string[] = [];
  const document = parse(page, { onParseError: ({ code }) => errors.push(code) });
  expect(errors).toEqual([]);
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(document);
  return found;
}

function attribute({ attrs }: Element, name: string): string | null {
  return attrs.find((each) => each.name === name)?.value ?? null;
}

function textIn(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
}

/** The XML parts of an Office file, each of which has to be well-formed; with the names of all elements. */
async function partsOf(
  bytes: Uint8Array,
): Promise<ReadonlyMap<string, { xml: string; elements: ReadonlySet<string> }>> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, { xml: string; elements: ReadonlySet<string> }>();
  for (const [name, file] of Object.entries(zip.files)) {
    if (file.dir) continue;
    expect(name).toMatch(/\.(xml|rels)$/);
    const xml = await file.async('string');
    const elements = new Set<string>();
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw new Error(`${name}: ${error.message}`);
    });
    parser.on('opentag', (tag) => elements.add(tag.name));
    parser.write(xml).close();
    parts.set(name, { xml, elements });
  }
  return parts;
}

/** RFC 4180, as a spreadsheet reads it. */
function readCsv(text: string): readonly (readonly string[])[] {
  expect(text.startsWith('\ufeff')).toBe(true);
  const rows: string[][] = [[]];
  const cells = text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g);
  let read = 1;
  for (const [whole, quoted, plain = '', end] of cells) {
    read += whole.length;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  expect(read).toBe(text.length);
  return rows.slice(0, -1);
}

const UNWANTED =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ufffd]/;

describe('a report as a page', () => {
  it.each(LANGUAGES)('is in the language asked for: %s', async (language) => {
    const elements = elementsOf(await textOf(sampleReport(), 'html', language));
    const [root] = elements;
    expect(root && attribute(root, 'lang')).toBe(language);
    const title = { ru: 'Отчёт о проверке', ky: 'Текшерүү боюнча отчёт', en: 'Review report' };
    expect(elements.filter(({ tagName }) => tagName === 'title').map(textIn)[0]).toBe(
      `${title[language]}: Репутация`,
    );
  });

  it('tells everything of the review', async () => {
    const page = elementsOf(await textOf(sampleReport(), 'html')).find(({ tagName }) => tagName === 'body');
    const text = page ? textIn(page).replace(/\s+/g, ' ') : '';
    for (const part of [
      ...[
        'Репутация',
        'Нурлан',
        'Бакыт',
        'статья.docx',
        'Mistranslation',
        'House tone',
        '▲ Critical',
        '● Minor',
      ],
      ...['Ложный друг переводчика', 'Chief', 'Please mend it.', 'Open flags: 1', 'Resolved flags: 1'],
      ...['Links and addresses: 1', 'English lacks the link example.org.', 'The paragraph is missing'],
      ...[
        'fails, as an error is critical',
        'too short for a score',
        'House rules 2',
        'themqm.org',
        'ISO 5060',
      ],
    ])
      expect(text).toContain(part);
  });

  it('marks flagged words, and shows a suggestion as a change, in the language of the text', async () => {
    const elements = elementsOf(await textOf(sampleReport(), 'html', 'ru'));
    const texts = (tag: string) => elements.filter(({ tagName }) => tagName === tag).map(textIn);
    expect(texts('mark')).toEqual(['reparation', 'Два', 'Абзаца нет']);
    expect(texts('ins')).toEqual(['reputation', 'reputation']);
    expect(texts('del')).toEqual(['reparation', 'reparation', 'reparation']);
    const quoted = elements.filter((element) => attribute(element, 'class') === 'text');
    expect(new Set(quoted.map((element) => attribute(element, 'lang')))).toEqual(new Set(LANGUAGES));
  });

  it('may only show itself in its own style sheet', async () => {
    const elements = elementsOf(await textOf(hostile(), 'html'));
    const policy = elements.find((each) => attribute(each, 'http-equiv') === 'Content-Security-Policy');
    const style = elements.filter(({ tagName }) => tagName === 'style').map(textIn);
    const hash = createHash('sha256').update(style.join('')).digest('base64');
    expect(policy && attribute(policy, 'content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(style).toHaveLength(1);
  });

  it('draws charts that are named, described and repeated as tables', async () => {
    const elements = elementsOf(await textOf(sampleReport(), 'html'));
    const charts = elements.filter(({ tagName }) => tagName === 'svg');
    expect(charts).toHaveLength(2);
    const ids = new Set(elements.map((each) => attribute(each, 'id')));
    for (const chart of charts) {
      expect(attribute(chart, 'role')).toBe('img');
      for (const id of attribute(chart, 'aria-labelledby')?.split(' ') ?? []) expect(ids).toContain(id);
      expect(chart.childNodes.map((node) => node.nodeName)).toEqual(
        expect.arrayContaining(['title', 'desc']),
      );
    }
    for (const cell of elements.filter(({ tagName }) => tagName === 'th'))
      expect(['row', 'col']).toContain(attribute(cell, 'scope'));
    for (const table of elements.filter(({ tagName }) => tagName === 'table'))
      expect(table.childNodes.some(({ nodeName }) => nodeName === 'caption')).toBe(true);
  });

  it('has no id twice, and every link leads somewhere in it', async () => {
    const elements = elementsOf(await textOf(sampleReport(), 'html'));
    const ids = elements.flatMap((each) => attribute(each, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = elements.flatMap((each) => attribute(each, 'href') ?? []);
    expect(links.map((link) => link.replace('#', '')).filter((id) => !ids.includes(id))).toEqual([]);
    expect(links.length).toBe(2);
  });

  it('stays inert whatever was typed', async () => {
    const page = await textOf(hostile(), 'html');
    expect(page).not.toMatch(UNWANTED);
    const elements = elementsOf(page);
    const tags = new Set(elements.map(({ tagName }) => tagName));
    for (const tag of ['script', 'img', 'iframe', 'object', 'form', 'base', 'link'])
      expect(tags).not.toContain(tag);
    for (const { attrs } of elements)
      for (const { name, value } of attrs) {
        expect(name).not.toMatch(/^on|^style$|^src/);
        if (name === 'href') expect(value).toMatch(/^#flag-\d+$/);
      }
    // As many elements as without it: nothing typed has become markup.
    expect(elements.length).toBe(
      elementsOf(
        await textOf(
          sampleReport((plain) => `=${plain}`),
          'html',
        ),
      ).length,
    );
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('{{name}} $t(menu.file)');
  });
});

describe('a report as CSV', () => {
  it('has a line for each flag and each finding', async () => {
    const [head, ...rows] = readCsv(await textOf(sampleReport(), 'csv'));
    const told = rows.map((row) => Object.fromEntries(row.map((cell, i) => [head?.[i], cell])));
    expect(told).toMatchObject([
      {
        ...{ Kind: 'Flag', 'No.': '1', Row: '1', Versions: 'Kyrgyz, English', Category: 'Mistranslation' },
        ...{ Severity: 'Critical', Status: 'Open', Note: 'Ложный друг переводчика', Author: 'Айгүл' },
        'Assigned to': 'Бакыт',
        'Text, English': 'It will face ⟦reparation⟧ losses.',
        'Text, Kyrgyz': 'Аброй жоготуу күтөт.\nNo longer in the text: reparation',
        ...{ 'Suggested text, English': 'reputation', Replies: 'Chief: Please\nmend it.' },
      },
      {
        Kind: 'Flag',
        Category: 'House tone',
        Status: 'Resolved',
        'Text, Kyrgyz': '⟦The paragraph is missing⟧',
      },
      {
        ...{ Kind: 'Check', 'No.': '', Row: '1', Category: 'Links and addresses', Versions: 'English' },
        ...{ Note: 'English lacks the link example.org.', 'Suggested text, English': 'They' },
      },
    ]);
    for (const row of rows) expect(row).toHaveLength(head?.length ?? 0);
  });

  it.each([HOSTILE, '=1', '+1', '-1', '@a', '\t=1', '\n=1', '＝1', '\u0000=1', '\u202e=1'])(
    'holds no formula whatever was typed: %j',
    async (typed) => {
      const text = await textOf(
        sampleReport((plain) => typed + plain),
        'csv',
      );
      expect(text).not.toMatch(UNWANTED);
      for (const cell of readCsv(text).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝]/);
    },
  );
});

describe('a report as a workbook', () => {
  it.each(LANGUAGES)('has sheets for flags, scores and findings, in %s', async (language) => {
    const parts = await partsOf(await writeReport(sampleReport(), 'xlsx', language));
    const names = {
      ru: ['Замечания', 'Оценки', 'Проверки'],
      ky: ['Эскертмелер', 'Баалар', 'Текшерүүлөр'],
      en: ['Flags', 'Scores', 'Checks'],
    };
    const sheets = [...(parts.get('xl/workbook.xml')?.xml.matchAll(/<sheet [^>]*name="([^"]*)"/g) ?? [])];
    expect(sheets.map(([, name]) => name)).toEqual(names[language]);
  });

  it('holds text and no formula whatever was typed', async () => {
    const parts = await partsOf(await writeReport(hostile(), 'xlsx', 'en'));
    let texts = '';
    for (const [name, { xml, elements }] of parts) {
      expect(elements.has('f'), name).toBe(false);
      expect(xml).not.toMatch(UNWANTED);
      expect(xml).not.toContain('TargetMode="External"');
      texts += xml;
    }
    expect(texts).toContain('=cmd|');
    expect(texts).toContain('&lt;script&gt;');
  });

  it('cuts what Excel would refuse', async () => {
    const long = await writeReport(
      sampleReport((plain) => plain + '😀'.repeat(20_000)),
      'xlsx',
      'en',
    );
    for (const [, { xml }] of await partsOf(long))
      for (const [, text = ''] of xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)) {
        expect(text.length).toBeLessThanOrEqual(32_767);
        expect(text).not.toMatch(/[\ud800-\udfff]/u);
      }
  });
});

describe('a report for Word', () => {
  it.each(LANGUAGES)('reads as a document, in %s', async (language) => {
    const read = await readDocx(await writeReport(sampleReport(), 'docx', language), 'отчёт.docx');
    if (!read.ok) throw new Error(read.failure.code);
    const text = read.value.blocks.map(({ block }) => block.text).join('\n');
    for (const part of [
      'Репутация',
      'Нурлан',
      'Ложный друг переводчика',
      'It will face reparation losses.',
      'ISO 5060',
    ])
      expect(text).toContain(part);
    expect(
      read.value.blocks.filter(({ block }) => block.role === 'title').map(({ block }) => block.text),
    ).toEqual(['Репутация']);
  });

  it('tells of as many flags and findings as Word can hold, and how many there are', async () => {
    const sample = sampleReport();
    const many = <T>(each: T | undefined): readonly T[] =>
      each ? Array<T>(MOST_IN_WORD + 7).fill(each) : [];
    const [flag] = sample.flags;
    const [group] = sample.findings ?? [];
    const report = {
      ...sample,
      flags: many(flag && { ...flag, texts: [], thread: [] }),
      findings: group ? [group, { ...group, findings: many(group.findings[0]) }] : [],
    };
    const held = whatWordHolds(report);
    expect(held.flags).toHaveLength(MOST_IN_WORD);
    expect(held.findings?.flatMap(({ findings }) => findings)).toHaveLength(MOST_IN_WORD);
    const parts = await partsOf(await writeReport(report, 'docx', 'en'));
    const xml = parts.get('word/document.xml')?.xml ?? '';
    expect(xml).toContain('Only the first 2,000 of 2,007 flags');
    expect(xml).toContain('Only the first 2,000 of 2,008 findings');
  });

  it('says of every text which language it is in', async () => {
    const parts = await partsOf(await writeReport(sampleReport(), 'docx', 'ru'));
    const xml = parts.get('word/document.xml')?.xml ?? '';
    for (const [text, tag] of [
      ['Аброй жоготуу', 'ky-KG'],
      ['It will face ', 'en-US'],
      ['Ложный друг', 'ru-RU'],
    ] as const) {
      const run = xml.split('<w:r>').find((each) => each.includes(text));
      expect(run, text).toContain(`<w:lang w:val="${tag}"/>`);
    }
  });

  it('stays well-formed and inert whatever was typed', async () => {
    const parts = await partsOf(await writeReport(hostile(), 'docx', 'en'));
    for (const [name, { xml, elements }] of parts) {
      expect(xml, name).not.toMatch(UNWANTED);
      expect(xml, name).not.toContain('TargetMode="External"');
      expect(elements.has('w:hyperlink')).toBe(false);
    }
    const { xml = '', elements } = parts.get('word/document.xml') ?? {};
    expect(xml).toContain('&lt;script&gt;alert(1)');
    expect(elements?.has('w:instrText')).toBe(false);
  });
});

describe('a report of nothing', () => {
  it.each(['html', 'docx', 'csv', 'xlsx'] as const)('can be written as .%s', async (format) => {
    const bytes = await writeReport(empty(), format, 'ky');
    if (format === 'docx' || format === 'xlsx') await partsOf(bytes);
    else if (format === 'html') elementsOf(Buffer.from(bytes).toString());
    else expect(readCsv(Buffer.from(bytes).toString())).toHaveLength(1);
  });
});
