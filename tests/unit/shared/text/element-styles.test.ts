import { describe, expect, it } from 'vitest';
import type { Style } from '../../../../shared/model/mark';
import { isLightingColour, stylesInside } from '../../../../shared/text/element-styles';

function inside(tag: string, css = '', around: readonly Style[] = [], isBlock = false): readonly Style[] {
  return [...stylesInside({ tag, css, isBlock }, new Set(around))].sort();
}

describe('stylesInside', () => {
  it.each<[string, string, readonly Style[]]>([
    ['u', '', ['underline']],
    ['s', '', ['strike']],
    ['strike', '', ['strike']],
    ['del', '', ['strike']],
    ['mark', '', ['highlight']],
    ['sub', '', ['subscript']],
    ['sup', '', ['superscript']],
    ['ins', '', []],
    ['span', 'text-decoration: underline line-through', ['strike', 'underline']],
    ['span', 'text-decoration-line:line-through', ['strike']],
    ['u', 'text-decoration:none', []],
    ['span', 'vertical-align:sub', ['subscript']],
    ['span', 'font-variant: small-caps', ['smallCaps']],
    ['span', 'background-color:#ffff00', ['highlight']],
    ['span', 'background:yellow;mso-highlight:yellow', ['highlight']],
    ['span', 'background-color: rgb(252, 232, 178)', ['highlight']],
    ['span', 'background-color:#f8f9fa', []],
    ['span', 'background-color: white', []],
    ['span', 'background-color: rgba(255, 255, 0, 0)', []],
    ['a', 'background:#f00', []],
    ['b', 'font-weight:normal', []],
    ['span', 'font-weight:700 !important;font-style:italic', ['emphasis', 'strong']],
  ])('of <%s style="%s"> are %j', (tag, css, styles) => {
    expect(inside(tag, css)).toEqual(styles);
  });

  it('go on inside, but for what an element takes back', () => {
    expect(inside('span', 'text-decoration:none', ['strike'])).toEqual(['strike']);
    expect(inside('span', 'font-weight:400', ['strong'])).toEqual([]);
    expect(inside('span', 'background-color:#fff', ['highlight'])).toEqual([]);
    expect(inside('sub', '', ['superscript'])).toEqual(['subscript']);
    expect(inside('div', 'background:#ffee00', [], true)).toEqual([]);
  });
});

describe('isLightingColour', () => {
  it('takes colours, and no white, grey or black', () => {
    expect(['ffff00', 'FF0', '00ffff'].every(isLightingColour)).toBe(true);
    expect(['ffffff', 'f8f9fa', '000', 'auto', 'ffff0'].some(isLightingColour)).toBe(false);
  });
});
