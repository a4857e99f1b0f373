import type { Environment } from '../../../core/model/environment.ts'
import type { Annotation } from '../../../core/model/annotation.ts'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { SetDiff } from '../../../core/model/gesture.ts'
import { EMPTY_DIFF } from '../../../core/annotating/diff.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { Disk } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'
import { createAnnotationService, type AnnotationService, type AnnotationServiceOptions } from './annotation-service.ts'
import type { SaveStatus, StartTimer } from './save-status.ts'

export const CODEBOOK = 'c'.repeat(64)

/** A clock that goes on by a millisecond whenever it is looked at, and ids that count. */
export function countingEnvironment(from = Date.UTC(2031, 2, 4)): Environment {
  let now = from
  let id = 0
  return {
    now: () => (now += 1),
    random: (count) => {
      id += 1
      return Uint8Array.from({ length: count }, (_, index) => (id / 256 ** (count - 1 - index)) & 0xff)
    },
  }
}

export interface ManualTimer {
  readonly start: StartTimer
  /** Milliseconds asked for by what is waiting. */
  readonly waiting: () => number[]
  /** Lets everything that waits happen now. */
  readonly fire: () => void
}

export function manualTimer(): ManualTimer {
  const timers = new Map<number, { ms: number; act: () => void }>()
  let last = 0
  return {
    start: (ms, act) => {
      const id = (last += 1)
      timers.set(id, { ms, act })
      return () => void timers.delete(id)
    },
    waiting: () => [...timers.values()].map(({ ms }) => ms),
    fire: () => {
      const due = [...timers.values()]
      timers.clear()
      due.forEach(({ act }) => act())
    },
  }
}

/** Articles of every script; offsets are UTF-16. */
export const TEXTS: Readonly<Record<string, string>> = {
  'a.txt': 'Norvia will deliver 40 ambulances 🇰🇪👩‍👩‍👧‍👦 to Estal.\nIt said so.\n',
  'news/b.txt': 'اتفقت الدولتان على هدنة — e\u0301lan\t\u00a0签署了协议。\n',
  'news/deep/c.md': `# שלום\n\n${'x'.repeat(5000)}\n`,
}

export function textOf(texts: Readonly<Record<string, string>>) {
  return async (article: string): Promise<Result<{ text: string; textSha256: string }>> => {
    const text = texts[article]
    if (text === undefined) return fail('article.missing', `${article} is missing.`, 'Put it back.')
    return ok({ text, textSha256: sha256(text) })
  }
}

export interface Rig {
  readonly service: AnnotationService
  readonly timer: ManualTimer
  readonly statuses: SaveStatus[]
  readonly disk: Disk
}

export async function startService(
  disk: Disk,
  options: Partial<AnnotationServiceOptions> & { environment: Environment; texts?: Readonly<Record<string, string>> },
): Promise<Rig> {
  const timer = manualTimer()
  const statuses: SaveStatus[] = []
  unwrap(await disk.makeFolder(options.folder ?? '/project'))
  const service = await createAnnotationService({
    disk,
    folder: '/project',
    projectId: 'p1',
    journalFolder: '/data/journal',
    annotator: { key: 'ines', name: 'Ines' },
    codebookVersion: () => CODEBOOK,
    text: textOf(options.texts ?? TEXTS),
    onStatus: (status) => statuses.push(status),
    startTimer: timer.start,
    ...options,
  })
  if (!service.ok) throw new Error(service.error.message)
  return { service: service.value, timer, statuses, disk }
}

export function anAnnotationAt(
  text: string,
  id: string,
  start: number,
  end: number,
  more: Partial<Annotation> = {},
): Annotation {
  const at = '2031-03-04T09:15:00.000Z'
  return {
    id,
    label: 'pledge',
    fragments: [{ start, end, quote: text.slice(start, end) }],
    prefix: '',
    suffix: '',
    attributes: {},
    created: at,
    modified: at,
    ...more,
  }
}

export function adding(...annotations: Annotation[]): SetDiff {
  return { ...EMPTY_DIFF, annotations: { added: annotations, updated: [], removed: [] } }
}

export function contentOf(set: AnnotationSet) {
  return { annotations: set.annotations, relations: set.relations, state: set.state }
}

export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}
