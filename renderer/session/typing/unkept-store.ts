import { createStore } from 'zustand/vanilla';
import type { RichText } from '../../../shared/model/paragraph';
import { fail, type Failure } from '../../../shared/model/failure';
import { bridge } from '../bridge';
import { handOver } from './active-editor';
import { clearNotice, noticeStore } from '../notices/notice-store';
import { mirrored, told, projectStore } from '../project/project-store';

/** A text as it was typed. */
export interface TypedText {
  readonly paragraphId: string;
  readonly content: RichText;
  readonly suggest: boolean;
  /** What is typed in one go is one step of undo. */
  readonly group: string;
}

interface UnkeptStore {
  /** Whether the live editor has typing it has not handed over yet. */
  readonly typing: boolean;
  /** What was typed and is not acknowledged, by paragraph: on its way, or refused and to be tried again. */
  readonly waiting: ReadonlyMap<string, TypedText>;
  /** Why the last try failed; null while none has. */
  readonly refusal: Failure | null;
  /** Hears what a person says who was asked whether to leave all the same; null while nobody is asked. */
  readonly answer: ((leave: boolean) => void) | null;
}

const NOTHING: UnkeptStore = { typing: false, waiting: new Map(), refusal: null, answer: null };

/**
 * Typed text from the first key until the project file has it. The editor may be gone by then: only what was
 * acknowledged leaves this list, or what a person took back or gave up.
 */
export const unkeptStore = createStore<UnkeptStore>()(() => NOTHING);

const setUnkept = unkeptStore.setState;

/** The first pause before what was refused is tried again, and the longest; in ms. Each pause is twice the one before. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

let pause = FIRST_PAUSE_MS;
let clock: ReturnType<typeof setTimeout> | null = null;
/** What is on its way at this moment. */
const underWay = new Set<TypedText>();

/** Says that the live editor holds typing, or that it has handed over all of it. */
export function markTyping(typing: boolean): void {
  if (unkeptStore.getState().typing !== typing) setUnkept({ typing });
}

/** Has a typed text kept, now or as soon as that is possible; true when the project has it. */
export function keepText(typed: TypedText): Promise<boolean> {
  setUnkept(({ waiting }) => ({ waiting: new Map(waiting).set(typed.paragraphId, typed) }));
  return attempt(typed);
}

/** What was typed in a paragraph and is not acknowledged yet. */
export function unkeptText(paragraphId: string): TypedText | undefined {
  return unkeptStore.getState().waiting.get(paragraphId);
}

/** Gives up what waits in a paragraph. */
export function forgetText(paragraphId: string): void {
  setUnkept(({ waiting }) => {
    const others = new Map(waiting);
    others.delete(paragraphId);
    return others.size > 0 ? { waiting: others } : { waiting: others, refusal: null };
  });
}

/** Gives up all that waits, as when another project is open. */
export function forgetTexts(): void {
  if (clock) clearTimeout(clock);
  clock = null;
  pause = FIRST_PAUSE_MS;
  setUnkept(NOTHING);
}

/** Whether something typed is not acknowledged. */
export function isAnythingUnkept(): boolean {
  const { typing, waiting } = unkeptStore.getState();
  return typing || waiting.size > 0;
}

/** Tries to have everything kept that was typed; true when the project has all of it. */
export async function keepAll(): Promise<boolean> {
  await handOver();
  for (const typed of unkeptStore.getState().waiting.values()) await attempt(typed);
  return !isAnythingUnkept();
}

/** Whether the project may be left: everything typed is kept, or a person was asked and leaves without it. */
export async function mayLeave(): Promise<boolean> {
  if (await keepAll()) return true;
  unkeptStore.getState().answer?.(false);
  return new Promise((resolve) => {
    const answer = (leave: boolean) => {
      setUnkept({ answer: null });
      resolve(leave);
    };
    setUnkept({ answer });
  });
}

async function attempt(typed: TypedText): Promise<boolean> {
  const { paragraphId, content, suggest, group } = typed;
  underWay.add(typed);
  const command = { type: 'editParagraph', paragraphId, content, suggest } as const;
  const answer = await bridge.request('project/command', { command, group }).catch((bug: unknown) => {
    // A bug is told of as any other, and the text waits as after any refusal.
    void Promise.reject(bug);
    return fail('writeFailed', { path: projectStore.getState().path });
  });
  if (answer.ok) await mirrored(answer.value);
  underWay.delete(typed);
  if (answer.ok) settle(typed);
  else refuse(typed, answer.failure);
  return answer.ok;
}

function settle({ paragraphId, ...typed }: TypedText): void {
  pause = FIRST_PAUSE_MS;
  const { waiting, refusal } = unkeptStore.getState();
  if (waiting.get(paragraphId)?.content !== typed.content) return;
  forgetText(paragraphId);
  if (waiting.size > 1) return;
  const { notice } = noticeStore.getState();
  if (refusal && notice?.kind === 'failure' && notice.failure.code === refusal.code) clearNotice();
  unkeptStore.getState().answer?.(true);
}

function refuse(typed: TypedText, failure: Failure): void {
  // Given up, or typed over, in the meantime.
  if (unkeptText(typed.paragraphId) !== typed) return;
  const known = unkeptStore.getState().refusal;
  setUnkept({ refusal: failure });
  if (known?.code !== failure.code) told({ ok: false, failure });
  if (clock) return;
  clock = setTimeout(tryAgain, pause);
  pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
}

function tryAgain(): void {
  if (clock) clearTimeout(clock);
  clock = null;
  for (const typed of unkeptStore.getState().waiting.values()) if (!underWay.has(typed)) void attempt(typed);
}

// Where something else could be kept, this can be, perhaps.
projectStore.subscribe((now, before) => {
  if (now.path === before.path && now.state !== before.state && unkeptStore.getState().refusal) tryAgain();
});
