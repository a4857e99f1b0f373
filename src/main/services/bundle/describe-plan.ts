import { alikeTo } from '../../../core/bundle/names.ts'
import type { Annotator } from '../../../core/model/annotation-set.ts'
import type { NamedOtherwise, Unknown } from '../../../core/bundle/unknown.ts'
import type { VersionStanding } from '../../../core/bundle/versions.ts'
import type { ArticleStanding } from './match-articles.ts'
import { compareCodebook, countDiff } from './compare-codebook.ts'
import type { BundleContext } from './context.ts'
import { everybody } from './list-work.ts'
import type { OpenBundle } from './open-bundle.ts'
import type { FileStanding, ImportPlan, PlannedFile } from './plan-import.ts'

export interface PreviewedFile {
  /** Path in the bundle. */
  readonly file: string
  readonly kind: PlannedFile['kind']
  readonly annotator: Annotator | null
  /** Path inside `articles/` here; of the bundle where there is none here. Rounds: the name. */
  readonly about: string
  readonly standing: FileStanding
  readonly own: boolean
  /** Not to be shown yet: no counts, no records. */
  readonly hidden: boolean
  /** Records that come; null where hidden, and of what is no set. */
  readonly annotations: number | null
  readonly status: 'in_progress' | 'done' | null
  /** What taking it would change in the set that is here. */
  readonly changes: { readonly added: number; readonly changed: number; readonly removed: number; readonly status: boolean } | null
}

export interface BundlePreview {
  readonly name: string
  readonly project: { readonly name: string; readonly same: boolean }
  readonly by: Annotator
  readonly created: string
  /** People with work in the bundle. `alike`: who is here under almost the same name, where this one is not. */
  readonly people: readonly { readonly annotator: Annotator; readonly own: boolean; readonly known: boolean; readonly sets: number; readonly alike: readonly Annotator[] }[]
  readonly articles: readonly { readonly path: string; readonly standing: ArticleStanding; readonly here: string | null }[]
  readonly files: readonly PreviewedFile[]
  readonly leftOut: readonly { readonly file: string; readonly why: string }[]
  readonly codebook: {
    readonly standing: VersionStanding
    readonly here: string
    readonly there: string
    readonly name: string | null
    readonly unknown: readonly Unknown[]
    readonly otherwise: readonly NamedOtherwise[]
  }
}

/** What a plan would do, without what whoever imports may not see yet. */
export async function describePlan(context: BundleContext, open: OpenBundle, plan: ImportPlan): Promise<BundlePreview> {
  const { bundle } = open
  const here = await everybody(context)
  const coming = new Map(plan.files.flatMap(({ annotator }) => (annotator ? [[annotator.key, annotator] as const] : [])))
  const isKnown = ({ key }: Annotator) => here.some((person) => person.key === key)
  const { codebook, ...compared } = await compareCodebook(context, open, plan)
  return {
    name: open.name,
    project: { name: bundle.project.name, same: bundle.project.id === context.opened.project.id },
    by: bundle.by,
    created: bundle.created,
    people: [...coming.values()].map((annotator) => ({
      annotator,
      own: annotator.key === context.by.key,
      known: isKnown(annotator),
      sets: plan.files.filter((file) => file.kind === 'set' && file.annotator?.key === annotator.key).length,
      alike: isKnown(annotator) ? [] : alikeTo(annotator, here),
    })),
    articles: plan.articles.map(({ path, standing, target }) => ({ path, standing, here: target })),
    files: plan.files.map(describeFile),
    leftOut: plan.leftOut,
    codebook: { ...compared, name: codebook?.name ?? null },
  }
}

function describeFile(planned: PlannedFile): PreviewedFile {
  const { file, kind, annotator, article, standing, own, hidden } = planned
  const set = planned.kind === 'set' ? planned : null
  const shown = hidden ? null : set
  const about = planned.kind === 'set' ? (article ?? planned.set.article.path) : (planned.name ?? article ?? file)
  return {
    file,
    kind,
    annotator,
    about,
    standing,
    own,
    hidden,
    annotations: shown?.set.annotations.length ?? null,
    status: set?.set.state.status ?? null,
    changes: shown && shown.standing === 'differs' && shown.diff ? countDiff(shown.diff) : null,
  }
}
