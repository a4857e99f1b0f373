import { describe, expect, it } from 'vitest'
import type { Progress } from '../model/annotation-set.ts'
import type { Round } from '../model/round.ts'
import { assignedRound } from './assigned.ts'
import { progressOfRound } from './progress.ts'

const round: Round = {
  format: 'concord/round',
  version: 1,
  id: 'r1',
  name: 'First',
  kind: 'main',
  created: '2031-03-04T09:15:00.000Z',
  by: { key: 'ines', name: 'Ines' },
  annotators: [{ key: 'ines', name: 'Ines' }, { key: 'zoe', name: 'Zoe' }],
  overlap: { share: 0.5, coders: 2, seed: 1 },
  assignments: [
    { article: 'a', annotators: ['ines', 'zoe'] },
    { article: 'b', annotators: ['ines', 'zoe'] },
    { article: 'c', annotators: ['ines'] },
    { article: 'd', annotators: ['zoe'] },
  ],
}

describe('progressOfRound', () => {
  it('counts what is done by everybody who was given it', () => {
    const states: Record<string, Progress> = { 'ines a': 'done', 'zoe a': 'nothing_to_mark', 'ines b': 'done', 'zoe b': 'in_progress', 'zoe d': 'done' }
    expect(progressOfRound(round, (annotator, article) => states[`${annotator} ${article}`] ?? 'not_started')).toEqual({
      annotators: [
        { annotator: 'ines', assigned: 3, started: 0, done: 2 },
        { annotator: 'zoe', assigned: 3, started: 1, done: 2 },
      ],
      articles: 4,
      done: 2,
      overlap: 2,
      overlapDone: 1,
    })
  })
})

describe('assignedRound', () => {
  it('names the first open round that gives an article to somebody', () => {
    const second = { ...round, name: 'Second', assignments: [{ article: 'e', annotators: ['ines'] }, { article: 'a', annotators: ['ines'] }] }
    const rounds = [round, second]
    expect(['a', 'd', 'e'].map((article) => assignedRound(rounds, 'ines', article))).toEqual(['First', null, 'Second'])
    expect(assignedRound([{ ...round, closed: '2031-03-05T09:15:00.000Z' }, second], 'ines', 'a')).toBe('Second')
    expect(assignedRound(rounds, 'max', 'a')).toBeNull()
  })
})
