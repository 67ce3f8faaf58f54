import { describe, expect, it } from 'vitest';
import { readMd } from '../../../../main/import/md/read-md';
import { plainBlock, type Block } from '../../../../shared/model/paragraph';

function blocksOf(source: string): readonly Block[] {
  return readMd(source).blocks.map(({ block }) => block);
}

function outline(source: string): readonly string[] {
  return blocksOf(source).map(({ role, depth, label, text }) =>
    [role, depth || '', label, text].filter(Boolean).join(' '),
  );
}

describe('readMd', () => {
  it('makes the first first-level heading the title', () => {
    expect(outline('Text\n\n# Суу\n\n# Канал\n\n## Акча\n\nЖер\n===\n')).toEqual([
      'paragraph Text',
      'title Суу',
      'heading1 Канал',
      'heading2 Акча',
      'heading1 Жер',
    ]);
    expect(outline('# Канал #\n\n# Суу')).toEqual(['heading1 Канал', 'heading1 Суу']);
  });

  it('reads lists as printed', () => {
    expect(outline('3. a\n   - b\n     * c\n\n     d\n4) e\n\n+ f')).toEqual([
      'listItem 3. a',
      'listItem 1 • b',
      'listItem 2 • c',
      'paragraph d',
      'listItem 4) e',
      'listItem • f',
    ]);
  });

  it('takes a picture alone in a paragraph for its caption', () => {
    const { blocks, notices } = readMd(
      '![A *dry* ditch](ditch.jpg)\n\n![](x.png "Plan")\n\nText ![icon](i.png) goes on.',
    );
    expect(blocks.map(({ block }) => block)).toEqual([
      { ...plainBlock('A dry ditch', 'caption'), marks: [{ type: 'emphasis', start: 2, end: 5 }] },
      plainBlock('Plan', 'caption'),
      plainBlock('Text goes on.'),
    ]);
    expect(notices).toEqual([{ code: 'picturesLeftOut', count: 3 }]);
  });

  it('reads HTML as a page would show it: tables as tables, and no tags', () => {
    const { blocks, notices } = readMd(
      'Выборы.\n\n| a | b |\n|---|---|\n| c | d |\n\n<table>\n<tr><th>Партия</th><th>Голоса</th></tr>\n\n<tr><td>Первая</td><td>41 %</td></tr>\n</table>\n\n' +
        '<details><summary>Подробнее</summary>\n\nЯвка <u>составила</u> <!-- ? -->52 %.\n\n</details>\n\n<div align="center"><img src="a.png"></div>\n\n<p>Итог\n',
    );
    expect(blocks.map(({ block: { role, text, cell } }) => [role, text, cell?.table, cell?.row])).toEqual([
      ['paragraph', 'Выборы.', undefined, undefined],
      ...['a', 'b'].map((text) => ['tableCell', text, 0, 0]),
      ...['c', 'd'].map((text) => ['tableCell', text, 0, 1]),
      ...['Партия', 'Голоса'].map((text) => ['tableCell', text, 1, 0]),
      ...['Первая', '41 %'].map((text) => ['tableCell', text, 1, 1]),
      ['paragraph', 'Подробнее', undefined, undefined],
      ['paragraph', 'Явка составила 52 %.', undefined, undefined],
      ['paragraph', 'Итог', undefined, undefined],
    ]);
    expect(notices).toEqual([{ code: 'picturesLeftOut', count: 1 }]);
  });

  it('keeps what only looks like a tag, or is never ended', () => {
    expect(
      outline('Если x <y и z> 5, <Имя> и <не тег>.\n\n<имя>\n\n<Name>\n\n<!-- не закрыт\n\nдальше'),
    ).toEqual([
      'paragraph Если x <y и z> 5, <Имя> и <не тег>.',
      'paragraph <имя>',
      'paragraph <Name>',
      'paragraph <!-- не закрыт',
      'paragraph дальше',
    ]);
  });

  it('keeps comments in code, and reads "* * *" as the break it is', () => {
    expect(outline('```\n<!-- a -->\n```\n\n* * *\n\nb\n\n---\n\nc <!-- d')).toEqual([
      'paragraph <!-- a -->',
      'paragraph * * *',
      'paragraph b',
      'paragraph c <!-- d',
    ]);
  });

  it('keeps footnotes where they are, with all their paragraphs, referred to or not', () => {
    expect(outline('Text[^a].\n\n[^a]: One.\n\n    Two.\n\n[^b]: Three.\n\nEnd.')).toEqual([
      'paragraph Texta.',
      'footnote a One.',
      'footnote a Two.',
      'footnote b Three.',
      'paragraph End.',
    ]);
  });

  it('drops links that lead nowhere safe, keeping their text', () => {
    expect(blocksOf('[a](javascript:alert(1)) [b](x.md) <https://example.org/>')).toEqual([
      {
        ...plainBlock('a b https://example.org/'),
        marks: [{ type: 'link', href: 'https://example.org/', start: 4, end: 24 }],
      },
    ]);
  });

  it('keeps HTML other than marks as text and drops comments', () => {
    expect(outline('<!-- editor:\n\nsee -->\nH<sup>2</sup> <script>alert(1)</script>')).toEqual([
      'paragraph H2',
    ]);
  });

  it('reads words that are struck out, underlined, raised and lowered, and line breaks', () => {
    const [block] = readMd(
      'Погибли ~~12~~ 21 <u>человек</u>, CO<sub>2</sub>.<br>10<sup>6</sup>\\\nтонн',
    ).blocks;
    expect(block?.block.text).toBe('Погибли 12 21 человек, CO2.\n106\nтонн');
    expect(
      block?.block.marks.map(({ type, start, end }) => [type, block.block.text.slice(start, end)]),
    ).toEqual([
      ['strike', '12'],
      ['underline', 'человек'],
      ['subscript', '2'],
      ['superscript', '6'],
    ]);
  });

  it('offers front matter and page furniture unticked', () => {
    const { blocks } = readMd(
      '---\ntitle: Water\nlang: en\n---\n# Water\n\nText.\n\nFollow us on LinkedIn\n',
    );
    expect(blocks.map(({ block, included }) => [included, block.text])).toEqual([
      [false, 'title: Water\nlang: en'],
      [true, 'Water'],
      [true, 'Text.'],
      [false, 'Follow us on LinkedIn'],
    ]);
  });
});
