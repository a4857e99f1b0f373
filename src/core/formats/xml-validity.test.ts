import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { sampleProject } from '../../../scripts/formats/sample.ts'
import type { FormatName, SourceFile } from './adapter.ts'
import { adapterNamed } from './adapters.ts'
import type { Interchange } from './interchange.ts'
import { toSource } from './round-trip.ts'
import { aDocument, SCHEME } from './testing/interchange.ts'
import { elementsOf, firstElement, readXml, textOf, type XmlElement } from './xml.ts'
import { readZip } from './zip.ts'

/*
 * What is written as XML, held against readers that are not ours: libxml2 (xmllint), and the schemas as their standards published them,
 * which lie beside this checkout where they are at hand.
 */

const SCHEMAS = join(import.meta.dirname, '../../../../shared/schemas')
const SAMPLE = sampleProject(4)
/** The sample project, and documents as awkward as they come, the same in every run. */
const EXCHANGES: readonly Interchange[] = [SAMPLE, ...fc.sample(aDocument('talks/a b'), { seed: 5, numRuns: 6 }).map((document) => ({ scheme: SCHEME, documents: [document] }))]

/** Every file that the format makes of the exchanges; archives unpacked. */
function written(name: FormatName): SourceFile[] {
  const adapter = adapterNamed(name)
  return EXCHANGES.flatMap((exchange, index) =>
    [...(adapter?.serialize?.(exchange, {}).files ?? [])].map(toSource).flatMap((file): SourceFile[] => {
      const inside = /\.(qdpx|xlsx)$/.test(file.path) ? readZip(file) : null
      if (inside && !inside.ok) throw new Error(inside.error.message)
      return (inside ? inside.value : [file]).map(({ path, bytes }) => ({ path: `${index}-${path}`, bytes }))
    }),
  )
}

const named = (file: SourceFile, index: number) => ({ fileName: `f${index}.xml`, contents: new TextDecoder().decode(file.bytes) })
const MEMORY = { initialMemoryPages: 1024, maxMemoryPages: 8192 }

/** What xmllint finds wrong; with a schema, also by that. */
async function faultsOf(files: readonly SourceFile[], schema?: string): Promise<string[]> {
  expect(files.length).toBeGreaterThan(0)
  const about = schema === undefined ? { normalization: 'c14n' as const } : { schema }
  const { valid, errors } = await validateXML({ xml: files.map(named), ...about, ...MEMORY })
  const faults = errors.map(({ rawMessage }) => rawMessage)
  return valid ? faults : [...faults, 'not valid']
}

describe('the schemas of REFI-QDA', () => {
  const here = existsSync(join(SCHEMAS, 'refi-qda'))
  if (!here) {
    it('were not asked: ../shared/schemas is not beside this checkout', () => expect(here).toBe(false))
    return
  }
  const schema = (name: string) => readFileSync(join(SCHEMAS, 'refi-qda', name), 'utf8')

  it('accept every project', async () => {
    expect(await faultsOf(written('refi-qdpx').filter(({ path }) => path.endsWith('.qde')), schema('Project.xsd'))).toEqual([])
  })

  it('accept every codebook', async () => {
    expect(await faultsOf(written('refi-qdc'), schema('Codebook.xsd'))).toEqual([])
  })

  it('would refuse one with its parts in another order', async () => {
    const [project] = written('refi-qdpx').filter(({ path }) => path.endsWith('.qde'))
    const text = new TextDecoder().decode(project?.bytes).replace(/(<Users>.*?<\/Users>)(.*)(<\/Project>)/s, '$2$1$3')
    expect(await faultsOf([{ path: 'x', bytes: new TextEncoder().encode(text) }], schema('Project.xsd'))).toEqual([expect.stringMatching(/Users.*not expected/), 'not valid'])
  })
})

describe('libxml2', () => {
  it.each(['gate-xml', 'cas-xmi', 'xlsx'] as const)('reads every file of %s', async (name) => {
    const files = written(name).filter(({ path }) => /\.(xml|xmi|rels)$/.test(path))
    expect(await faultsOf(files)).toEqual([])
  })

  it('would refuse what is not well-formed', async () => {
    expect(await faultsOf([{ path: 'x', bytes: new TextEncoder().encode('<a>&b;</a>') }])).toContain('not valid')
  })
})

const BUILT_IN = new Set(['xmi:id', 'sofa', 'begin', 'end'])

/** The features of each type. */
function declaredIn(system: XmlElement): Map<string, Set<string>> {
  const named = (element: XmlElement) => textOf(firstElement(element, 'name') ?? element)
  return new Map(elementsOf(firstElement(system, 'types') ?? system).map((type) => [named(type), new Set(elementsOf(firstElement(type, 'features') ?? type, 'featureDescription').map(named))]))
}

describe('a CAS', () => {
  it('has nothing that its type system does not declare, and points at nothing that is not there', () => {
    const files = written('cas-xmi')
    const xml = (file: SourceFile): XmlElement => {
      const read = readXml(file)
      if (!read.ok) throw new Error(read.error.message)
      return read.value
    }
    const casses = files.filter(({ path }) => path.endsWith('.xmi'))
    expect(casses.length).toBeGreaterThan(EXCHANGES.length)
    for (const file of casses) {
      const system = files.find(({ path }) => path === file.path.replace(/\.xmi$/, '-typesystem.xml'))
      const declared = system ? declaredIn(xml(system)) : new Map<string, Set<string>>()
      const cas = xml(file)
      const ids = elementsOf(cas).flatMap(({ attributes }) => attributes.get('xmi:id') ?? [])
      const known = new Set(ids)
      expect(known.size).toBe(ids.length)
      for (const { local, uri, attributes } of elementsOf(cas)) {
        const type = `${uri.replace(/^http:\/\/\/|\.ecore$/g, '').replaceAll('/', '.')}.${local}`.replace(/^uima\.noNamespace\./, '')
        if (type.startsWith('uima.')) continue
        const features = declared.get(type)
        expect([type, features !== undefined, ...[...attributes.keys()].filter((name) => !BUILT_IN.has(name) && features?.has(name) !== true)]).toEqual([type, true])
        expect(known.has(attributes.get('sofa') ?? '')).toBe(true)
      }
      const members = elementsOf(cas, 'View').flatMap(({ attributes }) => (attributes.get('members') ?? '').split(' ').filter((id) => id !== ''))
      expect(members.filter((id) => !known.has(id))).toEqual([])
    }
  })
})
