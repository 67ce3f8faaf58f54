import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge, Channel, Replies, Request } from '../shared/contract/channels';

/** A page may name no path of its own: on these channels only this script speaks. */
const WITH_PATHS: readonly Channel[] = ['project/openDropped', 'import/dropped'];

/** Only a file a person really dropped has a path; of others it is empty. */
const pathOf = (file: File) => webUtils.getPathForFile(file);

function invoke<C extends Channel>(channel: C, payload: Request<C>): Promise<Replies[C]> {
  return ipcRenderer.invoke(channel, payload);
}

// The only door between the window and the main process. It passes values on; main checks every one.
const bridge: Bridge<File> = {
  request: (channel, payload) =>
    WITH_PATHS.includes(channel)
      ? Promise.reject(new Error(`refused: ${channel}`))
      : invoke(channel, payload),
  listen: (event, hear) => {
    const pass = (_: unknown, payload: Parameters<typeof hear>[0]) => hear(payload);
    ipcRenderer.on(event, pass);
    return () => ipcRenderer.off(event, pass);
  },
  openDropped: (file) => invoke('project/openDropped', { path: pathOf(file) }),
  importDropped: (files) => invoke('import/dropped', { paths: files.map(pathOf) }),
};

contextBridge.exposeInMainWorld('triptych', bridge);
