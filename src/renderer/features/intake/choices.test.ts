import { describe, expect, it } from 'vitest'
import { choicesOf, keyOf, targetOf, withChosen } from './choices.ts'

describe('what is chosen in the import', () => {
  it('stays when the files are read again, also where it is to leave something out', () => {
    const offered = new Map<string, string | null>([['A', 'a'], ['B', 'b'], ['C', null]])
    expect([...withChosen(offered, new Map<string, string | null>([['A', null], ['gone', 'x']]))]).toEqual([['A', null], ['B', 'b'], ['C', null]])
  })

  it('crosses a select and back', () => {
    for (const target of [null, 'pledge', { create: 'Pledge' }]) expect(targetOf(keyOf(target), 'Pledge')).toEqual(target)
  })

  it('takes a name of nothing but blanks for nobody', () => {
    const none = { labels: new Map(), attributes: new Map(), relations: new Map() }
    expect(choicesOf('t', new Map([[null, ' Ines '], ['x', '  ']]), none, 'create', true).people).toEqual([{ from: null, to: 'Ines' }, { from: 'x', to: null }])
  })
})
