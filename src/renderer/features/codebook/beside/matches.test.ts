import { describe, expect, it } from 'vitest'
import { pledgesAndAgreements as starter } from '../../../../core/codebook/starter.ts'
import { matches } from './matches.ts'

describe('matches', () => {
  it('gives everything with the current label and its attributes first', () => {
    const { labels, attributes, rules } = matches(starter, '', 'evidence')
    expect(labels[0]?.id).toBe('evidence')
    expect(labels).toHaveLength(starter.labels.length)
    expect(attributes[0]?.labels).toContain('evidence')
    expect(rules.map(({ number }) => number)).toEqual(starter.rules.map((_, index) => index + 1))
  })

  it('wants every word, whatever its case and accents', () => {
    const { labels } = matches(starter, 'CÉASEFIRE  ridge', null)
    expect(labels.map(({ id }) => id)).toEqual(['agreement'])
    expect(matches(starter, 'nobody has these words', null)).toEqual({ labels: [], attributes: [], rules: [], examples: [] })
  })

  it('does not find what is retired', () => {
    const retired = { ...starter, labels: starter.labels.map((label) => (label.id === 'pledge' ? { ...label, retired: true } : label)) }
    expect(matches(retired, 'pledge', null).labels.map(({ id }) => id)).not.toContain('pledge')
  })
})
