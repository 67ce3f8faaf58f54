import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryIdFor } from '../../../../shared/mqm/new-category';
import { isCategory } from '../../../../shared/mqm/typology';

describe('categoryIdFor', () => {
  it('makes a readable id of a name', () => {
    expect(categoryIdFor('Газетные штампы!', [])).toBe('газетные-штампы');
    expect(categoryIdFor('Style', ['style', 'style-2'])).toBe('style-3');
    expect(categoryIdFor('«»', [])).toBe('category');
  });

  it('is an id that is not taken, whatever the name', () => {
    const names = fc.string({ unit: 'grapheme', maxLength: 90 });
    fc.assert(
      fc.property(names, (name) => {
        const id = categoryIdFor(name, []);
        const next = categoryIdFor(name, [id]);
        expect([isCategory(id), isCategory(next), next === id]).toEqual([true, true, false]);
      }),
      { seed: 3 },
    );
  });
});
