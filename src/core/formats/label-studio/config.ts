import type { AttributeType } from '../../model/codebook.ts'
import type { Result } from '../../result.ts'
import { withExtra, type Scheme, type SchemeAttribute, type SchemeLabel, type SchemeRelation } from '../interchange.ts'
import type { SourceFile } from '../adapter.ts'
import { escapeXmlAttribute, readXml, type XmlElement } from '../xml.ts'

/** A text that a configuration shows: the tag’s name, and the key of the task’s data that holds it. */
export interface TextTag {
  readonly name: string
  readonly key: string
  readonly html: boolean
}

export interface Config {
  readonly scheme: Scheme
  readonly texts: readonly TextTag[]
}

const TYPES: Readonly<Record<string, AttributeType>> = { choices: 'choice', taxonomy: 'choices', textarea: 'text', number: 'number', rating: 'number', datetime: 'date' }

/** Reads `<View>`: labels, relations, and every control that asks about a text or a region of it. */
export function readConfig(file: SourceFile): Result<Config> {
  const root = readXml(file)
  if (!root.ok) return root
  const labels: SchemeLabel[] = []
  const attributes: SchemeAttribute[] = []
  const relations: SchemeRelation[] = []
  const texts: TextTag[] = []
  for (const tag of everyElement(root.value)) {
    const attribute = (name: string) => tag.attributes.get(name) ?? ''
    const kind = tag.local.toLowerCase()
    if ((kind === 'text' || kind === 'hypertext' || kind === 'paragraphs') && attribute('value').startsWith('$')) {
      texts.push({ name: attribute('name'), key: attribute('value').slice(1), html: kind === 'hypertext' })
    } else if (kind === 'labels' || kind === 'hypertextlabels') {
      for (const label of everyElement(tag)) if (label.local.toLowerCase() === 'label') labels.push(labelOf(label))
    } else if (kind === 'relation' && attribute('value') !== '') {
      relations.push({ name: attribute('value'), from: [], to: [] })
    } else if (TYPES[kind] && attribute('toName') !== '') {
      const values = [...everyElement(tag)].filter((inner) => inner.local.toLowerCase() === 'choice')
      const several = attribute('choice') === 'multiple'
      attributes.push({
        name: attribute('name'),
        type: kind === 'choices' && several ? 'choices' : (TYPES[kind] ?? 'text'),
        labels: attribute('whenLabelValue').split(',').filter((name) => name !== ''),
        ...(values.length > 0 && { values: values.map((value) => ({ name: value.attributes.get('alias') ?? value.attributes.get('value') ?? '' })) }),
      })
    }
  }
  return { ok: true, value: { scheme: { labels: byName(labels), attributes: byName(attributes), relations: byName(relations) }, texts } }
}

function labelOf(tag: XmlElement): SchemeLabel {
  const color = tag.attributes.get('background')?.toLowerCase()
  const key = tag.attributes.get('hotkey')
  const value = tag.attributes.get('value') ?? ''
  const alias = tag.attributes.get('alias')
  return {
    // The alias stands in the results where there is one.
    name: alias ?? value,
    ...(color !== undefined && /^#[0-9a-f]{6}$/.test(color) && { color }),
    ...(key !== undefined && key !== '' && { key }),
    ...withExtra('label-studio', { value: alias === undefined ? undefined : value }),
  }
}

function* everyElement(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* everyElement(child)
}

function byName<T extends { readonly name: string }>(items: readonly T[]): T[] {
  const found = new Map<string, T>()
  for (const item of items) if (item.name !== '' && !found.has(item.name)) found.set(item.name, item)
  return [...found.values()]
}

/** How a value of an attribute is asked for and written. */
export type Control = 'choice' | 'choices' | 'number' | 'text'

export function controlFor(type: AttributeType | undefined): Control {
  if (type === 'choice' || type === 'scale' || type === 'boolean') return 'choice'
  if (type === 'choices' || type === 'number') return type
  return 'text'
}

export interface ConfigParts {
  readonly labels: readonly Pick<SchemeLabel, 'name' | 'color' | 'key'>[]
  readonly relations: readonly string[]
  /** `name` is the control’s name, `labels` those that it is asked for. */
  readonly attributes: readonly { readonly name: string; readonly title: string; readonly control: Control; readonly labels: readonly string[]; readonly values: readonly string[]; readonly perRegion: boolean }[]
}

/** The labelling configuration, as Label Studio’s own templates are laid out. */
export function writeConfig({ labels, relations, attributes }: ConfigParts): string {
  const attribute = (name: string, value: string | undefined) => (value === undefined || value === '' ? '' : ` ${name}="${escapeXmlAttribute(value)}"`)
  const lines = ['<View>']
  if (relations.length > 0) lines.push('  <Relations>', ...relations.map((name) => `    <Relation${attribute('value', name)}/>`), '  </Relations>')
  const keys = new Set<string>()
  lines.push('  <Labels name="label" toName="text">')
  for (const { name, color, key } of labels) {
    const hotkey = key !== undefined && !keys.has(key) && /^[\p{L}\p{N}]$/u.test(key) ? key : undefined
    if (hotkey !== undefined) keys.add(hotkey)
    lines.push(`    <Label${attribute('value', name)}${attribute('background', color)}${attribute('hotkey', hotkey)}/>`)
  }
  lines.push('  </Labels>', '  <Text name="text" value="$text" granularity="symbol"/>')
  for (const { name, title, control, labels: on, values, perRegion } of attributes) {
    // A list of labels is written with commas: one that has a comma itself cannot be named there.
    const when = perRegion && on.length > 0 && on.every((label) => !label.includes(',')) ? ` whenTagName="label"${attribute('whenLabelValue', on.join(','))}` : ''
    const region = perRegion ? ' perRegion="true"' : ''
    lines.push(`  <Header${attribute('value', title)} size="5"/>`)
    if (control === 'number') lines.push(`  <Number${attribute('name', name)} toName="text"${region}${when}/>`)
    else if (control === 'text') lines.push(`  <TextArea${attribute('name', name)} toName="text"${region}${when} editable="true"/>`)
    else {
      lines.push(`  <Choices${attribute('name', name)} toName="text"${region}${when} choice="${control === 'choices' ? 'multiple' : 'single'}">`)
      lines.push(...values.map((value) => `    <Choice${attribute('value', value)}/>`), '  </Choices>')
    }
  }
  lines.push('</View>', '')
  return lines.join('\n')
}
