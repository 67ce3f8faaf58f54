import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '../../../../shared/commands/command';
import { LANGUAGES } from '../../../../shared/model/language';
import type { Paragraph } from '../../../../shared/model/paragraph';
import { projectSchema, type Project } from '../../../../shared/model/project';
import { versionParagraphs } from '../../../../shared/model/row';
import { conflictFlags } from '../../../../shared/reconcile/conflict-flags';
import { mergeProjects } from '../../../../shared/reconcile/merge-projects';
import { settledText, suggestionsIn } from '../../../../shared/reconcile/suggestions';
import { article, lines } from '../commands/article';

/** A project after commands of one person; what is refused is left out. */
function by(author: string, project: Project, ...commands: readonly Command[]): Project {
  return commands.reduce((now, command, n) => {
    const applied = applyCommand(now, command, { author, time: 10 + n });
    return applied.ok ? applied.value : now;
  }, project);
}

const edit = (paragraphId: string, text: string, suggest = false): Command => ({
  ...{ type: 'editParagraph', paragraphId, content: { text, marks: [] }, suggest },
});

const split = (paragraphId: string, offset: number, newId: string): Command => ({
  ...{ type: 'splitParagraph', paragraphId, offset, newId },
});

const join = (paragraphId: string): Command => ({ type: 'joinParagraphs', paragraphId });

const insert = (paragraphId: string, index: number, text: string): Command => ({
  ...{ type: 'insertParagraph', paragraphId, rowId: 'r1', language: 'ru', index },
  ...{ role: 'paragraph', label: '', text },
});

const paragraphsOf = (project: Project): readonly Paragraph[] =>
  LANGUAGES.flatMap((language) => versionParagraphs(project.rows, language));

function inBothOrders(base: Project, a: Project, b: Project) {
  const merged = mergeProjects(base, [a, b]);
  expect(mergeProjects(base, [b, a])).toEqual(merged);
  expect(projectSchema.parse(merged.project)).toEqual(merged.project);
  return merged;
}

describe('merging what copies split, joined and edited', () => {
  const clauses = article('Мэрия обещает уложиться в срок, но рабочих не хватает. | |');
  const at = 'Мэрия обещает уложиться в срок,'.length;

  it('takes an edit of one half into the half that another split off', () => {
    const { project, conflicts } = inBothOrders(
      clauses,
      by('А', clauses, split('ru1', at, 'n1')),
      by('Б', clauses, edit('ru1', 'Мэрия обещает уложиться в срок, но рабочих мало.')),
    );
    expect(lines(project)).toEqual(['Мэрия обещает уложиться в срок, / но рабочих мало. |  |']);
    expect(conflicts).toEqual([]);
  });

  it('parts a text in three where two split it at two places, and edits go with their words', () => {
    const { project } = inBothOrders(
      clauses,
      by('А', clauses, split('ru1', at, 'n1'), edit('n1', 'но рабочих мало.')),
      by('Б', clauses, split('ru1', 'Мэрия обещает'.length, 'n2')),
    );
    expect(lines(project)).toEqual(['Мэрия обещает / уложиться в срок, / но рабочих мало. |  |']);
    const same = inBothOrders(
      clauses,
      by('А', clauses, split('ru1', at, 'n1')),
      by('Б', clauses, split('ru1', at, 'n2')),
    );
    expect(lines(same.project)).toEqual(['Мэрия обещает уложиться в срок, / но рабочих не хватает. |  |']);
  });

  it('doubles nothing where one joins what another edits, removes or writes between', () => {
    const base = article('Раз один / Два две | |');
    const joined = by('А', base, join('ru2'));
    const merged = (...commands: readonly Command[]) =>
      lines(inBothOrders(base, joined, by('Б', base, ...commands)).project);
    expect(merged(edit('ru2', 'Два пары'))).toEqual(['Раз один Два пары |  |']);
    expect(merged({ type: 'removeParagraph', paragraphId: 'ru2' })).toEqual(['Раз один |  |']);
    expect(merged(insert('n1', 1, 'Новое'))).toEqual(['Раз один / Новое / Два две |  |']);
    expect(merged(join('ru2'))).toEqual(['Раз один Два две |  |']);
  });
});

describe('merging edits and suggestions', () => {
  const base = article('Бюджет вырос на 5 процентов. | |');

  it('keeps an edit settled and a suggestion under its author', () => {
    const { project, conflicts } = inBothOrders(
      base,
      by('А', base, edit('ru1', 'Бюджет вырос на 6 процентов.')),
      by('Б', base, edit('ru1', 'Бюджет города вырос на 5 процентов.', true)),
    );
    const [paragraph] = paragraphsOf(project);
    expect(conflicts).toEqual([]);
    expect(paragraph && settledText(paragraph).text).toBe('Бюджет вырос на 6 процентов.');
    expect(paragraph?.text).toBe('Бюджет города вырос на 6 процентов.');
    expect(paragraph && suggestionsIn(paragraph).map((each) => each.by?.author)).toEqual(['Б']);
  });

  it('makes of a suggestion about edited words one to change the edit', () => {
    const { project, conflicts } = inBothOrders(
      base,
      by('А', base, edit('ru1', 'Бюджет вырос на 6 процентов.')),
      by('Б', base, edit('ru1', 'Бюджет вырос на 7 процентов.', true)),
    );
    const [paragraph] = paragraphsOf(project);
    expect(conflicts).toEqual([]);
    expect(paragraph && settledText(paragraph).text).toBe('Бюджет вырос на 6 процентов.');
    expect(paragraph?.text).toBe('Бюджет вырос на 7 процентов.');
    expect(paragraph && suggestionsIn(paragraph).map((each) => each.by?.author)).toEqual(['Б']);
  });

  it('points inside the text, and asks nobody about what the program noted', () => {
    const long = by(
      'Б',
      base,
      edit('ru1', 'Бюджет вырос на 5 процентов и ещё на сто миллионов сомов.', true),
    );
    const short = by('А', base, edit('ru1', 'Бюджет.', true));
    const { project, conflicts } = inBothOrders(base, long, short);
    for (const { text, pending } of paragraphsOf(project))
      for (const { start, end } of pending?.by ?? []) {
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    expect(conflicts.filter(({ kind }) => kind === 'field')).toEqual([]);
  });
});

/** What one person does in a copy, each with words of its own: a number tells which paragraph is meant. */
const acts = fc.array(
  fc.record({
    kind: fc.constantFrom('edit', 'append', 'suggest', 'split', 'join', 'insert', 'remove', 'accept'),
    at: fc.nat(20),
    place: fc.nat(6),
  }),
  { minLength: 1, maxLength: 4 },
);

type Acts = typeof acts extends fc.Arbitrary<infer T> ? T : never;

/** The copy, and the words that were written in it and that it did not take out again. */
function copyOf(
  base: Project,
  name: string,
  list: Acts,
): { readonly copy: Project; readonly words: readonly string[] } {
  let copy = base;
  const written: string[] = [];
  list.forEach(({ kind, at, place }, n) => {
    const all = versionParagraphs(copy.rows, 'ru');
    const target = all[at % all.length];
    const word = `${name}${n}`;
    if (!target) return;
    const words = target.text.split(' ');
    const withWord = words.toSpliced(place % (words.length + 1), 0, word).join(' ');
    const offset = words.slice(0, 1 + (place % words.length)).join(' ').length;
    const commands: Record<typeof kind, Command> = {
      edit: edit(target.id, withWord),
      append: edit(target.id, `${target.text} ${word}`.trim()),
      suggest: edit(target.id, withWord, true),
      split: split(target.id, Math.max(1, offset), `id${word}`),
      join: join(target.id),
      insert: { ...insert(`id${word}`, place, word), rowId: `r${1 + (at % 3)}` } as Command,
      remove: { type: 'removeParagraph', paragraphId: target.id },
      accept: { type: 'decideSuggestions', paragraphIds: [target.id], which: null, accept: true },
    };
    copy = by(name, copy, commands[kind]);
    written.push(word);
  });
  const present = paragraphsOf(copy)
    .map(({ text }) => ` ${text} `)
    .join('');
  return { copy, words: written.filter((word) => present.includes(` ${word} `)) };
}

const ROWS = Number(process.env['TRIPTYCH_MERGE_RUNS'] ?? 300);

it('what anybody wrote is in the result once, or in a flag; what nobody touched is there once', () => {
  const base = article(
    'к1 к2 к3 к4 / к5 к6 к7 | |',
    'л1 л2 л3 / л4 л5 л6 л7 л8 / л9 | |',
    'м1 м2 м3 м4 м5 | |',
  );
  fc.assert(
    fc.property(acts, acts, acts, fc.boolean(), (one, two, three, isTrio) => {
      const made = [
        copyOf(base, 'А', one),
        copyOf(base, 'Б', two),
        ...(isTrio ? [copyOf(base, 'В', three)] : []),
      ];
      const copies = made.map(({ copy }) => copy);
      const { project, conflicts } = mergeProjects(base, copies);
      expect(mergeProjects(base, copies.toReversed())).toEqual({ project, conflicts });
      expect(projectSchema.parse(project)).toEqual(project);
      const flags = conflictFlags(project, conflicts, (text) => text, { author: 'О', time: 99 });
      const noted = flags.map(({ note }) => ` ${note} `).join('');
      const words = paragraphsOf(project).flatMap(({ text }) => text.split(' '));
      const count = (word: string): number => words.filter((each) => each === word).length;
      for (const word of made.flatMap((each) => each.words)) {
        expect([word, count(word) <= 1]).toEqual([word, true]);
        expect([word, count(word) === 1 || noted.includes(` ${word} `)]).toEqual([word, true]);
      }
      for (const word of paragraphsOf(base).flatMap(({ text }) => text.split(' ')))
        expect([word, count(word) <= 1 || conflicts.length > 0]).toEqual([word, true]);
      for (const { text, pending } of paragraphsOf(project))
        for (const { end } of pending?.by ?? []) expect(end).toBeLessThanOrEqual(text.length);
    }),
    { seed: 5, numRuns: ROWS },
  );
}, 600_000);
