import { expect, it, vi } from 'vitest';
import type * as words from '../../../../shared/diff/diff-words';
import type { Flag } from '../../../../shared/model/flag';
import { mergeProjects } from '../../../../shared/merge/merge-projects';
import { article, run } from '../commands/article';

const counted = vi.hoisted(() => ({ times: 0 }));

// The real comparison, counted.
vi.mock('../../../../shared/diff/diff-words', async (original) => {
  const real = await original<typeof words>();
  const diffTexts: typeof real.diffTexts = (before, after) => {
    counted.times += 1;
    return real.diffTexts(before, after);
  };
  return { ...real, diffTexts };
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
  counted.times = 0;
  mergeProjects(base, copies);
  return counted.times;
}

it('compares a paragraph once, however many flags point at it', () => {
  expect(compared(4)).toBeGreaterThan(0);
  expect(compared(40)).toBe(compared(4));
});
