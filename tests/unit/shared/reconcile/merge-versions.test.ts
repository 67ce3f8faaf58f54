import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainBlock, type Block, type Role } from '../../../../shared/model/paragraph';
import { draftMergeSchema } from '../../../../shared/reconcile/draft-merge';
import type { KnownParagraph } from '../../../../shared/reconcile/link-versions';
import { mergeVersions } from '../../../../shared/reconcile/merge-versions';
import { takeDifferences } from '../../../../shared/reconcile/take-differences';

const RUNS = { numRuns: 600, seed: 20_240_603 };

const known = (blocks: readonly Block[]): readonly KnownParagraph[] =>
  blocks.map((block, i) => ({ id: `p${i}`, ...block }));

const word = fc.constantFrom(
  'президент',
  'Бишкек',
  'реформа',
  'сом',
  'жылы',
  'бюджет',
  'школа',
  'the',
  'и',
  '2019',
  'дорога',
  'суу',
);
const text = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));
const block = fc
  .record({
    role: fc.constantFrom<Role>('paragraph', 'paragraph', 'heading2', 'listItem'),
    text,
    label: fc.constantFrom('', '', '1.', '2.'),
  })
  .map((parts): Block => ({ ...plainBlock(parts.text), ...parts }));
const version = fc.array(block, { maxLength: 9 });

type Edit = readonly ['drop' | 'add' | 'move' | 'join' | 'cut' | 'change', number, Block];
const edit = fc.tuple(
  fc.constantFrom('drop', 'add', 'move', 'join', 'cut', 'change'),
  fc.nat(20),
  block,
) as fc.Arbitrary<Edit>;

/** Paragraphs edited as Triptych does it: the first part of a split and of a join keep their id. */
function edited(paragraphs: readonly KnownParagraph[], edits: readonly Edit[]): readonly KnownParagraph[] {
  let now = [...paragraphs];
  for (const [i, [kind, place, put]] of edits.entries()) {
    const at = place % (now.length + 1);
    const [one, next] = [now[at], now[at + 1]];
    const id = `new${i}`;
    if (kind === 'add') now = now.toSpliced(at, 0, { id, ...put });
    if (!one) continue;
    if (kind === 'drop') now = now.toSpliced(at, 1);
    if (kind === 'change') now = now.with(at, { ...one, text: `${one.text} ${put.text}`, label: put.label });
    if (kind === 'move') now = now.toSpliced(at, 1).toSpliced(place % now.length, 0, one);
    if (kind === 'join' && next) now = now.toSpliced(at, 2, { ...one, text: `${one.text} ${next.text}` });
    if (kind === 'cut' && one.text.includes(' ')) {
      const words = one.text.split(' ');
      const head = words.splice(0, Math.ceil(words.length / 2)).join(' ');
      now = now.toSpliced(at, 1, { ...one, text: head }, { ...one, id, text: words.join(' ') });
    }
  }
  return now;
}
const edits = fc.array(edit, { maxLength: 4 });
const bare = (paragraphs: readonly KnownParagraph[]): readonly Block[] =>
  paragraphs.map(({ role, text: own, marks, label, depth, cell }) => ({
    role,
    text: own,
    marks,
    label,
    depth,
    cell,
  }));

describe('mergeVersions', () => {
  it('makes the draft of the base when nothing was changed here', () => {
    fc.assert(
      fc.property(version, edits, (blocks, changes) => {
        const base = known(blocks);
        const draft = bare(edited(base, changes));
        const { differences } = mergeVersions(base, base, draft);
        expect(differences.filter(({ conflict }) => conflict)).toEqual([]);
        const taken = takeDifferences(base, differences);
        expect(taken.map((each) => each.block.text)).toEqual(draft.map((each) => each.text));
      }),
      RUNS,
    );
  });

  it('finds nothing in a draft that is the base or what we have', () => {
    fc.assert(
      fc.property(version, edits, (blocks, changes) => {
        const base = known(blocks);
        const ours = edited(base, changes);
        const asBefore = mergeVersions(base, ours, bare(base));
        expect(asBefore).toEqual({ differences: [], unchanged: ours.map(({ id }) => id) });
        expect(mergeVersions(base, ours, bare(ours)).differences).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is plain data, names every present paragraph, and can be taken in part', () => {
    fc.assert(
      fc.property(version, edits, edits, fc.array(fc.boolean()), (blocks, here, there, choice) => {
        const base = known(blocks);
        const ours = edited(base, here);
        const merge = mergeVersions(base, ours, bare(edited(base, there)));
        expect(draftMergeSchema.parse(JSON.parse(JSON.stringify(merge)))).toEqual(merge);
        const named = merge.differences.flatMap((each) => ('paragraphIds' in each ? each.paragraphIds : []));
        expect(new Set([...named, ...merge.unchanged])).toEqual(new Set(ours.map(({ id }) => id)));
        const taken = takeDifferences(
          ours,
          merge.differences.filter((_, i) => choice[i] ?? true),
        );
        const ids = taken.flatMap(({ id }) => id ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        expect(takeDifferences(ours, [])).toEqual(ours.map(({ id, ...own }) => ({ id, block: own })));
      }),
      RUNS,
    );
  });
});

it('asks about the removal of a paragraph only when its words were changed', () => {
  const [kept, bold] = ['Вода пришла.', 'Её мало.'].map((text) => plainBlock(text));
  if (!kept || !bold) throw new Error('two blocks');
  // A draft in a format without marks is compared with a base without them.
  const base = known([kept, bold]);
  const ours = known([kept, { ...bold, marks: [{ type: 'strong', start: 0, end: 2 }] }]);
  const removal = (present: readonly KnownParagraph[]) => mergeVersions(base, present, [kept]).differences;
  expect(removal(ours)).toMatchObject([{ kind: 'removed', conflict: false }]);
  expect(removal(known([kept, plainBlock('Её очень мало.')]))).toMatchObject([
    { kind: 'removed', conflict: true },
  ]);
});
