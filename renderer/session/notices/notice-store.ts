import { createStore } from 'zustand/vanilla';
import type { Events } from '../../../shared/contract/channels';
import type { Failure } from '../../../shared/model/failure';
import { isSameJson } from '../../../shared/model/same-json';
import type { Matter } from '../matters/matter';

/** A line told to the person: a failure, or a piece of news as a locale key. */
export type Notice =
  | { readonly kind: 'failure'; readonly failure: Failure }
  | {
      readonly kind: 'news';
      readonly key: string;
      readonly params: Readonly<Record<string, string | number>>;
      /** What can be done about it: a button for each. Such news stays until it is answered. */
      readonly acts: readonly NoticeAct[];
      /** The state of the project it is about: it goes with the next change. Null where it is about none. */
      readonly state: number | null;
      /** What is named after it. */
      readonly named: readonly NamedThing[];
    };

/** What a piece of news names: something that is open, or what was done. */
export type NamedThing =
  | Matter
  | {
      readonly kind: 'told';
      readonly key: string;
      readonly params: Readonly<Record<string, string | number>>;
    };

export interface NoticeAct {
  /** The locale key of the button. */
  readonly key: string;
  readonly perform: () => void;
}

interface NoticeStore {
  readonly notice: Notice | null;
  /** Told once the present failure has been read. */
  readonly waiting: readonly Failure[];
  readonly job: Events['job/progress'];
  /** Whether a project is on its way to the window. */
  readonly receiving: boolean;
}

export const noticeStore = createStore<NoticeStore>()(() => ({
  notice: null,
  waiting: [],
  job: null,
  receiving: false,
}));

/** Shows why something did not work. A cancelled job is what the person wanted: nothing to tell. */
export function showFailure(failure: Failure): void {
  if (failure.code === 'jobCancelled') return;
  noticeStore.setState({ notice: { kind: 'failure', failure } });
}

/** Shows a failure that nobody's last act has to do with, after any that is being read; one that waits comes once. */
export function addFailure(failure: Failure): void {
  const { notice, waiting } = noticeStore.getState();
  if (notice?.kind !== 'failure') return showFailure(failure);
  const known = [notice.failure, ...waiting].some((other) => isSameJson(other, failure));
  if (!known) noticeStore.setState({ waiting: [...waiting, failure] });
}

/** Tells a piece of news, with a button if something can be done about it. */
export function showNews(
  key: string,
  params: Readonly<Record<string, string | number>> = {},
  act: NoticeAct | null = null,
): void {
  noticeStore.setState({
    notice: { kind: 'news', key, params, acts: act ? [act] : [], state: null, named: [] },
  });
}

/** Tells what is so while the project is as it is, and what can be done about that. */
export function showNewsOfState(
  state: number,
  key: string,
  params: Readonly<Record<string, string | number>>,
  acts: readonly NoticeAct[],
  named: readonly NamedThing[] = [],
): void {
  noticeStore.setState({ notice: { kind: 'news', key, params, acts, state, named } });
}

/** Takes away what was told of an earlier state of the project: acting on it now would act on something else. */
export function clearPassedNotice(state: number): void {
  const { notice } = noticeStore.getState();
  if (notice?.kind === 'news' && notice.state !== null && notice.state !== state) clearNotice();
}

/** Takes away what is told; the next failure that waits comes in its place. */
export function clearNotice(): void {
  const [next, ...waiting] = noticeStore.getState().waiting;
  noticeStore.setState({ notice: next ? { kind: 'failure', failure: next } : null, waiting });
}
