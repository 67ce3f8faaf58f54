import { isDeepStrictEqual } from 'node:util';
import type { Check, Spelling } from '../../shared/checks/engine/check';
import { makeChecker, type Checker } from '../../shared/checks/engine/check-rows';
import { makeLedger } from '../../shared/checks/ledger';
import { foundBetween, groupByRow, type FindingsByRow } from '../../shared/checks/engine/found-between';
import { isSameStep, type Overseer, type Step } from '../../shared/checks/engine/step';
import { applyPatch } from '../../shared/patch/project-patch';
import { perLanguage } from '../../shared/model/language';
import type { Project } from '../../shared/model/project';
import type { Row } from '../../shared/model/row';
import { forwardFixes } from '../../shared/reconcile/forward-fixes';
import { NOTHING_KNOWN, type KnownToChecks } from '../checking/check-context';
import { withWords } from '../checking/with-words';
import type { At, CheckAnswer, CheckMessage } from './check-messages';

/** Checks need the rows of a project and nothing else of it. */
const NO_ROWS: Project = {
  id: 'checked',
  title: '',
  created: 0,
  origins: perLanguage(() => null),
  rows: [],
  flags: [],
};

/** Reading the dictionaries takes longer than all other checks: nothing waits for that. */
const isLate = ({ needsDictionaries }: Check): boolean => needsDictionaries === true;

/** So many rows are spelled, then an edit that waits has its turn. */
const ROWS_AT_ONCE = 50;

/**
 * Makes a function that hears of a project and its changes and says what the checks find in it: everything at first,
 * then what is different. Checking waits until `soon` calls back, so that a burst of changes is checked once, in its
 * last state. The dictionaries are asked for once the first findings are told.
 */
export function followProject(
  checks: readonly Check[],
  say: (answer: CheckAnswer) => void,
  soon: (work: () => void) => void,
  loadSpelling: () => Promise<Spelling>,
): (message: CheckMessage) => void {
  const prompt = checks.filter((check) => !isLate(check));
  const late = checks.filter(isLate);
  /** Rows of a project that is about to be opened. */
  const ahead: Row[] = [];
  let project = NO_ROWS;
  let state = 0;
  let known = NOTHING_KNOWN;
  let checker: Checker | null = null;
  let dictionaries: Spelling | null = null;
  let lateChecker: Checker | null = null;
  /** The one that is to take its place, while it reads the rows. */
  let coming: Checker | null = null;
  let asked = false;
  /** Whether the dictionaries are being read. */
  let reading = false;
  let told: FindingsByRow = new Map();
  let fresh = true;
  let due = false;
  let leftOut: readonly Step[] = [];
  let slowly = false;
  let at: At | null = null;

  const tellAt = (now: At | null) => {
    at = now;
    say({ type: 'at', at: now });
  };

  /** To be called after each piece of work: as long as another one waits, this process is not silent for nothing. */
  const tellDone = () => {
    const [reader] = late;
    if (due || coming !== lateChecker) tellAt({ check: null, rowId: null });
    else tellAt(reading && reader ? { check: reader.id, rowId: null } : null);
  };

  const overseer: Overseer = {
    // Telling each check of each row would take as long as the checks of a long article do.
    begins: ({ check, rowId }) => {
      if (slowly || rowId === null) tellAt({ check, rowId });
      else if (at?.rowId !== rowId) tellAt({ check: null, rowId });
    },
    isLeftOut: (step) => leftOut.some((other) => isSameStep(step, other)),
  };

  const look = () => {
    due = false;
    if (!checker) return;
    const found = [...checker(project.rows), ...(lateChecker?.(project.rows) ?? [])];
    const findings = forwardFixes(found, project.rows);
    const now = groupByRow(findings);
    const rows = foundBetween(fresh ? new Map() : told, now);
    told = now;
    const needless = late.every(({ id }) => overseer.isLeftOut({ check: id, rowId: null }));
    const described = checks.map(({ id, severity, category }) => ({ id, severity, category }));
    say({
      type: 'found',
      found: { state, checks: fresh ? described : null, rows, count: findings.length, leftOut },
      all: needless || (lateChecker !== null && lateChecker === coming),
    });
    fresh = false;
    if (asked || needless) return tellDone();
    asked = true;
    reading = true;
    tellDone();
    readDictionaries();
  };

  const readDictionaries = () => {
    loadSpelling().then(
      (read) => {
        reading = false;
        dictionaries = read;
        spell();
      },
      // A bug like any other: it is told what the process was at, and the other checks go on without.
      (error: unknown) => soon(() => raise(error)),
    );
  };

  const lookSoon = () => {
    if (due) return;
    due = true;
    soon(look);
  };

  const spell = () => {
    if (!dictionaries) return;
    coming = makeChecker(
      late,
      { ...known.context, spelling: withWords(dictionaries, known.words) },
      overseer,
    );
    spellOn(coming, 0);
  };

  const spellOn = (reader: Checker, from: number) => {
    if (reader !== coming) return;
    const to = from + ROWS_AT_ONCE;
    reader(project.rows.slice(from, to));
    if (to < project.rows.length) soon(() => spellOn(reader, to));
    else {
      lateChecker = reader;
      lookSoon();
    }
    tellDone();
  };

  const know = (now: KnownToChecks) => {
    if (!checker || !isDeepStrictEqual(now.context, known.context))
      checker = makeChecker(prompt, now.context, overseer);
    known = now;
    spell();
  };

  return (message) => {
    tellAt({ check: null, rowId: null });
    switch (message.type) {
      case 'rows':
        ahead.push(...message.rows);
        return;
      case 'open':
        project = { ...NO_ROWS, rows: [...ahead.splice(0), ...message.rows] };
        state = message.state;
        lateChecker = null;
        leftOut = message.leftOut;
        slowly = message.slowly;
        know(message.known);
        fresh = true;
        break;
      case 'change':
        project = message.patches.reduce(applyPatch, project);
        state = message.state;
        break;
      case 'known':
        know(message.known);
        break;
      case 'ledger':
        say({ type: 'ledger', entries: makeLedger(project.rows, known.context) });
        return tellDone();
    }
    lookSoon();
  };
}

function raise(error: unknown): never {
  throw error;
}
