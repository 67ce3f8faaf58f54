import type { Bridge } from '../../shared/contract/channels';

/** The main process, as the session speaks with it. */
export type MainProcess = Pick<Bridge<never>, 'request' | 'listen'>;

let connected: MainProcess | null = null;

/** Says who carries out what the session asks for: the main process, or the same code in a test. */
export function connect(main: MainProcess): void {
  connected = main;
}

function main(): MainProcess {
  if (!connected) throw new Error('nothing is connected');
  return connected;
}

/** What was connected. */
export const bridge: MainProcess = {
  request: (channel, payload) => main().request(channel, payload),
  listen: (event, hear) => main().listen(event, hear),
};
