import { bridge } from '../bridge';
import { showFailure } from '../notices/notice-store';
import { CLOSED, saidStore, type SaidAsked } from './said-store';

/** The search that was begun last: what an earlier one finds is no longer asked for. */
let last = 0;

/** Looks how something was said: first in the open article, which is shown at once, then in the other projects. */
export async function lookForSaid(asked: SaidAsked): Promise<void> {
  last += 1;
  const search = last;
  saidStore.setState({ ...CLOSED, asked, looking: asked.text.trim() === '' ? null : 'here' });
  if (asked.text.trim() === '') return;
  for (const where of ['here', 'elsewhere'] as const) {
    saidStore.setState({ looking: where });
    const found = await bridge.request('said/find', { ...asked, where });
    if (search !== last) return;
    if (!found.ok) {
      const stopped = found.failure.code === 'jobCancelled';
      saidStore.setState({ looking: null, stopped });
      if (!stopped) showFailure(found.failure);
      return;
    }
    const { articles, unread } = saidStore.getState();
    saidStore.setState({
      articles: [...articles, ...found.value.articles],
      unread: [...unread, ...found.value.unread],
    });
  }
  saidStore.setState({ looking: null });
}

/** Ends the search; what was found so far stays. */
export function stopSaid(): void {
  void bridge.request('said/stop', null);
}

/** Closes the panel, and ends the search. */
export function closeSaid(): void {
  if (saidStore.getState().looking) stopSaid();
  last += 1;
  saidStore.setState(CLOSED);
}

/** Hears how far the search in the other projects is. */
export function hearSaidProgress(share: number): void {
  if (saidStore.getState().looking) saidStore.setState({ share });
}
