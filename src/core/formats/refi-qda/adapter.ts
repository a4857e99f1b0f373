import type { Adapter, SourceFile } from '../adapter.ts'
import { folderOf } from '../paths.ts'
import { headOf } from '../source-text.ts'
import { rootOf } from '../xml.ts'
import { hasEntry, isZip } from '../zip.ts'
import { FORMAT, parseQdpx } from './parse.ts'
import { serializeQdpx } from './write.ts'

/** REFI-QDA projects, as NVivo, ATLAS.ti, MAXQDA and QualCoder exchange them. */
export const refiQdpx: Adapter = { name: FORMAT, title: 'REFI-QDA project', detect, group, parse: parseQdpx, serialize: serializeQdpx }

function detect(file: SourceFile): number {
  if (!isZip(file.bytes)) {
    const root = rootOf(headOf(file, 8192))
    return root?.local === 'Project' ? (root.uri.startsWith('urn:QDA-XML:project') ? 3 : 1) : 0
  }
  return hasEntry(file, /\.qde(?![a-z])/i) ? 3 : 0
}

/** A project file that lies open has its texts in a folder beside. */
function group(mine: readonly SourceFile[], all: readonly SourceFile[]): SourceFile[][] {
  return mine.map((file) => {
    if (isZip(file.bytes)) return [file]
    const folder = folderOf(file.path)
    const beside = new RegExp(`^${folder === '' ? '' : `${folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}/`}(sources/)?[^/]+\\.txt$`, 'i')
    return [file, ...all.filter(({ path }) => beside.test(path))]
  })
}
