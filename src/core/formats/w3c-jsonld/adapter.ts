import type { Adapter, SourceFile } from '../adapter.ts'
import { headOf } from '../source-text.ts'
import { parseW3c } from './parse.ts'
import { groupWithTexts } from './texts.ts'
import { FORMAT, OPTIONS, serializeW3c } from './write.ts'

/** W3C Web Annotation: lists, collections with their page, pages, single annotations. */
export const w3cJsonld: Adapter = {
  name: FORMAT,
  title: 'W3C Web Annotation JSON-LD',
  options: OPTIONS,
  detect,
  group: groupWithTexts,
  parse: parseW3c,
  serialize: serializeW3c,
}

function detect(file: SourceFile): number {
  const head = headOf(file)
  if (!/^\s*[[{]/.test(head)) return 0
  if (/"@context"\s*:\s*(\[[^\]]*)?"http:\/\/www\.w3\.org\/ns\/anno\.jsonld"/.test(head)) return 3
  return /"type"\s*:\s*"Annotation(Page|Collection)?"/.test(head) && /"(target|items|first)"\s*:/.test(head) ? 2 : 0
}
