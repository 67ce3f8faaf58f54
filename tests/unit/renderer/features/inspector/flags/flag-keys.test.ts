import { describe, expect, it } from 'vitest';
import { categoryByKey, severityByKey } from '../../../../../../renderer/features/inspector/flags/flag-keys';
import { CORE_TYPOLOGY } from '../../../../../../shared/mqm/typology';

const press = (code: string, pressed: string | null) => categoryByKey(code, pressed, CORE_TYPOLOGY);

describe('categoryByKey', () => {
  it('is the dimension at that place, then its types in turn, then the dimension again', () => {
    expect(press('Digit4', null)).toBe('style');
    expect(press('Numpad4', 'accuracy/omission')).toBe('style');
    expect(press('Digit4', 'style')).toBe('style/organizationStyle');
    expect(press('Digit4', 'style/organizationStyle')).toBe('style/thirdPartyStyle');
    expect(press('Digit4', 'style/inconsistent')).toBe('style');
  });

  it('is nothing where there is no dimension, and for other keys', () => {
    for (const code of ['Digit8', 'Digit0', 'KeyE', 'F4']) expect(press(code, null)).toBeNull();
  });
});

describe('severityByKey', () => {
  it('goes by the place of the key', () => {
    expect(['KeyQ', 'KeyW', 'KeyE', 'KeyR', 'KeyT', 'Digit1'].map(severityByKey)).toEqual([
      'neutral',
      'minor',
      'major',
      'critical',
      null,
      null,
    ]);
  });
});
