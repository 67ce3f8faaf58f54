import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge, Channel } from '../shared/contract/channels';

/** A page may name no path of its own: it has a channel only this script speaks on. */
const DROPPED: Channel = 'project/openDropped';

// The only door between the window and the main process. It passes values on; main checks every one.
const bridge: Bridge<File> = {
  request: (channel, payload) =>
    channel === DROPPED
      ? Promise.reject(new Error(`refused: ${channel}`))
      : ipcRenderer.invoke(channel, payload),
  listen: (event, hear) => {
    const pass = (_: unknown, payload: Parameters<typeof hear>[0]) => hear(payload);
    ipcRenderer.on(event, pass);
    return () => ipcRenderer.off(event, pass);
  },
  // Only a file a person really dropped has a path here.
  openDropped: (file) => ipcRenderer.invoke(DROPPED, { path: webUtils.getPathForFile(file) }),
};

contextBridge.exposeInMainWorld('triptych', bridge);
