import { applyCommand, type Command } from '../../../../shared/commands/command';
import type { Finding } from '../../../../shared/checks/engine/finding';
import { plainImport, type ImportedDocument } from '../../../../shared/model/imported-document';
import { LANGUAGES, perLanguage, type Language } from '../../../../shared/model/language';
import type { Paragraph } from '../../../../shared/model/paragraph';
import type { Project } from '../../../../shared/model/project';
import type { Row } from '../../../../shared/model/row';
import { value } from '../../main/project/sample-project';

const TEXTS: Readonly<Record<Language, string>> = {
  ru: 'Станция стоит дорого. Её построят за 6 лет.',
  ky: 'Станция кымбат турат. Аны 6 жылда курушат.',
  en: 'The station is expensive. It will be built in 6 years.',
};

function paragraph(id: string, text: string): Paragraph {
  return { id, role: 'paragraph', text, marks: [], label: '', depth: 0, cell: null, imported: null };
}

function row(id: string, count: Readonly<Record<Language, number>>): Row {
  return {
    id,
    cells: perLanguage((language) => ({
      paragraphs: Array.from({ length: count[language] }, (_, n) =>
        paragraph(`${id}-${language}-${n + 1}`, `${TEXTS[language]} (${id}, ${n + 1})`),
      ),
      status: count[language] > 0 ? 'translated' : 'draft',
    })),
    confidence: 1,
    confirmed: false,
  };
}

/** The row with a picture for each text, of which only the English one can be shown. */
function withPicture(each: Row): Row {
  const picture = { hash: '0'.repeat(64), kind: 'png', address: 'dam.png', width: 60, height: 40 } as const;
  const cells = perLanguage((language) => ({
    ...each.cells[language],
    paragraphs: each.cells[language].paragraphs.map((held): Paragraph => ({
      ...held,
      role: 'picture',
      picture: language === 'en' ? picture : { ...picture, hash: null },
    })),
  }));
  return { ...each, cells };
}

/**
 * A project in which each act can be done somewhere: r3 has two paragraphs a language, of which the first of the Kyrgyz
 * ones holds a suggestion and has fallen behind the English; in r4 the Kyrgyz is missing, and the others are pictures; r5 is empty; r7 is the last.
 */
export function reviewedProject(): Project {
  const one = { ru: 1, ky: 1, en: 1 };
  const project: Project = {
    id: 'project-1',
    title: 'Станция',
    created: 1_700_000_000_000,
    origins: { ru: null, ky: null, en: null },
    rows: [
      row('r1', one),
      row('r2', one),
      row('r3', { ru: 2, ky: 2, en: 2 }),
      withPicture(row('r4', { ru: 1, ky: 0, en: 1 })),
      row('r5', { ru: 0, ky: 0, en: 0 }),
      row('r6', one),
      row('r7', one),
    ],
    flags: [],
  };
  const commands: readonly Command[] = [
    { type: 'takeSnapshot', snapshotId: 's1', name: 'First' },
    edit('r3-en-1', 'The station is cheap. It will never be built at all, says the minister.', false),
    edit('r3-ky-1', 'Станция кымбат эмес турат. Аны 6 жылда курушат.', true),
  ];
  return commands.reduce(
    (before, command) => value(applyCommand(before, command, { author: 'Нурлан', time: 1 })),
    project,
  );
}

function edit(paragraphId: string, text: string, suggest: boolean): Command {
  return { type: 'editParagraph', paragraphId, content: { text, marks: [] }, suggest };
}

/** Something the checks find in the first words of a paragraph. */
export function finding(rowId: string, language: Language, paragraphId: string): Finding {
  const span = { language, paragraphId, start: 0, end: 7 };
  return {
    key: `spelling ${paragraphId}`,
    check: 'spelling',
    severity: 'minor',
    rowId,
    message: 'unknown',
    params: { word: 'Станция' },
    spans: [span],
    fixes: [{ ...span, text: 'Стансия' }],
  };
}

/** A newer draft of the English text, in which the first paragraph says something else. */
export function newerDraft(): ImportedDocument {
  const texts = reviewedProject().rows.flatMap(({ cells }) => cells.en.paragraphs.map(({ text }) => text));
  const blocks = texts.map((text, n) => {
    const { role, marks, label, depth, cell } = paragraph('', '');
    return plainImport(
      { role, marks, label, depth, cell, text: n === 0 ? `${text} And so on.` : text },
      true,
    );
  });
  return {
    fileName: 'draft.txt',
    format: 'txt',
    encoding: 'utf-8',
    hash: 'ab'.repeat(32),
    language: 'en',
    blocks,
    notices: [],
  };
}

/** The texts of a project by language, in reading order. */
export function textsOf({ rows }: Project): readonly string[] {
  return LANGUAGES.flatMap((language) =>
    rows.flatMap(({ cells }) => cells[language].paragraphs.map(({ text }) => text)),
  );
}
