import { makeOdt, note, paragraph, region } from '../../unit/main/import/odt/make-odt';
import { times, type GrowingFile } from './growing';

const many = (n: number, make: (i: number) => string): string => times(n, make).join('');

const text = (body: string, automatic = ''): Uint8Array => makeOdt({ body, automatic });

/** OpenDocument texts that are costly to read. */
export const OPEN_TEXT_FILES: readonly GrowingFile[] = [
  [
    'insertions over each other, and where they end',
    'a.odt',
    300,
    (n) =>
      text(
        `<text:tracked-changes>${many(n, (i) => region(`a${i}`, 'insertion'))}</text:tracked-changes>${paragraph(many(n, (i) => `<text:change-start text:change-id="a${i}"/>а `))}${paragraph(many(n, (i) => `<text:change-end text:change-id="a${i}"/>а `))}`,
      ),
  ],
  [
    'deletions that are taken out again and again',
    'a.odt',
    100,
    (n) =>
      text(
        `<text:tracked-changes>${region('a', 'deletion', paragraph('нет').repeat(n))}</text:tracked-changes>${paragraph(`Да${'<text:change text:change-id="a"/>'.repeat(n)}`)}`,
      ),
  ],
  [
    'replies to one comment',
    'a.odt',
    300,
    (n) =>
      text(
        many(n, (i) =>
          paragraph(
            `Да<office:annotation office:name="a${i}" loext:parent-name="a0"><text:p>так</text:p></office:annotation>`,
          ),
        ),
      ),
  ],
  [
    'styles of words that follow each other',
    'a.odt',
    300,
    (n) =>
      text(
        paragraph(many(n, (i) => `<text:span text:style-name="s${i}">да </text:span>`)),
        many(
          n,
          (i) => `<style:style style:name="s${i}" style:family="text" style:parent-style-name="s${i + 1}"/>`,
        ),
      ),
  ],
  ['notes', 'a.odt', 300, (n) => text(many(n, (i) => paragraph(`Да${note(String(i), 'Нет')}`)))],
  [
    'boxes in one paragraph',
    'a.odt',
    500,
    (n) =>
      text(
        paragraph(`Да<draw:frame><draw:text-box>${paragraph('Нет').repeat(n)}</draw:text-box></draw:frame>`),
      ),
  ],
  [
    'items of lists in lists',
    'a.odt',
    300,
    (n) =>
      text(
        many(
          n,
          () =>
            `${'<text:list><text:list-item>'.repeat(9)}${paragraph('Да')}${'</text:list-item></text:list>'.repeat(9)}`,
        ),
      ),
  ],
  [
    'cells of a table',
    'a.odt',
    400,
    (n) =>
      text(
        `<table:table>${many(n, () => `<table:table-row><table:table-cell>${paragraph('Да')}</table:table-cell></table:table-row>`)}</table:table>`,
      ),
  ],
  [
    'words of two looks',
    'a.odt',
    500,
    (n) => text(paragraph('<text:span text:style-name="Strong_20_Emphasis">да </text:span>нет '.repeat(n))),
  ],
];
