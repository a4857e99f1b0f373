import type { Graph, Structure, View } from '../cas/graph.ts'
import { isObject, type JsonObject } from '../json-lines.ts'
import type { JsonPath } from '../json-position.ts'

export interface Fault {
  readonly path: JsonPath
  readonly why: string
}

/** `%FEATURE_STRUCTURES` is a list, or an object by number; the Sofa may stand anywhere. */
export function graphOf(value: unknown): Graph | Fault {
  if (!isObject(value)) return { path: [], why: 'a CAS is an object' }
  const { '%FEATURE_STRUCTURES': list = [], '%VIEWS': views = {}, '%TYPES': types } = value
  if (types !== undefined && !isObject(types)) return { path: ['%TYPES'], why: '%TYPES is not an object' }
  if (!isObject(views)) return { path: ['%VIEWS'], why: '%VIEWS is not an object' }
  const entries: [string | number, unknown, string][] = Array.isArray(list) ? list.map((item: unknown, index) => [index, item, isObject(item) ? String(item['%ID']) : '']) : isObject(list) ? Object.entries(list).map(([id, item]) => [id, item, isObject(item) && item['%ID'] !== undefined ? String(item['%ID']) : id]) : []
  if (!Array.isArray(list) && !isObject(list)) return { path: ['%FEATURE_STRUCTURES'], why: '%FEATURE_STRUCTURES is neither a list nor an object' }
  const byId = new Map<string, JsonObject>()
  for (const [place, item, id] of entries) {
    const path = ['%FEATURE_STRUCTURES', place]
    if (!isObject(item) || typeof item['%TYPE'] !== 'string') return { path, why: 'a feature structure has no %TYPE' }
    if (!/^-?\d{1,15}$/.test(id)) return { path, why: 'a feature structure has no number (%ID)' }
    if (byId.has(id)) return { path, why: `another feature structure has the %ID ${id}` }
    byId.set(id, item)
  }
  const structures = [...byId].map(([id, item]): Structure => structureOf(id, item, byId))
  return { structures, views: viewsOf(views, byId) }
}

function structureOf(id: string, item: JsonObject, byId: ReadonlyMap<string, JsonObject>): Structure {
  const values = new Map<string, string | number | boolean>()
  const refs = new Map<string, readonly string[]>()
  for (const [key, value] of Object.entries(item)) {
    const name = /^[@#^]/.test(key) ? key.slice(1) : key
    if (key.startsWith('%')) continue
    if (key.startsWith('@') && (typeof value === 'number' || typeof value === 'string')) {
      const elements = byId.get(String(value))?.['%ELEMENTS']
      refs.set(name, Array.isArray(elements) ? elements.filter((one) => typeof one === 'number').map(String) : [String(value)])
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') values.set(name, value)
  }
  return { id, type: String(item['%TYPE']), line: null, values, refs }
}

function viewsOf(views: JsonObject, byId: ReadonlyMap<string, JsonObject>): View[] {
  const sofas = [...byId].filter(([, item]) => item['%TYPE'] === 'uima.cas.Sofa')
  const named = new Map(Object.entries(views).flatMap(([name, view]): [string, string][] => (isObject(view) ? [[String(view['%SOFA']), name]] : [])))
  return sofas.map(([id, item]) => ({ name: named.get(id) ?? String(item['sofaID'] ?? id), sofa: id, text: typeof item['sofaString'] === 'string' ? item['sofaString'] : null }))
}
