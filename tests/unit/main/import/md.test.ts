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
      'paragraph H2 <script>alert(1)</script>',
    ]);
  });

  it('offers front matter and page furniture unticked', () => {
    const { blocks } = readMd(
      '---\ntitle: Water\nlang: en\n---\n# Water\n\nText.\n\nFollow us on LinkedIn\n',
    );
    expect(blocks.map(({ block, included }) => [included, block.text])).toEqual([
      [false, 'title: Water lang: en'],
      [true, 'Water'],
      [true, 'Text.'],
      [false, 'Follow us on LinkedIn'],
    ]);
  });
});
