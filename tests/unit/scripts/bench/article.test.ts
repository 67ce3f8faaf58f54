import { expect, it } from 'vitest';
import { writeArticle } from '../../../../scripts/bench/article.mjs';

it('says the same in each language in as many paragraphs, every time', () => {
  const article = writeArticle(300);
  expect(Object.values(article).map((paragraphs) => paragraphs.length)).toEqual([300, 300, 300]);
  const numbers = Object.values(article).map((paragraphs) => paragraphs.join(' ').match(/\d+/g)?.sort());
  expect(numbers[1]).toEqual(numbers[0]);
  expect(article.ky.join(' ')).not.toMatch(/[{}]|undefined/);
  expect(writeArticle(300)).toEqual(article);
});
