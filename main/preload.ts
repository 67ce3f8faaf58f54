import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../shared/contract/channels';

// The only door between the window and the main process. It passes values on; main checks every one.
const bridge: Bridge<File> = {
  request: (channel, payload) => ipcRenderer.invoke(channel, payload),
  listen: (event, hear) => {
    const pass = (_: unknown, payload: Parameters<typeof hear>[0]) => hear(payload);
    ipcRenderer.on(event, pass);
    return () => ipcRenderer.off(event, pass);
  },
  // Only a file a person really dropped has a path here.
  openDropped: (file) => ipcRenderer.invoke('project/openDropped', { path: webUtils.getPathForFile(file) }),
};

contextBridge.exposeInMainWorld('triptych', bridge);
