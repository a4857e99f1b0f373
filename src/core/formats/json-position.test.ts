import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineOfPath, lineOfSyntaxError } from './json-position.ts'

const set = `{
  "annotations": [
    { "id": "a", "fragments": [] },
    {
      "id": "b \\" { [ 👩‍👩‍👧‍👦",
      "fragments": [
        { "start": 1 }
      ]
    }
  ],
  "annotations ": 1
}
`

describe('lineOfPath', () => {
  it('finds the line where a value starts', () => {
    expect(lineOfPath(set, [])).toBe(1)
    expect(lineOfPath(set, ['annotations', 0, 'id'])).toBe(3)
    expect(lineOfPath(set, ['annotations', 1])).toBe(4)
    expect(lineOfPath(set, ['annotations', 1, 'fragments', 0, 'start'])).toBe(7)
    expect(lineOfPath(set, ['annotations '])).toBe(11)
  })

  it('names the nearest value around one that is missing', () => {
    expect(lineOfPath(set, ['annotations', 1, 'label'])).toBe(4)
    expect(lineOfPath(set, ['annotations', 7])).toBe(2)
  })

  it('agrees with a text of one value on each line', () => {
    fc.assert(
      fc.property(fc.array(fc.json({ maxDepth: 2 }), { minLength: 1 }), fc.nat(), (values, pick) => {
        const index = pick % values.length
        const text = `[\n${values.map((value) => JSON.stringify(JSON.parse(value))).join(',\n')}\n]`
        expect(lineOfPath(text, [index])).toBe(index + 2)
      }),
    )
  })
})

describe('lineOfSyntaxError', () => {
  it('accepts exactly what JSON.parse accepts', () => {
    const nearly = fc.oneof(
      fc.json(),
      fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '1', '-', 'e', '.', 't', ' ', '\\') }),
    )
    fc.assert(
      fc.property(nearly, (text) => {
        let valid = true
        try {
          JSON.parse(text)
        } catch {
          valid = false
        }
        expect(lineOfSyntaxError(text) === null).toBe(valid)
      }),
      { numRuns: 500 },
    )
  })

  it('names the line', () => {
    expect(lineOfSyntaxError('{\n  "a": 1\n  "b": 2\n}')).toBe(3)
    expect(lineOfSyntaxError('{\n  "a": 1,\n  "b": ')).toBe(3)
    expect(lineOfSyntaxError('<<<<<<< HEAD\n{}')).toBe(1)
    expect(lineOfSyntaxError('{}\n\nmore')).toBe(3)
  })
})
