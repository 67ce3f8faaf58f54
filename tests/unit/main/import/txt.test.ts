import { describe, expect, it } from 'vitest';
import { readTxt } from '../../../../main/import/txt/read-txt';

/** Role, label and text of each block; depth where it is not 0; excluded blocks with a leading "-". */
function outline(source: string): readonly string[] {
  return readTxt(source).blocks.map(({ block, included }) =>
    [included ? '' : '-', block.role, block.depth || '', block.label, block.text].filter(Boolean).join(' '),
  );
}

describe('readTxt', () => {
  it('joins wrapped lines between blank lines', () => {
    expect(outline('First line\nof a paragraph.\n \t\nSecond one.')).toEqual([
      'paragraph First line of a paragraph.',
      'paragraph Second one.',
    ]);
  });

  it('takes each line for a paragraph when there is no blank line', () => {
    expect(outline('Кыска сап\r\nЭкинчи сап.\r\n')).toEqual(['paragraph Кыска сап', 'paragraph Экинчи сап.']);
  });

  it.each([
    ['1. Foo', 'listItem 1. Foo'],
    ['2) Foo', 'listItem 2) Foo'],
    ['а) Foo', 'listItem а) Foo'],
    ['• Foo', 'listItem • Foo'],
    ['- Foo', 'listItem • Foo'],
    ['  1. Foo', 'listItem 1. Foo'],
    ['– Что дальше?', 'paragraph – Что дальше?'],
    ['— Что дальше?', 'paragraph — Что дальше?'],
    ['А. Сыдыков напомнил', 'paragraph А. Сыдыков напомнил'],
    ['2019. Начало', 'paragraph 2019. Начало'],
    ['1.Foo', 'paragraph 1.Foo'],
    ['-5 градусов', 'paragraph -5 градусов'],
  ])('reads the line %s as %s', (line, expected) => {
    expect(outline(`Long enough to be text, it ends so.\n\n${line}\n\nAnd more.`)[1]).toBe(expected);
    expect(outline(line)).toEqual([expected]);
  });

  it('reads a list with wrapped and nested items, also right below its introduction', () => {
    expect(
      outline('Три причины:\n1. Деньги,\nкоторых нет\n   – сейчас\n   – потом\n2. Сроки\n\nИ всё.'),
    ).toEqual([
      'paragraph Три причины:',
      'listItem 1. Деньги, которых нет',
      'listItem 1 • сейчас',
      'listItem 1 • потом',
      'listItem 2. Сроки',
      'paragraph И всё.',
    ]);
  });

  it('makes only a first paragraph that is clearly one the title', () => {
    expect(outline('Кому вода?\n\nТекст.\n\nЗаголовок\n\nТекст.')[0]).toBe('title Кому вода?');
    expect(outline('Кому вода?\n\nТекст.\n\nЗаголовок\n\nТекст.')[2]).toBe('paragraph Заголовок');
    expect(outline('Вода ушла.\n\nТекст.')[0]).toBe('paragraph Вода ушла.');
    expect(outline('Он сказал: «Вода ушла.»\n\nТекст.')[0]).toBe('paragraph Он сказал: «Вода ушла.»');
    expect(outline('Вода ушла')[0]).toBe('paragraph Вода ушла');
    expect(outline('Follow us on LinkedIn\n\nWater\n\nText.')).toEqual([
      '- paragraph Follow us on LinkedIn',
      'title Water',
      'paragraph Text.',
    ]);
  });
});
