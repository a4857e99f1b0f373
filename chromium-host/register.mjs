// Resolves `electron` to the host, for `import` and for `require`, in the app and in its packages.
import { registerHooks } from 'node:module'

const specifiers = new Set(['electron', 'electron/main', 'electron/common'])
const moduleUrl = 'chromium-host:electron'
const implementation = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    if (!specifiers.has(specifier)) return next(specifier, context)
    return { url: moduleUrl, format: 'module', shortCircuit: true }
  },
  load(url, context, next) {
    if (url !== moduleUrl) return next(url, context)
    return { format: 'module', source: globalThis[Symbol.for(moduleUrl)], shortCircuit: true }
  },
})

/** The text of the module: named exports for `import`, the object itself for `require`. */
export function provide(names) {
  globalThis[Symbol.for(moduleUrl)] = `import { electron } from ${JSON.stringify(implementation)}
export const { ${names.join(', ')} } = electron
export { electron as default, electron as 'module.exports' }`
}
