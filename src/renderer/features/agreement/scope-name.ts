import { nameOfAttribute, nameOfLabel } from '../../../core/codebook/lookup.ts'
import type { Drawn } from '../../../core/agreement/pictures/of-report.ts'
import type { Scope } from '../../../core/agreement/project/report.ts'

export function annotatorName({ report }: Pick<Drawn, 'report'>, key: string): string {
  return report.annotators.find((each) => each.key === key)?.name ?? key
}

/** What a number is about, by name. */
export function scopeName(scope: Scope, drawn: Drawn, whole: string): string {
  switch (scope.kind) {
    case 'project':
      return whole
    case 'pair':
      return `${annotatorName(drawn, scope.a)} – ${annotatorName(drawn, scope.b)}`
    case 'label':
      return nameOfLabel(drawn.codebook, scope.label)
    case 'attribute':
      return nameOfAttribute(drawn.codebook, scope.attribute)
    case 'article':
      return drawn.titleOf(scope.article)
    case 'period':
      return scope.period
  }
}
