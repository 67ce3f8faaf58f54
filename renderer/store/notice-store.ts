import { create } from 'zustand';
import type { Events } from '../../shared/contract/channels';
import type { Failure } from '../../shared/model/failure';

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
  readonly job: Events['job/progress'];
}

export const useNoticeStore = create<NoticeStore>()(() => ({ notice: null, job: null }));

/** Shows why something did not work. A cancelled job is what the person wanted: nothing to tell. */
export function showFailure(failure: Failure): void {
  if (failure.code === 'jobCancelled') return;
  useNoticeStore.setState({ notice: { kind: 'failure', failure } });
}

export function showNews(
  key: string,
  params: Readonly<Record<string, string | number>> = {},
  act: NoticeAct | null = null,
): void {
  useNoticeStore.setState({ notice: { kind: 'news', key, params, act } });
}

export function clearNotice(): void {
  useNoticeStore.setState({ notice: null });
}
