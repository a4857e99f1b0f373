import { checkValue } from '../../core/codebook/check-value.ts'
import { attributeById, labelById, relationTypeById } from '../../core/codebook/lookup.ts'
import type { AnnotationSet } from '../../core/model/annotation-set.ts'
import type { Codebook } from '../../core/model/codebook.ts'
import type { JsonPath } from '../../core/formats/json-position.ts'

type Report = (path: JsonPath, message: string) => void

const REMEDY = 'Check that the codebook versions under codebook/ are complete, or correct the annotation in Concord.'

/**
 * Labels, attributes, values and relation types against the codebook. Several versions may be asked: a set keeps the
 * version that it was begun under, and what came with a later one is right as well.
 */
export function checkAgainstCodebook(
  set: AnnotationSet,
  codebooks: readonly Codebook[],
  report: (path: JsonPath, message: string, remedy: string) => void,
): void {
  if (codebooks.length === 0) return
  const say: Report = (path, message) => report(path, message, REMEDY)
  for (const [index, annotation] of set.annotations.entries()) {
    if (!codebooks.some((codebook) => labelById(codebook, annotation.label))) {
      say(['annotations', index, 'label'], `the codebook has no label “${annotation.label}”.`)
    }
    for (const [id, value] of Object.entries(annotation.attributes)) {
      const problems = codebooks.map((codebook) => {
        const attribute = attributeById(codebook, id)
        return attribute ? checkValue(codebook, attribute, value) : `the codebook has no attribute “${id}”.`
      })
      const [problem] = problems
      if (problem && !problems.includes(null)) say(['annotations', index, 'attributes', id], problem)
    }
  }
  for (const [index, { type }] of set.relations.entries()) {
    if (!codebooks.some((codebook) => relationTypeById(codebook, type))) {
      say(['relations', index, 'type'], `the codebook has no relation “${type}”.`)
    }
  }
}
