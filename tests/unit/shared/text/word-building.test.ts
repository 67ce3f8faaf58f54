import { expect, test } from 'vitest';
import { partsOfWord } from '../../../../shared/text/word-building';

test.each([
  ['соведущий', 'ru', ['ведущий']],
  ['киберпространство', 'ru', ['пространство']],
  ['livestream', 'en', ['live', 'stream']],
  ['organisations', 'en', ['organizations']],
  ['travelled', 'en', ['traveled']],
  ['centred', 'en', ['centered']],
  ['defence', 'en', ['defense']],
  ['artefacts', 'en', ['artifacts']],
] as const)('takes %s apart', (word, language, parts) => {
  expect(partsOfWord(word, language)).toContainEqual(parts);
});

test('takes nothing away that leaves no word', () => {
  expect(partsOfWord('неон', 'ru')).toEqual([]);
});
