import { viewStore } from './view-store';

/**
 * Tells of the row a person is on, for the project to be opened there again. One telling is under way at a time: of the
 * rows that are passed meanwhile, as while an arrow key is held down, only the last is told.
 *
 * @param tell answers once it is kept
 */
export function tellSelectedRow(tell: (rowId: string) => Promise<unknown>): void {
  let told: string | null = null;
  let isTelling = false;
  const rowNow = () => viewStore.getState().selected?.rowId ?? null;
  const tellOn = async () => {
    isTelling = true;
    try {
      for (let row = rowNow(); row !== told; row = rowNow()) {
        told = row;
        if (row !== null) await tell(row);
      }
    } finally {
      isTelling = false;
    }
  };
  viewStore.subscribe(() => {
    if (!isTelling && rowNow() !== told) void tellOn();
  });
}
