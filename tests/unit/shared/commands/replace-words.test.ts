import { expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../../../shared/model/language';
import { staleSources } from '../../../../shared/reconcile/stale';
import { article, paragraph, row, run } from './article';

const BEFORE = article('Глава 5 Сатыбалдиев. | Башчы 5 Сатыбалдиев. | Head 5 Satybaldiev.');

const put = (language: Language, was: string, text: string) => {
  const { id: paragraphId, text: whole } = paragraph(BEFORE, `${language}1`);
  const start = whole.indexOf(was);
  return { language, paragraphId, start, end: start + was.length, was, text };
};

const staleIn = (puts: readonly ReturnType<typeof put>[], suggest = false) => {
  const after = row(run(BEFORE, { type: 'replaceWords', puts, suggest }), 'r1');
  return LANGUAGES.map((language) => staleSources(after, language));
};

test('words replaced in one version make the others stale', () => {
  expect(staleIn([put('ru', '5', '6')])).toEqual([[], ['ru'], ['ru']]);
});

test('words replaced in several versions at once make only those stale that were left', () => {
  expect(staleIn([put('ru', '5', '6'), put('ky', '5', '6')])).toEqual([[], [], ['ru', 'ky']]);
  const names = [put('ru', 'Сатыбалдиев', 'Сатыбеков'), put('ky', 'Сатыбалдиев', 'Сатыбеков')];
  expect(staleIn(names)).toEqual([[], [], ['ru', 'ky']]);
  expect(staleIn([...names, put('en', 'Satybaldiev', 'Satybekov')])).toEqual([[], [], []]);
});

test('suggested ones make none stale before they are accepted', () => {
  expect(staleIn([put('ru', '5', '6'), put('ky', '5', '6')], true)).toEqual([[], [], []]);
});
