import { makeDocx, p, r } from '../../unit/main/import/docx/make-docx';
import { makeOdt, note, paragraph } from '../../unit/main/import/odt/make-odt';
import { extend, prepareWriteBack, reword, thin } from '../write-back';
import { bytes, times, type Growing, type GrowingFile } from './growing';

const many = (n: number, make: (i: number) => string): string => times(n, make).join('');

const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

const page = (inside: string): Uint8Array => bytes(`<html><body>${inside}</body></html>`);

const FILES: readonly GrowingFile[] = [
  ['paragraphs', 'a.odt', 500, (n) => makeOdt({ body: many(n, (i) => paragraph(`Слово ${i} и дело.`)) })],
  [
    'items',
    'a.odt',
    500,
    (n) =>
      makeOdt({
        body: `<text:list>${many(n, (i) => `<text:list-item>${paragraph(`Слово ${i}.`)}</text:list-item>`)}</text:list>`,
      }),
  ],
  [
    'notes',
    'a.odt',
    250,
    (n) => makeOdt({ body: many(n, (i) => paragraph(`Слово ${i}${note(String(i + 1), `Сноска ${i}`)}`)) }),
  ],
  ['paragraphs', 'a.docx', 500, (n) => makeDocx({ body: many(n, (i) => p(`Слово ${i} и дело.`)) })],
  [
    'notes',
    'a.docx',
    250,
    (n) =>
      makeDocx({
        body: many(n, (i) => `<w:p>${r('Слово')}<w:r><w:footnoteReference w:id="${i + 1}"/></w:r></w:p>`),
        footnotes: many(n, (i) => `<w:footnote w:id="${i + 1}">${p('Сноска')}</w:footnote>`),
      }),
  ],
  [
    'paragraphs and pictures',
    'a.html',
    500,
    (n) => page(many(n, (i) => `<p>Слово ${i} и дело.</p><img src="a${i}.png" alt="Вид ${i}">`)),
  ],
  [
    'links',
    'a.html',
    250,
    (n) => page(many(n, (i) => `<p><a href="https://a.example/${i}">Слово ${i}</a> и дело.</p>`)),
  ],
  [
    'paragraphs and one picture again and again',
    'a.html',
    500,
    (n) => page(many(n, (i) => `<p>Слово ${i}.</p><img src="a.png" alt="Вид">`)),
  ],
  [
    'paragraphs and pictures',
    'a.md',
    500,
    (n) => bytes(many(n, (i) => `Слово ${i} и дело.\n\n![Вид ${i}](a${i}.png)\n\n`)),
  ],
  [
    'pictures in one line',
    'a.md',
    250,
    (n) => bytes(`Слово ${many(n, (i) => `![Вид ${i}](a${i}.png) слово `)}`),
  ],
  [
    'text boxes in two forms',
    'a.docx',
    250,
    (n) => {
      const boxes = many(n, (i) => `<w:txbxContent>${p(`Слово ${i}`)}</w:txbxContent>`);
      const forms = `<mc:Choice Requires="wps"><w:drawing>${boxes}</w:drawing></mc:Choice><mc:Fallback><w:pict>${boxes}</w:pict></mc:Fallback>`;
      return makeDocx({
        body: `${p('Дело.')}<w:p><w:r><mc:AlternateContent ${MC}>${forms}</mc:AlternateContent></w:r></w:p>`,
      });
    },
  ],
  ['pictures that are never closed', 'a.md', 2000, (n) => bytes(`Слово ${'!['.repeat(n)} да.`)],
];

const EDITS = [
  ['each reworded', reword],
  ['each with another behind it', extend],
  ['every other taken out', thin],
] as const;

/** Versions that are written back into costly originals. */
export const WRITTEN_BACK: readonly Growing[] = FILES.flatMap(([what, fileName, n, make]) =>
  EDITS.map(([how, edit]): Growing => ({
    kind: 'write back',
    what: `${what}, ${how}, ${fileName.slice(1)}`,
    n,
    make: async (size) => {
      const prepared = await prepareWriteBack(fileName, await make(size), edit);
      return prepared.ok ? prepared.value : () => prepared;
    },
  })),
);
