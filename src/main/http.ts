/** Puts the HTTP side together: stores below use-cases below routes, sign-in beside them. */
import { statfs } from 'node:fs/promises'
import type { Hono } from 'hono'
import { Pool } from 'pg'
import { createApp } from '../http/app.ts'
import { createIdentify, type Identity } from '../http/identify.ts'
import type { Installation } from '../http/installation.ts'
import type { HttpEnv } from '../http/kit/mount.ts'
import type { Log } from '../http/kit/refuse.ts'
import { Metrics } from '../http/metrics.ts'
import { createPages } from '../http/pages.ts'
import type { SignIn } from '../http/sign-in.ts'
import { createQueue } from '../jobs/queue.ts'
import { lintAgainJob } from '../jobs/lint-again.ts'
import { readFolderJob } from '../jobs/read-folder.ts'
import type { Database, DatabaseTarget } from '../storage/connection.ts'
import { pendingMigrations } from '../storage/migrate.ts'
import type { Tables } from '../storage/schema.ts'
import { signInTables } from '../storage/sign-in-tables.ts'
import { callerOfToken, callerOfUser } from '../usecases/accounts/identify.ts'
import type { ImportPorts } from '../usecases/imports/imports.ts'
import { unfinishedFolders } from '../usecases/imports/progress.ts'
import type { FreeBytes } from '../usecases/imports/room.ts'
import { tidyUp } from '../usecases/accounts/tidy-up.ts'
import { type Ground, performChange, reading, systemClock } from '../usecases/perform.ts'
import { isLintingDue } from '../usecases/wording/lint-again.ts'
import type { WordingPorts } from '../usecases/wording/wording-settings.ts'
import type { Caller } from '../usecases/work.ts'
import { handlersOf } from './handlers.ts'
import { readRulePage } from './rule-pages.ts'

export interface HttpParts {
  readonly database: Database<Tables>
  readonly target: DatabaseTarget
  /** Signs session cookies; at least 32 characters, the same on every replica. */
  readonly secret: string
  readonly publicUrl: string
  readonly host: string
  /** Where the built page lies. */
  readonly pageFolder: string
  /** Whose disk is looked at before something is brought in; null when the database lies elsewhere. */
  readonly dataDir: string | null
  readonly log: Log
  readonly checkAnswer?: Installation['checkAnswer']
  readonly clock?: Ground['clock']
}

export interface ComposedHttp {
  readonly app: Hono<HttpEnv>
  readonly ground: Ground
  /** Answers a request made in this process, as that caller. */
  answerAs(caller: Caller, request: Request): Promise<Response>
  /** As the sign-in library keeps passwords. */
  hashPassword(password: string): Promise<string>
  /** Loads the sign-in library and opens the queue ahead of the first need. */
  warmUp(): Promise<void>
  close(): Promise<void>
}

const TIDY_EVERY_MS = 6 * 60 * 60 * 1000

/** Makes the application of one installation. Nothing listens yet. */
export async function composeHttp(parts: HttpParts): Promise<ComposedHttp> {
  const { database, log } = parts
  const ground: Ground = {
    db: database.db,
    clock: parts.clock ?? systemClock,
    onTaskError: (error) => log.error('A task after a change failed', { error }),
  }
  const plainPool = new Pool({ ...parts.target, max: 4, application_name: 'highwater jobs and sign-in' })
  plainPool.on('error', (error) => log.warn('A connection for jobs or sign-in broke', { error }))
  // The pool listens to idle connections only; a broken one in use must not end the process.
  plainPool.on('connect', (client) => client.on('error', () => undefined))
  const signIn = lazySignIn(parts, plainPool)
  const freeBytes = freeBytesOf(parts.dataDir)
  const onError = (error: unknown): void => log.error('A job failed', { error })
  const readFolder = readFolderJob({ ground, freeBytes, onError })
  const lintAgain = lintAgainJob(ground)
  const queue = createQueue({ pool: plainPool, kinds: [readFolder, lintAgain], onError })
  // One job for each import at a time: adding it again while it waits or runs changes nothing.
  const readLater: ImportPorts['readFolder'] = (work, importId) =>
    queue.add(work.db, readFolder, importId, { importId })
  const lintLater: WordingPorts['lintAgain'] = (work) => queue.add(work.db, lintAgain, 'all', {})
  const metrics = new Metrics(() => ({
    total: database.pool.totalCount,
    idle: database.pool.idleCount,
    waiting: database.pool.waitingCount,
  }))
  const tidy = (): Promise<void> => tidyUp(reading(ground, null)).catch(onError)
  const tidying = setInterval(() => void tidy(), TIDY_EVERY_MS).unref()
  const installation = installationOf(parts, ground, signIn)
  // Requests made in this process, and who makes each: nothing in a request itself can claim it.
  const known = new WeakMap<Request, Promise<Identity>>()
  const app = createApp({
    installation: {
      ...installation,
      identify: (request) => known.get(request) ?? installation.identify(request),
    },
    handlers: handlersOf({
      publicUrl: parts.publicUrl,
      hashPassword,
      freeBytes,
      readFolder: readLater,
      lintAgain: lintLater,
      readRulePage,
    }),
    signIn,
    pages: await createPages(parts.pageFolder),
    metrics,
    ready: () => checkReady(database),
    host: parts.host,
    publicUrl: parts.publicUrl,
  })
  return {
    app,
    ground,
    answerAs: async (caller, request) => {
      known.set(request, Promise.resolve({ caller, setCookies: [] }))
      return app.fetch(request)
    },
    hashPassword,
    warmUp: async () => {
      await signIn()
      await queue.open()
      await performChange(ground, null, async (work) => {
        for (const importId of await unfinishedFolders(work)) await readLater(work, importId)
        if (await isLintingDue(work)) await lintLater(work)
      })
      await tidy()
    },
    close: async () => {
      clearInterval(tidying)
      metrics.stop()
      await queue.close()
      await plainPool.end()
    },
  }
}

/** The library takes a third of a second to load: a start does not wait for it. */
function lazySignIn(parts: HttpParts, pool: Pool): () => Promise<SignIn> {
  let loading: Promise<SignIn> | null = null
  const load = async (): Promise<SignIn> => {
    const { createSignIn } = await import('../http/sign-in.ts')
    return createSignIn({ pool, tables: signInTables, secret: parts.secret, publicUrl: parts.publicUrl })
  }
  return () => (loading ??= load())
}

async function hashPassword(password: string): Promise<string> {
  const library = await import('better-auth/crypto')
  return library.hashPassword(password)
}

function installationOf(parts: HttpParts, ground: Ground, signIn: () => Promise<SignIn>): Installation {
  return {
    identify: createIdentify({
      signIn,
      callerOfUser: (userId) => callerOfUser(ground, userId),
      callerOfToken: (secret, client) => callerOfToken(ground, secret, client),
    }),
    reading: (caller) => reading(ground, caller),
    writing: (caller, body) => performChange(ground, caller, body),
    log: parts.log,
    ...(parts.checkAnswer === undefined ? {} : { checkAnswer: parts.checkAnswer }),
  }
}

async function checkReady({ pool }: Database<Tables>): Promise<void> {
  const pending = await pendingMigrations(pool)
  if (pending.length > 0) throw new Error(`The database is not up to date: ${pending.join(', ')}`)
}

/** Free bytes on the disk that holds the data directory. */
function freeBytesOf(dataDir: string | null): FreeBytes {
  return async () => {
    if (dataDir === null) return null
    const { bavail, bsize } = await statfs(dataDir)
    return bavail * bsize
  }
}
