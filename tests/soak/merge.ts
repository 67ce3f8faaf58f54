import fc from 'fast-check';
import { applyCommand, type Command } from '../../shared/commands/command';
import { LANGUAGES } from '../../shared/model/language';
import type { Paragraph } from '../../shared/model/paragraph';
import { projectSchema, type Project } from '../../shared/model/project';
import { versionParagraphs } from '../../shared/model/row';
import { conflictFlags } from '../../shared/merge/conflict-flags';
import { mergeProjects } from '../../shared/merge/merge-projects';
import { settledText } from '../../shared/reconcile/suggestions';
import { article } from '../unit/shared/commands/article';

const KINDS = [
  ...['edit', 'append', 'suggest', 'split', 'join', 'insert', 'remove', 'accept', 'move', 'mergeRows'],
] as const;

/** What one person does in a copy: numbers tell which paragraph is meant, and which place in it. */
interface Act {
  readonly kind: string;
  readonly at: number;
  readonly place: number;
}

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...KINDS), at: fc.nat(20), place: fc.nat(6) }),
  { minLength: 1, maxLength: 4 },
);

const BASE = article(
  'к1 к2 к3 к4 / к5 к6 к7 | |',
  'л1 л2 л3 / л4 л5 л6 л7 л8 / л9 | |',
  'м1 м2 м3 м4 м5 | |',
);

const paragraphsOf = (project: Project): readonly Paragraph[] =>
  LANGUAGES.flatMap((language) => versionParagraphs(project.rows, language));

const wordsOf = (project: Project): readonly string[] =>
  paragraphsOf(project).flatMap(({ text }) => text.split(' '));

function commandOf({ kind, at, place }: Act, target: Paragraph, word: string): Command {
  const words = target.text.split(' ');
  const text = words.toSpliced(place % (words.length + 1), 0, word).join(' ');
  const edited = { type: 'editParagraph', paragraphId: target.id } as const;
  const head = words.slice(0, 1 + (place % words.length)).join(' ');
  switch (kind) {
    case 'edit':
      return { ...edited, content: { text, marks: [] } };
    case 'append':
      return { ...edited, content: { text: `${target.text} ${word}`.trim(), marks: [] } };
    case 'suggest':
      return { ...edited, content: { text, marks: [] }, suggest: true };
    case 'split':
      return {
        ...{ type: 'splitParagraph', paragraphId: target.id },
        ...{ offset: Math.max(1, head.length), newId: `id${word}` },
      };
    case 'join':
      return { type: 'joinParagraphs', paragraphId: target.id };
    case 'insert':
      return {
        ...{ type: 'insertParagraph', paragraphId: `id${word}`, rowId: `r${1 + (at % 3)}`, language: 'ru' },
        ...{ index: place, role: 'paragraph', label: '', text: word },
      };
    case 'accept':
      return { type: 'decideSuggestions', paragraphIds: [target.id], which: null, accept: true };
    case 'move':
      return { type: 'moveParagraph', paragraphId: target.id, toRowId: `r${1 + (place % 3)}` };
    case 'mergeRows':
      return { type: 'mergeRows', rowId: `r${1 + (at % 3)}` };
    default:
      return { type: 'removeParagraph', paragraphId: target.id };
  }
}

/** A copy, and the words that were written in it and are still there. */
function copyOf(
  author: string,
  list: readonly Act[],
): { readonly copy: Project; readonly written: readonly string[] } {
  let copy = BASE;
  const written: string[] = [];
  for (const [n, act] of list.entries()) {
    const all = versionParagraphs(copy.rows, 'ru');
    const target = all[act.at % all.length];
    if (!target) continue;
    const word = `${author}${n}`;
    const applied = applyCommand(copy, commandOf(act, target, word), { author, time: 10 + n });
    if (applied.ok) copy = applied.value;
    written.push(word);
  }
  const present = new Set(wordsOf(copy));
  return { copy, written: written.filter((word) => present.has(word)) };
}

/** What is wrong with a merge of copies, in a few words each; nothing where it is as promised. */
function findWrong(made: readonly ReturnType<typeof copyOf>[]): readonly string[] {
  const copies = made.map(({ copy }) => copy);
  const { project, conflicts } = mergeProjects(BASE, copies);
  const wrong: string[] = [];
  const again = mergeProjects(BASE, copies.toReversed());
  if (JSON.stringify(again) !== JSON.stringify({ project, conflicts })) wrong.push('the order matters');
  if (!projectSchema.safeParse(project).success) wrong.push('no valid project');
  const flags = conflictFlags(project, conflicts, (text) => text, { author: 'О', time: 99 });
  // An edit that somebody suggests to change waits below the suggestion.
  const below = paragraphsOf(project).map((paragraph) => settledText(paragraph).text);
  const kept = new Set([...flags.map(({ note }) => note), ...below].flatMap((text) => text.split(' ')));
  const counts = new Map<string, number>();
  for (const word of wordsOf(project)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const [word, count] of counts)
    if (count > 1 && word !== '') wrong.push(`${word} stands ${count} times`);
  const untouched = wordsOf(BASE).filter((word) => copies.every((copy) => wordsOf(copy).includes(word)));
  for (const word of [...untouched, ...made.flatMap(({ written }) => written)])
    if (!counts.has(word) && !kept.has(word)) wrong.push(`${word} is lost`);
  for (const { id, text, pending } of paragraphsOf(project))
    if (pending?.by.some(({ end }) => end > text.length)) wrong.push(`${id} has an author beyond its end`);
  return wrong;
}

/** Merges two or three copies with random changes so often; what went wrong, with what each person had done. */
export function mergeOften(rounds: number, seed: number): readonly string[] {
  const check = fc.check(
    fc.property(fc.array(acts, { minLength: 2, maxLength: 3 }), (people) => {
      const wrong = findWrong(people.map((list, n) => copyOf('АБВ'.charAt(n), list)));
      if (wrong.length > 0) throw new Error(wrong.join('; '));
    }),
    { seed, numRuns: rounds },
  );
  return check.failed ? [`${String(check.errorInstance)} after ${JSON.stringify(check.counterexample)}`] : [];
}
