import type { FreshCas } from '../cas/fresh.ts'

/** As the Java implementation writes: types, the Sofa first, then the structures, then the view with its members. */
export function writeCas({ text, types, items }: FreshCas): string {
  const sofa = { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: text }
  const structures = items.map(({ id, type, begin, end, values, refs }) => ({ '%ID': id, '%TYPE': type, '@sofa': 1, begin, end, ...Object.fromEntries(values), ...Object.fromEntries([...refs].map(([name, target]) => [`@${name}`, target])) }))
  const value = {
    '%TYPES': Object.fromEntries([...types].map(([name, features]) => [name, { '%NAME': name, '%SUPER_TYPE': name.endsWith('.DocumentMetaData') ? 'uima.tcas.DocumentAnnotation' : 'uima.tcas.Annotation', ...Object.fromEntries([...features].map(([feature, range]) => [feature, { '%NAME': feature, '%RANGE': range }])) }])),
    '%FEATURE_STRUCTURES': [sofa, ...structures],
    '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': items.map(({ id }) => id) } },
  }
  return `${JSON.stringify(value, null, 2)}\n`
}
