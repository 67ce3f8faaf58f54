import { expect, test } from 'vitest';
import { withWords } from '../../../../main/checking/with-words';
import type { Spelling } from '../../../../shared/checks/engine/check';

const dictionaries: Spelling = { isKnown: (word) => word === 'road', suggest: () => ['road'] };

test.each([
  ['ru', 'коворкинг', 'коворкингами'],
  ['ky', 'айылдаш', 'айылдаштардын'],
  ['en', 'vlogger', 'vloggers'],
] as const)('knows of %s "%s" that was added, and its form "%s"', (language, word, form) => {
  expect(dictionaries.isKnown(word, language)).toBe(false);
  const { isKnown, suggest } = withWords(dictionaries, [word]);
  expect(isKnown(word, language)).toBe(true);
  expect(isKnown(form, language)).toBe(true);
  expect(isKnown('road', language)).toBe(true);
  expect(isKnown('raod', language)).toBe(false);
  expect(suggest('raod', language)).toEqual(['road']);
});
