import type { Page } from '@playwright/test'
import { Reading } from '../../e2e/screens/reading.ts'
import { wordsOf, type Record, type Work } from './record.ts'
import { seenNow } from './watch.ts'

export type Random = () => number

export const ARTICLES = 3
const WORDS = 30

export const articleName = (article: number): string => `talks-${article}.txt`
const wordOf = (article: number, word: number): string => `${article}w${String(word).padStart(3, '0')}`

/** Six words to a paragraph, every word in the project there once. */
export function articleText(article: number): string {
  const words = Array.from({ length: WORDS }, (_, word) => wordOf(article, word))
  const paragraphs = Array.from({ length: WORDS / 6 }, (_, row) => `${words.slice(row * 6, row * 6 + 6).join(' and ')}.`)
  return `Talks ${article}\n\n${paragraphs.join('\n\n')}\n`
}

/** The article that a window shows, by its heading. */
export function articleShown(title: string): string | null {
  const number = /^Talks (\d+)/.exec(title)?.[1]
  return number === undefined ? null : articleName(Number(number))
}

const LABELS = { p: 'pledge', r: 'refusal', a: 'agreement' } as const

interface Hand {
  readonly page: Page
  readonly reading: Reading
  readonly record: Record
  readonly random: Random
}

/** Works with mouse and keyboard until the app is taken away: marks, writes notes, deletes, takes back, goes on, and now and then waits. */
export async function annotate(page: Page, record: Record, random: Random): Promise<never> {
  const hand: Hand = { page, reading: new Reading(page), record, random }
  page.setDefaultTimeout(20_000)
  for (;;) {
    const article = articleShown((await seenNow(page))?.article ?? '')
    if (article === null) continue
    const what = random()
    if (what < 0.55) await mark(hand, article)
    else if (what < 0.68) await markWithNote(hand, article)
    else if (what < 0.78) await remove(hand, article)
    else if (what < 0.88) await markAndTakeBack(hand, article)
    else if (what < 0.93) await nextArticle(hand)
    else await untilSaved(hand)
  }
}

async function mark({ page, reading, record, random }: Hand, article: string): Promise<string | null> {
  const word = freeWord(record.now(), article, random)
  if (word === null) return null
  const key = pick(['p', 'r', 'a'] as const, random)
  await reading.drag(word)
  const made = `${LABELS[key]}: ${word}`
  record.begin(changed(record.now(), article, (records) => [...records, made]))
  await page.keyboard.press(key)
  record.finish(Date.now())
  return made
}

async function markWithNote(hand: Hand, article: string): Promise<void> {
  const { page, record } = hand
  const made = await mark(hand, article)
  if (made === null) return
  const field = page.getByRole('complementary', { name: 'Inspector' }).getByRole('textbox', { name: 'Note' })
  await field.waitFor()
  const noted = `${made} (look at this again)`
  record.begin(changed(record.now(), article, (records) => records.map((one) => (one === made ? noted : one))))
  await field.fill('look at this again')
  record.finish(Date.now())
}

async function markAndTakeBack(hand: Hand, article: string): Promise<void> {
  const before = hand.record.now()
  if ((await mark(hand, article)) === null) return
  await hand.reading.surface.focus()
  hand.record.begin(before)
  await hand.page.keyboard.press('Control+z')
  // Taking back is asked of main: the window shows it when it is done.
  await shows(hand, article)
  hand.record.finish(Date.now())
}

async function remove(hand: Hand, article: string): Promise<void> {
  const { page, reading, record, random } = hand
  const there = record.now().get(article) ?? []
  if (there.length === 0) return
  const gone = pick(there, random)
  await reading.click(wordsOf(gone))
  record.begin(changed(record.now(), article, (records) => records.filter((one) => one !== gone)))
  await page.keyboard.press('Delete')
  record.finish(Date.now())
}

async function nextArticle({ page, reading, random }: Hand): Promise<void> {
  await reading.surface.focus()
  await page.keyboard.press(random() < 0.5 ? 'Control+PageDown' : 'Control+PageUp')
  await page.waitForTimeout(80)
}

/** As a careful person: looks up until it says Saved. */
async function untilSaved(hand: Hand): Promise<void> {
  const article = articleShown((await seenNow(hand.page))?.article ?? '')
  if (article === null) return
  await shows(hand, article, true)
  hand.record.allSaved()
}

/** Waits until the window shows what was done. */
async function shows({ page, record }: Hand, article: string, saved = false): Promise<void> {
  const wanted = JSON.stringify((record.now().get(article) ?? []).map(wordsOf).toSorted())
  for (;;) {
    const seen = await seenNow(page)
    if (seen && JSON.stringify(seen.marked) === wanted && (seen.saved || !saved)) return
    await page.waitForTimeout(20)
  }
}

function freeWord(work: Work, article: string, random: Random): string | null {
  const number = Number(/\d+/.exec(article)?.[0])
  const taken = new Set((work.get(article) ?? []).map(wordsOf))
  const free = Array.from({ length: WORDS }, (_, word) => wordOf(number, word)).filter((word) => !taken.has(word))
  return free.length === 0 ? null : pick(free, random)
}

function changed(work: Work, article: string, change: (records: readonly string[]) => readonly string[]): Work {
  return new Map([...work, [article, change(work.get(article) ?? []).toSorted()]])
}

function pick<T>(all: readonly T[], random: Random): T {
  const one = all[Math.floor(random() * all.length)]
  if (one === undefined) throw new Error('nothing to choose from')
  return one
}
