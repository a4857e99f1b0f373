import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { DROP_WIRE, EVENT_WIRE, REQUEST_WIRE, type Bridge } from '../ipc/bridge.ts'

const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke(REQUEST_WIRE, name, input),
  on: (listener) => {
    const forward = (_: unknown, name: Parameters<typeof listener>[0], payload: unknown) => listener(name, payload)
    ipcRenderer.on(EVENT_WIRE, forward)
    return () => ipcRenderer.removeListener(EVENT_WIRE, forward)
  },
  // Only the preload may learn a dropped file's path, and it passes it on at once: the page gets a token back.
  drop: (files) =>
    ipcRenderer.invoke(
      DROP_WIRE,
      files.filter((file): file is File => file instanceof File).map((file) => webUtils.getPathForFile(file)),
    ),
}

contextBridge.exposeInMainWorld('concord', bridge)
