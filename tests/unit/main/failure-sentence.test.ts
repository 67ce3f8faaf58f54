import { expect, test } from 'vitest';
import { failureIn, translator } from '../../../main/system/translate';
import { waitingSentence } from '../../../shared/contract/failure-sentence';
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

test.each<[Language, string]>([
  ['en', 'The disk is full; free some space.'],
  ['ru', 'На диске закончилось место; освободите его.'],
])('what is tried again is not told in %s as lost, or to be done again', (language, sentence) => {
  const t = translator(language);
  const failure = { code: 'diskFull', params: { path: 'a.triptych' } } as const;
  expect(waitingSentence(failure, (key, params) => t(key, { ...params }))).toBe(sentence);
});
