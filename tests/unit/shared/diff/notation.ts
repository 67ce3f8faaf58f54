import type { RichRun } from '../../../../shared/diff/diff-rich';

/** A comparison as tests/fixtures/diff/README.md tells: "same [-deleted-]{+inserted+} [1-moved-]{1+moved+}". */
export function notate(runs: readonly RichRun[]): string {
  return runs
    .map(({ kind, text, moved = '' }) => {
      if (kind === 'deleted') return `[${moved}-${text}-]`;
      return kind === 'inserted' ? `{${moved}+${text}+}` : text;
    })
    .join('');
}
