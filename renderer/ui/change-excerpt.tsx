import { diffRich, type RichRun } from '../../shared/diff/diff-rich';
import type { Language } from '../../shared/model/language';
import type { RichText } from '../../shared/model/paragraph';
import { headLength, tailLength } from '../../shared/text/word-edges';
import { visibleSpace } from './visible-space';
import { RichSlice } from './rich-slice';

/** So many characters of unchanged text are shown beside a change. */
const CONTEXT = 28;

/** So many characters of a change are shown. */
const MOST = 240;

/** What changed between two texts, word by word, with a few words around each change, or with the `whole` text. */
export function ChangeExcerpt({
  before,
  after,
  language,
  whole = false,
}: {
  readonly before: RichText;
  readonly after: RichText;
  readonly language: Language;
  readonly whole?: boolean;
}) {
  const runs = diffRich(before, after);
  const [first] = runs;
  // Of a paragraph that only stands elsewhere the beginning tells which it is.
  const shown =
    !whole && first?.kind === 'same' && runs.length === 1
      ? [<Stretch key={0} run={first} content={after} most={3 * CONTEXT} />]
      : runs.map((run, i) => {
          if (run.kind !== 'same')
            return <Changed key={i} run={run} before={before} after={after} most={whole ? Infinity : MOST} />;
          if (whole) return <Stretch key={i} run={run} content={after} most={Infinity} />;
          return (
            <Nearby key={i} run={run} content={after} hasBefore={i > 0} hasAfter={i < runs.length - 1} />
          );
        });
  return (
    <span lang={language} className="change-excerpt">
      {shown}
    </span>
  );
}

function Changed({
  run,
  before,
  after,
  most,
}: {
  readonly run: RichRun;
  readonly before: RichText;
  readonly after: RichText;
  readonly most: number;
}) {
  const content = run.kind === 'deleted' ? before : after;
  // A space that came or went is a change one has to be able to see.
  const shown =
    run.kind !== 'restyled' && run.text.trim() === '' ? (
      visibleSpace(run.text)
    ) : (
      <Stretch run={run} content={content} most={most} />
    );
  if (run.kind === 'deleted') return <del>{shown}</del>;
  return run.kind === 'inserted' ? <ins>{shown}</ins> : <span className="restyled">{shown}</span>;
}

/** Of unchanged text, what stands after the change before it and before the change after it. */
function Nearby({
  run,
  content,
  hasBefore,
  hasAfter,
}: {
  readonly run: RichRun;
  readonly content: RichText;
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}) {
  const { length } = run.text;
  if (length <= (hasBefore ? CONTEXT : 0) + (hasAfter ? CONTEXT : 0))
    return <Stretch run={run} content={content} most={length} />;
  const head = hasBefore ? headLength(run.text, CONTEXT) : 0;
  const tail = hasAfter ? tailLength(run.text, CONTEXT) : 0;
  return (
    <>
      {head > 0 && <RichSlice content={content} from={run.after} to={run.after + head} />}
      {head > 0 && tail > 0 ? ' … ' : '…'}
      {tail > 0 && <RichSlice content={content} from={run.after + length - tail} to={run.after + length} />}
    </>
  );
}

/** A run of a comparison, at most so many of its characters. */
function Stretch({
  run,
  content,
  most,
}: {
  readonly run: RichRun;
  readonly content: RichText;
  readonly most: number;
}) {
  const start = run.kind === 'deleted' ? run.before : run.after;
  const { length } = run.text;
  return (
    <>
      <RichSlice content={content} from={start} to={start + headLength(run.text, Math.min(length, most))} />
      {length > most && '…'}
    </>
  );
}
