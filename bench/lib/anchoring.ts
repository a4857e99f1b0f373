import { seeded } from '../../src/core/agreement/random.ts'
import { editKinds, type EditKind } from '../../src/core/anchoring/testing/edits.ts'
import { trial, type Fared } from '../../src/core/anchoring/testing/trial.ts'
import { describeMachine, ownVersion } from './machine.ts'
import { table } from './table.ts'

interface Row {
  readonly edit: EditKind | 'all'
  readonly annotations: number
  /** Of them, those whose words are all there as they were. */
  readonly unchanged: number
  readonly placed: number
  readonly asked: number
  readonly wrong: number
}

/** Annotations on articles that are then edited, with the truth known to the letter: how many are placed without asking, and how many of those wrongly. */
export function anchoring({ json, quick, seed }: { readonly json: boolean; readonly quick: boolean; readonly seed: number }): void {
  const wanted = quick ? 2_000 : 10_000
  const rows: Row[] = []
  const fared = run(seed, wanted)
  for (const edit of [...editKinds, 'all'] as const) rows.push(rowOf(edit, edit === 'all' ? fared : fared.filter(({ kind }) => kind === edit)))
  const machine = describeMachine()
  const versions = { concord: ownVersion(), node: process.versions.node }
  if (json) return void process.stdout.write(`${JSON.stringify({ versions, machine, seed, rows }, null, 2)}\n`)
  const cells = rows.map(({ edit, annotations, unchanged, placed, asked, wrong }) => [
    edit, annotations.toLocaleString('en'), unchanged.toLocaleString('en'), placed.toLocaleString('en'), percent(placed, annotations), percent(placed, unchanged), asked.toLocaleString('en'), String(wrong),
  ])
  process.stdout.write(`${table(['edit', 'annotations', 'words unchanged', 'placed', 'of all', 'of unchanged', 'asked', 'wrong'], cells)}\n\nseed ${seed}; Concord ${versions.concord}, Node ${versions.node}\n`)
}

function run(seed: number, wanted: number): Fared[] {
  const random = seeded(seed)
  const fared: Fared[] = []
  for (let made = 0; fared.length < wanted; made += 1) fared.push(...trial(random, editKinds[made % editKinds.length] ?? 'typos').fared)
  return fared.slice(0, wanted)
}

function rowOf(edit: Row['edit'], fared: readonly Fared[]): Row {
  const placed = fared.filter(({ outcome }) => outcome !== 'asked').length
  return {
    edit,
    annotations: fared.length,
    unchanged: fared.filter(({ truth }) => truth === 'same').length,
    placed,
    asked: fared.length - placed,
    wrong: fared.filter(({ wrong }) => wrong).length,
  }
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
}
