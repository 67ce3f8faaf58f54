import { expect, test } from 'vitest';
import type { Command } from '../../../../shared/commands/command';
import { applyPatch, patchBetween } from '../../../../shared/patch/project-patch';
import type { Project } from '../../../../shared/model/project';
import { article, BY, run } from './article';

const project = article('Жээнбеков. | Жээнбеков. | Jeenbekov.');
const approve = (text: string, approved = true): Command => ({
  ...{ type: 'approveSpelling', language: 'en', text, approved },
});
const spellings = ({ review }: Project) => review?.spellings?.map(({ language, text }) => [language, text]);

test('spellings are approved in order, once each, and taken back', () => {
  const both = run(project, approve('Zheenbekov'), approve('Jeenbekov'));
  expect(both.review?.spellings?.[0]).toEqual({ language: 'en', text: 'Jeenbekov', ...BY });
  expect(spellings(both)).toEqual([
    ['en', 'Jeenbekov'],
    ['en', 'Zheenbekov'],
  ]);
  expect(run(both, approve('Jeenbekov'))).toBe(both);
  const one = run(both, approve('Jeenbekov', false));
  expect(spellings(one)).toEqual([['en', 'Zheenbekov']]);
  expect(run(one, approve('Jeenbekov', false))).toBe(one);
});

test('the article keeps terms of its own', () => {
  const glossary = 'банк | банк | bank';
  const kept = run(project, { type: 'setArticleGlossary', glossary });
  expect(kept.review?.glossary).toBe(glossary);
  expect(run(kept, { type: 'setArticleGlossary', glossary })).toBe(kept);
  expect(run(project, { type: 'setArticleGlossary', glossary: '' })).toBe(project);
});

test('a change of a review names only what differs, and is taken back', () => {
  const reviewed = run(project, { type: 'takeSnapshot', snapshotId: 's', name: '1' });
  const approved = run(reviewed, approve('Jeenbekov'));
  expect(patchBetween(reviewed, approved).review).toEqual({ spellings: { put: approved.review?.spellings } });
  const back = patchBetween(approved, reviewed);
  expect(back.review).toEqual({ spellings: { remove: ['en Jeenbekov'] } });
  expect(applyPatch(approved, back)).toEqual(reviewed);
  expect(applyPatch(approved, patchBetween(approved, project))).toEqual(project);
});
