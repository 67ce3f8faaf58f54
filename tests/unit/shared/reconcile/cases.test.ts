import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { normaliseMarks, type Mark } from '../../../../shared/model/mark';
import { plainBlock, type Block, type RichText, type Role } from '../../../../shared/model/paragraph';
import type { DraftDifference } from '../../../../shared/reconcile/draft-merge';
import type { KnownParagraph } from '../../../../shared/reconcile/link-versions';
import { partsOf } from '../../../../shared/reconcile/merge-result';
import type { MergeChunk } from '../../../../shared/reconcile/merge-texts';
import { mergeVersions } from '../../../../shared/reconcile/merge-versions';

// The notation is told in tests/fixtures/reconcile/README.md.
const folder = path.join(import.meta.dirname, '../../../fixtures/reconcile');
const read = (name: string, file: string) =>
  readFileSync(path.join(folder, name, `${file}.txt`), 'utf8').trim();
const paragraphsOf = (page: string) => page.split(/\n{2,}/).filter((each) => each !== '');

const SIGNS: Readonly<Record<string, Role>> = {
  '#': 'title',
  '##': 'heading2',
  '>': 'quotation',
  '^': 'caption',
};

function readBlock(line: string): Block {
  const [, sign = '', rest = line] = /^(#+|>|\^|\d+\.) (.*)$/u.exec(line) ?? [];
  const role = sign.endsWith('.') ? 'listItem' : (SIGNS[sign] ?? 'paragraph');
  return { ...plainBlock('', role), ...readBold(rest), label: role === 'listItem' ? sign : '' };
}

function readBold(line: string): RichText {
  const marks: Mark[] = [];
  let text = '';
  for (const [i, part] of line.split('*').entries()) {
    if (i % 2 === 1) marks.push({ type: 'strong', start: text.length, end: text.length + part.length });
    text += part;
  }
  return { text, marks: normaliseMarks(marks, text.length) };
}

function showBold({ text, marks }: RichText): string {
  const edges = new Set(marks.flatMap(({ start, end }) => [start, end]));
  return Array.from(
    { length: text.length + 1 },
    (_, at) => (edges.has(at) ? '*' : '') + text.charAt(at),
  ).join('');
}

function showBlock(block: Block): string {
  const sign = Object.keys(SIGNS).find((each) => SIGNS[each] === block.role);
  return [sign, block.label, block.text].filter((part) => part).join(' ');
}

function showChunks(chunks: readonly MergeChunk[]): string {
  return chunks
    .map(({ kind, base, ours, theirs }) => {
      if (kind === 'same') return base.text;
      if (kind === 'ours') return `(${base.text}→${ours.text})`;
      if (kind === 'theirs') return `[${base.text}→${theirs.text}]`;
      return kind === 'both' ? `{${base.text}→${ours.text}}` : `<${ours.text}|${base.text}|${theirs.text}>`;
    })
    .join('')
    .replaceAll('\u2029', '¶');
}

function show(difference: DraftDifference): string {
  const ids = 'paragraphIds' in difference ? difference.paragraphIds.join(' ') : '';
  const place = 'after' in difference ? ` after ${difference.after ?? '-'}` : '';
  const name = `${difference.kind}${difference.conflict ? '!' : ''}${ids && ` ${ids}`}${place}`;
  switch (difference.kind) {
    case 'edited':
    case 'split':
    case 'merged':
      return `${name}: ${showChunks(difference.chunks)}`;
    case 'added':
    case 'restored':
      return `${name}: ${difference.blocks.map(showBlock).join(' ¶ ')}`;
    case 'renumbered':
      return `${name}: ${difference.shapes.ours.label} → ${difference.shapes.theirs.label}`;
    case 'reshaped':
      return `${name}: ${difference.shapes.ours.role} → ${difference.shapes.theirs.role}`;
    case 'moved':
    case 'removed':
      return name;
  }
}

describe('the cases of reconciling a draft', () => {
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );

  it.each(names)('%s', (name) => {
    const base = paragraphsOf(read(name, 'base')).map((line, i): KnownParagraph => ({
      id: `${i + 1}`,
      ...readBlock(line),
    }));
    const ours = paragraphsOf(read(name, 'ours')).map((line): KnownParagraph => {
      const [, id = '', rest = ''] = /^\[(\w+)\] (.*)$/u.exec(line) ?? [];
      return { id, ...readBlock(rest) };
    });
    const { differences } = mergeVersions(base, ours, paragraphsOf(read(name, 'theirs')).map(readBlock));
    const expected = read(name, 'expected').split('\n');
    const results = differences.flatMap((difference) => {
      if (!('chunks' in difference)) return [];
      const head = `result ${difference.paragraphIds.join(' ')}: `;
      return [head + partsOf(difference.chunks).map(showBold).join(' ¶ ')];
    });
    expect(differences.map(show).join('\n')).toBe(
      expected.filter((line) => !line.startsWith('result ')).join('\n'),
    );
    for (const line of expected.filter((each) => each.startsWith('result '))) expect(results).toContain(line);
  });
});
