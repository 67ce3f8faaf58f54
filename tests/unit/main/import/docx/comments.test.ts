import { describe, expect, it } from 'vitest';
import type { ImportedBlock } from '../../../../../shared/model/imported-document';
import { DATE, deletedRun, p, r, readParts, styled, TIME, tracked, xmlPart, type Parts } from './make-docx';

const from = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`;

const sign = (id: number): string => `<w:r><w:commentReference w:id="${id}"/></w:r>`;

const to = (id: number): string => `<w:commentRangeEnd w:id="${id}"/>${sign(id)}`;

/** A comment whose only paragraph has the id "P" + its own. */
function comment(id: number, text: string, author = 'Айгүл', date = DATE): string {
  return `<w:comment w:id="${id}" w:author="${author}" w:date="${date}" w:initials="А"><w:p w14:paraId="P${id}"><w:r><w:annotationRef/></w:r>${r(text)}</w:p></w:comment>`;
}

const place = (id: number, parent: number | null, done = '0'): string =>
  `<w15:commentEx w15:paraId="P${id}" ${parent === null ? '' : `w15:paraIdParent="P${parent}"`} w15:done="${done}"/>`;

/** "text|start-end comment, ..." of a block, "start" alone for a point. */
function told({ block, comments }: ImportedBlock): string {
  const places = comments.map(({ start, end, text }) =>
    start === end ? `${start} ${text}` : `${start}-${end} ${text}`,
  );
  return [block.text, places.join(', ')].join('|');
}

async function read(body: string, parts: Omit<Parts, 'body'> = {}): Promise<readonly string[]> {
  const comments = [1, 2, 3].map((id) => comment(id, `к${id}`)).join('');
  return (await readParts({ comments, ...parts, body })).blocks.map(told);
}

describe('comments', () => {
  it('stand on the words of their range, with author, time and all paragraphs of their text', async () => {
    const inside = r('Репарационные', '<w:b/>') + from(7) + r('поте', '<w:i/>') + r('ри') + to(7) + r('.');
    const two = comment(7, 'Или «репутационные»?').replace(
      '</w:comment>',
      `${p('')}${p(' Сравните. ')}</w:comment>`,
    );
    const { blocks, notices } = await readParts({ body: `<w:p>${inside}</w:p>`, comments: two });
    expect(blocks[0]?.comments).toEqual([
      {
        author: 'Айгүл',
        time: TIME,
        start: 13,
        end: 19,
        text: 'Или «репутационные»?\nСравните.',
        replies: [],
        resolved: false,
      },
    ]);
    expect(notices).toEqual([{ code: 'comments', count: 1 }]);
  });

  it('stand at a point where they have no range, or one without text', async () => {
    const inside = `${r('а')}${sign(1)}${r('б')}${from(2)}${to(2)}${r('в')}${from(3)}${tracked('del', 'Айгүл', deletedRun('г'))}${to(3)}`;
    expect(await read(`<w:p>${inside}</w:p>`)).toEqual(['абв|1 к1, 2 к2, 3 к3']);
  });

  it('overlap, and come in the order of the text', async () => {
    const inside = `${r('а')}${from(2)}${r('б')}${from(1)}${r('в')}${to(2)}${r('г')}${to(1)}`;
    expect(await read(`<w:p>${inside}</w:p>`)).toEqual(['абвг|1-3 к2, 2-4 к1']);
  });

  it('on several paragraphs stand at the first that has text in their range', async () => {
    const body = [
      `<w:p>${r('Бир ')}${from(1)}${r('эки ')}</w:p>`,
      `<w:p>${r('үч')}${to(1)}${r('төрт')}${from(2)}</w:p>`,
      from(3),
      '<w:p/>',
      `<w:p>${r('беш')}${to(2)}</w:p>`,
      p('алты'),
      `<w:p>${to(3)}</w:p>`,
    ].join('');
    expect(await read(body)).toEqual(['Бир эки|4-7 к1', 'үчтөрт|', 'беш|0-3 к2, 0-3 к3', 'алты|']);
  });

  it('where there is no text wait for some', async () => {
    const picture = `<w:r><w:drawing><a:blip/></w:drawing></w:r>`;
    const body = `<w:p>${from(1)}${picture}${to(1)}</w:p>${p('а')}<w:p>${from(2)}${picture}${to(2)}</w:p><w:p>${from(3)}${picture}</w:p>`;
    expect(await read(body)).toEqual(['а|0 к1, 1 к2, 1 к3']);
  });

  it('keep their place in the normal form, after a number, and in what a page break parts', async () => {
    expect(await read(`<w:p>${r('  а  ')}${from(1)}${r(' б  ')}${to(1)}${r('  в')}</w:p>`)).toEqual([
      'а б в|2-4 к1',
    ]);
    const page = '<w:r><w:br w:type="page"/></w:r>';
    expect(
      await read(`<w:p>${r('а')}${from(1)}${r('б')}${page}${from(2)}${page}${r('в')}${to(1)}${to(2)}</w:p>`),
    ).toEqual(['аб|1-2 к1', 'в|0-1 к2']);
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:start w:val="2"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const heading = `<w:pPr>${styled('Heading1')}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>`;
    expect(await read(`<w:p>${heading}${from(1)}${r('сап')}${to(1)}</w:p>`, { numbering })).toEqual([
      '2. сап|3-6 к1',
    ]);
  });

  it('stand in notes, cells, boxes and deleted paragraphs, too', async () => {
    const marked = (id: number, text: string): string => `<w:p>${from(id)}${r(text)}${to(id)}</w:p>`;
    const own = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>';
    const body = [
      `<w:p>${r('а')}${own}<w:r><w:pict><w:txbxContent>${marked(1, 'б')}</w:txbxContent></w:pict></w:r></w:p>`,
      `<w:p>${from(2)}${tracked('del', 'Айгүл', deletedRun('эски'))}${to(2)}</w:p>`,
    ].join('');
    const footnotes = `<w:footnote w:id="1"><w:p>${from(3)}${r('*', '<w:vertAlign w:val="superscript"/>')}${r(' в')}${to(3)}</w:p></w:footnote>`;
    expect(await read(body, { footnotes })).toEqual(['а*|', 'б|0-1 к1', '|0 к2', 'в|0-1 к3']);
  });
});

describe('threads', () => {
  const body = `<w:p>${from(0)}${from(1)}${from(2)}${r('сөз')}${to(0)}${to(1)}${to(2)}</w:p>`;
  const comments =
    comment(0, 'Туурабы?') + comment(1, 'Ооба.', 'Нурлан') + comment(2, 'Рахмат.', 'Бек', 'кечээ');

  const threadsOf = async (commentsExtended: string, more: Partial<Parts> = {}) =>
    (await readParts({ body, comments, commentsExtended, ...more })).blocks[0]?.comments ?? [];

  it('take in the replies, and tell whether they are resolved', async () => {
    const threads = await threadsOf(place(0, null, '1') + place(1, 0) + place(2, 0));
    expect(threads).toEqual([
      {
        author: 'Айгүл',
        time: TIME,
        start: 0,
        end: 3,
        text: 'Туурабы?',
        replies: [
          { author: 'Нурлан', time: TIME, text: 'Ооба.' },
          { author: 'Бек', time: null, text: 'Рахмат.' },
        ],
        resolved: true,
      },
    ]);
  });

  it('take in replies to replies', async () => {
    const threads = await threadsOf(place(0, null) + place(1, 0) + place(2, 1));
    expect(threads.map(({ text, replies, resolved }) => [text, replies.length, resolved])).toEqual([
      ['Туурабы?', 2, false],
    ]);
  });

  it('are single comments where they lead nowhere, in a circle, or into themselves', async () => {
    for (const places of [
      place(0, 9),
      place(0, 0),
      place(0, 1) + place(1, 2) + place(2, 0),
      '<w15:commentEx/>',
    ])
      expect((await threadsOf(places)).map(({ text }) => text)).toEqual(['Туурабы?', 'Ооба.', 'Рахмат.']);
  });

  it('are single comments where their part is damaged', async () => {
    const raw = { 'word/commentsExtended.xml': '<w15:commentsEx>' };
    expect(await threadsOf('', { raw })).toHaveLength(3);
    expect(await threadsOf('', { raw: { 'word/commentsExtended.xml': '' } })).toHaveLength(3);
  });
});

describe('comments that are not what they should be', () => {
  const inside = from(1) + r('сөз') + to(1);

  it('do not keep the text from being read', async () => {
    const body = `<w:p>${inside}${to(2)}${from(3)}${r('!')}<w:commentRangeStart/></w:p>`;
    const part = (xml: string): Omit<Parts, 'body'> => ({ comments: '', raw: { 'word/comments.xml': xml } });
    expect((await readParts({ body })).blocks.map(told)).toEqual(['сөз!|']);
    expect((await readParts({ body })).notices).toEqual([]);
    expect(await read(body, part(''))).toEqual(['сөз!|']);
    expect(await read(body, part('<html/>'))).toEqual(['сөз!|']);
    const whole = xmlPart('comments', comment(1, 'к1') + comment(2, 'к2'));
    expect(await read(body, part(whole.slice(0, -60)))).toEqual(['сөз!|0-3 к1']);
    expect(await read(body, { comments: '<w:comment/>' + comment(1, '') + comment(3, 'к3') })).toEqual([
      'сөз!|3-4 к3',
    ]);
    expect(await read(body, { comments: comment(1, 'к1') + comment(1, 'к2') })).toEqual(['сөз!|0-3 к1']);
    expect(await read(`<w:p>${inside}${inside}</w:p>`)).toEqual(['сөзсөз|0-3 к1']);
  });

  it('declare entities: the file is unsafe then, as with any part', async () => {
    const raw = { 'word/comments.xml': '<!DOCTYPE a [<!ENTITY b "в">]><a>&b;</a>' };
    await expect(readParts({ body: `<w:p>${inside}</w:p>`, comments: '', raw })).rejects.toThrow(
      'fileUnsafe',
    );
  });

  it('cost little where thousands of them span as many blank paragraphs', async () => {
    const ids = Array.from({ length: 2_000 }, (_, id) => id);
    const points = ids.slice(1_000).map(sign).join('');
    const body = `${ids.slice(0, 1_000).map(from).join('')}<w:p>${points}</w:p>${'<w:p/>'.repeat(50_000)}${p('сөз')}`;
    const { blocks } = await readParts({ body, comments: ids.map((id) => comment(id, 'к')).join('') });
    expect(blocks[0]?.comments).toHaveLength(2_000);
  });

  it('are cut where they are too long, and left out where they are too many', async () => {
    const long = await readParts({
      body: `<w:p>${inside}</w:p>`,
      comments: comment(1, 'я😀'.repeat(10_000)),
    });
    expect(long.blocks[0]?.comments[0]?.text).toBe('я😀'.repeat(3_333) + 'я');
    const ids = Array.from({ length: 2_500 }, (_, id) => id);
    const many = await readParts({
      body: `<w:p>${r('сөз')}${ids.map(sign).join('')}</w:p>`,
      comments: ids.map((id) => comment(id, 'к')).join(''),
      commentsExtended: ids.map((id) => place(id, id === 0 ? null : id - 1)).join(''),
    });
    expect(many.blocks[0]?.comments.map(({ replies }) => replies.length)).toEqual([1_999]);
  });
});
