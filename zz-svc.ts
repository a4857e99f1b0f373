import { createSearchService } from '/tmp/wt/find/src/main/services/search/search-service.ts'
import { pledgesAndAgreements as codebook } from '/tmp/wt/find/src/core/codebook/starter.ts'
const s = createSearchService({ script: '/tmp/wt/find/out/main/workers/search.js', onProgress: (a,b)=>console.log('p',a,b) })
const p = { folder: '/tmp/wt/find/samples/pledges', keep: false, state: { version: 1, articles: [{id:'x', path:'wire/2031-03-04-ambulances-for-estal.txt', title:'t', date:null, outlet:null, progress:'done', review:null}] } } as const
s.prepare(p)
const keep=setTimeout(()=>{},8000)
console.log(await s.search(p, { query: 'the', codebook, visible: null, own: 'x', most: 100, onLines: (l) => console.log(l.length) }))
clearTimeout(keep)
