import { createRoot } from 'react-dom/client'
import type { Receipt } from '../../ipc/export-shapes.ts'
import { defaultSettings } from '../../ipc/shapes.ts'
import { App } from '../app.tsx'
import { createSession } from '../session/session.ts'
import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/base.css'
import { createFakeMain, refusal } from './fake-bridge.ts'
import { sampleProject } from './sample-project.ts'

/** The window without main, for looking at it; no part of the build. `?screen=welcome&theme=dark&many=10000&codebook=empty&articles=none` */
const query = new URLSearchParams(location.search)
const theme = query.get('theme') === 'dark' ? 'dark' : query.get('theme') === 'light' ? 'light' : 'system'
const sample = sampleProject({
  many: Number(query.get('many') ?? 0),
  codebook: query.get('codebook') === 'empty' ? 'empty' : 'starter',
  articles: query.get('articles') !== 'none',
})
const receipt: Receipt = {
  what: 'sets', format: 'brat stand-off', location: '~/Documents/exports/port-talks-2031-brat', fileCount: 1, verified: true,
  files: [{ name: 'talks.ann', bytes: 38_214, sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }],
  counts: [{ of: 'annotations', count: 9 }, { of: 'articles', count: 5 }, { of: 'annotators', count: 2 }],
  losses: [{ what: 'notes on sets', count: 1, places: [{ text: 'talks.txt', link: null }] }],
  differences: [], advice: ['Put the folder under brat’s data folder.'], problems: [], hidden: 0,
}
const welcome = query.get('screen') === 'welcome'
const main = createFakeMain(
  sample,
  {
    'articles.addFromDialog': () => ({
      ok: true,
      value: {
        added: [{ id: 'x', path: 'wire/new.txt', notice: 'Read as Windows-1252: it is not UTF-8.', extracted: null }],
        duplicates: [{ name: 'copy of talks.txt', sameAs: 'wire/marrow-ceasefire-talks.txt' }],
        refused: [{ name: 'photo.jpg', reason: 'This is not a text file.' }],
        cancelled: false,
      },
    }),
    'articles.chooseMetadata': () => ({
      ok: true,
      value: {
        token: 't', file: 'details.csv',
        matched: sample.articles.slice(0, 3).map(({ id, row }) => ({ id, path: row.path, fields: { title: row.title, date: '2031-03-04', outlet: 'Estal Wire' } })),
        problems: [{ line: 7, message: 'The date “4 March” is not written as 2031-03-04.' }],
      },
    }),
    'export.run': () => ({ ok: true, value: receipt }),
    ...(query.get('save') === 'failed' ? { 'annotations.apply': () => refusal({ message: 'The disk is full.', remedy: 'Make room on it.', retry: true }) } : {}),
  },
  {
    settings: { ...defaultSettings, annotator: 'Mira Jansen', theme },
    ...(welcome ? { project: null } : {}),
    recent: welcome && query.get('recent') !== 'none' ? [
      { id: 'a', name: 'Port talks 2031', location: '~/Documents/port-talks-2031', opened: '2031-03-11T10:00:00.000Z', missing: false },
      { id: 'b', name: 'Harbour council minutes', location: '~/Documents/harbour', opened: '2031-02-02T10:00:00.000Z', missing: false },
      { id: 'c', name: 'Pilot study', location: '/media/usb/pilot', opened: '2030-12-24T10:00:00.000Z', missing: true },
    ] : [],
  },
)
const session = createSession(main.bridge, { now: () => Date.now(), random: (count) => crypto.getRandomValues(new Uint8Array(count)) })
Object.assign(window, { main, session })

const root = document.querySelector('#root')
if (root) createRoot(root).render(<App session={session} />)
