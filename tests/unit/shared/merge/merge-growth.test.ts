import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type * as words from '../../../../shared/diff/diff-words';
import type { Flag } from '../../../../shared/model/flag';
import type * as merging from '../../../../shared/merge/merge-projects';
import { article, run } from '../commands/article';

let times = 0;
let merge: typeof merging;

// The real comparison, counted. Modules that another file of tests has loaded in this process know nothing of it: here
// they are loaded anew, and once more for who comes after.
beforeAll(async () => {
  vi.resetModules();
  vi.doMock('../../../../shared/diff/diff-words', async (original) => {
    const real = await original<typeof words>();
    const diffTexts: typeof real.diffTexts = (before, after) => {
      times += 1;
      return real.diffTexts(before, after);
    };
    return { ...real, diffTexts };
  });
  merge = await import('../../../../shared/merge/merge-projects');
});

afterAll(() => {
  vi.doUnmock('../../../../shared/diff/diff-words');
  vi.resetModules();
});

/** How often texts are compared when two edits of a paragraph are merged at which so many flags point. */
function compared(flags: number): number {
  const text = 'слово а '.repeat(60).trim();
  const span = { at: 'text', language: 'ru', paragraphId: 'ru1', quote: 'слово', orphaned: false } as const;
  const raised = Array.from({ length: flags }, (_, n): Flag => ({
    ...{ id: `f${n}`, category: 'style', severity: 'minor', note: '', status: 'open', author: 'А', time: n },
    ...{ thread: [], spans: [{ ...span, fix: null, start: n * 8, end: n * 8 + 5 }] },
  }));
  const base = { ...article(`${text} | |`), flags: raised };
  const edited = (content: string) =>
    run(base, { type: 'editParagraph', paragraphId: 'ru1', content: { text: content, marks: [] } });
  const copies = [edited(`Вот ${text}`), edited(`${text} вот`)];
  times = 0;
  merge.mergeProjects(base, copies);
  return times;
}

it('compares a paragraph once, however many flags point at it', () => {
  expect(compared(4)).toBeGreaterThan(0);
  expect(compared(40)).toBe(compared(4));
});
