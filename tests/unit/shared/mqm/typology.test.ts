import { describe, expect, it } from 'vitest';
import { SEVERITIES } from '../../../../shared/model/flag';
import {
  CORE_TYPOLOGY,
  dimensionOf,
  isCategory,
  listCategories,
  typologySchema,
  weightOf,
  type Typology,
} from '../../../../shared/mqm/typology';

const newsroom: Typology = {
  ...CORE_TYPOLOGY,
  dimensions: [
    { id: 'факты', names: { ru: 'Факты' }, weight: 2, types: [{ id: 'цифры', weight: 3 }, { id: 'имена' }] },
  ],
};

describe('the core typology', () => {
  it('has the seven dimensions and the 38 core types of MQM, each once', () => {
    expect(typologySchema.parse(CORE_TYPOLOGY)).toEqual(CORE_TYPOLOGY);
    expect(CORE_TYPOLOGY.dimensions).toHaveLength(7);
    expect(CORE_TYPOLOGY.dimensions.every(({ iso5060 }) => iso5060)).toBe(true);
    expect(new Set(listCategories(CORE_TYPOLOGY)).size).toBe(7 + 38);
  });

  it('weighs graver errors more', () => {
    expect(SEVERITIES.map((severity) => CORE_TYPOLOGY.penalties[severity])).toEqual([0, 1, 5, 25]);
  });
});

describe('typologySchema', () => {
  it('takes a newsroom’s own, and no id twice', () => {
    expect(typologySchema.safeParse(newsroom).success).toBe(true);
    const [first] = newsroom.dimensions;
    const twice = { ...newsroom, dimensions: [first, first] };
    expect(typologySchema.safeParse(twice).success).toBe(false);
    expect(typologySchema.safeParse({ ...newsroom, passMark: 101 }).success).toBe(false);
  });
});

describe('isCategory', () => {
  it('takes a dimension and a type of it, of any newsroom, and nothing else', () => {
    for (const id of ['accuracy', 'accuracy/mistranslation', 'факты/цифры', 'өз-1']) {
      expect(isCategory(id)).toBe(true);
    }
    for (const id of ['', 'accuracy/', '/grammar', 'a/b/c', 'two words', 'a/'.repeat(40)]) {
      expect(isCategory(id)).toBe(false);
    }
  });
});

describe('weightOf', () => {
  it('is that of the type, else of the dimension, else 1', () => {
    expect(
      ['факты/цифры', 'факты/имена', 'факты', 'факты/даты', 'style'].map((id) => weightOf(newsroom, id)),
    ).toEqual([3, 2, 2, 2, 1]);
    expect(dimensionOf(newsroom, 'факты/даты')?.id).toBe('факты');
    expect(dimensionOf(newsroom, 'style/register')).toBeNull();
  });
});
