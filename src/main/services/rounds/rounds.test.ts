import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Round } from '../../../core/model/round.ts'
import { nodeDisk } from '../disk/disk.ts'
import { unwrap } from '../sets/testing.ts'
import { temporaryFolders } from '../testing/temporary-folder.ts'
import { createRounds } from './rounds.ts'
import { addRound, closeRound, removeRound } from './write-round.ts'

const aFolder = temporaryFolders()
const round: Round = {
  format: 'concord/round',
  version: 1,
  id: 'r1',
  name: 'First',
  kind: 'training',
  created: '2031-03-04T09:15:00.000Z',
  by: { key: 'ines', name: 'Ines' },
  annotators: [{ key: 'ines', name: 'Ines' }],
  overlap: { share: 0, coders: 1, seed: 7 },
  assignments: [{ article: 'news/é.txt', annotators: ['ines'] }],
}

describe('rounds on disk', () => {
  it('are written, closed, opened again and taken away', async () => {
    const folder = await aFolder()
    const rounds = createRounds(nodeDisk, folder)
    unwrap(await addRound(nodeDisk, folder, round))
    expect([await rounds.load(), rounds.all()]).toEqual([[], [round]])
    expect(await addRound(nodeDisk, folder, round)).toMatchObject({ ok: false, error: { code: 'file.changed' } })
    unwrap(await closeRound(nodeDisk, folder, 'r1', '2031-04-04T09:15:00.000Z'))
    await rounds.load()
    expect(rounds.all()).toEqual([{ ...round, closed: '2031-04-04T09:15:00.000Z' }])
    unwrap(await closeRound(nodeDisk, folder, 'r1', undefined))
    await rounds.load()
    expect(rounds.all()).toEqual([round])
    unwrap(await removeRound(nodeDisk, folder, 'r1'))
    await rounds.load()
    expect(rounds.all()).toEqual([])
    expect(await removeRound(nodeDisk, folder, 'r1')).toMatchObject({ ok: false, error: { code: 'round.gone' } })
  })

  it('that are damaged are named and left, and ids lead nowhere else', async () => {
    const folder = await aFolder()
    unwrap(await addRound(nodeDisk, folder, round))
    await writeFile(join(folder, 'rounds', 'bad.json'), '{')
    const rounds = createRounds(nodeDisk, folder)
    expect(await rounds.load()).toMatchObject([{ file: 'rounds/bad.json' }])
    expect(rounds.all()).toEqual([round])
    expect(await removeRound(nodeDisk, folder, '../concord')).toMatchObject({ ok: false, error: { code: 'path.outside' } })
  })
})
