import { parentPort } from 'node:worker_threads'
import { extractDocument } from '../services/extract/extract-document.ts'
import type { ExtractQuestion } from '../services/extract/messages.ts'
import { err } from '../../core/result.ts'

// Nothing that reads a stranger's document has anything to ask of a network.
Reflect.deleteProperty(globalThis, 'fetch')
Reflect.deleteProperty(globalThis, 'WebSocket')

parentPort?.on('message', ({ kind, name, bytes }: ExtractQuestion) => {
  extractDocument(kind, name, bytes).then(
    (answer) => parentPort?.postMessage(answer),
    (error: unknown) => parentPort?.postMessage(err(`it cannot be read: ${error instanceof Error ? error.message : String(error)}.`)),
  )
})
