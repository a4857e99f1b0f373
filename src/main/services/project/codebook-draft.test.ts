import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeDisk } from '../disk/disk.ts'
import { temporaryFolders } from '../testing/temporary-folder.ts'
import { keepDraft, keptDraft } from './codebook-draft.ts'

const folder = temporaryFolders()

describe('the kept draft of a codebook', () => {
  it('is there again until it is let go of', async () => {
    const path = join(await folder(), 'drafts', 'one.json')
    expect(await keptDraft(nodeDisk, path)).toEqual({ ok: true, value: null })
    expect(await keepDraft(nodeDisk, path, null)).toEqual({ ok: true, value: null })
    await keepDraft(nodeDisk, path, 'وعد 👩‍👩‍👧‍👦')
    await keepDraft(nodeDisk, path, 'وعد 👩‍👩‍👧‍👦, later')
    expect(await keptDraft(nodeDisk, path)).toEqual({ ok: true, value: 'وعد 👩‍👩‍👧‍👦, later' })
    await keepDraft(nodeDisk, path, null)
    expect(await keptDraft(nodeDisk, path)).toEqual({ ok: true, value: null })
  })
})
