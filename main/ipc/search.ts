import { handle } from '../app/handle';
import { findWatched } from '../search/find-watched';

/** Regular expressions are run here, where they can be stopped: in the window nothing else would happen until they end. */
export function handleSearch(): void {
  handle('search/pattern', ({ asked, texts }) => findWatched(asked, texts));
}
