import { expect, test } from 'vitest';
import { findWatched } from '../../../../main/search/find-watched';
import type { Asked } from '../../../../shared/search/asked';

const asked = (query: string): Asked => ({
  ...{ query, matchCase: false, wholeWord: false, exactMarks: false, by: 'pattern' },
});

test('a regular expression is found in each text, with its groups', () => {
  const found = findWatched(asked('(\\d+) жыл'), ['6 жыл, 7 жыл', 'эч качан']);
  expect(found).toMatchObject({ ok: true, value: [[{ start: 0, end: 5 }, { start: 7 }], []] });
});

test('one that never ends is stopped and told, and the next one is none the worse', () => {
  const text = `${'а'.repeat(50)}б`;
  expect(findWatched(asked('(а+)+$'), [text])).toMatchObject({ failure: { code: 'patternEndless' } });
  expect(findWatched(asked('а+'), [text])).toMatchObject({ ok: true });
  expect(findWatched(asked('(а'), [text])).toMatchObject({ failure: { code: 'patternGroup' } });
});
