import type { RichRun } from '../../shared/diff/diff-rich';
import { visibleSpace } from './visible-space';
import type { Language } from '../../shared/model/language';

type Run = Pick<RichRun, 'kind' | 'text'>;

/**
 * A comparison as running text, with what went out struck through and what came in underlined.
 *
 * @param props.around so many characters of what stayed are shown beside a change; all of it where this is absent
 */
export function WordDiff({
  runs,
  language,
  around,
}: {
  readonly runs: readonly Run[];
  readonly language: Language;
  readonly around?: number | undefined;
}) {
  return (
    <p lang={language} className="word-diff">
      {runs.map(({ kind, text }, i) => {
        if (kind === 'deleted') return <del key={i}>{visibleSpace(text)}</del>;
        if (kind === 'inserted') return <ins key={i}>{visibleSpace(text)}</ins>;
        const shown = around === undefined ? text : nearby(text, around, i > 0, i < runs.length - 1);
        return <span key={i}>{shown}</span>;
      })}
    </p>
  );
}

/** Of what stayed, what stands after the change before it and before the change after it, in whole words. */
function nearby(text: string, around: number, hasBefore: boolean, hasAfter: boolean): string {
  const kept = (hasBefore ? around : 0) + (hasAfter ? around : 0);
  if (text.length <= kept) return text;
  const start = hasBefore ? text.slice(0, around).replace(/\S*$/, '') : '';
  const end = hasAfter ? text.slice(text.length - around).replace(/^\S*/, '') : '';
  return `${start}…${end}`;
}
