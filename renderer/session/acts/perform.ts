import { findParagraph } from '../../../shared/model/find-paragraph';
import { handOver } from '../typing/active-editor';
import { keyOfMatter, type Matter } from '../matters/matter';
import { dealWith, goToMatter } from '../matters/show-matter';
import { settingsStore } from '../settings/settings-store';
import { stepBackOver } from '../typing/step-back';
import { modeNow } from '../settings/mode';
import { isLeaving } from '../project/leave-project';
import { clearNotice, noticeStore, showNews, showNewsOfState } from '../notices/notice-store';
import { projectStore } from '../project/project-store';
import type { Target } from '../place/target';
import { targetNow } from '../place/target-now';
import type { Selected } from '../place/selected';
import { hereNow } from './act';
import { actOf, type ActId } from './all-acts';
import { situationNow } from './situation';
import { changesUpTo, joinChange, type LetterChanges } from './letter-changes';
import { isWritten } from './letters';
import type { Tell, Told } from './tell';
import { whyOf, type Answer } from './why';

/** Whether an act can be done on a target at this moment, or why not. */
export function judge(id: ActId, target: Target): Answer {
  return actOf(id).when(situationNow(), target);
}

/** The locale key of what an act is called at this moment: what it would do, or take back. */
export function nameOf(id: ActId, target: Target): string {
  const { takesBack } = actOf(id);
  const at = takesBack && hereNow(target);
  return at && takesBack(at) ? `actBack.${id}` : `act.${id}`;
}

/** Goes to what keeps an act from being done; null where there is no such place. */
export function leadOf(id: ActId, target: Target): (() => void) | null {
  const { leads } = actOf(id);
  return leads && (() => void leads(target));
}

/** What was named last before an act is done, and by which notice: while that is told, it may be asked for again. */
let asked: { readonly about: string; readonly notice: unknown } | null = null;

/**
 * Does what a person asked for, wherever they did: menu, key, palette or button. What it is about comes from there; what
 * is typed is handed over first where the act is about it. Why it cannot be done is told, what has to be named first is
 * named, and a change of rows and statuses is told with a way back.
 *
 * @param letterAt when it was asked for by a letter alone, in ms: such changes that follow each other are told together
 */
export async function perform(id: ActId, target: Target, letterAt: number | null = null): Promise<void> {
  const act = actOf(id);
  const told = asked?.notice === noticeStore.getState().notice ? asked?.about : undefined;
  // The menu is there also while the project is being left.
  if (isLeaving() && act.flush) return;
  clearNotice();
  if (act.flush) await handOver();
  if (isRefused(id, target)) return;
  const at = act.asks && hereNow(target);
  if (act.asks && at) {
    const named = await act.asks(at);
    const where = act.asksAbout === 'row' && at.row.id;
    const about = JSON.stringify([id, where, at.language, named.map(keyOfMatter)]);
    if (named.length > 0 && told !== about) return ask(id, target, named, about);
  }
  await run(id, target, letterAt);
}

/** Does it though something was named. */
async function performAnyway(id: ActId, target: Target): Promise<void> {
  await handOver();
  if (!isRefused(id, target)) await run(id, target, null);
}

/** Tells why an act cannot be done; false where it can. */
function isRefused(id: ActId, target: Target): boolean {
  const answer = judge(id, target);
  if (answer === 'yes') return false;
  const { key, params } = whyOf(answer);
  const lead = leadOf(id, target);
  showNews(key, params, lead && { key: 'button.showIt', perform: lead });
  return true;
}

async function run(id: ActId, target: Target, letterAt: number | null): Promise<void> {
  const matter = actOf(id).deals?.(target);
  if (matter) await dealWith(matter, () => runAndTell(id, target, letterAt));
  else await runAndTell(id, target, letterAt);
}

/** Does it, and tells what came of it; false where nothing did. */
async function runAndTell(id: ActId, target: Target, letterAt: number | null): Promise<boolean> {
  const act = actOf(id);
  const { state, project } = projectStore.getState();
  const { settings } = settingsStore.getState();
  const { place } = target;
  const number = project ? project.rows.findIndex(({ id }) => id === place?.rowId) + 1 : 0;
  const paragraphId = act.doneAt?.() ?? null;
  await act.run(target);
  const { state: after } = projectStore.getState();
  if (act.tell && project && after !== state) {
    const told = whatToTell(act.tell, place, paragraphId === null ? number : numberOfRowWith(paragraphId));
    if (told) tellDone(told, state, after, letterAt);
  }
  return after !== state || settingsStore.getState().settings !== settings;
}

/** Tells what was done, with a way to take it back; where letters did several things, all of them. */
function tellDone(told: Told, state: number, after: number, letterAt: number | null): void {
  if (letterAt === null) return showNewsOfState(after, told.key, told.params, [UNDO]);
  const changes = joinChange(told, state, after, letterAt);
  if (isWritten()) tellLetters();
  else if (changes.told.length === 1) showNewsOfState(after, told.key, told.params, [UNDO]);
  else tellChanges('news.doneSeveral', changes);
}

/** Says that letters are commands here, and names what they did, with a way to take all of it back. */
export function tellLetters(): void {
  const key = modeNow() === 'reading' ? 'news.lettersReading' : 'news.letters';
  const changes = changesUpTo(projectStore.getState().state);
  if (changes) tellChanges(key, changes);
  else showNews(key);
}

function tellChanges(key: string, { told, steps, state }: LetterChanges): void {
  const all = { key: 'button.undoAll', perform: () => void handOver().then(() => stepBackOver(steps)) };
  const named = told.map((each) => ({ kind: 'told', ...each }) as const);
  showNewsOfState(state, key, { count: told.length }, [steps === 1 ? UNDO : all], named);
}

const UNDO = { key: 'act.undo', perform: () => performHere('undo') };

/** How it is told that something is open, and what the button says that goes on. */
const ASKING = {
  row: { told: 'news.stillOpen', button: 'button.agreeAnyway' },
  version: { told: 'news.stillOpenVersion', button: 'button.signAnyway' },
} as const;

/** Names what is open before an act is done, with the ways to go on. */
function ask(id: ActId, target: Target, named: readonly Matter[], about: string): void {
  const { state, project } = projectStore.getState();
  const number = (project?.rows.findIndex((row) => row.id === target.place?.rowId) ?? -1) + 1;
  const language = target.place?.language ?? '';
  const { told, button } = ASKING[actOf(id).asksAbout];
  const anyway = { key: button, perform: () => void performAnyway(id, target) };
  const show = { key: 'button.showIt', perform: () => named[0] && goToMatter(named[0], 'open') };
  showNewsOfState(state, told, { number, language, count: named.length }, [anyway, show], named);
  asked = { about, notice: noticeStore.getState().notice };
}

/** What is told of what was done in the row of that number; null where there is nothing that could be taken back. */
function whatToTell(tell: Tell, place: Selected | null, number: number): Told | null {
  const { history, project } = projectStore.getState();
  if (!history.undo || !project) return null;
  const row = project.rows.find(({ id }) => id === place?.rowId);
  return tell({ row, language: place?.language ?? null, number, command: history.undo });
}

/** The number, from 1, of the row that holds a paragraph; 0 where none does. */
function numberOfRowWith(paragraphId: string): number {
  return (findParagraph(projectStore.getState().project?.rows ?? [], paragraphId)?.rowIndex ?? -1) + 1;
}

/** Does what a button asks for that is about where a person is, or about no place. */
export function performHere(id: ActId): void {
  void perform(id, targetNow());
}
