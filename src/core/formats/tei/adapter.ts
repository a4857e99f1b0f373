import type { Adapter } from '../adapter.ts'
import { serializeTei } from './write.ts'

/** A TEI P5 document for each article with stand-off annotations. Only written. */
export const tei: Adapter = { name: 'tei', title: 'TEI P5 stand-off', detect: () => 0, serialize: serializeTei }
