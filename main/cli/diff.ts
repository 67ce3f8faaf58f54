import type { TFunction } from 'i18next';
import { compareTexts, type Comparison, type DiffRun } from '../../shared/diff/diff-words';
import { assertNever } from '../../shared/model/assert-never';
import { ok, type Result } from '../../shared/model/failure';
import type { Block } from '../../shared/model/paragraph';
import { matchParagraphs, type ParagraphMatch } from '../../shared/reconcile/match-paragraphs';
import { readImportFile } from '../import/read-file';
import type { DiffRequest } from './request';
import { asProposed } from '../import/with-furniture';

/** A paragraph of either text, or of both; several where one became several or several one. */
interface ParagraphDiff extends Comparison {
  readonly kind: 'same' | 'changed' | 'added' | 'removed' | 'split' | 'merged' | 'moved';
  /** Positions from 0, none where a text does not have it. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Stands between paragraphs that are compared as one text. */
const PARAGRAPH_SIGN = ' ¶ ';

/** Reads two documents of one language and says what changed from one to the other, paragraph by paragraph. */
export async function diffFiles(request: DiffRequest, t: TFunction): Promise<Result<string>> {
  const before = await readParagraphs(request.before);
  if (!before.ok) return before;
  const after = await readParagraphs(request.after);
  if (!after.ok) return after;
  const paragraphs = diffParagraphs(before.value, after.value);
  return ok(request.json ? diffJson(paragraphs) : summary(paragraphs, t));
}

async function readParagraphs(path: string): Promise<Result<readonly Block[]>> {
  const read = await readImportFile(path);
  if (!read.ok) return read;
  const proposed = asProposed(read.value);
  if (!proposed.ok) return proposed;
  const { blocks } = proposed.value;
  return ok(blocks.flatMap(({ block, included }) => (included ? [block] : [])));
}

/** Paragraphs are found again as those of a newer draft are in the window. */
function diffParagraphs(before: readonly Block[], after: readonly Block[]): readonly ParagraphDiff[] {
  return matchParagraphs(before, after).map((match) => {
    const old = textAt(before, match.before);
    const now = textAt(after, match.after);
    const kind = kindOf(match, old === now);
    return { kind, before: match.before, after: match.after, ...compareTexts(old, now) };
  });
}

function textAt(blocks: readonly Block[], positions: readonly number[]): string {
  return positions.map((position) => blocks[position]?.text ?? '').join(PARAGRAPH_SIGN);
}

function kindOf({ before, after, moved }: ParagraphMatch, equal: boolean): ParagraphDiff['kind'] {
  if (before.length === 0) return 'added';
  if (after.length === 0) return 'removed';
  if (before.length !== after.length) return after.length > before.length ? 'split' : 'merged';
  if (moved) return 'moved';
  return equal ? 'same' : 'changed';
}

/**
 * Positions count from 0, offsets in UTF-16 units; `exact` is there only when it is false, and `parts` only where one
 * paragraph became several or several one.
 */
function diffJson(diffs: readonly ParagraphDiff[]): string {
  const paragraphs = diffs.map(({ kind, before, after, runs, exact }) => ({
    kind,
    before: before[0] ?? null,
    after: after[0] ?? null,
    ...(before.length > 1 || after.length > 1 ? { parts: { before, after } } : {}),
    runs,
    ...(exact ? {} : { exact }),
  }));
  return JSON.stringify({ paragraphs });
}

function summary(diffs: readonly ParagraphDiff[], t: TFunction): string {
  const count = (kind: ParagraphDiff['kind']) => diffs.filter((diff) => diff.kind === kind).length;
  const told = diffs
    .filter(({ kind }) => kind !== 'same')
    .map((diff) => {
      const note = diff.exact ? '' : ` (${t('cli.line.notExact')})`;
      return `${headline(diff, t)}${note}\n${diff.runs.map(marked).join('')}`;
    });
  const figures = {
    changed: count('changed'),
    added: count('added'),
    removed: count('removed'),
    split: count('split'),
    merged: count('merged'),
    moved: count('moved'),
    same: count('same'),
  };
  return [...told, t('cli.line.diff', figures)].join('\n\n');
}

/** Says which paragraph it is, counted from 1. */
function headline({ kind, before, after }: ParagraphDiff, t: TFunction): string {
  const [old, now] = [before, after].map((positions) => positions.map((each) => each + 1).join(', '));
  const params = { before: old ?? '', after: now ?? '' };
  if (kind === 'added') return t('cli.line.added', { paragraph: params.after });
  if (kind === 'removed') return t('cli.line.removed', { paragraph: params.before });
  if (kind === 'split' || kind === 'merged' || kind === 'moved') return t(`cli.line.${kind}`, params);
  return old === now
    ? t('cli.line.changed', { paragraph: params.after })
    : t('cli.line.changedPlace', params);
}

/** "[-deleted-]", "{+inserted+}", and with its number what moved: "[1-sentence-]", "{1+sentence+}". */
function marked({ kind, text, moved }: DiffRun): string {
  const number = moved ?? '';
  switch (kind) {
    case 'same':
      return text;
    case 'deleted':
      return `[${number}-${text}-]`;
    case 'inserted':
      return `{${number}+${text}+}`;
    default:
      return assertNever(kind);
  }
}
