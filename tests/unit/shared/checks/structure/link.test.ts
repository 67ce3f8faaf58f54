import { expect, test } from 'vitest';
import { link } from '../../../../../shared/checks/structure/link';
import { perLanguage } from '../../../../../shared/model/language';
import { findIn, makeRow, quotes } from '../rows';

test.each([
  [
    'a page',
    'см. https://example.org/a?b=1.',
    'кара: https://example.org/a',
    'see the site',
    'example.org/a?b=1',
  ],
  ['a mailbox', 'Пишите: info@redakcia.kg', 'Жазыңыз: info@redakcia.kg', 'Write to us', 'info@redakcia.kg'],
  ['an account', 'в @redakcia', '@redakcia баракчасында', 'on our page', '@redakcia'],
])('says which version lacks %s', (_, ru, ky, en, address) => {
  const rows = [makeRow('a', { ru, ky, en })];
  const [finding, ...more] = findIn(link, rows);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ message: 'missing', params: { language: 'en', address } });
  expect(finding && quotes(rows, finding)).toHaveLength(3);
});

test.each([
  [
    'translated pages of one site',
    'https://ru.example.org/да',
    'https://ky.example.org/ооба',
    'https://en.example.org/yes',
  ],
  ['other pages for other readers', 'https://a.example/', 'https://b.example/', 'https://c.example/'],
  ['a full stop after it', 'Сайт www.example.org.', 'www.example.org сайты', 'At www.example.org, today'],
  ['a score and a name with an at sign inside', '2@3', 'а@б', 'x'],
])('is quiet about %s', (_, ru, ky, en) => {
  expect(findIn(link, [makeRow('a', { ru, ky, en })])).toEqual([]);
});

test('sees links that are marked', () => {
  const row = makeRow('a', { ru: 'доклад', ky: 'баяндама', en: 'report' });
  const marked = {
    ...row,
    cells: perLanguage((language) => ({
      ...row.cells[language],
      paragraphs: row.cells[language].paragraphs.map((paragraph) => ({
        ...paragraph,
        marks:
          language === 'ky'
            ? []
            : [{ type: 'link' as const, href: 'https://un.org/x', start: 0, end: paragraph.text.length }],
      })),
    })),
  };
  const [finding] = findIn(link, [marked]);
  expect(finding?.params).toEqual({ language: 'ky', address: 'un.org/x' });
  expect(finding && quotes([marked], finding)).toEqual(['ky: ', 'ru: доклад', 'en: report']);
});

// It would not end before the test's time is up.
test('comes through a long text without a space', () => {
  const text = 'www.'.repeat(25_000);
  const long = [makeRow('a', { ru: text, ky: `${'a@'.repeat(50_000)}`, en: '@'.repeat(100_000) })];
  expect(findIn(link, long).length).toBeLessThan(3);
});
