import fc from 'fast-check';
import { applyCommand, type Command } from '../../shared/commands/command';
import { LANGUAGES } from '../../shared/model/language';
import type { Paragraph } from '../../shared/model/paragraph';
import { projectSchema, type Project } from '../../shared/model/project';
import { versionParagraphs } from '../../shared/model/row';
import { tellConflict } from '../../main/merge/tell-conflict';
import { translator } from '../../main/system/translate';
import type { Flag } from '../../shared/model/flag';
import { flagConflicts } from '../../shared/merge/flag-conflicts';
import { mergeProjects } from '../../shared/merge/merge-projects';
import { settledText } from '../../shared/reconcile/suggestions';
import { article, run } from '../unit/shared/commands/article';

const TEXT_KINDS = [
  ...['edit', 'append', 'suggest', 'split', 'join', 'insert', 'remove', 'accept', 'move', 'mergeRows'],
] as const;

/** What is written beside the text: in flags, about findings, about the article. */
const BESIDE_KINDS = [
  ...['flag', 'note', 'fix', 'applyFix', 'reply', 'resolve', 'dismiss', 'deleteFlag', 'assign'],
  ...['finding', 'title', 'glossary', 'adapt', 'snapshot'],
] as const;

type Kind = (typeof TEXT_KINDS)[number] | (typeof BESIDE_KINDS)[number];

/** What one person does in a copy: numbers tell which paragraph is meant, and which place in it. */
interface Act {
  readonly kind: Kind;
  readonly at: number;
  readonly place: number;
}

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...TEXT_KINDS, ...BESIDE_KINDS), at: fc.nat(20), place: fc.nat(6) }),
  { minLength: 1, maxLength: 4 },
);

const raised = (flagId: string, paragraphId: string, quote: string): Command => ({
  ...{ type: 'addFlag', flagId, category: 'style', severity: 'minor', note: `н${flagId}` },
  spans: [
    { at: 'text', language: 'ru', paragraphId, start: 0, end: 2, quote, orphaned: false, fix: `и${flagId}` },
  ],
});

const BASE = run(
  article('к1 к2 к3 к4 / к5 к6 к7 | |', 'л1 л2 л3 / л4 л5 л6 л7 л8 / л9 | |', 'м1 м2 м3 м4 м5 | |'),
  raised('f1', 'ru1', 'к1'),
  raised('f2', 'ru4', 'л4'),
  { type: 'dismissFinding', key: 'd1', reason: 'right', note: 'п1' },
  { type: 'setArticleGlossary', glossary: 'г1 | г2 | г3\nг4 | г5 | г6' },
);

/** All paragraphs of a project, language by language. */
export const paragraphsOf = (project: Project): readonly Paragraph[] =>
  LANGUAGES.flatMap((language) => versionParagraphs(project.rows, language));

/** What is written in a project beside its texts. */
function wordsBeside({ title, flags, dismissals = [], review, rows }: Project): readonly string[] {
  const said = flags.flatMap(({ note, thread, spans, assignee = '' }) => [
    ...[note, assignee, ...thread.map(({ text }) => text)],
    ...spans.flatMap((span) => (span.at === 'text' && span.fix !== null ? [span.fix] : [])),
  ]);
  // A reason is that of every paragraph of a cell, also when one of them is moved.
  const reasons = new Set(
    rows.flatMap(({ cells }) => cells.ru.paragraphs.flatMap(({ adapted }) => adapted?.reason ?? [])),
  );
  const names = review?.snapshots.map(({ name }) => name) ?? [];
  const texts = [
    title,
    ...said,
    ...reasons,
    ...names,
    review?.glossary ?? '',
    ...dismissals.map(({ note }) => note),
  ];
  return texts.flatMap((text) => text.split(/[\s|:()[\]]+/)).filter((word) => word !== '');
}

const wordsOf = (project: Project): readonly string[] =>
  paragraphsOf(project).flatMap(({ text }) => text.split(' '));

/** A command about a flag, about a finding or about the article that writes a word there. */
function besideOf(
  { kind, at, place }: Act,
  project: Project,
  target: Paragraph,
  word: string,
): Command | null {
  const flag = project.flags[at % Math.max(1, project.flags.length)];
  const flagId = flag?.id ?? 'none';
  const edited = (change: Partial<Flag>): Command | null =>
    flag ? { type: 'editFlag', flagId, ...flag, ...change } : null;
  // Half of them write anew, half go on with what is there.
  const longer = (text: string) => (place % 2 === 0 ? word : `${text} ${word}`);
  switch (kind) {
    case 'flag':
      return {
        ...{ type: 'addFlag', flagId: `id${word}`, category: 'accuracy', severity: 'minor', note: word },
        spans: [{ at: 'gap', language: 'ru', rowId: project.rows[at % project.rows.length]?.id ?? '' }],
      };
    case 'note':
      return edited({ note: longer(flag?.note ?? '') });
    case 'fix':
      return edited({
        spans: (flag?.spans ?? []).map((span) =>
          span.at === 'text' ? { ...span, fix: longer(span.fix ?? '') } : span,
        ),
      });
    case 'applyFix':
      return { type: 'applyFix', flagId };
    case 'reply':
      return { type: 'commentFlag', flagId, commentId: `id${word}`, text: word };
    case 'resolve':
      return { type: 'setFlagStatus', flagId, status: place % 2 === 0 ? 'resolved' : 'open' };
    case 'dismiss':
      return { type: 'setFlagStatus', flagId, status: 'dismissed' };
    case 'deleteFlag':
      return { type: 'removeFlag', flagId };
    case 'assign':
      return { type: 'assignFlag', flagId, assignee: place % 4 === 0 ? null : word };
    case 'finding':
      return { type: 'dismissFinding', key: `d${at % 3}`, reason: 'other', note: word };
    case 'title':
      return { type: 'setTitle', title: longer(project.title) };
    case 'glossary': {
      const old = project.review?.glossary ?? '';
      const lines = old.split('\n');
      const line = `г${1 + 3 * (place % 2)} | ${word} |`;
      const glossary = at % 2 === 0 ? [...lines, line] : lines.with(at % lines.length, line);
      return { type: 'setArticleGlossary', glossary: glossary.join('\n') };
    }
    case 'adapt': {
      const row = project.rows.find(({ cells }) => cells.ru.paragraphs.includes(target));
      return { type: 'setAdapted', rowId: row?.id ?? '', language: 'ru', reason: word };
    }
    case 'snapshot':
      return { type: 'takeSnapshot', snapshotId: `id${word}`, name: word };
    default:
      return null;
  }
}

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

/** A copy, and the words that were written in it and are still there, in its texts and beside them. */
interface Copy {
  readonly copy: Project;
  readonly inTexts: readonly string[];
  readonly beside: readonly string[];
}

function copyOf(author: string, list: readonly Act[]): Copy {
  let copy = BASE;
  const written = { inTexts: [] as string[], beside: [] as string[] };
  for (const [n, act] of list.entries()) {
    const all = versionParagraphs(copy.rows, 'ru');
    const target = all[act.at % all.length];
    if (!target) continue;
    const word = `${author}${n}`;
    const isBeside = BESIDE_KINDS.some((kind) => kind === act.kind);
    const command = isBeside ? besideOf(act, copy, target, word) : commandOf(act, target, word);
    const applied = command && applyCommand(copy, command, { author, time: 10 + n });
    if (applied?.ok) copy = applied.value;
    written[isBeside ? 'beside' : 'inTexts'].push(word);
  }
  const texts = new Set([...wordsOf(copy), ...settledIn(copy)]);
  const others = new Set(wordsBeside(copy));
  return {
    copy,
    inTexts: written.inTexts.filter((word) => texts.has(word)),
    beside: written.beside.filter((word) => others.has(word)),
  };
}

/** What stands below suggestions. */
function settledIn(project: Project): readonly string[] {
  return paragraphsOf(project).flatMap((paragraph) => settledText(paragraph).text.split(' '));
}

/** What is wrong with a merge of copies, in a few words each; nothing where it is as promised. */
function findWrong(made: readonly Copy[]): readonly string[] {
  const copies = made.map(({ copy }) => copy);
  const { project, conflicts } = mergeProjects(BASE, copies);
  const wrong: string[] = [];
  const again = mergeProjects(BASE, copies.toReversed());
  if (JSON.stringify(again) !== JSON.stringify({ project, conflicts })) wrong.push('the order matters');
  const t = translator('en');
  const told = flagConflicts(project, conflicts, {
    tell: (conflict) => tellConflict(conflict, null, t),
    writtenBy: () => null,
    by: { author: 'О', time: 99 },
  });
  if (!projectSchema.safeParse(told.project).success) wrong.push('no valid project');
  if (flagConflicts(told.project, conflicts, SILENT).told > 0) wrong.push('the same is told twice');
  const counts = new Map<string, number>();
  for (const word of wordsOf(project)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const [word, count] of counts)
    if (count > 1 && word !== '') wrong.push(`${word} stands ${count} times`);
  const written = made.flatMap(({ inTexts }) => inTexts);
  const untouched = wordsOf(BASE).filter((word) => copies.every((copy) => wordsOf(copy).includes(word)));
  // An edit that somebody suggests to change waits below the suggestion.
  const kept = new Set([...wordsBeside(told.project), ...settledIn(project)]);
  for (const word of [...untouched, ...written])
    if (!counts.has(word) && !kept.has(word)) wrong.push(`${word} is lost`);
  const often = new Set([
    ...copies.flatMap((copy) => paragraphsOf(copy).map(({ adapted }) => adapted?.reason)),
    ...copies.flatMap(wordsOf),
  ]);
  const beside = new Map<string, number>();
  for (const word of wordsBeside(told.project)) beside.set(word, (beside.get(word) ?? 0) + 1);
  for (const word of made.flatMap((each) => each.beside)) {
    const count = beside.get(word) ?? 0;
    // The reason for a text also stands at each paragraph it is about, where only some were changed by others, and a
    // suggested text that was taken over is told as a text.
    if (count !== 1 && !(count > 1 && often.has(word)))
      wrong.push(`${word} stands ${count} times beside the text`);
  }
  const same = wordsBeside(BASE).filter((word) => copies.every((copy) => wordsBeside(copy).includes(word)));
  for (const word of same) if (!beside.has(word)) wrong.push(`${word} is lost beside the text`);
  for (const { id, text, pending } of paragraphsOf(project))
    if (pending?.by.some(({ end }) => end > text.length)) wrong.push(`${id} has an author beyond its end`);
  return wrong;
}

const SILENT = { tell: () => '', writtenBy: () => null, by: { author: 'О', time: 100 } };

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
