import { describe, expect, it } from 'vitest';
import { SEVERITIES } from '../../../../shared/model/flag';
import { CATEGORIES, isCategory, SEVERITY_WEIGHTS, TYPOLOGY } from '../../../../shared/mqm/typology';

describe('typology', () => {
  it('has the seven dimensions and the 38 core types of MQM, each once', () => {
    expect(Object.keys(TYPOLOGY)).toHaveLength(7);
    expect(Object.values(TYPOLOGY).flat()).toHaveLength(38);
    expect(new Set(CATEGORIES).size).toBe(7 + 38);
  });

  it('knows dimensions and types, and nothing else', () => {
    for (const id of ['accuracy', 'accuracy/mistranslation', 'localeConventions/dateFormat']) {
      expect(isCategory(id)).toBe(true);
    }
    for (const id of ['', 'mistranslation', 'accuracy/', 'accuracy/grammar', 'toString', 'accuracy/length']) {
      expect(isCategory(id)).toBe(false);
    }
  });

  it('weighs graver errors more', () => {
    expect(SEVERITIES.map((severity) => SEVERITY_WEIGHTS[severity])).toEqual([0, 1, 5, 25]);
  });
});
