import type { ReactNode } from 'react';
import type { Severity } from '../../shared/model/flag';

/** What is told by a shape: how bad something is, or what it is. */
export type ShapeName = Severity | 'flag' | 'stale' | 'suggestion' | 'change' | 'doubt';

/** In a square of 16. What is filled is told apart from what is only drawn by a share of ink that eyes notice. */
const DRAWN: Readonly<Record<ShapeName, ReactNode>> = {
  critical: (
    <>
      <path d="M8 1.2 14.8 8 8 14.8 1.2 8Z" fill="currentColor" />
      <path d="M8 4.6v4.1M8 10.4v1.3" className="shape-hole" />
    </>
  ),
  major: <path d="M8 2.4 14.6 13.6H1.4Z" />,
  minor: <circle cx="8" cy="8" r="5.4" />,
  neutral: <circle cx="8" cy="8" r="2.6" />,
  flag: <path d="M4 14.6V1.8M4 2.4h8.8l-2.4 3.1 2.4 3.1H4" />,
  stale: <path d="M13.4 8a5.4 5.4 0 1 1-1.7-3.9M13.5 1.6v3.6H9.9" />,
  suggestion: <path d="M2.4 13.6l.8-3.2 7.8-7.8 2.4 2.4-7.8 7.8-3.2.8ZM9.4 4.2l2.4 2.4" />,
  doubt: (
    <>
      <circle cx="8" cy="8" r="6.6" strokeDasharray="2.4 2.2" strokeWidth="1.4" />
      <path d="M6.2 6.4a1.8 1.8 0 1 1 2.7 1.6c-.6.4-.9.7-.9 1.2M8 11.3v.2" strokeWidth="1.5" />
    </>
  ),
  change: <path d="M3 5.2h10M3 10.8h10M6 2.4 3 5.2 6 8M10 8l3 2.8-3 2.8" />,
};

/**
 * The shape of a flag, a finding, a suggestion and so on: the same in the gutter, the map, cards and lists. It is no word to
 * a screen reader unless it is given a `label`.
 *
 * @param props.severity how bad it is, where the shape does not say it: a flag is filled when it is critical
 */
export function Shape({
  name,
  severity,
  label,
}: {
  readonly name: ShapeName;
  readonly severity?: Severity | null;
  readonly label?: string;
}) {
  return (
    <svg
      viewBox="0 0 16 16"
      className="shape"
      data-shape={name}
      data-severity={severity ?? undefined}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {DRAWN[name]}
    </svg>
  );
}
