import { expect, test } from 'vitest';
import { failureIn, translator } from '../../../main/translate';
import type { Language } from '../../../shared/model/language';

test.each<[Language, string]>([
  ['en', 'a paragraph can have 100,000 characters'],
  ['ru', 'в абзаце может быть не больше 100\u00a0000 знаков'],
  ['ky', 'бир абзацка 100\u00a0000 белгиден ашык сыйбайт'],
])('what is too much is told in %s with its measure, in the numbers of the language', (language, words) => {
  const failure = { code: 'overLimits', params: { excess: 'paragraph', limit: 100_000 } } as const;
  expect(failureIn(language, failure)).toContain(words);
});

test('a count is written as people write it', () => {
  expect(translator('ky')('news.tooLongToEdit', { count: 30_039 })).toContain('30\u00a0039 белги');
});
