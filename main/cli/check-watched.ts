import type { TFunction } from 'i18next';
import { ALL_CHECKS } from '../../shared/checks/all-checks';
import type { Finding } from '../../shared/checks/engine/finding';
import type { Step } from '../../shared/checks/engine/step';
import type { Row } from '../../shared/model/row';
import type { KnownToChecks } from '../checking/check-context';
import type { At } from '../jobs/check-messages';
import { Checking, type Trouble } from '../jobs/checking';
import type { DescribedError } from '../system/log/describe-error';
import { startCheckProcess } from './check-process';
import { complain } from './say';

/** The exit code when something could not be checked, whatever was found. */
export const NOT_ALL_CHECKED = 4;

/** What checking came to. */
export interface Checked {
  /** In the order of rows, then of checks. */
  readonly findings: readonly Finding[];
  /** What took too long or too much memory, or failed. */
  readonly leftOut: readonly Step[];
  /** Whether the checks failed again and again, and what was found is what they had told by then. */
  readonly stopped: boolean;
}

/**
 * Checks rows as the window does: in a process of its own, in which what goes wrong is left out and the rest goes on.
 * Each check that is left out is told on standard error at once, and each bug with its place in the program.
 */
export function checkWatched(rows: readonly Row[], known: KnownToChecks, t: TFunction): Promise<Checked> {
  const found = new Map<string, readonly Finding[]>();
  /** What comes again when the row is looked at once more is told once. */
  const bugs = new Set<string>();
  return new Promise((settle) => {
    const end = (stopped: boolean) => {
      const leftOut = checking.notChecked();
      checking.end();
      settle({ findings: rows.flatMap(({ id }) => inOrder(found.get(id) ?? [])), leftOut, stopped });
    };
    const checking = new Checking(
      {
        project: () => ({ rows, state: 0 }),
        known: () => known,
        found: ({ checks, rows: changed }, all) => {
          // Told from the beginning, by another process perhaps.
          if (checks) found.clear();
          for (const { rowId, findings } of changed) found.set(rowId, findings);
          if (all) end(false);
        },
        trouble: (trouble, at) => {
          const detail = trouble.kind === 'bug' ? bugDetail(trouble.error) : '';
          if (detail !== '' && !bugs.has(detail)) complain(t('cli.bug', { detail }));
          bugs.add(detail);
          if (at?.check) complain(troubleSentence(trouble, { ...at, check: at.check }, rows, t));
        },
        stopped: () => {
          complain(t('cli.checksStopped'));
          end(true);
        },
      },
      startCheckProcess,
    );
    checking.begin();
  });
}

/** Where a check was left out: "Spelling, in row 3". */
export function stepName({ check, rowId }: Step, rows: readonly Row[], t: TFunction): string {
  const name = t(`check.${check}.name`);
  if (rowId === null) return t('finding.leftOutArticle', { check: name });
  return t('finding.leftOutRow', { check: name, number: rows.findIndex(({ id }) => id === rowId) + 1 });
}

function troubleSentence(
  { kind }: Trouble,
  step: Step & Pick<At, 'check'>,
  rows: readonly Row[],
  t: TFunction,
): string {
  return t(`cli.leftOut.${kind === 'bug' ? 'exit' : kind}`, { step: stepName(step, rows, t) });
}

function bugDetail({ name, message, frames }: DescribedError): string {
  return [`${name}: ${message}`, ...frames].join('\n    ');
}

/** Words are looked up last; they are told where they have their place. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const place = ({ check }: Finding): number => ALL_CHECKS.findIndex(({ id }) => id === check);
  return findings.toSorted((a, b) => place(a) - place(b));
}
