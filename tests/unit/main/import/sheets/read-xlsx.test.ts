import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../../main/import/read-document';
import { readXlsx } from '../../../../../main/import/sheets/read-xlsx';
import { columnVersion, proposedColumn, columnsByLanguage } from '../../../../../shared/model/column-version';
import type { ImportedDocument } from '../../../../../shared/model/imported-document';
import type { Language } from '../../../../../shared/model/language';
import { makeXlsx, textRow, type MadeWorkbook } from './make-xlsx';

const RU = 'Цены выросли во всех городах страны, и это видно на рынках.';
const KY = 'Баалар өлкөнүн бардык шаарларында өстү жана бул базарларда көрүнүп турат.';
const EN = 'Prices have grown in all the towns of the country, and it is seen in the markets.';

const HEAD = textRow(['№', 'Русский', 'Кыргызча', 'English']);

async function read(workbook: MadeWorkbook): Promise<ImportedDocument> {
  const document = await readDocument({ fileName: 'prices.xlsx', bytes: await makeXlsx(workbook) });
  if (!document.ok) throw new Error(document.failure.code);
  return document.value;
}

/** What a project is made of, of a language. */
function textsOf(document: ImportedDocument, language: Language): readonly string[] {
  const column = proposedColumn(document, language);
  const version = column && columnVersion(document, column);
  return version?.document.blocks.flatMap(({ block, included }) => (included ? [block.text] : [])) ?? [];
}

describe('a workbook', () => {
  it('has a version in each column, told by the head or by the language, and the head is none of them', async () => {
    const headed = await read({ sheets: [{ name: 'Лист1', rows: HEAD + textRow(['1', RU, KY, EN]) }] });
    expect(['ru', 'ky', 'en'].map((each) => textsOf(headed, each as Language))).toEqual([[RU], [KY], [EN]]);
    expect(headed.columns?.groups[0]?.columns).toEqual([
      { column: 1, name: 'Русский', language: 'ru' },
      { column: 2, name: 'Кыргызча', language: 'ky' },
      { column: 3, name: 'English', language: 'en' },
    ]);
    const bare = await read({ sheets: [{ name: 'a', rows: textRow([EN, '', RU]) + textRow([EN, KY, RU]) }] });
    expect(textsOf(bare, 'en')).toEqual([EN, EN]);
    expect(textsOf(bare, 'ky')).toEqual([KY]);
    expect(textsOf(bare, 'ru')).toEqual([RU, RU]);
  });

  it('shows numbers and dates as it would to who reads the language, and what formulas came to', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="d mmmm yyyy"/><numFmt numFmtId="165" formatCode="[broken"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs>';
    const row = (style: number, value: string): string =>
      `<row>${['A', 'B', 'C'].map((column) => `<c r="${column}2" s="${style}"><f>1+1</f><v>${value}</v></c>`).join('')}</row>`;
    const rows = [
      [0, '1234.5'],
      [1, '0.356'],
      [2, '45000'],
      [3, '45000'],
      [4, '7'],
    ] as const;
    const document = await read({
      styles,
      sheets: [
        {
          name: 'a',
          rows:
            textRow(['ru', 'ky', 'en']) + textRow([RU, KY, EN]) + rows.map(([s, v]) => row(s, v)).join(''),
        },
      ],
    });
    expect(textsOf(document, 'ru').slice(1)).toEqual([
      '1234,5',
      '35,60%',
      '15 марта 2023',
      '15.03.2023',
      '7',
    ]);
    expect(textsOf(document, 'ky').slice(1)).toEqual(['1234,5', '35,60%', '15 март 2023', '15.03.2023', '7']);
    expect(textsOf(document, 'en').slice(1)).toEqual(['1234.5', '35.60%', '15 March 2023', '3/15/2023', '7']);
  });

  it('counts days from 1904 where it says so, and shows switches and mistakes as they stand', async () => {
    const document = await read({
      from1904: true,
      styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
      sheets: [
        {
          name: 'a',
          rows: `${textRow([EN])}<row><c r="A2" s="1"><v>43538</v></c></row><row><c r="A3" t="b"><v>1</v></c></row><row><c r="A4" t="e"><v>#N/A</v></c></row>`,
        },
      ],
    });
    expect(textsOf(document, 'en').slice(1)).toEqual(['3/15/2023', 'TRUE', '#N/A']);
  });

  it('keeps the marks of runs and cells, line breaks, and what XML cannot hold; how a word is spoken is no text', async () => {
    const run = (properties: string, text: string) =>
      `<r><rPr>${properties}</rPr><t xml:space="preserve">${text}</t></r>`;
    const strings = `<si>${run('<b/>', 'Prices ')}${run('<strike/>', '12 ')}<rPh sb="0" eb="1"><t>no</t></rPh>${run('<vertAlign val="superscript"/>', '21')}</si><si><t>Of the year_x000A_and the day&#10;&#10;Another</t></si>`;
    const styles = '<fonts><font/><font><i/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>';
    const document = await read({
      strings,
      styles,
      sheets: [
        {
          name: 'a',
          rows: `${textRow([EN])}<row><c r="A2" t="s"><v>0</v></c></row><row><c r="A3" t="s" s="1"><v>1</v></c></row>`,
        },
      ],
    });
    const [, first, second, third] = document.blocks.map(({ block }) => block);
    expect(first?.text).toBe('Prices 12 21');
    expect(first?.marks).toEqual([
      { type: 'strong', start: 0, end: 7 },
      { type: 'strike', start: 7, end: 10 },
      { type: 'superscript', start: 10, end: 12 },
    ]);
    expect(second?.text).toBe('Of the year\nand the day');
    expect(second?.marks).toEqual([{ type: 'emphasis', start: 0, end: 23 }]);
    expect(third?.text).toBe('Another');
    expect(third?.cell).toEqual({ table: 0, row: 2, column: 0 });
  });

  it('offers all its sheets but the hidden ones, and proposes the one with most languages', async () => {
    const notes = { name: 'Заметки', rows: textRow([RU]) + textRow([RU]) + textRow([RU]) };
    const texts = { name: 'Тексты', rows: HEAD + textRow(['1', RU, KY, EN]) };
    const document = await read({ sheets: [notes, { ...notes, name: 'Скрытый', hidden: true }, texts] });
    expect(document.columns?.groups.map(({ name }) => name)).toEqual(['Заметки', 'Тексты']);
    expect(document.columns?.proposed).toBe(1);
    expect(textsOf(document, 'ru')).toEqual([RU]);
    const hidden = await read({ sheets: [{ ...texts, hidden: true }] });
    expect(textsOf(hidden, 'en')).toEqual([EN]);
  });

  it('takes of two columns in one language the one that is named so, and the third of three for what is left', async () => {
    const twice = await read({
      sheets: [{ name: 'a', rows: textRow(['Было', 'RU (итог)', 'EN']) + textRow([`${RU} ${RU}`, RU, EN]) }],
    });
    expect(columnsByLanguage(twice.columns?.groups[0])).toEqual({ ru: 1, ky: null, en: 2 });
    const short = await read({ sheets: [{ name: 'a', rows: textRow([RU, 'Бишкек', EN]) }] });
    expect(columnsByLanguage(short.columns?.groups[0])).toEqual({ ru: 0, ky: 1, en: 2 });
  });

  it('begins with a title where all its versions do', async () => {
    const titled = await read({
      sheets: [{ name: 'a', rows: textRow(['Цены растут', '', 'Prices grow']) + textRow([RU, KY, EN]) }],
    });
    const rolesOf = (language: Language) => {
      const column = proposedColumn(titled, language);
      const version = column && columnVersion(titled, column);
      return version?.document.blocks.flatMap(({ block, included }) => (included ? [block.role] : []));
    };
    expect(rolesOf('ru')).toEqual(['title', 'paragraph']);
    expect(rolesOf('ky')).toEqual(['paragraph']);
    expect(rolesOf('en')).toEqual(['title', 'paragraph']);
  });

  it('that has no words, or is damaged, is refused in words', async () => {
    const failureOf = async (workbook: MadeWorkbook) => {
      const result = await readXlsx(await makeXlsx(workbook), 'a.xlsx');
      return result.ok ? null : result.failure;
    };
    expect(await failureOf({ sheets: [{ name: 'a', rows: '<row><c><v>1</v></c></row>' }] })).toEqual({
      code: 'fileNoColumns',
      params: { file: 'a.xlsx' },
    });
    expect((await failureOf({ sheets: [], raw: { 'xl/workbook.xml': '<workbook' } }))?.code).toBe(
      'fileDamaged',
    );
  });

  it('is read no further than anybody could review', async () => {
    const failureOf = async (workbook: MadeWorkbook) => {
      const result = await readDocument({ fileName: 'a.xlsx', bytes: await makeXlsx(workbook) });
      return result.ok ? null : result.failure.code;
    };
    const far = `<row><c r="AML1" t="inlineStr"><is><t>${EN}</t></is></c></row>`;
    expect(await failureOf({ sheets: [{ name: 'a', rows: far }] })).toBe('fileTooManyParts');
    // One text of a megabyte that is shown thirty times.
    const strings = `<si><t>${'word '.repeat(210_000)}</t></si>`;
    const rows = '<row><c t="s"><v>0</v></c></row>'.repeat(30);
    expect(await failureOf({ strings, sheets: [{ name: 'a', rows }] })).toBe('fileUnpacksTooLarge');
    const many = '<row><c t="s"><v>0</v></c></row>'.repeat(50_001);
    expect(await failureOf({ strings: '<si><t>word</t></si>', sheets: [{ name: 'a', rows: many }] })).toBe(
      'fileTooManyParts',
    );
    const entity = `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><workbook/>`;
    expect(await failureOf({ sheets: [], raw: { 'xl/workbook.xml': entity } })).toBe('fileUnsafe');
  });
});
