/** The preload: puts the bridge in the window, and nothing else. */
import { contextBridge, ipcRenderer } from 'electron';
import * as z from 'zod/mini';
import { IPC_EVENT, IPC_REQUEST } from '../protocol/ipc.ts';
import { createBridge } from './bridge.ts';

// The window's policy forbids eval, which zod would use to compile its parsers.
z.config({ jitless: true });

const bridge = createBridge({
  invoke: (name, input) => ipcRenderer.invoke(IPC_REQUEST, name, input),
  listen(listener) {
    const forward = (_event: unknown, message: unknown) => listener(message);
    ipcRenderer.on(IPC_EVENT, forward);
    return () => ipcRenderer.removeListener(IPC_EVENT, forward);
  },
});

contextBridge.exposeInMainWorld('permanence', bridge);
