/** One way to show the article, and how the bench gets at it. */
export interface DesignEntry {
  readonly id: string
  /** What the table says. */
  readonly name: string
  /** Module in `pages/`, and what its page is told. */
  readonly module: string
  readonly variant: string
  /** Package and version file that the table names; null for our own and for plain text. */
  readonly versionOf: string | null
  readonly hasSpans: boolean
  /** The largest size at which it is tried; larger ones took minutes. */
  readonly upTo: '100kb' | '1mb' | '5mb'
  /** Not part of `--quick`. */
  readonly slow: boolean
  /** Not run, and why. */
  readonly skipped: string
}

const entry = (id: string, name: string, module: string, more: Partial<DesignEntry> = {}): DesignEntry => ({
  id, name, module, variant: '', versionOf: null, hasSpans: true, upTo: '5mb', slow: false, skipped: '', ...more,
})
const recogito = (version: 3 | 4, variant: string, name: string): DesignEntry =>
  entry(`recogito-${version}-${variant}`, `Recogito ${version}, ${name}`, `peers/recogito-${version}.ts`, {
    variant, versionOf: version === 3 ? 'recogito-3' : '@recogito/text-annotator', upTo: '1mb', slow: true,
  })

export const designs: readonly DesignEntry[] = [
  entry('concord', 'Concord, the whole window', 'designs/concord.tsx'),
  entry('plain', 'plain paragraphs, no spans', 'designs/plain.ts', { hasSpans: false }),
  entry('plain-groups', 'plain paragraphs in content-visibility groups, no spans', 'designs/plain.ts', { variant: 'groups', hasSpans: false }),
  entry('highlights-all', 'plain paragraphs, CSS highlights for all spans', 'designs/all-highlights.ts'),
  entry('codemirror', 'CodeMirror 6, mark decorations', 'peers/codemirror.ts', { versionOf: '@codemirror/view' }),
  entry('lexical-marks', 'Lexical, MarkNodes', 'peers/lexical.ts', { variant: 'marks', versionOf: 'lexical' }),
  entry('lexical-highlights', 'Lexical, CSS highlights for all spans', 'peers/lexical.ts', { variant: 'highlights', versionOf: 'lexical' }),
  recogito(3, 'spans', 'spans'),
  recogito(3, 'canvas', 'canvas'),
  recogito(3, 'css', 'CSS highlights'),
  recogito(4, 'spans', 'spans'),
  recogito(4, 'css', 'CSS highlights'),
  entry('v-annotator', 'doccano’s v-annotator', 'peers/v-annotator.ts', { versionOf: 'v-annotator', upTo: '1mb', slow: true }),
  entry('label-studio', 'Label Studio’s front end', '', { skipped: 'an app of its own; in an earlier series it took 105 s to show 1 MB' }),
]
