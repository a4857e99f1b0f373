import { UNITS } from '../core/dataset/tables.ts'
import { fail } from '../core/result.ts'
import { createArticleInfoStore } from '../main/services/articles/article-info.ts'
import { createArticleStore } from '../main/services/articles/article-store.ts'
import { exportDataset } from '../main/services/dataset/export-dataset.ts'
import { readProject } from '../main/services/project/read-project.ts'
import { failure, type CliError, type Command } from './command.ts'
import { formatTable } from './print.ts'

export const datasetCommand: Command = {
  name: 'dataset',
  summary: 'Write the data set of a study: rows, data dictionary, and how to read them in R and pandas.',
  arguments: 'DIR --out DIR [--unit annotation|pledge|dyad]',
  least: 1,
  most: 1,
  options: {
    out: { type: 'string', value: 'DIR', help: 'the folder for the files; nothing in it is overwritten' },
    unit: { type: 'string', value: UNITS.join('|'), help: 'what a row is (if left out: annotation). pledge: events, repeats joined by same_as; dyad: each actor with each counterpart' },
  },
  details: [
    'Of each article the adjudicated set counts, else that of its single coder; articles with several codings that nobody adjudicated',
    'give no rows and are named in articles.csv. What cannot be used is named on stderr, and the exit code is then 1.',
  ].join('\n'),
  run: async ({ positionals, option, resolve, disk, environment, progress }) => {
    const unit = UNITS.find((one) => one === (option('unit') ?? 'annotation'))
    if (!unit) return failure(fail('dataset.unit', `There is no unit ${JSON.stringify(option('unit'))}.`, `Say one of: ${UNITS.join(', ')}.`).error)
    const out = option('out')
    if (out === undefined || out === '') return failure(fail('dataset.out', '--out is missing.', 'Add --out DIR.').error)
    const folder = resolve(positionals[0] ?? '')
    const opened = await readProject(disk, folder)
    if (!opened.ok) return failure(opened.error)
    const store = createArticleStore(disk, folder, environment)
    const scanned = await store.scan()
    if (!scanned.ok) return failure(scanned.error)
    const info = createArticleInfoStore(disk, folder, environment)
    const loaded = await info.load()
    if (!loaded.ok) return failure(loaded.error)
    const receipt = await exportDataset({
      disk,
      folder,
      codebook: opened.value.codebook,
      articles: scanned.value.map(({ path }) => path),
      text: store.text,
      facts: store.byPath,
      added: (article) => info.fields(article, ''),
      unit,
      outFolder: resolve(out),
      onProgress: (done, total) => progress(`${done} of ${total}`),
    })
    if (!receipt.ok) return failure(receipt.error)
    const { files, location, rows, articles, problems } = receipt.value
    return {
      ok: problems.length === 0,
      text: formatTable([
        ...files.map(({ name, bytes, sha256 }) => ['file', `${name}  ${bytes} bytes  SHA-256 ${sha256}`]),
        ['folder', location],
        ['rows', `${rows}, one for each ${unit}`],
        ...Object.entries(articles).map(([source, count]) => [`articles ${source.replaceAll('_', ' ')}`, String(count)]),
      ]),
      json: { ...receipt.value },
      errors: problems.map(({ file, line, message, remedy }): CliError => ({ file, line, message, remedy })),
    }
  },
}
