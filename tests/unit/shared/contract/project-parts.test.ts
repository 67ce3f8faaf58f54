import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinParts, projectParts, readPart } from '../../../../shared/contract/project-parts';
import { anyProject } from '../commands/arbitrary-project';
import { article } from '../commands/article';

describe('projectParts', () => {
  it('are together the project', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        expect(joinParts([...projectParts(project)].map(readPart))).toEqual(project);
      }),
    );
  });

  it('are short however long the project is, and made when they are asked for', () => {
    const [row] = article('Р1 | К1 | E1').rows;
    if (!row) throw new Error('no row');
    let read = 0;
    const rows = Array.from({ length: 20_000 }, (_, n) => ({
      get id() {
        read += 1;
        return `r${n}`;
      },
      cells: row.cells,
      confidence: 1,
      confirmed: true,
    }));
    const parts = projectParts({ ...article(), rows });
    parts.next();
    expect(read).toBe(0);
    const second = parts.next().value ?? '';
    expect(second.length).toBeLessThan(300_000);
    expect(read).toBeLessThan(2000);
    expect(joinParts([...projectParts({ ...article(), rows })].map(readPart)).rows).toHaveLength(20_000);
  });
});
