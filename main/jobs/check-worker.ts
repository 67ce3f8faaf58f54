import { checkHere } from './check-here';
import type { CheckMessage } from './check-messages';

// A process of its own: neither the window nor what keeps the project ever waits for a check.
const port = process.parentPort;
const hear = checkHere((answer) => port.postMessage(answer));

port.on('message', ({ data }: { data: CheckMessage }) => hear(data));
