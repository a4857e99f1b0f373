// `npm run bench -- highlight|project|agreement|formats|anchoring [--json] [--quick] [--size 100kb,1mb,5mb]`. Says what it does on standard error;
// standard output holds the table, or the JSON, and nothing else.
import { parseArgs } from 'node:util'
import { ensurePackages } from './lib/packages.mjs'

const usage = `Usage: npm run bench -- highlight [--json] [--quick] [--size 100kb,1mb,5mb] [--design concord,plain] [--rounds 5]
       npm run bench -- project [--json] [--quick]
       npm run bench -- agreement [--json] [--quick] [--rounds 5]
       npm run bench -- formats [--json] [--quick]
       npm run bench -- anchoring [--json] [--quick] [--seed 20310304]`

function refuse(text) {
  process.stderr.write(`${text}\n${usage}\n`)
  process.exit(2)
}

function read() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        size: { type: 'string' },
        design: { type: 'string' },
        rounds: { type: 'string' },
        seed: { type: 'string' },
      },
    })
  } catch (error) {
    return refuse(error.message)
  }
}

const { values, positionals } = read()
const list = (text) => text?.split(',').map((part) => part.trim()) ?? null
const options = {
  json: values.json,
  quick: values.quick,
  sizes: list(values.size),
  designs: list(values.design),
  rounds: Math.max(1, Number(values.rounds ?? (values.quick ? 3 : 5)) || 5),
}

if (positionals[0] === 'highlight') {
  ensurePackages()
  const { highlight } = await import('./lib/highlight.ts')
  await highlight(options)
} else if (positionals[0] === 'project') {
  const { project } = await import('./lib/project.ts')
  await project(options)
} else if (positionals[0] === 'formats') {
  const { formats } = await import('./lib/formats.ts')
  formats(options)
} else if (positionals[0] === 'anchoring') {
  const { anchoring } = await import('./lib/anchoring.ts')
  anchoring({ ...options, seed: Math.trunc(Number(values.seed)) || 20_310_304 })
} else if (positionals[0] === 'agreement') {
  const { agreement } = await import('./lib/agreement.ts')
  await agreement(options)
} else {
  refuse(positionals[0] ? `There is no bench called ${positionals[0]}.` : 'Say which bench to run.')
}
