import { readFileSync } from 'node:fs'
import { cpus, platform, release, totalmem, loadavg } from 'node:os'
import { join } from 'node:path'
import { root } from '../../scripts/lib/runtime.mjs'

export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memory_gb: number
  readonly system: string
  /** Programs waiting for a core when the run began: much over 0 means noise. */
  readonly load_before: number
  readonly when: string
}

export function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memory_gb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    load_before: Number((loadavg()[0] ?? 0).toFixed(2)),
    when: new Date().toISOString(),
  }
}

/** Version of an installed package, of the bench's own or else of the app's. */
export function versionOf(name: string): string | null {
  for (const folder of [join(root, 'bench', 'node_modules'), join(root, 'node_modules')]) {
    try {
      const read: { readonly version: string } = JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8'))
      return read.version
    } catch {
      continue
    }
  }
  return null
}

export function ownVersion(): string {
  const read: { readonly version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return read.version
}
