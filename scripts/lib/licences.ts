export interface Licensed {
  readonly name: string
  readonly version: string
  /** SPDX, as the package says it; null: it says nothing. */
  readonly licence: string | null
  /** Part of the app, and not only of building and testing it. */
  readonly shipped: boolean
}

/** What may be part of the app: permissive licences, and those of fonts. `BSD` is what `duck` says; its file is the BSD licence of two clauses. */
export const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0', 'OFL-1.1', 'CC0-1.0', 'Unlicense', '(MIT OR CC0-1.0)', '(MIT AND Zlib)', 'MIT OR Apache-2.0', '(MIT OR GPL-3.0-or-later)', 'BSD'])

interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
}

export function readLicences(lock: string): Licensed[] {
  const read: { readonly packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(lock)
  return Object.entries(read.packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license = null, dev = false, devOptional = false }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
      shipped: !dev && !devOptional,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1))
}

export function licenceTable(packages: readonly Licensed[]): string {
  const part = (title: string, shown: readonly Licensed[]): string => `${title}\n\n${shown.map(({ name, version, licence }) => `${licence ?? 'none given'}\t${name} ${version}`).join('\n')}\n`
  return `${part('Part of the app', packages.filter(({ shipped }) => shipped))}\n${part('Only to build and test it', packages.filter(({ shipped }) => !shipped))}`
}
