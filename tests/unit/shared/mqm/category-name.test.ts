import { describe, expect, it } from 'vitest';
import { categoryName } from '../../../../shared/mqm/category-name';
import { CORE_TYPOLOGY, type Typology } from '../../../../shared/mqm/typology';

const typology: Typology = {
  ...CORE_TYPOLOGY,
  dimensions: [
    { id: 'style', weight: 1, types: [{ id: 'register', names: { ru: 'Тон' } }, { id: 'awkward' }] },
    { id: 'facts', names: { ru: 'Факты', en: 'Facts' }, weight: 1, types: [{ id: 'dates' }] },
  ],
};

const known = new Map([
  ['mqm.dimension.style', 'Style'],
  ['mqm.type.style.awkward', 'Awkward'],
  ['mqm.type.style.register', 'Wrong register'],
]);

describe('categoryName', () => {
  it('is the newsroom’s own name, else that of the app, else the id', () => {
    const names = ['style', 'style/awkward', 'style/register', 'facts', 'facts/dates', 'gone/away'].map(
      (id) => categoryName(id, typology, 'en', (key, { defaultValue }) => known.get(key) ?? defaultValue),
    );
    expect(names).toEqual(['Style', 'Awkward', 'Тон', 'Facts', 'dates', 'away']);
  });
});
