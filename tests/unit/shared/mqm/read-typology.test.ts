import { describe, expect, it } from 'vitest';
import { readTypology } from '../../../../shared/mqm/read-typology';
import { CORE_TYPOLOGY } from '../../../../shared/mqm/typology';

describe('readTypology', () => {
  it('reads what was written', () => {
    const written: unknown = JSON.parse(JSON.stringify(CORE_TYPOLOGY));
    expect(readTypology(written)).toEqual({ typology: CORE_TYPOLOGY, damaged: [] });
  });

  it('takes what is not there from the core', () => {
    expect(readTypology({ passMark: 95 })).toEqual({
      typology: { ...CORE_TYPOLOGY, passMark: 95 },
      damaged: [],
    });
  });

  it('leaves out and names what is wrong, and keeps the rest', () => {
    const { typology, damaged } = readTypology({
      passMark: 'high',
      scale: 2,
      colour: 'red',
      dimensions: [
        { id: 'facts', weight: 2, types: [{ id: 'names' }, { id: 'no good' }, { id: 'names' }] },
        { id: 'style', weight: -1, types: [] },
        { id: 'facts', weight: 1, types: [] },
        'style',
      ],
    });
    expect(typology).toEqual({
      ...CORE_TYPOLOGY,
      scale: 2,
      dimensions: [{ id: 'facts', weight: 2, types: [{ id: 'names' }] }],
    });
    expect(damaged).toEqual([
      'dimensions.1.types.2',
      'dimensions.1.types.3',
      'dimensions.2',
      'dimensions.3',
      'dimensions.4',
      'passMark',
      'colour',
    ]);
  });

  it('is the core where nothing can be read', () => {
    for (const value of [null, undefined, 'x', [], 5]) {
      expect(readTypology(value)).toEqual({ typology: CORE_TYPOLOGY, damaged: ['*'] });
    }
    const none = readTypology({ dimensions: [{ id: '' }] });
    expect(none).toEqual({ typology: CORE_TYPOLOGY, damaged: ['dimensions.1'] });
  });
});
