import { describe, expect, it } from 'vitest'
import { tryFixtures } from '../../../../scripts/formats/fixtures.ts'
import { encodeText } from '../source-text.ts'
import { checkHonesty, checkRobustness } from '../testing/check-adapter.ts'
import { gateXml } from './adapter.ts'

const XML = '<GateDocument version="3"><GateDocumentFeatures><Feature><Name className="java.lang.String">year</Name><Value className="java.lang.Integer">2031</Value></Feature></GateDocumentFeatures><TextWithNodes>🚑 <Node id="3"/>Norvia<Node id="9"/>&#13;\nKenya<Node id="16"/></TextWithNodes><AnnotationSet/><AnnotationSet Name="Ines"><Annotation Id="1" Type="Org" StartNode="3" EndNode="9"><Feature><Name className="java.lang.String">sure</Name><Value className="java.lang.Boolean">true</Value></Feature></Annotation>\n<Annotation Id="2" Type="Org" StartNode="4" EndNode="9"/></AnnotationSet></GateDocument>'
const file = (xml: string) => ({ path: 'a.xml', bytes: encodeText(xml) })

describe('GATE XML', () => {
  it('is read by its nodes, with what the Java classes say', () => {
    const parsed = gateXml.parse?.([file(XML)], {})
    expect(parsed?.ok && parsed.value).toMatchObject({
      documents: [{ name: 'a', text: '🚑 Norvia\nKenya', metadata: { year: 2031 }, sets: [{ annotator: 'Ines', annotations: [{ id: '1', label: 'Org', fragments: [{ start: 3, end: 9, quote: 'Norvia' }], attributes: { sure: { state: 'decided', value: true } } }] }] }],
      refused: [{ line: 3, what: 'annotation 2', why: 'there is no node 4' }],
    })
  })

  it('loses nothing without reporting it', () => checkHonesty(gateXml))
  it('answers arbitrary and damaged files with a result', () => checkRobustness(gateXml, [file(XML)]))

  it('of other projects comes out with an equal model', () => {
    const results = tryFixtures('gate-xml', 'gate')
    if (results === null) return
    expect(results.failed).toEqual([])
    expect(results.refused).toEqual([])
  })
})
