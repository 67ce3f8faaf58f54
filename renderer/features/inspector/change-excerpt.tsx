import { diffRich, type RichRun } from '../../../shared/diff/diff-rich';
import type { Language } from '../../../shared/model/language';
import type { RichText } from '../../../shared/model/paragraph';
import { cutText } from '../../../shared/model/cut-text';

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
  if (!whole && first?.kind === 'same' && runs.length === 1)
    return (
      <span lang={language} className="change-excerpt">
        {cutText(first.text, 3 * CONTEXT)}
      </span>
    );
  return (
    <span lang={language} className="change-excerpt">
      {runs.map((run, i) => {
        if (run.kind === 'same') {
          const shown = whole ? run.text : nearby(run.text, i > 0, i < runs.length - 1);
          return <span key={i}>{shown}</span>;
        }
        return <Changed key={i} run={run} most={whole ? Infinity : MOST} />;
      })}
    </span>
  );
}

function Changed({ run: { kind, text }, most }: { readonly run: RichRun; readonly most: number }) {
  const shown = cutText(text, most);
  if (kind === 'deleted') return <del>{shown}</del>;
  return kind === 'inserted' ? <ins>{shown}</ins> : <span className="restyled">{shown}</span>;
}

/** Of unchanged text, what stands after the change before it and before the change after it. */
function nearby(text: string, hasBefore: boolean, hasAfter: boolean): string {
  const kept = (hasBefore ? CONTEXT : 0) + (hasAfter ? CONTEXT : 0);
  if (text.length <= kept) return text;
  const start = hasBefore ? text.slice(0, CONTEXT) : '';
  const end = hasAfter ? text.slice(text.length - CONTEXT) : '';
  return `${start}…${end}`;
}
