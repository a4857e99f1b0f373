import type { Annotator } from '../../../core/model/annotation-set.ts'
import type { Environment } from '../../../core/model/environment.ts'
import type { ArticleStore } from '../articles/article-store.ts'
import type { Disk } from '../disk/disk.ts'
import type { OpenedProject } from '../project/read-project.ts'

/** The project that a bundle is made from or taken into. What is on disk counts: whoever calls writes what is pending first. */
export interface BundleContext {
  readonly disk: Disk
  readonly environment: Environment
  readonly opened: OpenedProject
  /** Scanned. */
  readonly articles: ArticleStore
  /** Whoever exports or imports. */
  readonly by: Annotator
  /** Whether `by` may see what others did on this article (path inside `articles/`). */
  readonly maySee: (article: string) => boolean
}
