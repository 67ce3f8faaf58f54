import { expect, test } from 'vitest';
import { fixRuns } from '../../../../renderer/ui/fix-runs';

function shown(text: string, ...fixes: readonly (readonly [number, number, string])[]): string {
  const given = fixes.map(([start, end, put]) => ({
    language: 'en' as const,
    paragraphId: 'p',
    start,
    end,
    text: put,
  }));
  const marks = { same: ['', ''], deleted: ['[-', '-]'], inserted: ['[+', '+]'] } as const;
  return fixRuns(given, text)
    .map(({ kind, text: run }) => `${marks[kind][0]}${run}${marks[kind][1]}`)
    .join('');
}

test.each([
  ['a word', shown('It names five charges.', [9, 13, 'six']), 'It names [-five-][+six+] charges.'],
  ['a letter, in its word', shown('The brіdge is ready.', [6, 7, 'i']), 'The [-brіdge-][+bridge+] is ready.'],
  [
    'two letters of a word',
    shown('бир да мeкeме', [8, 9, 'е'], [10, 11, 'е']),
    'бир да [-мeкeме-][+мекеме+]',
  ],
  ['a space', shown('5 000', [0, 5, '5\u00a0000']), '5[-␣-][+⍽+]000'],
  ['quotation marks', shown('"Yes"', [0, 1, '“'], [4, 5, '”']), '[-"-][+“+]Yes[-"-][+”+]'],
  ['what only goes', shown('the the road', [3, 7, '']), 'the[- the-] road'],
  ['what only comes', shown('a [b', [4, 4, ']']), 'a [b[+]+]'],
  [
    'few of the words around it',
    shown(
      `${'so '.repeat(30)}five ${'on '.repeat(30)}five${' off'.repeat(30)}`,
      [90, 94, 'six'],
      [185, 189, 'six'],
    ),
    '…so so so so so so so so so [-five-][+six+] on on on on on on on on on … on on on on on on on on on [-five-][+six+] off off off off off off off…',
  ],
  [
    'no word in part',
    shown('Створ плотины, на котором строители начнут работу весной', [26, 35, 'рабочие']),
    'Створ плотины, на котором [-строители-][+рабочие+] начнут работу весной',
  ],
  [
    'no word in part where there are more',
    shown('Новое водохранилище за створом плотины наполнится к осени следующего', [31, 38, 'дамбы']),
    '…водохранилище за створом [-плотины-][+дамбы+] наполнится к осени…',
  ],
])('%s', (_, runs, expected) => expect(runs).toBe(expected));
