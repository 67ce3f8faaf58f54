import type { Language } from '../../../shared/model/language';
import type { Paragraph } from '../../../shared/model/paragraph';
import type { Project } from '../../../shared/model/project';
import type { Row } from '../../../shared/model/row';
import type { Matter } from '../matters/matter';
import { projectStore } from '../project/project-store';
import type { Target } from '../place/target';
import type { Selected } from '../place/selected';
import type { Situation } from './situation';
import type { Tell } from './tell';
import type { Answer } from './why';

/**
 * One thing a person can ask for by menu, key, palette or button. All of these are drawn from the records; a label is the
 * locale key `act.<id>`.
 */
export interface Act<Id extends string = string> {
  readonly id: Id;
  /**
   * The keys that ask for it, the one that is shown first. They name the place on the keyboard (KeyboardEvent.code
   * without "Key" or "Digit"), so that they work on a Cyrillic layout. `Mod` is Ctrl, on macOS Cmd. Keys without it work
   * while no text is being edited.
   */
  readonly keys: readonly string[];
  /** Whether what is typed is handed over first: the act is about the texts as they are, typing included. */
  readonly flush: boolean;
  /** Whether its key works over marked words too: it is about them, or leaves them alone. */
  readonly overWords: boolean;
  /** Whether it can be done on what it was asked for; asked again after the flush, before it is done. */
  readonly when: When;
  readonly run: (target: Target) => void | Promise<void>;
  /** Whether it would take back what it did before: it goes by the locale key `actBack.<id>` then. */
  readonly takesBack: ((here: Here) => boolean) | null;
  /** What is named before it is done. It is done when it is asked for again while that is told. */
  readonly asks: ((here: Here) => Promise<readonly Matter[]>) | null;
  /** Where that is open: in the row it was asked for in, or in the version. */
  readonly asksAbout: 'row' | 'version';
  /** Goes to what keeps it from being done. */
  readonly leads: ((target: Target) => void | Promise<void>) | null;
  /** The matter it deals with, if any: once that is done, who looks at it goes on to the next of its kind. */
  readonly deals: ((target: Target) => Matter | null) | null;
  /** What is told once rows or statuses changed: no text of their own tells a person of that. Null tells nothing. */
  readonly tell: Tell | null;
  /** The paragraph in whose row it is done, before it is; null where that is the row it was asked for in. */
  readonly doneAt: (() => string | null) | null;
}

type When = (situation: Situation, target: Target) => Answer;

type Written<Id extends string> = Pick<Act<Id>, 'id' | 'keys' | 'when' | 'run'> & Partial<Act<Id>>;

/** A record as it is written down: it hands nothing over and tells nothing unless it says so. */
export function act<const Id extends string>(written: Written<Id>): Act<Id> {
  const nothing = { takesBack: null, asks: null, leads: null, deals: null, tell: null, doneAt: null };
  return { flush: false, overWords: false, asksAbout: 'row', ...nothing, ...written };
}

/** What an act was asked for, as it stands in a project. */
export interface Here extends Pick<Target, 'sentence' | 'words' | 'matter'> {
  readonly project: Project;
  readonly row: Row;
  /** The position of the row, from 0. */
  readonly index: number;
  readonly place: Selected;
  readonly language: Language;
  readonly paragraphs: readonly Paragraph[];
  /** The paragraph that is meant, or else the first of the cell; null where there is none. */
  readonly paragraph: Paragraph | null;
}

/** What was found of a target: all acts of a menu are judged by the same one, in an article of perhaps thousands of rows. */
const looked = new WeakMap<Target, { readonly project: Project; readonly here: Here | null }>();

/** Where an act was asked for; null where nothing was named, or it is gone. */
function findHere(project: Project, target: Target): Here | null {
  const before = looked.get(target);
  if (before?.project === project) return before.here;
  const found = lookFor(project, target);
  looked.set(target, { project, here: found });
  return found;
}

function lookFor(project: Project, { place, ...meant }: Target): Here | null {
  const index = place ? project.rows.findIndex(({ id }) => id === place.rowId) : -1;
  const row = project.rows[index];
  if (!row || !place) return null;
  const { language } = place;
  const { paragraphs } = row.cells[language];
  const paragraph = paragraphs.find(({ id }) => id === place.paragraphId) ?? paragraphs[0] ?? null;
  return { project, row, index, place, language, paragraphs, paragraph, ...meant };
}

/** What is always possible. */
export const always: When = () => 'yes';

/** What needs an open project, and perhaps more. */
export function ifOpen(more: (situation: Situation, target: Target) => Answer = always): When {
  return (situation, target) => (situation.project ? more(situation, target) : 'nothingOpen');
}

/** What needs a project that can be changed, and perhaps more. */
export function ifEditable(more: (situation: Situation, target: Target) => Answer = always): When {
  return ifOpen((situation, target) => (situation.isReadOnly ? 'readOnly' : more(situation, target)));
}

/** What needs a row, and perhaps more. */
export function ifHere(more: (here: Here, situation: Situation) => Answer = () => 'yes'): When {
  return ifOpen((situation, target) => {
    const here = situation.project && findHere(situation.project, target);
    return here ? more(here, situation) : 'noRow';
  });
}

/** What needs a row of a project that can be changed, and perhaps more. */
export function ifEditableHere(more?: (here: Here, situation: Situation) => Answer): When {
  return ifEditable(ifHere(more));
}

/** What puts other words into a text, which nobody does who only reads. */
export function ifWriting(more?: (here: Here, situation: Situation) => Answer): When {
  const may = ifEditableHere(more);
  return (situation, target) => {
    const answer = may(situation, target);
    return answer === 'yes' && situation.settings.mode === 'reading' ? 'reading' : answer;
  };
}

/** What needs a text in the cell. */
export function hasText({ paragraph }: Here): Answer {
  return paragraph ? 'yes' : 'noText';
}

/** Acts on what was asked for, where that is still there. */
export function here(run: (here: Here) => void | Promise<void>): Act['run'] {
  return (target) => {
    const found = hereNow(target);
    return found ? run(found) : undefined;
  };
}

/** Where an act was asked for, as it is now; null where nothing was named, or it is gone. */
export function hereNow(target: Target): Here | null {
  const { project } = projectStore.getState();
  return project && findHere(project, target);
}

/** Acts on the project that is open. */
export function open(run: (project: Project, target: Target) => void | Promise<void>): Act['run'] {
  return (target) => {
    const { project } = projectStore.getState();
    return project ? run(project, target) : undefined;
  };
}
