import { FORMAT_VERSION } from '../model/annotation-set.ts'
import type { Codebook } from '../model/codebook.ts'

/** A codebook to be filled: nothing in it but its name. */
export function emptyCodebook(name: string, id: string): Codebook {
  return {
    format: 'concord/codebook',
    version: FORMAT_VERSION,
    id,
    name,
    notes: '',
    parent: null,
    change: '',
    labels: [],
    attributes: [],
    relations: [],
    sectors: [],
    rules: [],
    examples: [],
    aliases: [],
  }
}
