import { describe, expect, it } from 'vitest';
import { outline, p, r, readBlocks, readParts, styled, type Parts } from './make-docx';

async function readOne(inside: string, parts: Omit<Parts, 'body'> = {}) {
  const [block] = await readBlocks({ ...parts, body: `<w:p>${inside}</w:p>` });
  return { text: block?.text, marks: block?.marks };
}

const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> ${instruction} </w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('text', () => {
  it('joins runs and takes special characters for what they show', async () => {
    const special =
      '<w:r><w:t>кара</w:t><w:softHyphen/><w:t>көз</w:t><w:tab/><w:t>ак</w:t><w:noBreakHyphen/><w:t>куу</w:t><w:cr/><w:sym w:font="Arial" w:char="2192"/></w:r>';
    expect((await readOne(special + r(' 5\u00a0%'))).text).toBe('каракөз ак\u2011куу\n→ 5\u00a0%');
  });

  it('keeps space at the ends of a run only where it is said to be kept', async () => {
    expect(
      (await readOne('<w:r><w:t>\n  раз </w:t></w:r><w:r><w:t xml:space="preserve"> два\nтри</w:t></w:r>'))
        .text,
    ).toBe('раз два три');
  });

  it('marks what runs and character styles make strong, emphatic or raised, and not what the paragraph style does', async () => {
    const styles = [
      '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
      '<w:style w:type="character" w:styleId="Key"><w:name w:val="Key"/><w:basedOn w:val="Strong"/><w:rPr><w:i w:val="1"/></w:rPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="Lead"><w:name w:val="Lead"/><w:rPr><w:b/></w:rPr></w:style>',
    ].join('');
    const inside = [
      '<w:pPr><w:pStyle w:val="Lead"/></w:pPr>',
      r('аа', '<w:rStyle w:val="Key"/>'),
      r('бб', '<w:rStyle w:val="Key"/><w:b w:val="0"/>'),
      r('вв'),
      r('2', '<w:vertAlign w:val="superscript"/>'),
      r('тайна', '<w:vanish/>'),
    ].join('');
    expect(await readOne(inside, { styles })).toEqual({
      text: 'ааббвв2',
      marks: [
        { type: 'strong', start: 0, end: 2 },
        { type: 'emphasis', start: 0, end: 4 },
        { type: 'superscript', start: 6, end: 7 },
      ],
    });
  });

  it('keeps links to the web and to mailboxes, and only the text of others', async () => {
    const links = {
      w: 'https://example.org/a',
      m: 'mailto:a@example.org',
      j: 'javascript:alert(1)',
      f: 'file:///etc/passwd',
    };
    const link = (attributes: string, text: string): string =>
      `<w:hyperlink ${attributes}>${r(text)}</w:hyperlink>`;
    const inside = [
      link('r:id="w" w:anchor="top"', 'аа'),
      link('r:id="m"', 'бб'),
      link('r:id="j"', 'вв'),
      link('r:id="f"', 'гг'),
      link('w:anchor="inside"', 'дд'),
      field('HYPERLINK "http://example.org/б" \\o "подсказка"', r('ее')),
      field('HYPERLINK "http://example.org" \\l "место"', r('жж')),
      field('HYPERLINK \\l "место"', r('зз')),
      `<w:fldSimple w:instr="HYPERLINK https://example.org/в">${r('ии')}</w:fldSimple>`,
    ].join('');
    expect(await readOne(inside, { links })).toEqual({
      text: 'ааббввггддеежжззии',
      marks: [
        { type: 'link', href: 'https://example.org/a#top', start: 0, end: 2 },
        { type: 'link', href: 'mailto:a@example.org', start: 2, end: 4 },
        { type: 'link', href: 'http://example.org/б', start: 10, end: 12 },
        { type: 'link', href: 'http://example.org#место', start: 12, end: 14 },
        { type: 'link', href: 'https://example.org/в', start: 16, end: 18 },
      ],
    });
  });

  it('shows what fields show: numbers of captions, nothing of index entries, and fields in fields', async () => {
    const caption =
      r('Сүрөт ') +
      field('SEQ Сүрөт \\* ARABIC', r('3')) +
      field('XE "Бишкек"', '').replace('separate', 'none');
    expect((await readOne(caption + r('. Бишкек'))).text).toBe('Сүрөт 3. Бишкек');
    const nested = field(`IF </w:instrText></w:r>${field('PAGE', r('7'))}<w:r><w:instrText> = 7`, r('да'));
    expect((await readOne(r('а ') + nested + r(' б'))).text).toBe('а да б');
  });

  it('follows a field from one paragraph into the next', async () => {
    const body = `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText></w:r></w:p><w:p><w:r><w:instrText>\\o</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${r('раз')}</w:p><w:p>${r('два')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    expect(await outline({ body })).toEqual(['paragraph|раз', 'paragraph|два']);
  });

  it('accepts tracked changes, joins paragraphs whose end was deleted, and says so', async () => {
    const body = [
      `<w:p>${r('Саясат ')}<w:ins>${r('жаңы')}</w:ins><w:del><w:r><w:delText>эски</w:delText></w:r></w:del></w:p>`,
      `<w:p><w:moveFrom>${r('бир')}</w:moveFrom><w:moveTo>${r('эки')}</w:moveTo></w:p>`,
      `<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:rPr><w:del/></w:rPr></w:pPr>${r('башы ')}</w:p>`,
      p('аягы', styled('Quote')),
    ].join('');
    const { blocks, notices } = await readParts({ body });
    expect(blocks.map(({ block }) => [block.role, block.text])).toEqual([
      ['paragraph', 'Саясат жаңы'],
      ['paragraph', 'эки'],
      ['quotation', 'башы аягы'],
    ]);
    expect(notices).toEqual([{ code: 'trackedChanges', count: 4 }]);
  });

  it('tells of pictures and of signs of symbol fonts', async () => {
    const body = `<w:p>${r('текст')}<w:r><w:drawing><a:blip/></w:drawing></w:r><w:r><w:pict><v:imagedata/></w:pict></w:r><w:r><w:sym w:font="Webdings" w:char="F04A"/></w:r></w:p>`;
    const { blocks, notices } = await readParts({ body });
    expect(blocks[0]?.block.text).toBe('текст\ufffd');
    expect(notices).toEqual([
      { code: 'picturesLeftOut', count: 2 },
      { code: 'undecodableCharacters', count: 1 },
    ]);
  });

  it('reads the text of a text box once, after its paragraph', async () => {
    const box = (text: string): string =>
      `<w:txbxContent>${p(text)}<w:tbl><w:tr><w:tc>${p('в рамке')}</w:tc></w:tr></w:tbl></w:txbxContent>`;
    const body = `<w:p>${r('до ')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('врезка')}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('врезка')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('после')}</w:p>`;
    expect(await outline({ body })).toEqual(['paragraph|до после', 'paragraph|врезка', 'paragraph|в рамке']);
  });

  it('reads paragraphs that come in two forms in one of them', async () => {
    const body = `<mc:AlternateContent><mc:Choice Requires="w14">${p('новое')}</mc:Choice><mc:Fallback>${p('старое')}</mc:Fallback></mc:AlternateContent>`;
    expect(await outline({ body })).toEqual(['paragraph|новое']);
  });

  it('reads content controls, smart tags and formulas', async () => {
    const inside = `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${r('поле ')}</w:sdtContent></w:sdt><w:smartTag>${r('метка ')}</w:smartTag><m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>`;
    expect((await readOne(inside)).text).toBe('поле метка x+y');
  });
});

describe('notes', () => {
  const reference = (id: number, more = ''): string =>
    `<w:r><w:footnoteReference w:id="${id}"${more}/></w:r>`;
  const note = (id: number, inside: string): string => `<w:footnote w:id="${id}">${inside}</w:footnote>`;
  const raised = '<w:vertAlign w:val="superscript"/>';

  it('come last, labelled in the order of their references; endnotes are counted in their own way', async () => {
    const body = `<w:p>${r('а')}${reference(5)}<w:r><w:endnoteReference w:id="1"/></w:r>${r('б')}${reference(2)}</w:p>${p('ещё')}`;
    const blocks = await readBlocks({
      body,
      footnotes: note(2, p(' вторая')) + note(5, p('первая') + p('её продолжение')) + note(9, p('ничья')),
      endnotes: `<w:endnote w:id="1">${p('концевая')}</w:endnote>`,
    });
    expect(blocks[0]).toMatchObject({
      text: 'а1iб2',
      marks: [
        { type: 'footnoteReference', label: '1', start: 1, end: 2 },
        { type: 'footnoteReference', label: 'i', start: 2, end: 3 },
        { type: 'footnoteReference', label: '2', start: 4, end: 5 },
      ],
    });
    expect(blocks.slice(1).map(({ role, label, text }) => `${role} ${label}|${text}`)).toEqual([
      ...[
        'paragraph |ещё',
        'footnote 1|первая',
        'footnote 1|её продолжение',
        'footnote 2|вторая',
        'footnote i|концевая',
      ],
    ]);
  });

  it('may be as many as a scholar needs: side by side they do not lie inside each other', async () => {
    const ids = Array.from({ length: 600 }, (_, i) => i + 1);
    const blocks = await readBlocks({
      body: ids.map((id) => `<w:p>${r('а')}${reference(id)}</w:p>`).join(''),
      footnotes: ids.map((id) => note(id, p(`сноска ${id}`))).join(''),
    });
    expect(blocks).toHaveLength(1200);
    expect(blocks.at(-1)).toMatchObject({ role: 'footnote', label: '600', text: 'сноска 600' });
  });

  it('are counted as the section says', async () => {
    const section =
      '<w:sectPr><w:endnotePr><w:numFmt w:val="russianLower"/><w:numStart w:val="2"/></w:endnotePr></w:sectPr>';
    const body = `<w:p>${r('а')}<w:r><w:endnoteReference w:id="1"/></w:r></w:p>${section}`;
    expect(await outline({ body, endnotes: `<w:endnote w:id="1">${p('концевая')}</w:endnote>` })).toEqual([
      ...['paragraph|аб', 'footnote б|концевая'],
    ]);
  });

  it('keep marks of their own and are not counted then', async () => {
    const own = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>[*]</w:t></w:r>';
    const blocks = await readBlocks({
      body: `<w:p>${r('а')}${own}${r('б')}${reference(2)}</w:p>`,
      footnotes: note(1, `<w:p>${r('*', raised)}${r(' от редакции')}</w:p>`) + note(2, p('первая')),
    });
    expect(blocks).toMatchObject([
      {
        text: 'а[*]б1',
        marks: [
          { type: 'footnoteReference', label: '*', start: 1, end: 4 },
          { type: 'footnoteReference', label: '1', start: 5, end: 6 },
        ],
      },
      { role: 'footnote', label: '*', text: 'от редакции' },
      { role: 'footnote', label: '1', text: 'первая' },
    ]);
  });

  it('lose the mark LibreOffice writes before them without raising it, and twice', async () => {
    const own = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>';
    const body = `<w:p>${r('а')}${own}</w:p>`;
    const footnotes = note(1, `<w:p>${r('*')}${r('*', raised)}${r('От редакции')}</w:p>`);
    expect(await outline({ body, footnotes })).toEqual(['paragraph|а*', 'footnote *|От редакции']);
  });

  it('may be referred to again by a field', async () => {
    const marked = `<w:bookmarkStart w:id="0" w:name="_Ref1"/>${reference(1)}<w:bookmarkEnd w:id="0"/>`;
    const [first] = await readBlocks({
      body: `<w:p>${r('а')}${marked}${r('б')}${field('NOTEREF _Ref1 \\h', r('1', raised))}</w:p>`,
      footnotes: note(1, p('сноска')),
    });
    expect(first).toMatchObject({
      text: 'а1б1',
      marks: [
        { type: 'footnoteReference', label: '1', start: 1, end: 2 },
        { type: 'footnoteReference', label: '1', start: 3, end: 4 },
      ],
    });
  });
});
