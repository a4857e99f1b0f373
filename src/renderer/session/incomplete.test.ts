import { expect, it } from 'vitest'
import { pledgesAndAgreements } from '../../core/codebook/starter.ts'
import { sampleProject } from '../testing/sample-project.ts'
import { incompleteCount, incompleteIds } from './incomplete.ts'

it('counts the incomplete after any change as when it counts anew', () => {
  const [article] = sampleProject().articles.filter(({ set }) => set.annotations.length > 2)
  if (!article) throw new Error('no article with annotations')
  const { set } = article
  const lists = [set.annotations, set.annotations.slice(1), set.annotations.slice(0, -1), [], set.annotations, set.annotations.map((each) => ({ ...each, attributes: {} }))]
  for (const annotations of lists) {
    const now = { ...set, annotations: [...annotations] }
    expect(incompleteCount(now, pledgesAndAgreements)).toBe(incompleteIds(now, pledgesAndAgreements).size)
  }
  const unlinked = { ...set, relations: [] }
  expect(incompleteCount(unlinked, pledgesAndAgreements)).toBe(incompleteIds(unlinked, pledgesAndAgreements).size)
})
