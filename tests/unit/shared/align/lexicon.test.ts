import { describe, expect, test } from 'vitest';
import { LEXICON_TEXTS } from '../../../../shared/align/lexicon-texts';

const lines = LEXICON_TEXTS.flatMap((text) => text.replace(/\n$/, '').split('\n'));
const entries = lines.filter((line) => !line.startsWith('# '));

// One equivalent: words of the language, numbers, and what stands inside words.
const ALPHABETS = [/^[А-Яа-яЁё\d .'’«»—-]+$/u, /^[А-Яа-яЁёҢңӨөҮү\d .'’—-]+$/u, /^[A-Za-zÀ-ž\d .'’&-]+$/u];

describe('the seed lexicon', () => {
  test('has thousands of entries, each once', () => {
    expect(entries.length).toBeGreaterThan(3000);
    expect(entries.filter((entry, n) => entries.indexOf(entry) !== n)).toEqual([]);
  });

  test('is in NFC, without stray space', () => {
    expect(lines.filter((line) => line !== line.normalize('NFC') || line !== line.trim())).toEqual([]);
    expect(lines.filter((line) => line === '' || /\t| {2}/.test(line))).toEqual([]);
  });

  test('holds equivalents of ru, ky and en in every entry, each in its alphabet', () => {
    const wrong = entries.filter((entry) => {
      const fields = entry.split(' | ');
      return (
        fields.length !== 3 ||
        fields.some((field, n) =>
          field.split(', ').some((word) => !ALPHABETS[n]?.test(word) || word !== word.trim()),
        )
      );
    });
    expect(wrong).toEqual([]);
  });
});
