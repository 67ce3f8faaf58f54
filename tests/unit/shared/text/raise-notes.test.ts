import { expect, test } from 'vitest';
import { raiseNotes } from '../../../../shared/text/raise-notes';

test('numbers of notes are raised, other figures are not, and nothing moves', () => {
  const text = 'In 2024 harvest12 fell by 10 m3';
  const marks = [
    { type: 'footnoteReference', label: '', start: 15, end: 17 },
    { type: 'superscript', start: 30, end: 31 },
    { type: 'strong', start: 3, end: 7 },
  ] as const;
  expect(raiseNotes({ text, marks })).toBe('In 2024 harvest¹² fell by 10 m³');
  expect(raiseNotes({ text, marks: [] })).toBe(text);
});
