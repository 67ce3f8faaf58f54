import type { RichRun } from '../../shared/diff/diff-rich';
import type { Language } from '../../shared/model/language';

/** A comparison as running text, with what went out struck through and what came in underlined. */
export function WordDiff({
  runs,
  language,
}: {
  readonly runs: readonly Pick<RichRun, 'kind' | 'text'>[];
  readonly language: Language;
}) {
  return (
    <p lang={language} className="word-diff">
      {runs.map(({ kind, text }, i) => {
        if (kind === 'deleted') return <del key={i}>{text}</del>;
        return kind === 'inserted' ? <ins key={i}>{text}</ins> : <span key={i}>{text}</span>;
      })}
    </p>
  );
}
