import type { Adapter, SourceFile } from '../adapter.ts'
import { isObject } from '../json-lines.ts'
import { folderOf } from '../paths.ts'
import { headOf, parseJson } from '../source-text.ts'
import { rootOf } from '../xml.ts'
import { parseLabelStudio } from './parse.ts'
import { serializeLabelStudio } from './write.ts'

/** Label Studio’s JSON: tasks with annotations and predictions. Its other exports lose relations and ids, and are not read. */
export const labelStudio: Adapter = {
  name: 'label-studio',
  title: 'Label Studio JSON',
  detect,
  group,
  parse: parseLabelStudio,
  serialize: serializeLabelStudio,
}

function detect(file: SourceFile): number {
  const head = headOf(file)
  if (!/^\s*[[{]/.test(head)) return 0
  const value = parseJson(head)
  const first: unknown = Array.isArray(value) ? value[0] : value
  // A large file does not end within its head.
  if (value === undefined) return /"data"\s*:\s*\{/.test(head) && /"(annotations|predictions|completions|result)"\s*:/.test(head) ? 3 : 0
  if (!isObject(first)) return 0
  const hasResults = ['annotations', 'predictions', 'completions'].some((key) => Array.isArray(first[key]) && first[key].some((set) => isObject(set) && Array.isArray(set['result'])))
  if (!isObject(first['data'])) return hasResults ? 2 : 0
  return ['annotations', 'predictions', 'completions'].some((key) => Array.isArray(first[key])) ? 3 : 1
}

/** Tasks go with the configuration in their folder or the one above. */
function group(mine: readonly SourceFile[], all: readonly SourceFile[]): SourceFile[][] {
  const configs = all.filter((file) => file.path.endsWith('.xml') && rootOf(headOf(file, 4096))?.local === 'View')
  return mine.map((file) => {
    const folder = folderOf(file.path)
    const config = [folder, folderOf(folder)].flatMap((place) => configs.filter(({ path }) => folderOf(path) === place).toSorted((a, b) => rank(a) - rank(b)))[0]
    return config ? [file, config] : [file]
  })
}

function rank({ path }: SourceFile): number {
  return path.endsWith('/config.xml') || path === 'config.xml' ? 0 : 1
}
