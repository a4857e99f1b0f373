import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { concord } from './testing.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'concord-convert-'))
  writeFileSync(join(folder, 'a.txt'), '🚑 Norvia agreed.\n')
  writeFileSync(join(folder, 'a.ann'), 'T1\tActor 2 8\tNorvia\nT2\tAgreement 9 15\tagreed\nA1\tMood T2 sure\nR1\tby Arg1:T2 Arg2:T1\n')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('concord convert', () => {
  it('turns one format into another and back, and says what the other cannot hold', async () => {
    const out = await concord(folder, 'convert', '.', '--from', 'brat', '--to', 'doccano-jsonl', '--shape', 'entities', '--out', 'doccano', '--json')
    expect(out.stderr).toBe('')
    expect(out.code).toBe(0)
    expect(JSON.parse(out.stdout)).toMatchObject({ ok: true, from: ['brat'], to: 'doccano-jsonl', verified: true, documents: 1, annotations: 2, relations: 1, losses: expect.arrayContaining([expect.objectContaining({ kind: 'attributes', count: 1 })]) })
    expect(readFileSync(join(folder, 'doccano/all.jsonl'), 'utf8')).toContain('{"id":1,"label":"Actor","start_offset":3,"end_offset":9}')
    const back = await concord(folder, 'convert', 'doccano/all.jsonl', '--to', 'brat', '--out', 'back')
    expect(back.code).toBe(0)
    expect(back.stdout).toContain('read as doccano-jsonl')
    expect(readFileSync(join(folder, 'back/a.ann'), 'utf8')).toBe('T1\tActor 2 8\tNorvia\nT2\tAgreement 9 15\tagreed\nR1\tby Arg1:T2 Arg2:T1\n')
  })

  it('names what it could not take, offers the repair, and does it when asked', async () => {
    writeFileSync(join(folder, 'a.ann'), 'T1\tActor 3 9\tNorvia\n')
    const wrong = await concord(folder, 'convert', '.', '--to', 'spacy-jsonl', '--out', 'wrong')
    expect(wrong.code).toBe(1)
    expect(wrong.stderr).toContain('a.ann:1: annotation T1 was not taken: the text at 3 9 is "orvia ", the line says "Norvia"')
    expect(wrong.stdout).toContain('as UTF-16 units 1 would fit (--repair utf16)')
    const right = await concord(folder, 'convert', '.', '--from', 'brat', '--to', 'spacy-jsonl', '--out', 'right', '--repair', 'utf16')
    expect(right.code).toBe(0)
    expect(readFileSync(join(folder, 'right/annotations.jsonl'), 'utf8')).toContain('"spans":[{"start":2,"end":8,"label":"Actor"}]')
  })

  it.each([
    [['--to', 'brat'], '--out is missing'],
    [['--out', 'x'], '--to is missing'],
    [['--to', 'nothing', '--out', 'x'], 'There is no format "nothing"'],
    [['--to', 'spacy-jsonl', '--shape', 'round', '--out', 'x'], '--shape is not "round"'],
    [['--to', 'brat', '--out', 'x', '--repair', 'no'], '--repair is not "no"'],
    [['--to', 'brat', '--out', '.', '--from', 'brat'], 'a.txt is there already'],
  ])('refuses %j', async (args, words) => {
    const { code, stderr } = await concord(folder, 'convert', '.', ...args)
    expect(code).toBe(1)
    expect(stderr).toContain(words)
  })
})
