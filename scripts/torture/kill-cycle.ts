import { rm } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Running } from '../../e2e/fixtures/launch-app-main.ts'
import { annotate, articleShown, type Random } from './annotator.ts'
import { ended, startApp } from './app.ts'
import { lookAtDisk } from './disk.ts'
import { chooseVictim, killAtOnce, processesOf, processesWith, type Victim } from './processes.ts'
import { createRecord, sameWork, type Judgement, type Record } from './record.ts'
import { seenNow, watchWindow } from './watch.ts'

/** One app, one project, killed again and again. */
export interface Bench {
  readonly userData: string
  readonly folder: string
  readonly random: Random
  running: Running | null
  /** The window at hand. */
  page: Page | null
  readonly record: Record
}

export interface Outcome extends Judgement {
  readonly victim: Victim
  readonly damaged: readonly string[]
  /** Gestures that were not in the project's files at the kill and are there after the start. */
  readonly recovered: boolean
  /** Something was put back, and the window said so in words. */
  readonly told: boolean
  /** The window did not come back by itself. */
  readonly stuck: boolean
}

/** Milliseconds that the annotator works before the kill. */
const SHORTEST_WORK = 500
const LONGEST_WORK = 8000
const PUT_BACK = 'had not been saved when Concord last stopped. They were put back.'

export async function makeBench(userData: string, folder: string, random: Random): Promise<Bench> {
  const { work } = await lookAtDisk(folder)
  return { userData, folder, random, running: null, page: null, record: createRecord(work) }
}

/** Starts what does not run, lets the annotator work, kills at a random moment, starts again, and looks. */
export async function killOnce(bench: Bench): Promise<Outcome> {
  const { random, record } = bench
  bench.running ??= await start(bench)
  const { running } = bench
  const victim = chooseVictim(random())
  const found = processesOf(running)
  // In Electron main is the browser.
  const target = found.find((one) => one.victim === victim) ?? found.find((one) => one.victim === 'main')
  const page = bench.page ?? running.page
  let killed = 0
  const late = new Promise<void>((resolve) => setTimeout(resolve, SHORTEST_WORK + random() * (LONGEST_WORK - SHORTEST_WORK)))
  const strike = late.then(() => {
    killed = Date.now()
    return target !== undefined && killAtOnce(target.pid)
  })
  const failed = await Promise.race([annotate(page, record, random).catch((error: unknown) => error), strike.then(() => null)])
  if (!(await strike)) throw new Error('There was nothing to kill.')
  if (failed !== null && Date.now() - killed > 2000) throw failed instanceof Error ? failed : new Error(String(failed))
  return victim === 'renderer' && target?.victim === 'renderer' ? afterRenderer(bench, victim, killed) : afterMain(bench, target?.victim ?? 'main', killed)
}

/** Main lives: it offers the window anew, and the person takes it. */
async function afterRenderer(bench: Bench, victim: Victim, killed: number): Promise<Outcome> {
  const { running, record } = bench
  if (running === null) throw new Error('nothing runs')
  const page = await anotherPage(running, bench.page ?? running.page)
  // A window that does not come back is closed and the app started again, as a person would.
  if (page === null) {
    running.process.kill('SIGKILL')
    return { ...(await afterMain(bench, victim, killed)), stuck: true }
  }
  await watch(bench, page)
  await running.evaluate(putAnswerAgain, undefined)
  await saysSaved(page)
  const { work, damaged } = await lookAtDisk(bench.folder)
  return { ...record.judge(work, killed), victim, damaged, recovered: false, told: false, stuck: false }
}

async function afterMain(bench: Bench, victim: Victim, killed: number): Promise<Outcome> {
  const { running, record } = bench
  if (running === null) throw new Error('nothing runs')
  if (!(await ended(running, 15_000))) running.process.kill('SIGKILL')
  await running.detach()
  const left = await lookAtDisk(bench.folder)
  bench.running = null
  bench.running = await start(bench)
  const { page } = bench.running
  const { work, damaged } = await lookAtDisk(bench.folder)
  const recovered = !sameWork(left.work, work)
  const told = recovered && (await page.getByText(PUT_BACK).first().waitFor({ timeout: 5000 }).then(() => true, () => false))
  return { ...record.judge(work, killed), victim, damaged: [...new Set([...left.damaged, ...damaged])], recovered, told, stuck: false }
}

async function start(bench: Bench): Promise<Running> {
  const running = await startPatiently(bench)
  await running.page.locator('.reading-text').waitFor({ timeout: 120_000 })
  await watch(bench, running.page)
  return running
}

/** A machine with other work may be too busy to show a window in time: that says nothing of the app. */
async function startPatiently({ userData, folder }: Bench): Promise<Running> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startApp(userData, folder)
    } catch (error) {
      processesWith(`--user-data-dir=${userData}`).forEach(killAtOnce)
      if (attempt === 5) throw error
      process.stderr.write(`The app was not there in time; again.\n`)
      await new Promise((resolve) => setTimeout(resolve, 3000))
    }
  }
}

async function watch(bench: Bench, page: Page): Promise<void> {
  if (bench.page === page) return
  bench.page = page
  await watchWindow(page, ({ article, marked, saved }) => {
    const name = articleShown(article)
    if (saved && name !== null) bench.record.saw(name, marked)
  })
}

/** The window that shows the article again: a new one on the host, the same one in Electron. */
async function anotherPage(running: Running, before: Page): Promise<Page | null> {
  for (const until = Date.now() + 90_000; Date.now() < until; ) {
    for (const page of running.page.context().pages()) {
      const isAnother = page !== before || before.isClosed()
      const shows = isAnother && (await page.locator('.reading-text').isVisible().catch(() => false))
      if (shows) return page
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return null
}

async function saysSaved(page: Page): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if ((await seenNow(page).catch(() => null))?.saved) return
    await page.waitForTimeout(50)
  }
  throw new Error('It never said Saved.')
}

/** Runs in main. The name is its own: only its text gets there. */
function putAnswerAgain(): void {
  const desk = Reflect.get(globalThis, 'concordTestDesk') as { answers: { kind: string; value: unknown }[] }
  desk.answers.push({ kind: 'message', value: 0 })
}

/** Ends what runs and takes its folders away. */
export async function clearBench(bench: Bench): Promise<void> {
  if (bench.running !== null) {
    bench.running.process.kill('SIGKILL')
    await ended(bench.running, 15_000)
    await bench.running.detach()
  }
  await rm(bench.userData, { recursive: true, force: true, maxRetries: 5 })
}
