// `npm run torture -- --disk [--json]`: a small disk of its own that is filled, locked and taken away while somebody annotates.
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { adding, anAnnotationAt, startService, unwrap, type Rig } from '../../src/main/services/sets/testing.ts'
import { createArticleStore } from '../../src/main/services/articles/article-store.ts'
import { onlyWhileThere } from '../../src/main/services/disk/only-there.ts'
import { nodeDisk } from '../../src/main/services/disk/disk.ts'
import { nodeEnvironment } from '../../src/main/services/environment.ts'

const TEXT = 'Norvia will reopen the port. Estal refused to sign the protocol.\n'
const ARTICLE = 'a.txt'
const ROUNDS = 25

/** What one cause came to: gestures made while it lasted, saves that it prevented, and what was missing after it. */
export interface DiskOutcome {
  readonly cause: string
  readonly gestures: number
  readonly refused_saves: number
  readonly lost: number
  readonly said: string
}

function system(command: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr.trim()}`)
}

/** Null: this account may not mount anything, so that only the disk of the tests can say no (`refusals.test.ts`). */
export async function tryDisk(): Promise<DiskOutcome[] | null> {
  const base = await mkdtemp(join(tmpdir(), 'concord-small-disk-'))
  const disk = join(base, 'disk')
  await mkdir(disk)
  const mount = () => system('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk)
  try {
    mount()
  } catch {
    await rm(base, { recursive: true })
    return null
  }
  const folder = join(disk, 'Talks')
  try {
    return [
      await under('the disk is full', { start: () => fill(disk), end: () => rm(join(disk, 'filler')) }),
      await under('the disk can only be read', { start: async () => system('mount', '-o', 'remount,ro', disk), end: async () => system('mount', '-o', 'remount,rw', disk) }),
      await under('the disk is taken away', {
        start: async () => {
          system('mount', '--bind', disk, await folderAt(join(base, 'elsewhere')))
          system('umount', '-l', disk)
        },
        end: async () => system('mount', '--move', join(base, 'elsewhere'), disk),
      }),
    ]
  } finally {
    spawnSync('umount', ['-l', disk])
    spawnSync('umount', ['-l', join(base, 'elsewhere')])
    await rm(base, { recursive: true, force: true })
  }

  async function under(cause: string, { start, end }: { start: () => Promise<void>; end: () => Promise<void> }): Promise<DiskOutcome> {
    await rm(folder, { recursive: true, force: true })
    await mkdir(join(folder, 'articles'), { recursive: true })
    await writeFile(join(folder, 'articles', ARTICLE), TEXT)
    const journalFolder = join(base, `journal of ${cause}`)
    await writeFile(join(folder, 'concord.json'), '{}')
    const there = onlyWhileThere(nodeDisk, folder, 'concord.json')
    const { text } = createArticleStore(there, folder, nodeEnvironment)
    const begin = () => startService(there, { environment: nodeEnvironment, folder, journalFolder, text })
    const rig = await begin()
    unwrap(await rig.service.open(ARTICLE))
    unwrap(await mark(rig, 0))
    unwrap(await rig.service.flush())
    await start()
    const held: number[] = []
    let refused = 0
    let said = ''
    for (let round = 1; round <= ROUNDS; round += 1) {
      // What main cannot take yet, the window keeps and sends again; so it does here.
      const made = await mark(rig, round)
      if (!made.ok) held.push(round)
      const saved = made.ok ? await rig.service.flush() : made
      if (saved.ok) continue
      refused += 1
      said = `${saved.error.message.replaceAll(base, '…')} ${saved.error.remedy}`
    }
    await end()
    for (const round of held) unwrap(await mark(rig, round))
    unwrap(await rig.service.saveNow())
    unwrap(await rig.service.close())
    const again = await begin()
    const found = unwrap(await again.service.open(ARTICLE)).annotations.length
    return { cause, gestures: ROUNDS, refused_saves: refused, lost: ROUNDS + 1 - found, said }
  }
}

function mark({ service }: Rig, round: number) {
  const id = `m${String(round).padStart(3, '0')}`
  return service.apply({ id, at: new Date().toISOString(), kind: 'annotate' }, [{ article: ARTICLE, base: round, diff: adding(anAnnotationAt(TEXT, id, round % 20, (round % 20) + 6)) }])
}

async function fill(disk: string): Promise<void> {
  const file = await open(join(disk, 'filler'), 'w')
  try {
    for (;;) await file.write(new Uint8Array(1024))
  } catch {
    // Full.
  } finally {
    await file.close()
  }
}

async function folderAt(path: string): Promise<string> {
  await mkdir(path, { recursive: true })
  return path
}
