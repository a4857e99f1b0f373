import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { serialise } from '../model/canonical.ts'
import { codebookSchema } from '../model/codebook.ts'
import { pledgesAndAgreements } from './starter.ts'
import { codebookVersion } from './version.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

describe('codebookVersion', () => {
  it('is the hash of the file, whatever the order of keys in memory', () => {
    const turned = codebookSchema.parse(Object.fromEntries(Object.entries(pledgesAndAgreements).toReversed()))
    const version = codebookVersion(pledgesAndAgreements, sha256)
    expect(version).toBe(sha256(serialise(codebookSchema, pledgesAndAgreements)))
    expect(codebookVersion(turned, sha256)).toBe(version)
  })

  it('changes with every change', () => {
    const changed = { ...pledgesAndAgreements, change: 'one more example' }
    expect(codebookVersion(changed, sha256)).not.toBe(codebookVersion(pledgesAndAgreements, sha256))
  })
})
