import { readFile } from 'node:fs/promises'
import type { Browser, CDPSession, Page } from 'playwright'
import type { BenchPage } from '../pages/run.ts'
import type { DesignEntry } from './designs.ts'
import { median, percentile } from './stats.ts'

/** What one fresh page gave; milliseconds, megabytes. */
export interface Sample {
  readonly painted: number
  /** Until the frame that shows the span. */
  readonly add: number | null
  /** Processor time of the main thread in the same while, with whatever it does between the call and the frame. */
  readonly add_cpu: number | null
  /** With all that follows: inspector, list, what the app's own background part answers. */
  readonly add_all: number | null
  readonly scroll_p95: number | null
  readonly memory_mb: number | null
  /** What was given up after the article was shown; empty when nothing was. */
  readonly note: string
}

export interface Effort {
  readonly additions: number
  readonly scrollFrames: number
  /** A page that has not drawn by then is given up, milliseconds. */
  readonly patience: number
}

/** Pixels a frame while scrolling: about four windows a second, faster than one reads and slower than a jump. */
const SCROLL_STEP = 60

export class TooSlow extends Error {}

const NO_WORK: Pick<Sample, 'add' | 'add_cpu' | 'add_all'> = { add: null, add_cpu: null, add_all: null }

/** Opens the article in a page (and a process) of its own and measures everything on it, in the order in which a person does it. */
export async function takeSample(browser: Browser, address: string, design: DesignEntry, size: string, effort: Effort): Promise<Sample> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    const failures: string[] = []
    page.on('pageerror', (error) => failures.push(error.message))
    const query = new URLSearchParams({ module: design.module, variant: design.variant })
    await page.goto(`${address}/page?${query}`)
    await page.waitForFunction(() => 'bench' in window)
    await within(bench(page, 'prepare', `${address}/corpus/${size}`), effort.patience, failures)
    const metrics = await context.newCDPSession(page)
    await metrics.send('Performance.enable', { timeDomain: 'threadTicks' })
    const painted = await within(bench(page, 'painted'), effort.patience, failures)
    // What has been shown counts, also when the page is too slow for all that follows.
    const given: string[] = []
    const orGivenUp = <T>(what: string, work: Promise<T>, ms: number, nothing: T): Promise<T> =>
      within(work, ms, failures).catch((error: unknown) => {
        if (!(error instanceof TooSlow)) throw error
        given.push(`${what} ${error.message}`)
        return nothing
      })
    const work = design.hasSpans ? await orGivenUp('adding', addWork(page, metrics, effort.additions), effort.patience, NO_WORK) : NO_WORK
    const times = given.length > 0 ? [] : await orGivenUp('scrolling', bench(page, 'scroll', effort.scrollFrames, SCROLL_STEP), effort.patience, [])
    if (failures.length > 0) throw new Error(failures[0])
    return {
      painted,
      ...work,
      scroll_p95: times.length > 0 ? percentile(times, 0.95) : null,
      memory_mb: given.length > 0 ? null : await memoryOf(browser, metrics),
      note: given.join('; '),
    }
  } finally {
    // A page that hangs cannot be asked to close.
    await Promise.race([context.close().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 5_000))])
  }
}

function bench<N extends keyof BenchPage>(page: Page, name: N, ...args: Parameters<BenchPage[N]>): Promise<Awaited<ReturnType<BenchPage[N]>>> {
  return page.evaluate(({ name: call, args: given }) => (window.bench[call as N] as (...all: unknown[]) => never)(...given), { name, args })
}

async function within<T>(work: Promise<T>, ms: number, failures: readonly string[]): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const why = () => (failures[0] ? new Error(failures[0]) : new TooSlow(`did not finish in ${Math.round(ms / 1000)} s`))
    timer = setTimeout(() => reject(why()), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
    work.catch(() => undefined)
  }
}

interface Work {
  readonly shown: number
  readonly cpu: number
  readonly all: number
}

/**
 * What adding a span costs beyond frames in which nothing happens; milliseconds. `add`: time of the main thread until the
 * frame that shows it; `add_cpu`: its processor time until then; `add_all`: processor time with everything that follows.
 */
async function addWork(page: Page, metrics: CDPSession, additions: number): Promise<Pick<Sample, 'add' | 'add_cpu' | 'add_all'>> {
  await bench(page, 'middle')
  const work = async (index: number | null): Promise<Work> => {
    const before = await taskTime(metrics)
    const shown = await bench(page, 'add', index)
    const cpu = (await taskTime(metrics)) - before
    await bench(page, 'settled')
    const all = (await taskTime(metrics)) - before
    if (index !== null && !(await bench(page, 'isAdded', index))) throw new Error('the added span is not on the page')
    return { shown, cpu, all }
  }
  const idle: Work[] = []
  const added: Work[] = []
  for (let index = 0; index < additions; index += 1) {
    idle.push(await work(null))
    added.push(await work(index))
  }
  const beyond = (which: keyof Work): number | null => {
    const [rest, whole] = [median(idle.map((one) => one[which])), median(added.map((one) => one[which]))]
    return rest === null || whole === null ? null : Math.max(0, whole - rest)
  }
  return { add: beyond('shown'), add_cpu: beyond('cpu'), add_all: beyond('all') }
}

async function taskTime(metrics: CDPSession): Promise<number> {
  const { metrics: values } = await metrics.send('Performance.getMetrics')
  return (values.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

/** Memory of the page's own process that nothing else shares, after garbage is collected; Linux only. */
async function memoryOf(browser: Browser, metrics: CDPSession): Promise<number | null> {
  await metrics.send('HeapProfiler.collectGarbage')
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => anonymousMemory(id))
  const known = (await Promise.all(sizes)).filter((size) => size !== null)
  // Others are spare, and empty.
  return known.length > 0 ? Math.max(...known) : null
}

async function anonymousMemory(pid: number): Promise<number | null> {
  try {
    const match = /RssAnon:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))
    return match ? Number(match[1]) / 1024 : null
  } catch {
    return null
  }
}
