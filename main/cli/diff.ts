import type { TFunction } from 'i18next';
import { compareTexts, type Comparison, type DiffRun } from '../../shared/diff/diff-words';
import { assertNever } from '../../shared/model/assert-never';
import { ok, type Result } from '../../shared/model/failure';
import { readImportFile } from '../import/read-file';
import { pairParagraphs, type ParagraphPair } from './pair-paragraphs';
import type { DiffRequest } from './request';
import { withFurniture } from '../import/with-furniture';

/** A paragraph of either text, or of both; `exact` as in `Comparison`. */
interface ParagraphDiff extends ParagraphPair, Comparison {
  readonly kind: 'same' | 'changed' | 'added' | 'removed';
}

/** Reads two documents of one language and says what changed from one to the other, paragraph by paragraph. */
export async function diffFiles(request: DiffRequest, t: TFunction): Promise<Result<string>> {
  const before = await readParagraphs(request.before);
  if (!before.ok) return before;
  const after = await readParagraphs(request.after);
  if (!after.ok) return after;
  const paragraphs = diffParagraphs(before.value, after.value);
  return ok(request.json ? diffJson(paragraphs) : summary(paragraphs, t));
}

async function readParagraphs(path: string): Promise<Result<readonly string[]>> {
  const read = await readImportFile(path);
  if (!read.ok) return read;
  const { blocks } = withFurniture(read.value);
  return ok(blocks.flatMap(({ block, included }) => (included ? [block.text] : [])));
}

function diffParagraphs(before: readonly string[], after: readonly string[]): readonly ParagraphDiff[] {
  return pairParagraphs(before, after).map((pair) => {
    const old = pair.before === null ? '' : (before[pair.before] ?? '');
    const now = pair.after === null ? '' : (after[pair.after] ?? '');
    return { kind: kindOf(pair, old === now), ...pair, ...compareTexts(old, now) };
  });
}

function kindOf({ before, after }: ParagraphPair, equal: boolean): ParagraphDiff['kind'] {
  if (before === null) return 'added';
  if (after === null) return 'removed';
  return equal ? 'same' : 'changed';
}

/** Positions count from 0, offsets in UTF-16 units; `exact` is there only when it is false. */
function diffJson(diffs: readonly ParagraphDiff[]): string {
  const paragraphs = diffs.map(({ kind, before, after, runs, exact }) => ({
    kind,
    before,
    after,
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
    same: count('same'),
  };
  return [...told, t('cli.line.diff', figures)].join('\n\n');
}

/** Says which paragraph it is, counted from 1. */
function headline({ kind, before, after }: ParagraphDiff, t: TFunction): string {
  const [old, now] = [(before ?? 0) + 1, (after ?? 0) + 1];
  if (kind === 'added') return t('cli.line.added', { paragraph: now });
  if (kind === 'removed') return t('cli.line.removed', { paragraph: old });
  return old === now
    ? t('cli.line.changed', { paragraph: now })
    : t('cli.line.changedPlace', { before: old, after: now });
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
