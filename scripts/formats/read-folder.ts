import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { SourceFile } from '../../src/core/formats/adapter.ts'

/** Every file under a folder, in order of paths; a file's bytes are read when they are first asked for. */
export function readFolder(folder: string): SourceFile[] {
  const files: SourceFile[] = []
  const walk = (at: string): void => {
    for (const name of readdirSync(at).toSorted()) {
      const path = join(at, name)
      if (statSync(path).isDirectory()) walk(path)
      else files.push(lazyFile(path, relative(folder, path).split(sep).join('/')))
    }
  }
  walk(folder)
  return files
}

function lazyFile(from: string, path: string): SourceFile {
  let bytes: Uint8Array | undefined
  return {
    path,
    get bytes() {
      return (bytes ??= new Uint8Array(readFileSync(from)))
    },
  }
}
