import { describe, expect, test } from 'vitest';
import { keepEnding } from '../../../../shared/text/keep-ending';

describe('a replacement takes the ending of the form it takes the place of', () => {
  test.each([
    ['ky', 'Жапаров', 'Жапаровдун', 'Садыров', 'Садыровдун'],
    ['ky', 'Жапаров', 'Жапаров', 'Бекешев', 'Бекешев'],
    ['ky', 'тосмо', 'тосмонун', 'комо', 'комонун'],
    ['ru', 'Москва', 'Москве', 'Астана', 'Астане'],
    ['ru', 'Жапаров', 'Жапаровым', 'Садыров', 'Садыровым'],
    ['ru', 'завод', 'заводами', 'комбинат', 'комбинатами'],
    ['en', 'dam', 'dams', 'plant', 'plants'],
    ['ru', 'старый завод', 'старым заводом', 'новый комбинат', 'новым комбинатом'],
  ] as const)('%s: %s, %s; %s', (language, query, found, replacement, text) => {
    expect(keepEnding(query, found, replacement, language)).toEqual({ text, isSure: true });
  });

  test.each([
    // Harmony: Токаевдин, and not Токаевдун.
    ['ky', 'Жапаров', 'Жапаровдун', 'Токаев'],
    // A stem in г is written with и.
    ['ru', 'Москва', 'Москвы', 'Гаага'],
    // Another declension.
    ['ru', 'плотина', 'плотины', 'ГЭС'],
    ['ru', 'день', 'дня', 'месяц'],
    ['en', 'dam', 'dams', 'box'],
    ['ru', 'завод', 'заводом', 'старый комбинат'],
  ] as const)('and says where that is not certain: %s, %s, %s; %s', (language, query, found, replacement) => {
    expect(keepEnding(query, found, replacement, language).isSure).toBe(false);
  });
});
