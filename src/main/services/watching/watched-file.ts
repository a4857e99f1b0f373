import { articlePathOf } from '../../../core/model/original.ts'

/** What a file of a project is, told by its place. `folder`: of a person. */
export type WatchedFile =
  | { readonly kind: 'set' | 'independent' | 'review' | 'info'; readonly folder: string; readonly article: string }
  | { readonly kind: 'adjudicated' | 'article' | 'original'; readonly article: string }
  | { readonly kind: 'round' | 'project' }

const PEOPLE = { annotations: 'set', independent: 'independent', reviews: 'review', 'article-info': 'info' } as const
const JSON_ENDING = '.json'

/** Folders and files of a project that are watched. Histories and the app's own notes are nobody else's business. */
export const WATCHED = ['concord.json', 'codebook.json', 'codebook', 'articles', 'annotations', 'independent', 'reviews', 'adjudicated', 'rounds', 'article-info', 'originals'] as const

/** `path`: inside the project, with `/`. `null`: nothing that the app has to know of. */
export function watchedFile(path: string): WatchedFile | null {
  if (path.split('/').some((part) => part.startsWith('.'))) return null
  if (path === 'concord.json' || path === 'codebook.json') return { kind: 'project' }
  const [root = '', ...rest] = path.split('/')
  if (root === 'articles') return rest.length > 0 && /\.(txt|md)$/i.test(path) ? { kind: 'article', article: rest.join('/') } : null
  if (!path.endsWith(JSON_ENDING)) return null
  if (root === 'codebook') return rest.length === 1 ? { kind: 'project' } : null
  if (root === 'rounds') return rest.length === 1 ? { kind: 'round' } : null
  const article = (parts: readonly string[]) => parts.join('/').slice(0, -JSON_ENDING.length)
  if (root === 'adjudicated') return rest.length > 0 ? { kind: 'adjudicated', article: article(rest) } : null
  if (root === 'originals') return rest.length > 0 ? { kind: 'original', article: articlePathOf(article(rest)) } : null
  const [folder = '', ...below] = rest
  return isPeopleRoot(root) && below.length > 0 ? { kind: PEOPLE[root], folder: folder.normalize('NFC'), article: article(below) } : null
}

function isPeopleRoot(root: string): root is keyof typeof PEOPLE {
  return Object.hasOwn(PEOPLE, root)
}
