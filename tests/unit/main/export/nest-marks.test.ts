import { describe, expect, it } from 'vitest';
import { nestMarks, type Inline } from '../../../../main/export/nest-marks';
import type { Mark } from '../../../../shared/model/mark';

function show(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => ('text' in node ? node.text : `${node.mark.type}(${show(node.children)})`))
    .join('');
}

const link: Mark = { type: 'link', href: 'https://example.org/', start: 3, end: 6 };

describe('nestMarks', () => {
  it('splits marks that cross', () => {
    const marks: readonly Mark[] = [
      { type: 'strong', start: 0, end: 5 },
      { type: 'emphasis', start: 3, end: 8 },
    ];
    expect(show(nestMarks({ text: 'abcdefghij', marks }))).toBe('strong(abcemphasis(de))emphasis(fgh)ij');
  });

  it('keeps links whole where they begin and lets them come outermost', () => {
    const marks: readonly Mark[] = [
      { ...link, start: 0 },
      { type: 'strong', start: 0, end: 8 },
    ];
    expect(show(nestMarks({ text: 'abcdefghij', marks }))).toBe('link(strong(abcdef))strong(gh)ij');
  });

  it('leads from one place to one target only', () => {
    const marks: readonly Mark[] = [link, { type: 'footnoteReference', label: '1', start: 4, end: 5 }];
    expect(show(nestMarks({ text: 'abcdefgh', marks }))).toBe('abclink(d)footnoteReference(e)link(f)gh');
  });
});
