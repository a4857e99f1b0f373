import type { Adapter, SourceFile } from '../adapter.ts'
import { headOf } from '../source-text.ts'
import { rootOf } from '../xml.ts'
import { FORMAT, parseGate } from './parse.ts'
import { serializeGate } from './write.ts'

export const gateXml: Adapter = { name: FORMAT, title: 'GATE XML', detect, parse: parseGate, serialize: serializeGate }

function detect(file: SourceFile): number {
  return rootOf(headOf(file, 8192))?.local === 'GateDocument' ? 3 : 0
}
