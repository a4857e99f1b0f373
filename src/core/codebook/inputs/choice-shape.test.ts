import { describe, expect, it } from 'vitest'
import { choiceShape } from './choice-shape.ts'

describe('choiceShape', () => {
  it.each([
    ['boolean', ['Yes', 'No'], 'row'],
    ['scale', ['Firm', 'Conditional', 'Intention', 'Exploratory'], 'row'],
    ['choice', ['Direct quotation', 'Partial quotation', 'Paraphrase', 'Narrator'], 'pairs'],
    ['scale', ['Direct quotation', 'Partial quotation', 'Paraphrase', 'Narrator'], 'column'],
    ['choice', ['A long name of a value that needs a line', 'Short', 'Other'], 'column'],
    ['choice', ['1', '2', '3', '4', '5'], 'list'],
    ['scale', ['1', '2', '3', '4', '5'], 'row'],
    ['scale', ['1', '2', '3', '4', '5', '6', '7', '8'], 'list'],
    ['choice', ['经济合作与共同投资项目', '军事合作与安全保障', '其他'], 'pairs'],
  ] as const)('offers a %s of %j as a %s', (type, names, shape) => expect(choiceShape(type, names)).toBe(shape))
})
