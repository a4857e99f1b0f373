import { describe, expect, it } from 'vitest'
import { agreementDe } from '../words/de.ts'
import { agreementEn } from '../words/en.ts'
import { toSvg } from '../pictures/svg.ts'
import { figuresCsv, tableCsv } from '../pictures/csv.ts'
import { boundaryPicture, confusionPicture, pairPicture } from '../pictures/of-report.ts'
import { candidatesOf, codebook, reportOf } from '../project/testing/project.ts'
import { reportHtml } from './report-html.ts'

const TEXT = 'Norvia will build a bridge by June now. '
const NASTY = '<img src=x onerror=alert(1)>'
const report = reportOf({ 'a.txt': TEXT }, [candidatesOf('a.txt', TEXT, { [NASTY]: [[0, 10], [20, 30]], Ben: [[0, 10], [20, 28, 'demand']] })])
const drawn = { report, codebook, words: agreementEn, titleOf: () => '=cmd&"<b>' }

describe('the report as a page', () => {
  it.each([agreementEn, agreementDe])('is whole, escaped and needs nothing else ($language)', (words) => {
    const page = reportHtml({ ...drawn, words, project: NASTY, made: '4 March 2031', acceptance: [{ annotator: 'ben', taken: 3, changed: 1, rejected: 0, added: 2 }] })
    expect(page).not.toContain('<img')
    expect(page).not.toMatch(/<script|<link|url\((?!#)/)
    expect(page).toContain(words.report.acceptanceNote.slice(0, 30))
    expect(page).toContain(words.measures.f1_strict.means)
    for (const tag of ['section', 'table', 'svg', 'figure', 'dl']) expect(page.split(`<${tag}`).length).toBe(page.split(`</${tag}>`).length)
  })

  it('has pictures with the value in every cell, and the table behind each', () => {
    expect(toSvg(confusionPicture(drawn))).toContain('>1</text>')
    expect(pairPicture(drawn).table[1]).toEqual([NASTY, '', '0.50'])
    expect(boundaryPicture(drawn).table.at(1)).toEqual(['same place', '2', '1'])
    expect(tableCsv([['=1+1', 'a,b']])).toBe('\ufeff\'=1+1,"a,b"\r\n')
    expect(figuresCsv(report)).toContain('project,,f1_strict,ok,0.5,,,,1,4,,mean_pairwise_f1_strict,1')
  })
})
