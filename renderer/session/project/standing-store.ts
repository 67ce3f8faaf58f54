import { createStore } from 'zustand/vanilla';
import type { FileStanding } from '../../../shared/contract/channels';

/** How the file of the open project stands to what is shown; apart from the project, which goes on in any case. */
export const standingStore = createStore<{ readonly standing: FileStanding }>()(() => ({
  standing: { kind: 'current' },
}));

/** Takes over what main tells of the person's file. */
export function mirrorStanding(standing: FileStanding): void {
  standingStore.setState({ standing });
}
