import { expect, test } from 'vitest';
import { applyCommand, type Command } from '../../../../shared/commands/command';
import { ALL_CHECKS } from '../../../../shared/checks/all-checks';
import { makeChecker } from '../../../../shared/checks/engine/check-rows';
import { perLanguage } from '../../../../shared/model/language';
import { plainBlock } from '../../../../shared/model/paragraph';
import type { Project } from '../../../../shared/model/project';
import { forwardFixes } from '../../../../shared/reconcile/forward-fixes';

const TEXTS = {
  ru: 'Мост через реку закрыли на 47 дней.',
  ky: 'Дарыядагы көпүрө 30 күнгө жабылды.',
  en: 'The bridge over the river is closed for 30 days.',
};

const IMPORTED: Project = {
  id: 'p',
  title: '',
  created: 0,
  origins: perLanguage(() => null),
  rows: [
    {
      id: 'r',
      cells: perLanguage((language) => ({
        paragraphs: [{ ...plainBlock(TEXTS[language]), id: language, imported: null }],
        status: 'translated' as const,
      })),
      confidence: 1,
      confirmed: true,
    },
  ],
  flags: [],
};

function after(command: Command): Project {
  const applied = applyCommand(IMPORTED, command, { author: 'А', time: 1 });
  if (!applied.ok) throw new Error(command.type);
  return applied.value;
}

function fixedIn({ rows }: Project): readonly string[] {
  const found = makeChecker(ALL_CHECKS, { glossary: '' })(rows);
  expect(found.map(({ check }) => check)).toContain('number');
  return forwardFixes(found, rows).flatMap(({ check, fixes }) =>
    check === 'number' ? fixes.map(({ language, text }) => `${language} ${text}`) : [],
  );
}

test('a text that says another number than both others is put right, but not one that was changed and is not followed yet', () => {
  expect(fixedIn(IMPORTED)).toEqual(['ru 30']);
  const content = { text: 'Мост через реку закрыли на 45 дней.', marks: [] };
  expect(fixedIn(after({ type: 'editParagraph', paragraphId: 'ru', content }))).toEqual([]);
});
