import { expect, test } from 'vitest';
import type { Flag } from '../../../../shared/model/flag';
import { mergeProjects } from '../../../../shared/merge/merge-projects';
import { countWork } from '../../../hostile/work';
import { article, run } from '../commands/article';

/** The work of merging two edits of a paragraph of so many sentences, with a flag on each. */
function workOf(sentences: number): Promise<number> {
  const text = 'слово а '.repeat(sentences).trim();
  const span = { at: 'text', language: 'ru', paragraphId: 'ru1', quote: 'слово', orphaned: false } as const;
  const raised = Array.from({ length: sentences }, (_, n): Flag => ({
    ...{ id: `f${n}`, category: 'style', severity: 'minor', note: '', status: 'open', author: 'А', time: n },
    ...{ thread: [], spans: [{ ...span, fix: null, start: n * 8, end: n * 8 + 5 }] },
  }));
  const base = { ...article(`${text} | |`), flags: raised };
  const edited = (content: string) =>
    run(base, { type: 'editParagraph', paragraphId: 'ru1', content: { text: content, marks: [] } });
  const copies = [edited(`Вот ${text}`), edited(`${text} вот`)];
  return countWork(() => mergeProjects(base, copies));
}

test('the work of merging grows with the paragraph and its flags, not with one times the other', async () => {
  expect((await workOf(160)) / (await workOf(40))).toBeLessThan(4.5);
});
