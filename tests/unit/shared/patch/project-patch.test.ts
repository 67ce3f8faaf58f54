import { describe, expect, it } from 'vitest';
import { applyPatch, isEmptyPatch, patchBetween } from '../../../../shared/patch/project-patch';
import { article, row, run } from '../commands/article';

describe('patchBetween', () => {
  const project = article('Раз | |', 'Два | |', 'Три | |');

  it('names only the fields of the paragraph that differ', () => {
    const edit = { type: 'editParagraph', paragraphId: 'ru2', content: { text: 'Эки', marks: [] } } as const;
    const edited = run(project, edit);
    const patch = patchBetween(project, edited);
    const changed = { id: 'ru2', text: 'Эки', marks: [], imported: { text: 'Два', marks: [] } };
    expect(patch).toEqual({
      rows: { changed: [{ id: 'r2', cells: { ru: { paragraphs: { changed: [changed] } } } }] },
    });
    const after = applyPatch(project, patch);
    expect(after.rows[0]).toBe(project.rows[0]);
    expect(row(after, 'r2').cells.ky).toBe(row(project, 'r2').cells.ky);
  });

  it('is empty between lists of the same rows and flags', () => {
    const copy = { ...project, rows: [...project.rows], flags: [...project.flags] };
    expect(isEmptyPatch(patchBetween(project, copy))).toBe(true);
  });
});
