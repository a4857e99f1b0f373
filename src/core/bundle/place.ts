/** What a file of a bundle is, by its path, which is the one it has in a project. */
export type BundlePlace =
  | { readonly kind: 'set' | 'independent' | 'review'; readonly folder: string; readonly article: string }
  | { readonly kind: 'codebook'; readonly version: string }
  | { readonly kind: 'round'; readonly id: string }
  | { readonly kind: 'article'; readonly article: string }

const OF_PERSON = { annotations: 'set', independent: 'independent', reviews: 'review' } as const

/** `null`: no kind of file that a bundle can bring. */
export function bundlePlace(path: string): BundlePlace | null {
  const [top = '', folder = '', ...rest] = path.split('/')
  if (rest.length > 0 && isOfPerson(top) && path.endsWith('.json')) {
    return { kind: OF_PERSON[top], folder, article: rest.join('/').slice(0, -'.json'.length) }
  }
  if (top === 'articles' && /\.(txt|md)$/i.test(path)) return { kind: 'article', article: path.slice('articles/'.length) }
  const codebook = /^codebook\/([0-9a-f]{64})\.json$/.exec(path)?.[1]
  if (codebook !== undefined) return { kind: 'codebook', version: codebook }
  const round = /^rounds\/([^/]+)\.json$/.exec(path)?.[1]
  return round === undefined ? null : { kind: 'round', id: round }
}

function isOfPerson(folder: string): folder is keyof typeof OF_PERSON {
  return Object.hasOwn(OF_PERSON, folder)
}
