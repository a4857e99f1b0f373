/** Invented articles for the fake bridge. */
export interface SampleArticle {
  readonly path: string
  readonly text: string
  readonly outlet: string | null
  /** Words of the text to be annotated from the start, with their label's id. */
  readonly marked: readonly (readonly [quote: string, label: string])[]
}

const AMBULANCES = `Norvia and Estal sign transport memorandum

 date 2031-03-04 KESTERA: Norvia will deliver 40 ambulances to Estal by June if the port reopens, its foreign minister said on Tuesday after the two signed a transport memorandum.

“We are committed to keeping the crossing open through the winter,” Minister Ilva Torren told reporters, adding that both governments would continue to uphold the River Convention of 2019.

The memorandum covers rail freight, customs data and the training of pilots on the Sarn. It takes effect once both parliaments have approved it, which officials expect before the autumn recess.

Estal, for its part, declined to join the joint patrols that Norvia had proposed in January. “That is not on the table,” a spokesperson for the ministry of defence said.

The two ministers met for three hours in the old customs house at Kestera, their second meeting this year. The first trucks under an earlier pledge arrived at the Marrow crossing on Sunday, a day later than announced.

Opposition leader Pell Aranson urged the government to publish the text. “An agreement that nobody has read is a rumour,” she said.

Analysts said the package was being watched closely in the region, where a previous arrangement collapsed in 2028 over unpaid transit fees. Neither side gave a figure for the cost of the ambulances; the health ministry in Vantry put it at about 6 million crowns.`

const CEASEFIRE = `Talks on the Marrow ceasefire end without a text

 date 2031-03-11 VANTRY: Delegations from Estal and the Marrow Front met for a fourth day on Tuesday and left without a common text, although both sides said the truce declared on 2 March would hold.

The mediator, Ambassador Joon Salvi of Ostmark, said the parties had agreed in principle on the exchange of 120 detainees and would return on 18 March to settle the list.

The Front refused to withdraw its heavy guns from the ridge. Estal promised to lift the fuel ban as soon as the first exchange is complete.`

const SPEECH = `Speech to the harbour workers, 1 May

Friends,

Last year I promised you that the night shift would be paid as the law demands. It is. This year I promise you something harder: by the end of 2032 no dock in this harbour will be closed for lack of a crane driver.

We will open the school in September. We will not sell the northern quay. And if the council asks us again to choose between the ferry and the fishing fleet, we will refuse again. 🚢⚓️`

const ARABIC = `اتفاق على فتح المعبر

التقى وزيرا خارجية نورفيا وإستال يوم الثلاثاء في كيستيرا، ووقّعا مذكرة تفاهم بشأن النقل. وقال الوزير إن بلاده ستسلّم أربعين سيارة إسعاف بحلول شهر يونيو إذا أعيد فتح الميناء.

وأضاف أن الحكومتين ستواصلان الالتزام باتفاقية النهر، وأن اللجنة المشتركة ستجتمع مرة كل ثلاثة أشهر.`

const CHINESE = `两国签署运输备忘录

诺维亚与埃斯塔尔星期二在凯斯特拉签署了运输备忘录。外交部长表示，如果港口重新开放，诺维亚将在六月之前交付四十辆救护车。

双方承诺继续遵守河流公约，并将每三个月举行一次联合委员会会议。`

export const sampleArticles: readonly SampleArticle[] = [
  {
    path: 'wire/norvia-estal-memorandum.txt',
    text: AMBULANCES,
    outlet: 'Estal Wire',
    marked: [
      ['will deliver 40 ambulances to Estal by June if the port reopens', 'pledge'],
      ['signed a transport memorandum', 'agreement'],
      ['would continue to uphold the River Convention of 2019', 'provision'],
      ['declined to join the joint patrols', 'refusal'],
      ['met for three hours in the old customs house at Kestera', 'consultation'],
      ['The first trucks under an earlier pledge arrived at the Marrow crossing', 'evidence'],
      ['urged the government to publish the text', 'demand'],
    ],
  },
  {
    path: 'wire/marrow-ceasefire-talks.txt',
    text: CEASEFIRE,
    outlet: 'Vantry Courier',
    marked: [
      ['met for a fourth day', 'consultation'],
      ['agreed in principle on the exchange of 120 detainees', 'agreement'],
    ],
  },
  { path: 'speeches/harbour-workers.md', text: SPEECH, outlet: null, marked: [] },
  { path: 'wire/crossing-ar.txt', text: ARABIC, outlet: 'وكالة إستال', marked: [] },
  { path: 'wire/memorandum-zh.txt', text: CHINESE, outlet: null, marked: [] },
]
