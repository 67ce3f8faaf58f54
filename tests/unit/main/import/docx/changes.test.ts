import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedBlock } from '../../../../../shared/model/imported-document';
import { deletedRun, p, r, readParts, styled, TIME, tracked, type Parts } from './make-docx';

const ins = (text: string, author = 'Айгүл'): string => tracked('ins', author, r(text));

const del = (text: string, author = 'Айгүл'): string => tracked('del', author, deletedRun(text));

/** "accepted|original|author start-end, ..." of a block; "=" for an original that is null. */
function told({ block, original, changes }: ImportedBlock): string {
  const places = changes.map(({ author, start, end }) =>
    start === end ? `${author} ${start}` : `${author} ${start}-${end}`,
  );
  return [block.text, original?.text ?? '=', places.join(', ')].join('|');
}

async function read(body: string, parts: Omit<Parts, 'body'> = {}): Promise<readonly string[]> {
  return (await readParts({ ...parts, body })).blocks.map(told);
}

const readOne = (inside: string): Promise<readonly string[]> => read(`<w:p>${inside}</w:p>`);

const removedEnd = `<w:rPr>${tracked('del', 'Айгүл')}</w:rPr>`;

describe('tracked changes', () => {
  it('tell what was inserted, deleted and replaced, by whom and when', async () => {
    const body = [
      `<w:p>${r('Суу ')}${ins('азыр ')}${r('жок.')}</w:p>`,
      `<w:p>${r('Суу ')}${del('азыр ', 'Нурлан')}${r('жок.')}</w:p>`,
      `<w:p>${r('репара')}${del('ций')}${ins('ционных')}${r(' потерь')}</w:p>`,
      p('Ничего не изменено.'),
    ].join('');
    const { blocks, notices } = await readParts({ body });
    expect(blocks.map(told)).toEqual([
      'Суу азыр жок.|Суу жок.|Айгүл 4-9',
      'Суу жок.|Суу азыр жок.|Нурлан 4',
      'репарационных потерь|репараций потерь|Айгүл 6, Айгүл 6-13',
      'Ничего не изменено.|=|',
    ]);
    expect(blocks[0]?.changes).toEqual([{ author: 'Айгүл', time: TIME, start: 4, end: 9 }]);
    expect(notices).toEqual([{ code: 'trackedChanges', count: 4 }]);
  });

  it('join the runs of one change, and keep those of two authors apart', async () => {
    const runs = tracked('ins', 'Айгүл', r('жа') + r('ңы', '<w:b/>'));
    expect(await readOne(runs + ins(' а') + ins(' б', 'Нурлан') + r('!'))).toEqual([
      'жаңы а б!|!|Айгүл 0-6, Нурлан 6-8',
    ]);
  });

  it('take what one author inserted and another deleted for never written', async () => {
    const nested = tracked('ins', 'Айгүл', r('Бир ') + del('эки ', 'Нурлан') + r('үч '));
    expect(await readOne(nested + del('беш ', 'Нурлан') + r('төрт'))).toEqual([
      'Бир үч төрт|беш төрт|Айгүл 0-7, Нурлан 7',
    ]);
    expect(await readOne(r('а') + tracked('del', 'Нурлан', ins('б')))).toEqual(['а|=|']);
  });

  it('take a move for a deletion and an insertion', async () => {
    const from = tracked('moveFrom', 'Айгүл', r('биринчи '));
    const to = tracked('moveTo', 'Айгүл', r(' биринчи'));
    expect(await readOne(from + r('экинчи') + to)).toEqual([
      'экинчи биринчи|биринчи экинчи|Айгүл 0, Айгүл 6-14',
    ]);
  });

  it('keep the marks of both texts, and tell of no change of marks', async () => {
    const formatted = '<w:b/><w:rPrChange w:id="1" w:author="Айгүл"><w:rPr/></w:rPrChange>';
    const body = `<w:p>${tracked('del', 'Айгүл', deletedRun('эски', '<w:i/>'))}${ins('жаңы')}${r(' сөз', formatted)}</w:p>${p('башка')}<w:p>${r('калың', formatted)}</w:p>`;
    const { blocks } = await readParts({ body });
    expect(blocks[0]?.block.marks).toEqual([{ type: 'strong', start: 4, end: 8 }]);
    expect(blocks[0]?.original).toEqual({
      text: 'эски сөз',
      marks: [
        { type: 'emphasis', start: 0, end: 4 },
        { type: 'strong', start: 4, end: 8 },
      ],
    });
    expect(blocks[2]?.original).toBe(null);
  });

  it('find their places in the normal form of the text', async () => {
    expect(await readOne(r(' \u00ad раз  ') + ins(' два\u00a0') + del(' три ') + r(' '))).toEqual([
      'раз два|раз три|Айгүл 4-7, Айгүл 7',
    ]);
    // The accent of "й" alone is inserted, and a space that does not show.
    expect(await readOne(r('краи') + ins('\u0306') + r(' и ') + ins(' ') + r('дом'))).toEqual([
      'край и дом|краи и дом|Айгүл 3-4',
    ]);
    expect(await readOne(r('раз') + ins(' '))).toEqual(['раз|=|']);
  });

  it('have times only where the date is one', async () => {
    const dated = (attributes: string): string => `<w:ins ${attributes}>${r('а')}</w:ins>${r('б')}`;
    const dates = ['', 'вчера', '2024-13-40T00:00:00Z', '0001-01-01T00:00:00Z', '2024-05-06'];
    const { blocks } = await readParts({
      body: `<w:p>${dates.map((date) => dated(`w:date="${date}"`)).join('')}${dated('')}</w:p>`,
    });
    expect(blocks[0]?.changes).toHaveLength(6);
    expect(blocks[0]?.changes.every(({ author, time }) => author === '' && time === null)).toBe(true);
    const zones = ['2024-05-06T07:08:00', '2024-05-06T13:08:00.000+06:00', '2024-05-06T07:08Z'];
    const zoned = await readParts({
      body: `<w:p>${zones.map((date) => dated(`w:date="${date}"`)).join('')}</w:p>`,
    });
    expect(zoned.blocks[0]?.changes.map(({ time }) => time)).toEqual([TIME, TIME, TIME]);
  });

  it('cut the names of authors that no one has', async () => {
    const { blocks } = await readParts({ body: `<w:p>${ins('а', 'Айгүл\n\n'.repeat(1000))}</w:p>` });
    expect(blocks[0]?.changes[0]?.author).toMatch(/^Айгүл( Айгүл){20,40}/);
    expect(blocks[0]?.changes[0]?.author.length).toBeLessThanOrEqual(200);
  });

  it('beyond any number are told as one of each paragraph, and none is taken for decided', async () => {
    const many = (ins('а') + ins('б', 'Нурлан')).repeat(6_000);
    const { blocks, notices } = await readParts({ body: `<w:p>${many}</w:p>`.repeat(2) });
    expect(blocks.map(({ block, original }) => [block.text.length, original?.text ?? null])).toEqual([
      [12_000, ''],
      [12_000, ''],
    ]);
    expect(notices).toEqual([{ code: 'trackedChanges', count: 12_001 }]);
  });

  it('reach into fields, links and footnote marks that were deleted or inserted', async () => {
    const link = (runs: string, text: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:${text}>HYPERLINK "https://example.org"</w:${text}></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${runs}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const gone = tracked('del', 'Айгүл', link(deletedRun('шилтеме'), 'delInstrText'));
    const { blocks } = await readParts({
      body: `<w:p>${r('а')}${gone}${r('б')}${tracked('ins', 'Айгүл', '<w:r><w:footnoteReference w:id="1"/></w:r>')}</w:p>`,
      footnotes: `<w:footnote w:id="1">${p('сноска')}</w:footnote>`,
    });
    expect(blocks.map(told)).toEqual(['аб1|ашилтемеб|Айгүл 1, Айгүл 2-3', 'сноска|=|']);
    expect(blocks[0]?.original?.marks).toEqual([
      { type: 'link', href: 'https://example.org', start: 1, end: 8 },
    ]);
  });

  it('leave the text after a field alone that was deleted in part', async () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
    expect(await readOne(r('а') + tracked('del', 'Айгүл', begin) + r('б'))).toEqual(['аб|=|']);
    expect(await readOne(`${tracked('del', 'Айгүл', begin)}</w:p><w:p>${del('в')}${r('г')}`)).toEqual([
      'г|вг|Айгүл 0',
    ]);
  });
});

describe('paragraphs with tracked changes', () => {
  it('are inserted or deleted whole', async () => {
    const insertedEnd = `<w:pPr><w:rPr>${tracked('ins', 'Айгүл')}</w:rPr></w:pPr>`;
    const body = [
      p('Биринчи.'),
      `<w:p>${insertedEnd}${ins('Жаңы.')}</w:p>`,
      `<w:p><w:pPr>${removedEnd}</w:pPr>${del('Эски.')}</w:p>`,
      `<w:p>${del('Дагы эски.', 'Нурлан')}</w:p>`,
      p('Акыркы.'),
    ].join('');
    const { blocks } = await readParts({ body });
    expect(blocks.map(told)).toEqual([
      'Биринчи.|=|',
      'Жаңы.||Айгүл 0-5',
      '|Эски.|Айгүл 0',
      '|Дагы эски.|Нурлан 0',
      'Акыркы.|=|',
    ]);
    expect(blocks.every(({ included }) => included)).toBe(true);
  });

  it('keep what they were when they are deleted, and count in lists only then', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const table = (text: string): string => `<w:tbl><w:tr><w:tc>${text}</w:tc></w:tr></w:tbl>`;
    const gone = `<w:p><w:pPr>${removedEnd}</w:pPr>${del('эски')}</w:p>`;
    const body = [
      p('бир', item),
      `<w:p><w:pPr>${item}${removedEnd}</w:pPr>${del('эки')}</w:p>`,
      p('үч', item),
      `<w:p><w:pPr>${styled('Heading2')}${removedEnd}</w:pPr>${del('Баш сап')}</w:p>`,
      p('текст'),
      table(gone),
      table(gone + p('уяча')),
    ].join('');
    const { blocks } = await readParts({ body, numbering });
    expect(
      blocks.map(({ block: { role, label, cell, text }, original }) =>
        [role, label, cell?.table, text, original?.text].join('|'),
      ),
    ).toEqual([
      'listItem|1.||бир|',
      'listItem|2.|||эки',
      'listItem|2.||үч|',
      'heading2||||Баш сап',
      'paragraph|||текст|',
      'tableCell||0||эски',
      'tableCell||1||эски',
      'tableCell||1|уяча|',
    ]);
  });

  it('that are joined have the former text of both; a space takes the place of the end', async () => {
    const first = (inside: string): string => `<w:p><w:pPr>${removedEnd}</w:pPr>${inside}</w:p>`;
    expect(await read(first(r('Бир.')) + p(' Эки.'))).toEqual(['Бир. Эки.|=|']);
    expect(await read(first(r('Бир')) + first(del('эки')) + p('үч'))).toEqual(['Бирүч|Бир эки үч|Айгүл 3']);
    expect(await read(first(del('Нөл')) + first(r('Бир')) + first(del('эки')))).toEqual([
      '|Нөл|Айгүл 0',
      'Бир|=|',
      '|эки|Айгүл 0',
    ]);
  });

  it('that are parted, by an end or a page break, have each its own former text', async () => {
    const insertedEnd = `<w:pPr><w:rPr>${tracked('ins', 'Айгүл')}</w:rPr></w:pPr>`;
    expect(await read(`<w:p>${insertedEnd}${r('Бир. ')}</w:p><w:p>${r('Эки')}${ins('!')}</w:p>`)).toEqual([
      'Бир.|=|',
      'Эки!|Эки|Айгүл 3-4',
    ]);
    const page = '<w:r><w:br w:type="page"/></w:r>';
    const across = tracked('ins', 'Айгүл', r('в') + page + r('г'));
    expect(await readOne(del('а') + r(' б') + across + r('д') + page + del('е'))).toEqual([
      'бв|а б|Айгүл 0, Айгүл 1-2',
      'гд|д\nе|Айгүл 0-1, Айгүл 2',
    ]);
  });

  it('with a number in their text have it in the former text, too', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:start w:val="2"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const heading = `<w:pPr>${styled('Heading1')}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>`;
    expect(
      await read(
        `<w:p>${heading}${del('Эски ')}${r('баш ')}${ins('сап')}</w:p><w:p>${heading}${ins('Жаңы')}</w:p>`,
        {
          numbering,
        },
      ),
    ).toEqual(['2. баш сап|2. Эски баш|Айгүл 3, Айгүл 7-10', '3. Жаңы||Айгүл 3-7']);
  });

  it('in text boxes and footnotes are told of as those of the body', async () => {
    const box = `<w:r><w:pict><w:txbxContent>${p('врезка')}</w:txbxContent></w:pict></w:r>`;
    const note = `<w:footnote w:id="1" ><w:p>${r('*', '<w:vertAlign w:val="superscript"/>')}${del('эски ')}${r('сноска')}</w:p></w:footnote>`;
    const own = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>';
    expect(
      await read(`<w:p>${r('а')}${own}${tracked('ins', 'Айгүл', box)}${tracked('del', 'Айгүл', box)}</w:p>`, {
        footnotes: note,
      }),
    ).toEqual(['а*|=|', 'врезка||Айгүл 0-6', '|врезка|Айгүл 0', 'сноска|эски сноска|Айгүл 0']);
  });

  it('are a text only if something is left of it', async () => {
    await expect(read(`<w:p>${del('баары')}</w:p>`)).rejects.toThrow('fileNoText');
  });
});

describe('any tracked changes', () => {
  it('give the text as if there were none, and places inside it', async () => {
    const run = fc.tuple(
      fc.constantFrom('r', 'ins', 'del', 'moveFrom', 'moveTo', 'both'),
      fc.constantFrom('Айгүл', 'Нурлан'),
      fc.constantFrom('сөз', ' ', '  ', 'и\u0306', '\u0306', '\u00a0', '\u00ad', 'а б '),
    );
    const paragraph = fc.tuple(fc.array(run, { maxLength: 6 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 4 }), async (paragraphs) => {
        const bodyOf = (withChanges: boolean): string =>
          paragraphs
            .map(([runs, removed]) => {
              const inside = runs.map(([kind, author, text]) => {
                const isGone = kind === 'del' || kind === 'moveFrom' || kind === 'both';
                if (!withChanges) return isGone ? '' : r(text);
                if (kind === 'both') return tracked('ins', author, tracked('del', 'Бек', deletedRun(text)));
                return kind === 'r' ? r(text) : tracked(kind, author, isGone ? deletedRun(text) : r(text));
              });
              return `<w:p><w:pPr>${removed ? removedEnd : ''}</w:pPr>${inside.join('')}</w:p>`;
            })
            .join('');
        const { blocks } = await readParts({ body: `${p('башы')}${bodyOf(true)}${p('аягы')}` });
        const plain = await readParts({ body: `${p('башы')}${bodyOf(false)}${p('аягы')}` });
        expect(blocks.map(({ block }) => block).filter(({ text }) => text !== '')).toEqual(
          plain.blocks.map(({ block }) => block),
        );
        for (const { block, original, changes } of blocks) {
          expect(changes.length > 0).toBe(original !== null);
          if (original) expect(original).not.toEqual({ text: block.text, marks: block.marks });
          let before = 0;
          for (const { start, end } of changes) {
            expect(before).toBeLessThanOrEqual(start);
            expect(start).toBeLessThanOrEqual(end);
            expect(end).toBeLessThanOrEqual(block.text.length);
            before = start;
          }
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  }, 60_000);

  it('give the former text as if all had been rejected', async () => {
    const run = fc.tuple(
      fc.constantFrom('r', 'ins', 'del', 'moveFrom', 'moveTo'),
      fc.constantFrom('сөз', ' ', '  ', 'и\u0306', '\u0306', '\u00a0', '\u00ad', 'а б '),
      fc.constantFrom('', '<w:b/>'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(run, { maxLength: 8 }), async (runs) => {
        const isNew = (kind: string): boolean => kind === 'ins' || kind === 'moveTo';
        const changed = runs.map(([kind, text, look]) => {
          const inside = kind === 'del' ? deletedRun(text, look) : r(text, look);
          return kind === 'r' ? inside : tracked(kind, 'Айгүл', inside);
        });
        const rejected = runs.map(([kind, text, look]) => (isNew(kind) ? '' : r(text, look)));
        const formerOf = ({ block, original }: ImportedBlock) =>
          original ?? { text: block.text, marks: block.marks };
        const read = async (inside: readonly string[]) =>
          (await readParts({ body: `<w:p>${inside.join('')}</w:p>${p('аягы')}` })).blocks
            .map(formerOf)
            .filter(({ text }) => text !== '');
        expect(await read(changed)).toEqual(await read(rejected));
      }),
      { seed: 8, numRuns: 200 },
    );
  }, 60_000);
});
