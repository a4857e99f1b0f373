import { describe, expect, it } from 'vitest'
import type { ParseOptions, SourceFile } from '../adapter.ts'
import { bytesOf, toSource } from '../round-trip.ts'
import { encodeText } from '../source-text.ts'
import { checkHonesty, checkRobustness } from '../testing/check-adapter.ts'
import { SCHEME } from '../testing/interchange.ts'
import { brat } from './adapter.ts'

const TEXT = 'Norvia 🚑 will deliver 40 ambulances.\nKenya agreed.'

function files(ann: string, text = TEXT): SourceFile[] {
  return [
    { path: 'a.ann', bytes: encodeText(ann) },
    { path: 'a.txt', bytes: encodeText(text) },
  ]
}

function read(ann: string, options: ParseOptions = {}, text = TEXT) {
  const parsed = brat.parse?.(files(ann, text), options)
  if (!parsed?.ok) throw new Error(parsed?.error.message)
  return parsed.value
}

describe('reading brat', () => {
  it('counts code points, and keeps every kind of line', () => {
    const ann = [
      'T1\tActor 0 6\tNorvia',
      'T2\tPledge 9 21\twill deliver',
      'T3\tThing 22 24;25 35\t40 ambulances',
      'E1\tPledge:T2 Agent:T1 Theme:T3 Theme2:T1',
      'R1\tSame Arg1:T1 Arg2:E1\t',
      '*\tAlias T1 T3',
      'A1\tMood E1 quite sure',
      'M1\tNegated T1',
      'N1\tReference T1 Wikipedia:5\tNorvia',
      '#1\tAnnotatorNotes E1\tread it twice',
      '',
    ].join('\n')
    const { documents, refused, counting } = read(ann)
    expect(refused).toEqual([])
    expect(counting).toMatchObject({ by: 'declared', fits: 2, of: 2, offer: null })
    const [set] = documents[0]?.sets ?? []
    expect(set?.annotations.map(({ id, label, fragments, attributes, note }) => ({ id, label, quotes: fragments.map(({ quote }) => quote), attributes, note }))).toEqual([
      { id: 'T1', label: 'Actor', quotes: ['Norvia'], attributes: { Negated: { state: 'decided', value: true } }, note: undefined },
      { id: 'T2', label: 'Pledge', quotes: ['will deliver'], attributes: { Mood: { state: 'decided', value: 'quite sure' } }, note: 'read it twice' },
      { id: 'T3', label: 'Thing', quotes: ['40', 'ambulances'], attributes: {}, note: undefined },
    ])
    expect(set?.relations.map(({ type, from, to }) => [type, from.annotation, to.annotation])).toEqual([
      ['Agent', 'T2', 'T1'],
      ['Theme', 'T2', 'T3'],
      ['Theme', 'T2', 'T1'],
      ['Same', 'T1', 'T2'],
      ['Alias', 'T1', 'T3'],
    ])
    const written = brat.serialize?.({ scheme: SCHEME, documents: documents.map((document) => ({ ...document, text: TEXT })) }, {})
    const out = [...(written?.files ?? [])].map(toSource).find(({ path }) => path === 'a.ann')
    expect(new TextDecoder().decode(out?.bytes)).toBe(ann)
    expect(written?.losses().filter(({ kind }) => kind !== 'scheme')).toEqual([])
  })

  it.each([
    ['T1\tActor 0 6\tKenya\n', 'the text at 0 6 is "Norvia", the line says "Kenya"'],
    ['T1\tActor 0 600\tNorvia\n', '0 600 is no place in the text'],
    ['T1\tMy Actor 0 6\tNorvia\n', 'a type without blanks'],
    ['T1\tActor 6 0\tNorvia\n', 'it ends before it starts'],
    ['T1\tActor 0 6\n', 'the words after the offsets are missing'],
    ['T1\tActor 0 6\tNorvia\n\nT2\tActor 0 6\tNorvia\n', 'brat does not read blank lines'],
    ['T1\tActor 0 6\tNorvia\nT1\tActor 0 6\tNorvia\n', 'another line has the same id'],
    ['\ufeffT1\tActor 0 6\tNorvia\n', 'byte order mark'],
    ['T1\tActor 0 6\tNorvia\nR1\tSame Arg1:T1 Arg2:T9\n', 'T9 is not there'],
    ['T1\tActor 0 6\tNorvia\nR1\tSame Arg1:T1 Arg1:T1\n', 'its two roles have the same name'],
    ['E1\tPledge:T9\n', 'its trigger T9 is not there'],
    ['X1\tWhat T1\n', 'lines of kind X'],
    ['nothing\n', 'there is no tab'],
  ])('lists what brat itself would refuse: %j', (ann, why) => {
    const { refused } = read(ann)
    expect(refused).toHaveLength(1)
    expect(`${refused[0]?.what} ${refused[0]?.why}`).toContain(why)
    expect(refused[0]?.line).toBeGreaterThan(0)
  })

  it('names the unit that offsets were really counted in, and takes them so only when asked', () => {
    const utf16 = 'T1\tActor 0 6\tNorvia\nT2\tPledge 10 22\twill deliver\nT3\tActor 38 43\tKenya\n'
    const first = read(utf16)
    expect(first.refused.map(({ what }) => what)).toEqual(['annotation T2', 'annotation T3'])
    expect(first.counting?.offer).toEqual({ counting: { unit: 'utf16', newline: 'lf' }, fits: 3 })
    const repaired = read(utf16, { repair: { unit: 'utf16', newline: 'lf' } })
    expect(repaired.refused).toEqual([])
    expect(repaired.documents[0]?.sets[0]?.annotations.map(({ fragments }) => fragments[0]?.quote)).toEqual(['Norvia', 'will deliver', 'Kenya'])
  })

  it('counts a CRLF as two where the text has it, and says so where it was normalised away', () => {
    const ann = 'T1\tActor 38 43\tKenya\n'
    expect(read(ann, {}, TEXT.replace('\n', '\r\n')).refused).toEqual([])
    const lf = read(ann)
    expect(lf.refused).toHaveLength(1)
    // Once counting the emoji twice and once the line end fit alike here; the first is offered.
    expect(lf.counting?.offer?.fits).toBe(1)
  })

  it('reads the annotators from folders side by side', () => {
    const source = (path: string, text: string): SourceFile => ({ path, bytes: encodeText(text) })
    const all = [
      source('x/ana/d.ann', 'T1\tActor 0 6\tNorvia\n'),
      source('x/ana/d.txt', TEXT),
      source('x/ben/d.ann', 'T1\tActor 0 6\tNorvia\n'),
      source('x/ben/d.txt', TEXT),
    ]
    const groups = brat.group?.(all.filter(({ path }) => path.endsWith('.ann')), all) ?? []
    expect(groups).toHaveLength(1)
    const parsed = brat.parse?.(groups[0] ?? [], {})
    expect(parsed?.ok && parsed.value.documents.map(({ name, sets }) => [name, sets.map(({ annotator }) => annotator)])).toEqual([['x/d', ['ana', 'ben']]])
  })
})

describe('writing brat', () => {
  it('makes a configuration from the codebook that brat reads', () => {
    const written = [...(brat.serialize?.({ scheme: SCHEME, documents: [] }, {}).files ?? [])]
    const texts = new Map(written.map((file) => [file.path, new TextDecoder().decode(bytesOf(file))]))
    expect(texts.get('annotation.conf')).toBe(
      [
        '[entities]',
        'Pledge',
        'Direct_quote',
        'Ubereinkunft_fest',
        '',
        '[relations]',
        'conditional_on\tArg1:Pledge, Arg2:<ENTITY>',
        '',
        '[events]',
        '',
        '[attributes]',
        'Certainty\tArg:Pledge, Value:Very_sure|Hedged',
        'New\tArg:Pledge',
        '',
      ].join('\n'),
    )
    expect(texts.get('visual.conf')).toBe('[labels]\nDirect_quote | Direct quote\nUbereinkunft_fest | Übereinkunft: fest\nconditional_on | conditional on\n\n[drawing]\nPledge\tbgColor:#3366cc\n')
  })

  it('loses nothing without reporting it', () => {
    checkHonesty(brat)
  })
})

it('answers arbitrary and damaged files with a result', () => {
  checkRobustness(brat, files('T1\tActor 0 6\tNorvia\nE1\tActor:T1 Who:T1\nR1\tSame Arg1:T1 Arg2:E1\nA1\tMood T1 x\n#1\tAnnotatorNotes T1\ty\n*\tEquiv T1 E1\n'))
})
