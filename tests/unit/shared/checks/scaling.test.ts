import { expect, test } from 'vitest';
import type { Spelling } from '../../../../shared/checks/engine/check';
import { makeChecker } from '../../../../shared/checks/engine/check-rows';
import { suspectWords, type Times } from '../../../../shared/checks/names/name-spellings';
import { negation } from '../../../../shared/checks/sentences/negation';
import { omission } from '../../../../shared/checks/sentences/omission';
import { spelling } from '../../../../shared/checks/words/spelling';
import { readNames } from '../../../../shared/text/names';
import { makeRow } from './rows';

/** How much more is done at four times the input. */
function growth(count: (n: number) => number, n: number): number {
  return count(4 * n) / Math.max(1, count(n));
}

/** Letters of all words that a dictionary is asked for. */
function lettersLookedUp(text: string): number {
  let letters = 0;
  const dictionaries: Spelling = {
    isKnown: (word) => {
      letters += word.length;
      return false;
    },
    suggest: (word) => {
      letters += 66 * word.length * word.length;
      return [];
    },
  };
  makeChecker([spelling], { glossary: '', spelling: dictionaries })([
    makeRow('a', { ru: text, ky: text, en: text.replace(/\p{L}/gu, 'q') }),
  ]);
  return letters;
}

test.each(['б', 'Б', 'бБ', 'б-', 'б1'])(
  'looks up no more of one long word than its length: %s',
  (letters) => {
    expect(growth((n) => lettersLookedUp(`Да ${letters.repeat(n)}.`), 500)).toBeLessThan(4.5);
  },
);

test('takes no word for a name that is longer than any name', () => {
  expect(readNames(`Из ${'Бишкек'.repeat(1000)} в Ош`, 'ru').map(({ text }) => text)).toEqual(['Из', 'Ош']);
});

/** Counts how often one of n names that are spelled alike is held against another. */
function namesCompared(n: number): number {
  class Counted extends Map<string, Times> {
    asked = 0;
    override has(word: string): boolean {
      this.asked += 1;
      return super.has(word);
    }
  }
  // The same name to the ear, each letter doubled or not.
  const names = Array.from({ length: n }, (_, name) =>
    [...'Балдинукор']
      .map((letter, bit) => ((name >> bit) & 1 ? letter + letter.toLowerCase() : letter))
      .join(''),
  );
  const words = new Counted(names.map((name) => [name, { all: 1, sure: 1 }] as const));
  suspectWords(words, 'ru', []);
  return words.asked;
}

test('holds alike names against a bounded number of others', () => {
  expect(namesCompared(200)).toBeGreaterThan(200);
  expect(growth(namesCompared, 200)).toBeLessThan(4.5);
});

/** Counts how often sentences of a row are cut out of its texts, by n sentences in one version and fewer in the others. */
function sentencesRead(n: number): number {
  let read = 0;
  const row = makeRow('a', { ru: 'А б. '.repeat(n), ky: 'А б. '.repeat(n - 3), en: 'A b. '.repeat(n - 7) });
  const { slice } = String.prototype;
  String.prototype.slice = function (...range) {
    read += 1;
    return slice.apply(this, range);
  };
  try {
    makeChecker([omission, negation], { glossary: '' })([row]);
  } finally {
    String.prototype.slice = slice;
  }
  return read;
}

test('compares a bounded number of sentences', () => {
  expect(growth(sentencesRead, 250)).toBeLessThan(4.5);
});
