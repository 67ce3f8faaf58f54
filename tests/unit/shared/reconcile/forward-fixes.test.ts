import { expect, test } from 'vitest';
import { ALL_CHECKS } from '../../../../shared/checks/all-checks';
import { makeChecker } from '../../../../shared/checks/engine/check-rows';
import type { Project } from '../../../../shared/model/project';
import { forwardFixes } from '../../../../shared/reconcile/forward-fixes';
import { projectOf, run } from './rows';

const TEXTS = {
  ru: 'Мост через реку закрыли на 47 дней.',
  ky: 'Дарыядагы көпүрө 30 күнгө жабылды.',
  en: 'The bridge over the river is closed for 30 days.',
};

const IMPORTED = projectOf(TEXTS);

function fixedIn({ rows }: Project): readonly string[] {
  const found = makeChecker(ALL_CHECKS, { glossary: '' })(rows);
  expect(found.map(({ check }) => check)).toContain('number');
  return forwardFixes(found, rows).flatMap(({ check, fixes }) =>
    check === 'number' ? fixes.map(({ language, text }) => `${language} ${text}`) : [],
  );
}

test('what one version says otherwise is put right, but not what was changed there and is not followed yet', () => {
  const write = (text: string) =>
    fixedIn(run(IMPORTED, { type: 'editParagraph', paragraphId: 'ru', content: { text, marks: [] } }));
  expect(fixedIn(IMPORTED)).toEqual(['ru 30']);
  expect(write('Мост через реку закрыли на 45 дней.')).toEqual([]);
  // The number stood there before, whatever else was changed.
  expect(write('Как сообщили дорожники, мост через реку закрыли на 47 дней.')).toEqual(['ru 30']);
  // A part of the former number is not that number.
  expect(write('Мост через реку закрыли на 4 дня.')).toEqual([]);
});
