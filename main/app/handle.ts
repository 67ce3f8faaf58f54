import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { Channel, Events, EventName, Replies, Request } from '../../shared/contract/channels';
import { readRequest } from '../../shared/contract/read-request';
import type { Result } from '../../shared/model/failure';
import { log, logError } from '../system/log/log';
import { PAGE_URL } from '../system/protocol';

/** Answers one channel. A message from anything but our own page, or with a wrong payload, is refused. */
export function handle<C extends Channel>(
  channel: C,
  answer: (payload: Request<C>) => Replies[C] | Promise<Replies[C]>,
): void {
  ipcMain.handle(channel, async (event, payload: unknown) => {
    if (!isOurPage(event)) throw new Error('refused: unknown sender');
    const read = readRequest(channel, payload);
    if (!read) throw new Error(`refused: malformed ${channel}`);
    try {
      const reply = await answer(read.request);
      const code = failureCode(reply);
      if (code) log('refused', { channel, code });
      return reply;
    } catch (error) {
      logError('bug', error, { channel });
      throw error;
    }
  });
}

/** Why the answer to a request is that it cannot be done; null for any other answer. */
function failureCode(reply: unknown): string | null {
  const { ok, failure } = (reply ?? {}) as Partial<Extract<Result<never>, { ok: false }>>;
  return ok === false && failure ? failure.code : null;
}

/** Tells the window something, if it is there. */
export function tell<E extends EventName>(window: BrowserWindow | null, event: E, payload: Events[E]): void {
  if (window && !window.isDestroyed()) window.webContents.send(event, payload);
}

/** Only the top frame of our own page may speak. */
function isOurPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.url === PAGE_URL;
}
