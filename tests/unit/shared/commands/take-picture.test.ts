import { expect, test } from 'vitest';
import type { Language } from '../../../../shared/model/language';
import type { Picture } from '../../../../shared/model/picture';
import type { Project } from '../../../../shared/model/project';
import { pictureToTake } from '../../../../shared/reconcile/picture-to-take';
import { article, isRefused, row, run } from './article';

const KEPT: Picture = { hash: 'a'.repeat(64), kind: 'png', address: 'dam.png', width: 4, height: 3 };
const GONE: Picture = { ...KEPT, hash: null, kind: null, width: 0, height: 0 };

/** A row with these pictures, each with a text of its language. */
function pictured(pictures: Partial<Record<Language, Picture>>): Project {
  const project = article('Плотина | Тосмо | Dam');
  const [first] = project.rows;
  const cells = { ...row(project, 'r1').cells };
  for (const language of ['ru', 'ky', 'en'] as const) {
    const picture = pictures[language];
    const paragraphs = picture
      ? cells[language].paragraphs.map((each) => ({ ...each, role: 'picture' as const, picture }))
      : [];
    cells[language] = { ...cells[language], paragraphs };
  }
  return { ...project, rows: first ? [{ ...first, cells }] : [] };
}

const take = (from: string, language: Language) =>
  ({ type: 'takePicture', from, paragraphId: 'new', language }) as const;

test('a note of a picture whose file is not there becomes the picture, and keeps its words', () => {
  const project = pictured({ ru: KEPT, en: GONE });
  expect(pictureToTake(row(project, 'r1'), 'en')?.id).toBe('ru1');
  const after = run(project, take('ru1', 'en'));
  expect(row(after, 'r1').cells.en.paragraphs).toMatchObject([{ id: 'en1', text: 'Dam', picture: KEPT }]);
  expect(row(after, 'r1').cells.en.status).toBe('translated');
});

test('one that is kept is taken rather than a note of one, and only where there is none', () => {
  const project = pictured({ ru: GONE, ky: KEPT });
  expect(pictureToTake(row(project, 'r1'), 'en')?.id).toBe('ky1');
  expect(pictureToTake(row(project, 'r1'), 'ky')).toBeNull();
  expect(isRefused(project, take('ru1', 'ky'))).toBe(true);
  const nowhere = pictured({ ru: GONE, ky: GONE });
  expect(pictureToTake(row(nowhere, 'r1'), 'ru')).toBeNull();
  expect(isRefused(nowhere, take('ky1', 'ru'))).toBe(true);
  expect(pictureToTake(row(nowhere, 'r1'), 'en')?.id).toBe('ru1');
});

test('a picture is removed by a name of its own, under which the history tells of it, and nothing else is', () => {
  const project = pictured({ ru: KEPT, ky: KEPT });
  const remove = (paragraphId: string) => ({ type: 'removePicture', paragraphId }) as const;
  expect(row(run(project, remove('ru1')), 'r1').cells.ru.paragraphs).toEqual([]);
  expect(isRefused(article('Плотина | Тосмо | Dam'), remove('ru1'))).toBe(true);
});
