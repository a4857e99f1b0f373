import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitConflict } from './markers.ts'

const line = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[\n\r]/.test(text) && !/^([<|=>])\1{6}/.test(text))
const lines = fc.array(line, { maxLength: 4 })

describe('a file with the marks of an unfinished merge', () => {
  it('is two whole texts', () => {
    fc.assert(
      fc.property(lines, fc.array(fc.record({ ours: lines, theirs: lines, ancestor: fc.option(lines), after: lines }), { minLength: 1, maxLength: 4 }), (before, hunks) => {
        const text = [
          ...before,
          ...hunks.flatMap(({ ours, theirs, ancestor, after }) => ['<<<<<<< HEAD', ...ours, ...(ancestor ? ['||||||| 1a2b3c', ...ancestor] : []), '=======', ...theirs, '>>>>>>> colleague', ...after]),
        ].join('\n')
        const side = (of: 'ours' | 'theirs') => [...before, ...hunks.flatMap((hunk) => [...hunk[of], ...hunk.after])].join('\n')
        expect(splitConflict(text)).toEqual({ ours: side('ours'), theirs: side('theirs') })
      }),
    )
  })

  it.each(['{"a": 1}', '<<<<<<< HEAD\na\n', '=======\n', '<<<<<<< a\n<<<<<<< b\n=======\n>>>>>>> c', '<<<<<<< HEAD\na\n>>>>>>> b', '"<<<<<<< quoted"'])('is nothing of the kind: %j', (text) => {
    expect(splitConflict(text)).toBeNull()
  })
})
