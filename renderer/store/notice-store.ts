import { create } from 'zustand';
import type { Events } from '../../shared/contract/channels';
import type { Failure } from '../../shared/model/failure';
import { isSameJson } from '../../shared/model/same-json';

/** A line told to the person: a failure, or a piece of news as a locale key. */
export type Notice =
  | { readonly kind: 'failure'; readonly failure: Failure }
  | {
      readonly kind: 'news';
      readonly key: string;
      readonly params: Readonly<Record<string, string | number>>;
      /** What can be done about it: a button with this locale key. Such news stays until it is answered. */
      readonly act: NoticeAct | null;
    };

export interface NoticeAct {
  readonly key: string;
  readonly perform: () => void;
}

interface NoticeStore {
  readonly notice: Notice | null;
  /** Told once the present failure has been read. */
  readonly waiting: readonly Failure[];
  readonly job: Events['job/progress'];
}

export const useNoticeStore = create<NoticeStore>()(() => ({ notice: null, waiting: [], job: null }));

/** Shows why something did not work. A cancelled job is what the person wanted: nothing to tell. */
export function showFailure(failure: Failure): void {
  if (failure.code === 'jobCancelled') return;
  useNoticeStore.setState({ notice: { kind: 'failure', failure } });
}

/** Shows a failure that nobody's last act has to do with, after any that is being read; one that waits comes once. */
export function addFailure(failure: Failure): void {
  const { notice, waiting } = useNoticeStore.getState();
  if (notice?.kind !== 'failure') return showFailure(failure);
  const known = [notice.failure, ...waiting].some((other) => isSameJson(other, failure));
  if (!known) useNoticeStore.setState({ waiting: [...waiting, failure] });
}

export function showNews(
  key: string,
  params: Readonly<Record<string, string | number>> = {},
  act: NoticeAct | null = null,
): void {
  useNoticeStore.setState({ notice: { kind: 'news', key, params, act } });
}

export function clearNotice(): void {
  const [next, ...waiting] = useNoticeStore.getState().waiting;
  useNoticeStore.setState({ notice: next ? { kind: 'failure', failure: next } : null, waiting });
}
