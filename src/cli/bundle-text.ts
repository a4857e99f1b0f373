import type { ImportReport } from '../main/services/bundle/apply-import.ts'
import type { BundlePreview, PreviewedFile } from '../main/services/bundle/describe-plan.ts'
import type { BundleReceipt } from '../main/services/bundle/export-bundle.ts'
import { formatTable } from './print.ts'

export function formatReceipt({ bytes, articles, texts, sets, reviews, rounds, people }: BundleReceipt, file: string): string {
  return formatTable([
    ['bundle', file],
    ['size', `${Math.ceil(bytes / 1024)} kB, read back and compared`],
    ['articles', `${articles}, ${texts ? 'with their texts' : 'as hashes only'}`],
    ['annotation sets', `${sets}${people.length === 0 ? '' : ` (${people.map(({ name, sets: count }) => `${name} ${count}`).join(', ')})`}`],
    ['reviews', String(reviews)],
    ['rounds', String(rounds)],
  ])
}

const ARTICLES = { same: 'here already', moved: 'here at another path', comes: 'would be added', other_text: 'here with another text', missing: 'not here' } as const
const FILES = { new: 'new', same: 'the same', differs: 'differs', no_article: 'article missing' } as const
const CODEBOOK = { same: 'the same version', older: 'an earlier version', newer: 'a later version', diverged: 'changed on both sides', other: 'another codebook' } as const

export function formatPreview(preview: BundlePreview): string {
  const { name, by, created, project, people, codebook, leftOut } = preview
  const lines = [
    `${name}, by ${by.name}, ${created.slice(0, 10)}${project.same ? '' : `, of another project (“${project.name}”)`}`,
    '',
    `Codebook: ${CODEBOOK[codebook.standing]}`,
    ...codebook.unknown.map(({ kind, name: what, of, count, suggestion }) => `  not known here: ${kind} ${what}${of === null ? '' : ` (${of})`}, used ${count} times${suggestion === null ? '' : `; could be read as ${suggestion}`}`),
    ...codebook.otherwise.map(({ kind, id, here, there }) => `  ${kind} ${id} is called “${here}” here and “${there}” there`),
    '',
    'Articles',
    formatTable(counted(preview.articles.map(({ standing }) => ARTICLES[standing]))),
    '',
    'Files',
    formatTable(preview.files.map(row)),
  ]
  const alike = people.flatMap(({ annotator, alike: others }) => others.map((other) => `${annotator.name} and ${other.name} differ only in accents or punctuation. If they are one person: --same "${annotator.name}=${other.name}"`))
  return [...lines, ...(alike.length === 0 ? [] : ['', ...alike]), ...(leftOut.length === 0 ? [] : ['', 'Cannot be taken', ...leftOut.map(({ file, why }) => `  ${file}: ${why}`)])].join('\n')
}

function row({ file, standing, hidden, annotations, changes }: PreviewedFile): string[] {
  const what = hidden ? 'hidden until your own is done' : changes ? `${changes.added} more, ${changes.changed} changed, ${changes.removed} fewer${changes.status ? ', status' : ''}` : annotations === null ? '' : `${annotations} annotations`
  return [`  ${FILES[standing]}`, file, what]
}

function counted(words: readonly string[]): string[][] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].map(([word, count]) => [`  ${word}`, String(count)])
}

const FATES = { added: 'added', replaced: 'replaced', same: 'the same', kept: 'kept what is here', left_out: 'not taken' } as const

export function formatReport({ id, files, codebook }: ImportReport, dir: string): string {
  return [
    formatTable(files.map(({ file, fate, why }) => [`  ${FATES[fate]}`, file, fate === 'kept' && why !== null ? why : ''])),
    ...(codebook === null ? [] : [`The codebook is now version ${codebook.slice(0, 8)}.`]),
    id === null ? 'Nothing was changed.' : `To take it back: concord bundle take-back ${dir} ${id}`,
  ].join('\n')
}
