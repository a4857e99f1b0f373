import { describe, expect, it } from 'vitest'
import { tryFixtures } from '../../../../scripts/formats/fixtures.ts'
import type { ParseOptions, SourceFile } from '../adapter.ts'
import { toSource } from '../round-trip.ts'
import { encodeText } from '../source-text.ts'
import { checkHonesty, checkRobustness } from '../testing/check-adapter.ts'
import { SCHEME } from '../testing/interchange.ts'
import { labelStudio } from './adapter.ts'
import { htmlText } from './html-text.ts'

const TEXT = '🚑 Norvia agreed.\r\nKenya too.'
const file = (value: unknown, path = 'tasks.json'): SourceFile => ({ path, bytes: encodeText(typeof value === 'string' ? value : JSON.stringify(value)) })
const region = (id: string | number, start: number, end: number, text: string, label = 'Org') => ({ id, from_name: 'label', to_name: 'text', type: 'labels', value: { start, end, text, labels: [label] } })
const choice = (id: string | undefined, from: string, choices: string[], place = {}) => ({ ...(id !== undefined && { id }), from_name: from, to_name: 'text', type: 'choices', value: { ...place, choices } })

function read(results: readonly unknown[], options: ParseOptions = {}, config?: string) {
  const task = [{ id: 4, data: { text: TEXT, source: 'x' }, annotations: [{ id: 1, completed_by: { id: 3, email: 'a@b.c' }, result: results }] }]
  const parsed = labelStudio.parse?.([file(task), ...(config === undefined ? [] : [file(config, 'config.xml')])], options)
  if (!parsed?.ok) throw new Error(parsed?.error.message)
  return parsed.value
}

describe('reading Label Studio', () => {
  it('takes regions, what is asked about them, relations, and what is asked about the text', () => {
    const place = { start: 2, end: 8, text: 'Norvia' }
    const { documents, refused } = read([
      region('a', 2, 8, 'Norvia'),
      choice('a', 'mood', ['sure'], place),
      { id: 'a', from_name: 'why', to_name: 'text', type: 'textarea', value: { ...place, text: ['because'] } },
      { ...region('b', 18, 23, 'Kenya'), meta: { text: ['look'] } },
      { type: 'relation', from_id: 'a', to_id: 'b', direction: 'right', labels: ['with'] },
      choice('c', 'tone', ['calm', 'glad']),
    ])
    expect(refused).toEqual([])
    expect(documents).toMatchObject([
      {
        name: 'tasks/4',
        text: '🚑 Norvia agreed.\nKenya too.',
        metadata: { source: 'x' },
        sets: [
          {
            annotator: 'a@b.c',
            annotations: [
              { id: 'a', label: 'Org', fragments: [{ quote: 'Norvia' }], attributes: { mood: { state: 'decided', value: 'sure' }, why: { state: 'decided', value: 'because' } } },
              { id: 'b', label: 'Org', fragments: [{ quote: 'Kenya' }], note: 'look' },
            ],
            relations: [{ type: 'with', from: { annotation: 'a' }, to: { annotation: 'b' } }],
            values: { tone: { state: 'decided', value: ['calm', 'glad'] } },
          },
        ],
      },
    ])
  })

  it('checks each region against its own words, and finds the older unit by them', () => {
    const wrong = read([region('a', 2, 8, 'Kenya'), region('b', 18, 23, 'Kenya')])
    expect(wrong.refused).toMatchObject([{ what: 'task 1, region a', why: 'the text at 2–8 is "Norvia", the region says "Kenya"' }])
    const utf16 = read([region('a', 3, 9, 'Norvia'), region('b', 19, 24, 'Kenya')])
    expect(utf16.counting).toMatchObject({ counting: { unit: 'utf16' }, by: 'chosen', fits: 2 })
    expect(utf16.refused).toEqual([])
    const once = read([region('a', 2, 8, 'Norvia'), region('b', 17, 22, 'Kenya'), region('c', 9, 15, 'agreed')])
    expect(once.refused.map(({ what }) => what)).toEqual(['task 1, region b'])
    expect(once.counting?.offer).toEqual({ counting: { unit: 'codepoint', newline: 'lf' }, fits: 3 })
  })

  it('tells regions with one id apart by their places', () => {
    const { documents, remarks } = read([region(0, 2, 8, 'Norvia'), region(0, 18, 23, 'Kenya')])
    expect(documents[0]?.sets[0]?.annotations.map(({ id }) => id)).toEqual(['0', '0~2'])
    expect(remarks.join()).toContain('told apart')
  })

  it('reads predictions as a set of the model, and completions of the time before 1.0', () => {
    const tasks = [{ data: { text: 'Norvia' }, completions: [{ result: [region('a', 0, 6, 'Norvia')] }], predictions: [{ model_version: 'm1', score: 0.5, result: [region('a', 0, 6, 'Norvia')] }] }]
    const parsed = labelStudio.parse?.([file(tasks)], {})
    expect(parsed?.ok && parsed.value.documents[0]?.sets.map(({ annotator, annotations }) => [annotator, annotations.length])).toEqual([[null, 1], ['m1', 1]])
  })

  it('counts HTML as the page shows it', () => {
    expect(htmlText('<p>A&amp;B<br/>c<!-- x --></p><script>no</script>&#128657;')).toBe('A&B\nc🚑')
    const html = '<p>🚑 <b>Norvia</b> agreed</p>'
    const result = { id: 'h', from_name: 'l', to_name: 'page', type: 'hypertextlabels', value: { start: '/p[1]/b[1]/text()[1]', end: '/p[1]/b[1]/text()[1]', startOffset: 0, endOffset: 6, globalOffsets: { start: 2, end: 8 }, text: 'Norvia', hypertextlabels: ['Org'] } }
    const parsed = labelStudio.parse?.([file([{ data: { html }, annotations: [{ result: [result] }] }])], {})
    expect(parsed?.ok && parsed.value.documents[0]).toMatchObject({ text: '🚑 Norvia agreed', sets: [{ annotations: [{ fragments: [{ start: 3, end: 9, quote: 'Norvia' }] }] }] })
  })

  it('knows from the configuration what a question is', () => {
    const config = '<View><Labels name="label" toName="text"><Label value="Org" background="#FF0000" hotkey="1"/></Labels><Choices name="mood" toName="text" perRegion="true" choice="multiple" whenLabelValue="Org"><Choice value="sure"/></Choices><Text name="text" value="$text"/></View>'
    const { scheme, documents } = read([region('a', 2, 8, 'Norvia'), choice('a', 'mood', ['sure'], { start: 2, end: 8 })], {}, config)
    expect(scheme).toMatchObject({ labels: [{ name: 'Org', color: '#ff0000', key: '1' }], attributes: [{ name: 'mood', type: 'choices', labels: ['Org'], values: [{ name: 'sure' }] }] })
    expect(documents[0]?.sets[0]?.annotations[0]?.attributes).toEqual({ mood: { state: 'decided', value: ['sure'] } })
  })

  it.each([['7', 'has no data'], ['[{"data":{}}]', 'no text'], ['{"data":', 'not JSON'], ['[{"data":{"text":""}}]', 'no text']])('refuses %s', (json, why) => {
    const parsed = labelStudio.parse?.([file(json)], {})
    expect(parsed?.ok === false && parsed.error.message).toContain(why)
  })
})

describe('writing Label Studio', () => {
  it('makes the configuration that the tasks need', () => {
    const document = {
      name: 'a.txt',
      text: '🚑 Norvia agreed.',
      metadata: {},
      sets: [{ annotator: 'Ines', annotations: [{ id: 'u', label: 'Pledge', fragments: [{ start: 3, end: 9, quote: 'Norvia' }], attributes: { Certainty: { state: 'decided' as const, value: 'Hedged' }, New: { state: 'decided' as const, value: true } } }], relations: [] }],
    }
    const files = [...(labelStudio.serialize?.({ scheme: SCHEME, documents: [document] }, {}).files ?? [])].map(toSource)
    const texts = new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]))
    expect(JSON.parse(texts.get('tasks.json') ?? '')).toEqual([
      {
        data: { text: '🚑 Norvia agreed.', annotators: ['Ines'], document: 'a.txt' },
        annotations: [
          {
            result: [
              { id: 'u', type: 'labels', value: { start: 2, end: 8, text: 'Norvia', labels: ['Pledge'] }, from_name: 'label', to_name: 'text', origin: 'manual' },
              { id: 'u', from_name: 'Certainty', origin: 'manual', type: 'choices', to_name: 'text', value: { start: 2, end: 8, text: 'Norvia', choices: ['Hedged'] } },
              { id: 'u', from_name: 'New', origin: 'manual', type: 'choices', to_name: 'text', value: { start: 2, end: 8, text: 'Norvia', choices: ['yes'] } },
            ],
          },
        ],
      },
    ])
    expect(texts.get('config.xml')).toContain('<Choices name="Certainty" toName="text" perRegion="true" whenTagName="label" whenLabelValue="Pledge" choice="single">\n    <Choice value="Very sure"/>')
    expect(texts.get('config.xml')).toContain('<Label value="Übereinkunft: fest"/>')
  })

  it('loses nothing without reporting it', () => {
    checkHonesty(labelStudio)
  })
})

it('answers arbitrary and damaged files with a result', () => {
  checkRobustness(labelStudio, [file([{ data: { text: 'Norvia' }, annotations: [{ result: [region('a', 0, 6, 'Norvia'), choice('a', 'x', ['y'], { start: 0, end: 6 }), { type: 'relation', from_id: 'a', to_id: 'a', labels: ['r'] }] }] }]), file('<View><Labels name="label" toName="text"><Label value="Org"/></Labels><Text name="text" value="$text"/></View>', 'config.xml')])
})

describe('Label Studio files of other projects', () => {
  it('come out with an equal model, all taken', () => {
    const results = tryFixtures('label-studio', 'label-studio')
    if (results === null) return
    expect(results.failed).toEqual([])
    expect(results.refused).toEqual([])
  })
})
