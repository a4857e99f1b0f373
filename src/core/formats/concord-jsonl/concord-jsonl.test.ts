import { describe, expect, it } from 'vitest'
import type { SourceFile } from '../adapter.ts'
import { ADAPTERS } from '../adapters.ts'
import { readSources, withTexts } from '../read-sources.ts'
import { encodeText } from '../source-text.ts'
import { checkHonesty, checkRobustness } from '../testing/check-adapter.ts'
import { jsonl } from './adapter.ts'

const record = (id: string, quote: string, start: number, more = {}) => JSON.stringify({ id, article: 'talks/a.txt', annotator: 'Ines', label: 'pledge', start, end: start + quote.length, start_utf16: start, end_utf16: start + quote.length, quote, attributes: {}, created: '2031-03-04T09:15:00.000Z', modified: '2031-03-04T09:15:00.000Z', ...more })
const file = (path: string, text: string): SourceFile => ({ path, bytes: encodeText(text) })

describe('Concord JSON Lines as a format among others', () => {
  it('takes links as relations, and the texts from the files beside', () => {
    const lines = [record('1', 'Norvia', 0, { attributes: { condition: { state: 'decided', value: ['2'] } } }), record('2', 'agreed', 7), record('3', 'wrong', 0)]
    const read = readSources([file('x.jsonl', `${lines.join('\n')}\n`), file('talks/a.txt', 'Norvia agreed.')], ADAPTERS, null, {})
    if (!read.ok) throw new Error(read.error.message)
    const refused = [...read.value.refused]
    const [document] = withTexts(read.value.documents, refused)
    expect(document).toMatchObject({ name: 'talks/a.txt', text: 'Norvia agreed.', sets: [{ annotator: 'Ines', annotations: [{ id: '1' }, { id: '2' }], relations: [{ type: 'condition', from: { annotation: '1' }, to: { annotation: '2' } }] }] })
    expect(refused).toEqual([{ file: 'talks/a.txt', line: null, what: 'annotation 3', why: 'its quote is not what stands at its place' }])
  })

  it('loses nothing without reporting it, and answers any bytes with a result', () => {
    checkHonesty(jsonl)
    checkRobustness(jsonl, [file('x.jsonl', `${record('1', 'Norvia', 0)}\n`)])
  })
})
