import { describe, expect, it } from 'vitest';
import { article, run, withStatus } from './article';

const agreed = withStatus(article('Раз | Бир | One'), 'r1', 'ru', 'agreed');
const signed = run(agreed, { type: 'signOff', language: 'ru', signed: true });
const edit = {
  type: 'editParagraph',
  paragraphId: 'ru1',
  content: { text: 'Два', marks: [] },
} as const;

describe('a version that is signed off', () => {
  it('is open again after its text was changed', () => {
    expect(signed.review?.signOffs.ru).not.toBeNull();
    expect(run(signed, edit).review?.signOffs.ru).toBeNull();
    expect(run(signed, { ...edit, paragraphId: 'ky1' }).review).toBe(signed.review);
  });

  it('stays signed after a merge that says so, whatever text came with it', () => {
    const { title, flags, review } = signed;
    const { rows } = run(signed, edit);
    const merged = run(signed, { type: 'takeMerged', title, rows, flags, review });
    expect(merged.rows[0]?.cells.ru.paragraphs[0]?.text).toBe('Два');
    expect(merged.review?.signOffs.ru).toEqual(signed.review?.signOffs.ru);
  });
});
