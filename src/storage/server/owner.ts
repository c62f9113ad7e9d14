/** Tells starts on one data directory apart: the running one answers on a socket, a later one hears who it is. */
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { type Server, connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ServerError, systemCode } from './server-error.ts'

/** What the running process says of itself. */
export interface Owner {
  readonly pid: number
  readonly startedAt: string
  /** What it is doing, for the message of a second start: an address, or a command's name. */
  readonly note: string
}

/** A claim on a data directory; `note` may be changed while it is held. */
export interface Claim {
  note: string
  release(): Promise<void>
}

const ANSWER_MS = 2_000
const PAUSE_MS = 20
/** Claiming takes milliseconds; a mark of it that is older was left by a process that was killed meanwhile. */
const STALE_MS = 5_000

/** Claims a data directory by its socket directory. Throws `already_running` naming the process that holds it. */
export async function claim(
  socketDir: string,
  root: string,
  note: string,
  startedAt: string,
): Promise<Claim> {
  const path = join(socketDir, 'owner.sock')
  const held = { note }
  const server = await alone(join(socketDir, 'owner.claiming'), async () => {
    const running = await askOwner(path)
    if (running) throw taken(running, root)
    // Nobody answers: what is there was left by a process that was killed.
    rmSync(path, { force: true })
    return serve(path, () => ({ pid: process.pid, startedAt, note: held.note }))
  })
  return Object.assign(held, { release: () => close(server) })
}

/** Lets one process at a time through: the file is made by exactly one. */
async function alone<Result>(mark: string, work: () => Promise<Result>): Promise<Result> {
  while (!makeMark(mark)) await wait(PAUSE_MS)
  try {
    return await work()
  } finally {
    rmSync(mark, { force: true })
  }
}

function makeMark(mark: string): boolean {
  try {
    writeFileSync(mark, '', { flag: 'wx' })
    return true
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
  }
  const made = statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
  if (Date.now() - made > STALE_MS) rmSync(mark, { force: true })
  return false
}

function taken(owner: Owner, root: string): ServerError {
  const what = owner.note === '' ? '' : `, ${owner.note}`
  return new ServerError(
    'already_running',
    `Highwater is already running on ${root}: process ${owner.pid}${what}, since ${owner.startedAt}. ` +
      'Stop that one first, or give this one another data directory with --data.',
  )
}

/** Asks who holds a socket; null when nobody answers. */
export function askOwner(path: string): Promise<Owner | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    let text = ''
    socket.setTimeout(ANSWER_MS, () => socket.destroy(new Error('no answer')))
    socket.on('data', (part) => (text += part.toString()))
    socket.on('end', () => resolve(parseOwner(text)))
    socket.on('error', (error) => {
      const gone = ['ENOENT', 'ECONNREFUSED', 'ECONNRESET'].includes(systemCode(error) ?? '')
      if (gone) resolve(null)
      // Something listens and is silent: a stopped process, or one that belongs to another user.
      else
        reject(
          new ServerError(
            'already_running',
            `${path} is held by a process that does not answer (${error.message}).`,
          ),
        )
    })
  })
}

function parseOwner(text: string): Owner | null {
  try {
    const read = JSON.parse(text) as Partial<Owner>
    if (typeof read.pid !== 'number') return null
    return { pid: read.pid, startedAt: String(read.startedAt), note: read.note ?? '' }
  } catch {
    // Cut short: the process ended while it answered.
    return null
  }
}

function serve(path: string, owner: () => Owner): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.end(JSON.stringify(owner()))
  })
  // Answering must not keep a finished process alive.
  server.unref()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => resolve(server))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}
