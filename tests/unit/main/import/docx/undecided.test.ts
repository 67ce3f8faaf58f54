import fc from 'fast-check';
import type { TFunction } from 'i18next';
import { expect, it } from 'vitest';
import { versionDocument } from '../../../../../main/export/version-document';
import { writeVersion } from '../../../../../main/export/write-version';
import { readDocument } from '../../../../../main/import/read-document';
import { documentParagraphs } from '../../../../../main/import/new-project';
import type { Paragraph } from '../../../../../shared/model/paragraph';
import type { Project } from '../../../../../shared/model/project';
import { decide } from '../../../../../shared/reconcile/suggestions';
import { deletedRun, makeDocx, p, r, tracked, type Parts } from './make-docx';

/** How a stretch of a file came about: `both` was inserted by one person and deleted by another. */
type Kind = 'r' | 'ins' | 'del' | 'moveFrom' | 'moveTo' | 'both';

interface Made {
  readonly runs: readonly { readonly kind: Kind; readonly words: readonly number[] }[];
  /** What happened to its end. */
  readonly end: 'kept' | 'ins' | 'del';
  /** What happened to the table row it is in; null where it is in none. */
  readonly row: 'kept' | 'ins' | 'del' | null;
}

const KINDS: readonly Kind[] = ['r', 'r', 'ins', 'del', 'moveFrom', 'moveTo', 'both'];

// So few words that many stand at several places, as those of a moved paragraph do.
const words = fc.array(fc.nat(9), { minLength: 1, maxLength: 3 });

const made: fc.Arbitrary<Made> = fc.record({
  runs: fc.oneof(
    fc.array(fc.record({ kind: fc.constantFrom(...KINDS), words }), { maxLength: 4 }),
    // A whole paragraph, as when it is moved or replaced.
    fc.record({ kind: fc.constantFrom(...KINDS), words }).map((run) => [run]),
  ),
  end: fc.constantFrom('kept', 'kept', 'ins', 'del'),
  row: fc.constantFrom(null, null, null, 'kept', 'ins', 'del'),
});

const textOf = (numbers: readonly number[]): string => ` ${numbers.map((n) => `сөз${n}`).join(' ')} `;

function bodyOf(paragraphs: readonly Made[]): string {
  const inside = paragraphs.map(({ runs, end, row }) => {
    const mark = end === 'kept' ? '' : `<w:rPr>${tracked(end, 'Айгүл')}</w:rPr>`;
    const content = runs.map(({ kind, words: numbers }) => {
      const text = textOf(numbers);
      if (kind === 'r') return r(text);
      if (kind === 'both') return tracked('ins', 'Айгүл', tracked('del', 'Бек', deletedRun(text)));
      return tracked(kind, 'Айгүл', kind === 'del' ? deletedRun(text) : r(text));
    });
    const paragraph = `<w:p><w:pPr>${mark}</w:pPr>${content.join('')}</w:p>`;
    if (row === null) return paragraph;
    const properties = row === 'kept' ? '' : `<w:trPr>${tracked(row, 'Айгүл')}</w:trPr>`;
    return `<w:tbl><w:tr>${properties}<w:tc>${paragraph}</w:tc></w:tr></w:tbl>`;
  });
  return p('башы') + inside.join('') + p('аягы');
}

/** The words of the file with all its changes decided in one way, as Word would have them. */
function decidedWords(paragraphs: readonly Made[], accept: boolean): readonly string[] {
  const gone: readonly string[] = accept ? ['del', 'moveFrom', 'both'] : ['ins', 'moveTo', 'both'];
  const inside = paragraphs.flatMap(({ runs, row }) =>
    gone.includes(row ?? '')
      ? []
      : runs.filter(({ kind }) => !gone.includes(kind)).flatMap((run) => wordsIn(textOf(run.words))),
  );
  return ['башы', ...inside, 'аягы'];
}

const wordsIn = (text: string): readonly string[] => text.match(/сөз\d|башы|аягы/gu) ?? [];

async function importParts(parts: Parts): Promise<readonly Paragraph[]> {
  const read = await readDocument({ fileName: 'макала.docx', bytes: await makeDocx(parts) });
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  let ids = 0;
  return documentParagraphs(read.value, { newId: () => `p${(ids += 1)}`, time: 1 });
}

const FORMATS = ['txt', 'md', 'html', 'docx'] as const;

async function exported(paragraphs: readonly Paragraph[], format: (typeof FORMATS)[number]): Promise<string> {
  const empty = { paragraphs: [], status: 'draft' as const };
  const project: Project = {
    ...{ id: 'p', title: 'Макала', created: 0, origins: { ru: null, ky: null, en: null }, flags: [] },
    rows: [
      {
        ...{ id: 'r', confidence: 1, confirmed: false },
        cells: { ru: empty, ky: { paragraphs, status: 'translated' }, en: empty },
      },
    ],
  };
  const t = ((key: string) => key) as TFunction;
  const bytes = await writeVersion(
    versionDocument(project, 'ky', t, (category) => category),
    format,
  );
  if (format !== 'docx') return new TextDecoder().decode(bytes);
  const read = await readDocument({ fileName: 'макала.docx', bytes });
  return read.ok ? read.value.blocks.map(({ block }) => block.text).join('\n') : '';
}

const allText = (paragraphs: readonly Paragraph[]): string => paragraphs.map(({ text }) => text).join('\n');

it('what both the accepted and the rejected text have is in every export of what nobody decided', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(made, { minLength: 1, maxLength: 5 }), async (file) => {
      const paragraphs = await importParts({ body: bodyOf(file) });
      const [accepted, rejected] = [decidedWords(file, true), decidedWords(file, false)];
      const count = (list: readonly string[], word: string) => list.filter((each) => each === word).length;
      for (const format of FORMATS) {
        const found = wordsIn(await exported(paragraphs, format));
        for (const word of new Set(accepted)) {
          const shared = Math.min(count(accepted, word), count(rejected, word));
          expect([word, count(found, word) >= shared]).toEqual([word, true]);
        }
      }
      const decidedTo = (accept: boolean) =>
        wordsIn(allText(paragraphs.map((paragraph) => decide(paragraph, null, accept))));
      expect(decidedTo(true)).toEqual(accepted);
      expect(decidedTo(false)).toEqual(rejected);
    }),
    { seed: 11, numRuns: 60 },
  );
}, 120_000);

it('a moved paragraph with its note and its text box is lost at neither place', async () => {
  const box = `<w:r><w:pict><w:txbxContent>${p('врезка')}</w:txbxContent></w:pict></w:r>`;
  const note = '<w:r><w:footnoteReference w:id="1"/></w:r>';
  const move = (change: 'moveFrom' | 'moveTo') => {
    const end = `<w:rPr>${tracked(change, 'Айгүл')}</w:rPr>`;
    return `<w:p><w:pPr>${end}</w:pPr>${tracked(change, 'Айгүл', r('абзац') + note + box)}</w:p>`;
  };
  const body = move('moveFrom') + p('ортосу') + move('moveTo') + p('аягы');
  const footnotes = `<w:footnote w:id="1">${p('сноска')}</w:footnote>`;
  const paragraphs = await importParts({ body, footnotes });
  for (const format of FORMATS) {
    const text = await exported(paragraphs, format);
    for (const word of ['абзац', 'врезка', 'ортосу', 'аягы', 'сноска'])
      expect([format, word, text.split(word).length - 1]).toEqual([format, word, 1]);
  }
});

it('a note whose reference was deleted comes back when that is rejected', async () => {
  const note = `<w:footnote w:id="1">${p('Сноска.')}</w:footnote>`;
  const reference = tracked('del', 'Айгүл', '<w:r><w:footnoteReference w:id="1"/></w:r>');
  const paragraphs = await importParts({ body: `<w:p>${r('Бир')}${reference}</w:p>`, footnotes: note });
  const texts = (accept: boolean) => paragraphs.map((paragraph) => decide(paragraph, null, accept).text);
  expect(texts(true)).toEqual(['Бир', '']);
  expect(texts(false)).toEqual(['Бир1', 'Сноска.']);
});

it('a move is whole however many changes a file has', async () => {
  const many = (tracked('ins', 'Айгүл', r('а')) + tracked('ins', 'Бек', r('б'))).repeat(10_001);
  const moved = (change: 'moveFrom' | 'moveTo') => `<w:p>${tracked(change, 'Айгүл', r('көчтү'))}</w:p>`;
  const paragraphs = await importParts({
    body: moved('moveTo') + `<w:p>${many}</w:p>` + moved('moveFrom') + p('аягы'),
  });
  expect((await exported(paragraphs, 'txt')).match(/көчтү|аягы/gu)).toEqual(['көчтү', 'аягы']);
});
