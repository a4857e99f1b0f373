import type { Scheme, SchemeAttribute, SchemeLabel, SchemeRelation } from '../interchange.ts'
import type { Names } from './write.ts'

/*
 * annotation.conf says which types there are, visual.conf how they are called and coloured. Both are read for the scheme, and kept
 * whole in the scheme's extra data, so that they come out as they were.
 */

export interface ConfigFiles {
  readonly annotation: string
  readonly visual: string | null
}

export function readConfig({ annotation, visual }: ConfigFiles): Scheme {
  const sections = sectionsOf(annotation)
  const looks = visual === null ? new Map<string, Look>() : looksOf(sectionsOf(visual))
  const macros = macrosOf(annotation)
  const types = (text: string): string[] =>
    text
      .split('|')
      .flatMap((type) => macros.get(type)?.split('|') ?? [type])
      .filter((type) => type !== '' && !/^<.*>$/.test(type))
  const labels = [...labelsOf(sections.get('entities') ?? [], 'mention', looks), ...labelsOf(sections.get('events') ?? [], 'event', looks)]
  const relations: SchemeRelation[] = []
  for (const { name, args } of termsOf(sections.get('relations') ?? [])) {
    const pair = args.filter(({ key }) => !key.startsWith('<'))
    relations.push({ name, from: types(pair[0]?.value ?? ''), to: types(pair[1]?.value ?? '') })
  }
  const attributes = termsOf(sections.get('attributes') ?? []).map(({ name, args }): SchemeAttribute => {
    const on = args.find(({ key }) => key === 'Arg')?.value ?? ''
    const values = args.find(({ key }) => key === 'Value')?.value
    return {
      name,
      type: values === undefined ? 'boolean' : 'choice',
      labels: attributeLabels(on, types(on), labels),
      ...(values !== undefined && { values: values.split('|').filter((value) => value !== '').map((value) => ({ name: value })) }),
    }
  })
  return { labels: unique(labels), attributes: unique(attributes), relations: unique(relations) }
}

/** Both files from a scheme: what the codebook says, in brat's words. */
export function writeConfig(scheme: Scheme, names: Names): ConfigFiles {
  const of = (labels: readonly string[]) => (labels.length === 0 ? '<ENTITY>' : labels.map(names.label).join('|'))
  const relations = scheme.relations.map(({ name, from, to }) => `${names.relation(name)}\tArg1:${of(from)}, Arg2:${of(to)}`)
  const attributes = scheme.attributes.flatMap(({ name, type, labels, values }) => {
    if (type === 'boolean') return [`${names.attribute(name)}\tArg:${of(labels)}`]
    if (values === undefined || values.length === 0) return []
    return [`${names.attribute(name)}\tArg:${of(labels)}, Value:${values.map((value) => names.value(name, value.name)).join('|')}`]
  })
  const annotation = ['[entities]', ...tree(scheme.labels, names), '', '[relations]', ...relations, '', '[events]', '', '[attributes]', ...attributes, '']
  const shown = [
    ...scheme.labels.map(({ name }) => [names.label(name), name]),
    ...scheme.relations.map(({ name }) => [names.relation(name), name]),
    ...scheme.attributes.map(({ name }) => [names.attribute(name), name]),
  ].filter(([written, name]) => written !== name)
  const colours = scheme.labels.flatMap(({ name, color }) => (color === undefined ? [] : [`${names.label(name)}\tbgColor:${color}`]))
  const visual = ['[labels]', ...shown.map(([written = '', name = '']) => `${written} | ${name.replaceAll('|', '/')}`), '', '[drawing]', ...colours, '']
  return { annotation: annotation.join('\n'), visual: visual.join('\n') }
}

interface Look {
  readonly color?: string
}

/** Lines that say something, by section; comments are out, indents stay. */
function sectionsOf(text: string): Map<string, string[]> {
  const sections = new Map<string, string[]>()
  let open: string[] | null = null
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\r$/, '')
    const name = /^\s*\[(\w+)\]\s*$/.exec(line)?.[1]
    if (name !== undefined) {
      open = sections.get(name) ?? []
      sections.set(name, open)
    } else if (line.trim() !== '' && !line.trimStart().startsWith('#')) {
      open?.push(line)
    }
  }
  return sections
}

/** `<POG>=Person|Organization` stands for what is on the right. */
function macrosOf(text: string): Map<string, string> {
  return new Map([...text.matchAll(/^\s*(<[^>\s]+>)\s*=\s*(\S+)\s*$/gm)].map(([, name = '', types = '']) => [name, types]))
}

interface Term {
  readonly name: string
  readonly indent: number
  readonly args: readonly { readonly key: string; readonly value: string }[]
}

function termsOf(lines: readonly string[]): Term[] {
  return lines.flatMap((line) => {
    const [, indent = '', mark = '', name = '', rest = ''] = /^(\s*)(!?)([^\s<!]\S*)(.*)$/.exec(line) ?? []
    if (name === '' || /^-+$/.test(name) || name.includes('=')) return []
    const args = rest.split(',').flatMap((part) => {
      const [key = '', ...value] = part.trim().split(':')
      return value.length === 0 ? [] : [{ key, value: value.join(':').trim() }]
    })
    return [{ name: mark + name, indent: indent.length, args }]
  })
}

/** A type with `!` only groups others: no label, and no parent of any. */
function labelsOf(lines: readonly string[], kind: 'event' | 'mention', looks: ReadonlyMap<string, Look>): SchemeLabel[] {
  const above: Term[] = []
  return termsOf(lines).flatMap((term): SchemeLabel[] => {
    while ((above.at(-1)?.indent ?? -1) >= term.indent) above.pop()
    const parent = above.at(-1)?.name
    above.push(term)
    if (term.name.startsWith('!')) return []
    const color = looks.get(term.name)?.color
    return [{ name: term.name, kind, ...(color !== undefined && { color }), ...(parent !== undefined && !parent.startsWith('!') && { parent }) }]
  })
}

function looksOf(sections: ReadonlyMap<string, readonly string[]>): Map<string, Look> {
  const looks = new Map<string, Look>()
  for (const { name, args } of termsOf(sections.get('drawing') ?? [])) {
    const color = args.find(({ key }) => key === 'bgColor')?.value.toLowerCase()
    if (color !== undefined && /^#[0-9a-f]{6}$/.test(color)) looks.set(name, { color })
  }
  return looks
}

function attributeLabels(on: string, named: readonly string[], labels: readonly SchemeLabel[]): string[] {
  if (named.length > 0) return [...named]
  const kind = on.includes('<EVENT>') ? 'event' : on.includes('<ENTITY>') ? 'mention' : null
  return kind === null ? [] : [...new Set(labels.filter((label) => label.kind === kind).map(({ name }) => name))]
}

function tree(labels: readonly SchemeLabel[], names: Names): string[] {
  const there = new Set(labels.map(({ name }) => name))
  const lines: string[] = []
  const done = new Set<SchemeLabel>()
  const add = (label: SchemeLabel, depth: number): void => {
    if (done.has(label)) return
    done.add(label)
    lines.push('\t'.repeat(depth) + names.label(label.name))
    for (const child of labels) if (child.parent === label.name) add(child, depth + 1)
  }
  for (const label of labels) if (label.parent === undefined || !there.has(label.parent)) add(label, 0)
  // A circle of parents has no top.
  for (const label of labels) add(label, 0)
  return lines
}

function unique<T extends { readonly name: string }>(items: readonly T[]): T[] {
  return [...new Map(items.toReversed().map((item) => [item.name, item])).values()].toReversed()
}
