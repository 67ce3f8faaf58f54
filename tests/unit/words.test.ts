import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { aboutLanguage, languageOfInterface, type InterfaceLanguage } from '../../shared/interface/languages';

/** What things are called, and what they are not: the two tables of the page. */
const [called = [], notCalled = []] = tablesOf(
  readFileSync(fileURLToPath(new URL('../../docs/words.md', import.meta.url)), 'utf8'),
);

/** The columns of the first table, after what a thing is and where it is said. */
const COLUMNS: readonly InterfaceLanguage[] = ['en', 'ru', 'ky'];

describe('docs/words.md', () => {
  it('names things as the interface does', () => {
    expect(called.length).toBeGreaterThan(30);
    for (const [what = '', where = '', ...words] of called) {
      const key = where.replaceAll('`', '');
      for (const [at, language] of COLUMNS.entries()) {
        const said = stringsOf(language).get(key)?.toLowerCase();
        expect(said, `${what}, ${language}`).toContain(words[at]);
      }
    }
  });

  it('keeps words out of the interface that mean something else', () => {
    expect(notCalled.length).toBeGreaterThan(15);
    for (const [code, word = '', because] of notCalled) {
      const language = languageOfInterface(code);
      if (!language) throw new Error(`the interface does not speak ${code}`);
      const asBeginning = new RegExp(`(?<!\\p{L})${word}`, 'iu');
      const found = [...stringsOf(language)].filter(([, text]) => asBeginning.test(text));
      expect(found, `“${word}”: ${because}`).toEqual([]);
    }
  });
});

/** The tables of a page, as rows of cells, without their heads. */
function tablesOf(page: string): readonly (readonly (readonly string[])[])[] {
  const cellsOf = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  return page
    .split(/\n{2,}/)
    .filter((block) => block.startsWith('|'))
    .map((block) => block.trim().split('\n').slice(2).map(cellsOf));
}

/** Every string of a language by its full key. */
function stringsOf(language: InterfaceLanguage): ReadonlyMap<string, string> {
  return new Map(flatten(aboutLanguage(language).strings));
}

function flatten(tree: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? flatten(value, `${path}${name}.`)
      : [[`${path}${name}`, String(value)] as const],
  );
}
