const { contextBridge, ipcRenderer, webUtils } = require('electron')

const outcome = (act) => {
  try {
    return String(act())
  } catch (error) {
    return error.message
  }
}

contextBridge.exposeInMainWorld('fixture', {
  invoke: (channel, value) => ipcRenderer.invoke(channel, value),
  roundTrip: async (make) => {
    const value = new Map([['set', new Set([1, undefined])], ['date', new Date(5)], ['bytes', new Uint8Array([1, 2, 255])]])
    const back = await ipcRenderer.invoke('echo', value)
    return [back instanceof Map, back.get('set').has(undefined), back.get('date').getTime(), back.get('bytes')[2], make(2)]
  },
  drop: (file) => ipcRenderer.invoke('echo', { path: webUtils.getPathForFile(file) }),
  ping: (value) => ipcRenderer.send('ping', value),
  onPong: (listener) => {
    const wrapped = (_, map, nothing) => listener(map.get('value'), nothing === undefined)
    ipcRenderer.on('pong', wrapped)
    return () => ipcRenderer.removeListener('pong', wrapped)
  },
  powers: {
    require: outcome(() => require('fs')),
    process: outcome(() => process.kill),
    platform: process.platform,
    missing: outcome(() => ipcRenderer.sendSync('x')),
    module: outcome(() => require('electron').webFrame),
  },
})
