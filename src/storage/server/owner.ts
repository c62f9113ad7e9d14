/** Tells starts on one data directory apart: the running one answers on a socket, a later one hears who it is. */
import { existsSync, rmSync } from 'node:fs'
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

/** Time after which two starts in the same instant have both settled who holds the socket. */
const SETTLE_MS = 30
const ANSWER_MS = 2_000

/** Claims a data directory by its socket directory. Throws `already_running` naming the process that holds it. */
export async function claim(
  socketDir: string,
  root: string,
  note: string,
  startedAt: string,
): Promise<Claim> {
  const path = join(socketDir, 'owner.sock')
  const running = await askOwner(path)
  if (running) throw taken(running, root)
  // Nobody answers: what is there was left by a process that was killed.
  if (existsSync(path)) rmSync(path, { force: true })
  const held = { note }
  const server = await listen(path, root, () => ({ pid: process.pid, startedAt, note: held.note }))
  await wait(SETTLE_MS)
  const heard = await askOwner(path)
  if (heard && (heard.pid !== process.pid || heard.startedAt !== startedAt)) {
    await close(server)
    throw taken(heard, root)
  }
  return Object.assign(held, { release: () => close(server) })
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

/** Listens, or says who was quicker. */
async function listen(path: string, root: string, owner: () => Owner): Promise<Server> {
  try {
    return await serve(path, owner)
  } catch (error) {
    const other = systemCode(error) === 'EADDRINUSE' ? await askOwner(path) : null
    throw other ? taken(other, root) : error
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
