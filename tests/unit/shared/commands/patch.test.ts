import { describe, expect, it } from 'vitest';
import { applyPatch, isEmptyPatch, patchBetween } from '../../../../shared/commands/patch';
import { article, row, run } from './article';

describe('patchBetween', () => {
  const project = article('Раз | |', 'Два | |', 'Три | |');

  it('names only the rows that differ', () => {
    const edit = { type: 'editParagraph', paragraphId: 'ru2', content: { text: 'Эки', marks: [] } } as const;
    const edited = run(project, edit);
    const patch = patchBetween(project, edited);
    expect(patch).toEqual({
      title: null,
      origins: null,
      rows: { start: 1, remove: 1, insert: [row(edited, 'r2')] },
      flags: null,
    });
    expect(applyPatch(project, patch).rows[0]).toBe(project.rows[0]);
  });

  it('is empty between lists of the same rows and flags', () => {
    const copy = { ...project, rows: [...project.rows], flags: [...project.flags] };
    expect(isEmptyPatch(patchBetween(project, copy))).toBe(true);
  });
});
