import type { Language } from '../model/language';

/** What digits with their separators may mean, the most probable first. */
export type DigitValues = readonly [number, ...number[]];

/**
 * Reads digits as the language writes them: `1 234 567,89` (ru, ky), `1,234,567.89` (en). Where three digits follow
 * a single separator it may stand for either, so both values are given. Null for what is no single number, such as
 * `24.07.2019`.
 */
export function readDigits(text: string, language: Language): DigitValues | null {
  const digits = text.replaceAll(/[\s'’]/g, '');
  const signs = digits.replaceAll(/\d/g, '');
  if (signs === '') return [Number(digits)];
  const [first = '', ...groups] = digits.split(/[.,]/);
  const last = groups.at(-1) ?? '';
  const inThrees = (list: readonly string[]): boolean =>
    first.length <= 3 && list.every((group) => group.length === 3);
  const whole = Number(first + groups.join(''));
  const decimal = Number(`${first}${groups.slice(0, -1).join('')}.${last}`);
  if (groups.length === 1) {
    if (digits.length < text.length || !inThrees(groups) || first === '0') return [decimal];
    return (signs === ',') === (language === 'en') ? [whole, decimal] : [decimal, whole];
  }
  const separator = signs.at(0) ?? '';
  const alike = signs.replaceAll(separator, '') === '';
  if (alike) return inThrees(groups) && first !== '0' ? [whole] : null;
  const isDecimal = signs.slice(0, -1).replaceAll(separator, '') === '' && signs.at(-1) !== separator;
  return isDecimal && inThrees(groups.slice(0, -1)) ? [decimal] : null;
}

/** A value written like a number of the same text: with its separators, else with those of the language. */
export function writeDigits(value: number, like: string, language: Language): string {
  const [whole = '', decimals] = String(value).split('.');
  const space = /[\s'’]/.exec(like)?.[0];
  const isGrouped = like.replace(/[.,]\d{1,2}$/, '').replaceAll(/\d/g, '') !== '';
  const isLongPlain = !isGrouped && /\d{4}/.test(like);
  const usual = language === 'en' ? ',' : '\u00A0';
  const separator = space ?? (isLongPlain ? '' : usual);
  const grouped = whole.length > 4 || (whole.length === 4 && isGrouped) ? group(whole, separator) : whole;
  if (decimals === undefined) return grouped;
  const usualPoint = language === 'en' ? '.' : ',';
  return grouped + (/\d([.,])\d{1,2}$/.exec(like)?.[1] ?? usualPoint) + decimals;
}

function group(digits: string, separator: string): string {
  const head = digits.length % 3 || 3;
  const groups = [digits.slice(0, head)];
  for (let at = head; at < digits.length; at += 3) groups.push(digits.slice(at, at + 3));
  return groups.join(separator);
}
