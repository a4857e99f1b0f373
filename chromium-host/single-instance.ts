import { spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SecondStart {
  readonly argv: string[]
  readonly cwd: string
  readonly data: unknown
}

interface Holder {
  readonly pid: number
  readonly started: string
}

/** When a process started, so that a reused process id is not taken for the holder; '' for one that is not running. */
function startOf(pid: number): string {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return ''
  }
  if (process.platform === 'linux') {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
      return fields[0] === 'Z' || fields[0] === 'X' ? '' : (fields[19] ?? '')
    } catch {
      return ''
    }
  }
  if (process.platform === 'darwin') return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)]).stdout.toString().trim()
  return 'running'
}

function socketOf(userData: string, pid: number): string {
  const key = createHash('sha256').update(userData).digest('hex').slice(0, 16)
  const name = `chromium-host-${key}-${pid}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`)
}

function readHolder(file: string): Holder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('started' in value)) return null
    return { pid: Number(value.pid), started: String(value.started) }
  } catch {
    return null
  }
}

/** Creates the lock with its content in one step; false when somebody has it. */
function create(file: string): boolean {
  const own = `${file}.${randomUUID()}`
  writeFileSync(own, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }))
  try {
    linkSync(own, file)
    return true
  } catch {
    return false
  } finally {
    rmSync(own, { force: true })
  }
}

/** One running app per userData folder; what a `kill -9` leaves behind is recognised and taken over. */
export class SingleInstance {
  private file = ''
  private held = false
  private handover: Promise<void> = Promise.resolve()

  /** Answers at once; a refused start hands its arguments over in the background (`handedOver`). */
  request(userData: string, start: SecondStart, onSecond: (start: SecondStart) => void): boolean {
    if (this.held) return true
    mkdirSync(userData, { recursive: true })
    this.file = join(userData, 'chromium-host.lock')
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (create(this.file)) {
        this.held = true
        process.once('exit', () => this.release())
        this.listen(socketOf(userData, process.pid), onSecond)
        return true
      }
      const holder = readHolder(this.file)
      if (holder !== null && holder.started !== '' && startOf(holder.pid) === holder.started) {
        this.handover = this.send(socketOf(userData, holder.pid), start)
        return false
      }
      this.removeStale()
    }
    return false
  }

  has(): boolean {
    return this.held
  }

  /** Resolves when the first instance has the arguments of this one, or cannot be reached. */
  handedOver(): Promise<void> {
    return this.handover
  }

  release(): void {
    if (!this.held) return
    this.held = false
    if (readHolder(this.file)?.pid === process.pid) rmSync(this.file, { force: true })
  }

  private removeStale(): void {
    const aside = `${this.file}.${randomUUID()}`
    try {
      renameSync(this.file, aside)
      const taken = readHolder(aside)
      // Somebody else took the stale lock over between our look and our rename: give it back.
      if (taken !== null && taken.started !== '' && startOf(taken.pid) === taken.started) linkSync(aside, this.file)
    } catch {
      // Gone already, or back already: the next attempt sees how things are.
    }
    rmSync(aside, { force: true })
  }

  private listen(path: string, onSecond: (start: SecondStart) => void): void {
    if (path.endsWith('.sock')) rmSync(path, { force: true })
    const server = createServer((socket) => {
      let text = ''
      socket.setEncoding('utf8')
      socket.on('error', () => undefined)
      socket.on('data', (part: string) => {
        text += part
        if (!text.endsWith('\n')) return
        onSecond(JSON.parse(text) as SecondStart)
        socket.end('ok\n')
      })
    })
    server.on('error', (error) => console.error(`A second start cannot reach this one: ${error.message}`))
    server.listen(path)
    server.unref()
    process.once('exit', () => path.endsWith('.sock') && rmSync(path, { force: true }))
  }

  private async send(path: string, start: SecondStart): Promise<void> {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const done = await new Promise<boolean>((resolve) => {
        const socket = connect(path)
        socket.setTimeout(2000, () => socket.destroy())
        socket.on('connect', () => socket.write(`${JSON.stringify(start)}\n`))
        socket.on('data', () => {
          socket.end()
          resolve(true)
        })
        socket.on('error', () => resolve(false))
        socket.on('close', () => resolve(false))
      })
      if (done) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
