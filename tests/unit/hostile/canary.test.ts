import MarkdownIt from 'markdown-it';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../shared/model/language';
import { projectSchema } from '../../../shared/model/project';
import { elementsOf } from '../../../main/import/html/tree';
import { CANARIES, canaryProject } from '../../hostile/canary';
import { exportAll } from '../../hostile/export-all';
import { parseStrictly, xmlParts } from '../../hostile/office-parts';

/** What is said in the others is the same; `npm run fuzz` looks at them too. */
const LANGUAGES_TOLD: readonly Language[] = process.env['TRIPTYCH_FUZZ_ROUNDS'] ? LANGUAGES : ['ky'];

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

describe('what a stranger typed', () => {
  it.each(CANARIES)('leaves as text and nothing else: %j', async (canary) => {
    const project = projectSchema.parse(canaryProject(canary));
    for (const [name, bytes] of await exportAll(project, canary, LANGUAGES_TOLD)) {
      if (name.endsWith('.html')) expectInertPage(name, Buffer.from(bytes).toString());
      else if (/\.(docx|xlsx)$/.test(name)) await expectInertOfficeFile(name, bytes);
      else if (name.endsWith('.csv')) expectNoFormulas(name, Buffer.from(bytes).toString());
      else if (name.endsWith('.md')) expectInertMarkdown(name, Buffer.from(bytes).toString());
    }
  });
});

function expectInertPage(name: string, html: string): void {
  for (const { tagName, attrs } of elementsOf(parse(html))) {
    expect(tagName, name).not.toMatch(/^(script|img|iframe|object|embed|base|link|form|video|audio)$/);
    for (const { name: attribute, value } of attrs) {
      expect(attribute, name).not.toMatch(/^on|^src|^style$|^action$/);
      if (attribute === 'href') expect(value, name).toMatch(/^(#|https?:\/\/|mailto:)/);
    }
    if (tagName === 'meta')
      expect(
        attrs.map(({ value }) => value.toLowerCase()),
        name,
      ).not.toContain('refresh');
  }
}

async function expectInertOfficeFile(name: string, bytes: Uint8Array): Promise<void> {
  for (const [part, xml] of await xmlParts(bytes)) {
    const where = `${name} ${part}`;
    for (const { name: element, attributes, text } of parseStrictly(xml)) {
      if (element === 'Relationship' && attributes['TargetMode'] === 'External')
        expect(attributes['Target'], where).toMatch(/^(https?:\/\/|mailto:)/);
      if (element === 'w:instrText') expect(text, where).toMatch(/^ ?(NOTEREF _RefNote\d+|PAGE|NUMPAGES)/);
      expect(element, where).not.toMatch(
        /^(f|hyperlink|w:object|w:altChunk|w:attachedTemplate|w:fldSimple)$/,
      );
    }
  }
}

function expectInertMarkdown(name: string, source: string): void {
  const blocks = new MarkdownIt({ html: true }).parse(source, {});
  for (const token of blocks.flatMap((block) => [block, ...(block.children ?? [])])) {
    if (token.type === 'link_open') expect(token.attrGet('href'), name).toMatch(/^(#|https?:\/\/|mailto:)/);
    // A picture without an address is a caption, remarks are a comment, and marks Markdown cannot tell are plain tags.
    if (token.type === 'image') expect(token.attrGet('src'), name).toBe('');
    if (/^html_/.test(token.type))
      expect(token.content, name).toMatch(/^(<!--[^]*-->\s*|<\/?(sup|strong|em|br)>)$/);
  }
}

function expectNoFormulas(name: string, csv: string): void {
  for (const cell of cellsOf(csv)) expect(cell, name).not.toMatch(FORMULA);
}

/** The cells of a table, unquoted, in order. */
function cellsOf(csv: string): readonly string[] {
  const cells = csv.replace(/^\ufeff/, '').matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^,\r\n]*))/g);
  return [...cells].map(([, quoted, plain]) => (quoted ?? plain ?? '').replaceAll('""', '"'));
}
