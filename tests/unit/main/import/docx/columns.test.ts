import { describe, expect, it } from 'vitest';
import { presentText } from '../../../../../main/export/original/present-text';
import { writeOriginal } from '../../../../../main/export/original/write-original';
import { alignByLines, linesOfVersions, type Align } from '../../../../../main/import/align-lines';
import { alignmentInput } from '../../../../../main/import/alignment';
import { documentParagraphs, makeProject } from '../../../../../main/import/new-project';
import { readDocument } from '../../../../../main/import/read-document';
import { PRESENT_READING } from '../../../../../main/import/reading';
import { alignVersions } from '../../../../../shared/align/align-versions';
import { applyCommand } from '../../../../../shared/commands/command';
import {
  columnVersion,
  proposedColumn,
  type ChosenVersion,
} from '../../../../../shared/model/column-version';
import { ok } from '../../../../../shared/model/failure';
import type { ImportedDocument } from '../../../../../shared/model/imported-document';
import { LANGUAGES, perLanguage, type Language } from '../../../../../shared/model/language';
import { makeDocx, p, styled } from './make-docx';

const RU = 'Цены выросли во всех городах страны, и это видно на рынках.';
const KY = 'Баалар өлкөнүн бардык шаарларында өстү жана бул базарларда көрүнүп турат.';
const EN = 'Prices have grown in all the towns of the country, and it is seen in the markets.';
const SAID = { ru: 'Власти обещают помочь.', ky: 'Бийлик жардам берем деди.', en: 'Help is promised.' };

const cell = (...texts: readonly string[]) => `<w:tc>${texts.map((text) => p(text)).join('')}</w:tc>`;
const line = (...cells: readonly string[]) => `<w:tr>${cells.map((text) => cell(text)).join('')}</w:tr>`;
const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

const STYLES =
  '<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Q"><w:name w:val="Quote"/></w:style>';

async function read(body: string): Promise<ImportedDocument> {
  const bytes = await makeDocx({ body, styles: STYLES });
  const document = await readDocument({ fileName: 'перевод.docx', bytes });
  if (!document.ok) throw new Error(document.failure.code);
  return document.value;
}

function versionOf(document: ImportedDocument, language: Language) {
  const column = proposedColumn(document, language);
  return column && columnVersion(document, column);
}

/** What a project is made of, of a language. */
function textsOf(document: ImportedDocument, language: Language): readonly string[] {
  return (
    versionOf(document, language)?.document.blocks.flatMap(({ block, included }) =>
      included ? [`${block.role}: ${block.text}`] : [],
    ) ?? []
  );
}

const allTexts = (document: ImportedDocument) => LANGUAGES.map((each) => textsOf(document, each));

describe('a table of a Word file with a column for each language', () => {
  it('is two or three versions, with a head and without, beside numbers and notes', async () => {
    const three = await read(
      table(
        line('№', 'Русский', 'Кыргызча', 'English'),
        line('1', RU, KY, EN),
        line('2', SAID.ru, SAID.ky, SAID.en),
      ),
    );
    expect(allTexts(three)).toEqual([
      [`paragraph: ${RU}`, `paragraph: ${SAID.ru}`],
      [`paragraph: ${KY}`, `paragraph: ${SAID.ky}`],
      [`paragraph: ${EN}`, `paragraph: ${SAID.en}`],
    ]);
    const two = await read(table(line(RU, KY), line(SAID.ru, SAID.ky)));
    expect(allTexts(two)).toEqual([
      [`paragraph: ${RU}`, `paragraph: ${SAID.ru}`],
      [`paragraph: ${KY}`, `paragraph: ${SAID.ky}`],
      [],
    ]);
  });

  it('may be several tables one after the other, under a line that says what it is', async () => {
    const document = await read(
      p('Перевод на два языка') + table(line(RU, EN)) + p('') + table(line(SAID.ru, SAID.en)),
    );
    expect(allTexts(document)).toEqual([
      [`paragraph: ${RU}`, `paragraph: ${SAID.ru}`],
      [],
      [`paragraph: ${EN}`, `paragraph: ${SAID.en}`],
    ]);
  });

  it('keeps what its paragraphs are: headings, quotations, lists', async () => {
    const held = (text: string, said: string) =>
      `<w:tc>${p(text, styled('H2'))}${p(said, styled('Q'))}</w:tc>`;
    const document = await read(
      table(`<w:tr>${held('Рынки', RU)}${held('Базарлар', KY)}</w:tr>`, line(SAID.ru, SAID.ky)),
    );
    expect(allTexts(document).slice(0, 2)).toEqual([
      ['heading2: Рынки', `quotation: ${RU}`, `paragraph: ${SAID.ru}`],
      ['heading2: Базарлар', `quotation: ${KY}`, `paragraph: ${SAID.ky}`],
    ]);
  });

  it('is one text where it is only a part of one, or where its columns are of one language', async () => {
    const small = await read(p(RU) + p(RU) + p(RU) + table(line(SAID.ru, SAID.ky)));
    expect(small.columns?.proposed ?? null).toBeNull();
    const alone = await read(table(line(RU, SAID.ru), line(SAID.ru, RU)));
    expect(alone.columns).toBeUndefined();
  });

  it('is written back each version in its own column', async () => {
    const body = table(line('Русский', 'Кыргызча'), `<w:tr>${cell(RU, SAID.ru)}${cell(KY, SAID.ky)}</w:tr>`);
    const bytes = await makeDocx({ body, styles: STYLES });
    const document = await readDocument({ fileName: 'перевод.docx', bytes });
    if (!document.ok) throw new Error(document.failure.code);
    const versions = perLanguage((language): ChosenVersion | null => {
      const column = proposedColumn(document.value, language);
      const version = column && columnVersion(document.value, column);
      return version && { source: 'a', read: document.value, column, document: version.document };
    });
    let ids = 0;
    const making = { newId: () => `id${(ids += 1)}`, time: 1 };
    const documents = perLanguage((language) => versions[language]?.document ?? null);
    const paragraphs = perLanguage((language) => {
      const its = documents[language];
      return its ? documentParagraphs(its, making) : [];
    });
    const align: Align = async (stretches) =>
      Promise.resolve(ok(stretches.map((each) => alignVersions(each))));
    const lines = linesOfVersions(versions);
    if (!lines) throw new Error('no lines');
    const rows = await alignByLines(
      lines,
      perLanguage((language) => alignmentInput(paragraphs[language])),
      align,
    );
    if (!rows.ok) throw new Error(rows.failure.code);
    const project = makeProject('Цены', documents, paragraphs, rows.value, making);
    const [, second] = paragraphs.ky;
    const content = { text: 'Бийлик жардам убада кылды.', marks: [] };
    const edited = applyCommand(
      project,
      { type: 'editParagraph', paragraphId: second?.id ?? '', content },
      { author: 'А', time: 2 },
    );
    if (!edited.ok) throw new Error(edited.failure.code);
    const written = await writeOriginal({
      fileName: 'перевод.docx',
      format: 'docx',
      bytes,
      leftOut: project.origins.ky?.original?.leftOut ?? [],
      reading: PRESENT_READING,
      text: presentText(edited.value, 'ky', () => []),
      tracked: null,
      translation: null,
    });
    if (!written.ok) throw new Error(written.failure.code);
    const again = await readDocument({ fileName: 'перевод.docx', bytes: written.value });
    if (!again.ok) throw new Error(again.failure.code);
    expect(again.value.blocks.map(({ block }) => block.text)).toEqual([
      'Русский',
      'Кыргызча',
      RU,
      SAID.ru,
      KY,
      content.text,
    ]);
  });
});
