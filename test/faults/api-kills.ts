/** Rounds of kill -9 under writes through the API: what was acknowledged, and what of it is gone. */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type Call, createClient } from '../../src/client/client.ts'
import { toInstant } from '../../src/domain/instant.ts'
import { type Program, startProgram } from '../support/program.ts'

/** What the rounds showed. */
export interface KillReport {
  readonly rounds: number
  /** Writes that were answered with success before a kill. */
  readonly acknowledged: number
  /** Names of those that a later start does not have. */
  readonly lost: readonly string[]
  /** Milliseconds from each start after a kill until it served. */
  readonly starts: readonly number[]
}

const WRITERS = 4
/** A round's kill comes after so many answers, however slow the machine is. */
const ANSWERS_A_ROUND = 8
const PASSWORD = 'a long enough password'

/** Kills a server of `dataDir`, which must be new, `rounds` times. `entry` is `src/main.ts` or what is built of it. */
export async function killRounds(entry: string, dataDir: string, rounds: number): Promise<KillReport> {
  const acknowledged: string[] = []
  const starts: number[] = []
  let token: string | null = null
  for (let round = 0; round < rounds; round += 1) {
    const { program, url, took } = await startServing(entry, dataDir)
    starts.push(took)
    token ??= await firstToken(program, url)
    const over = { now: false }
    const enough = acknowledged.length + ANSWERS_A_ROUND
    const writers = Array.from({ length: WRITERS }, () =>
      write(createClient({ url, token: token ?? '' }), over, acknowledged),
    )
    await answersReach(enough, acknowledged)
    await wait(Math.random() * 400)
    program.child.kill('SIGKILL')
    over.now = true
    await Promise.all([...writers, program.ended])
  }
  const last = await startServing(entry, dataDir)
  const kept = await allNames(createClient({ url: last.url, token: token ?? '' }))
  last.program.child.kill('SIGTERM')
  await last.program.ended
  const lost = acknowledged.filter((name) => !kept.has(name))
  return { rounds, acknowledged: acknowledged.length, lost, starts: starts.slice(1) }
}

async function answersReach(enough: number, acknowledged: readonly string[]): Promise<void> {
  const deadline = Date.now() + 30_000
  while (acknowledged.length < enough) {
    if (Date.now() > deadline) throw new Error(`Only ${acknowledged.length} of ${enough} writes within 30 s`)
    await wait(5)
  }
}

async function startServing(
  entry: string,
  dataDir: string,
): Promise<{ program: Program; url: string; took: number }> {
  const begun = performance.now()
  const program = startProgram(entry, ['serve', '--data', dataDir, '--port', '0'])
  const [, url = ''] = await program.untilSaid(/ready: (http:\S+)\n/)
  return { program, url, took: performance.now() - begun }
}

/** The first run, as a person does it, and a token for the rounds. */
async function firstToken(program: Program, url: string): Promise<string> {
  const [, code = ''] = await program.untilSaid(/setup\?code=(\S+)\n/)
  const account = { email: 'admin@example.org', password: PASSWORD }
  const organisation = { organisationName: 'Pier & Lock', timeZone: 'UTC', name: 'Ada Administrator' }
  await createClient({ url })('POST /setup', { body: { code, ...organisation, ...account } })
  const signedIn = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const call = createClient({
    url,
    fetch: (input, init) =>
      fetch(input, { ...init, headers: { ...(init.headers as Record<string, string>), cookie } }),
  })
  const expiresAt = toInstant(Date.now() + 86_400_000)
  const { secret } = await call('POST /tokens', {
    body: { name: 'rounds', scopes: ['catalogue.write', 'directory.read'], expiresAt },
  })
  return secret
}

/** Adds teams one after the other until the server is gone; a name counts once its answer arrived. */
async function write(call: Call, over: { readonly now: boolean }, acknowledged: string[]): Promise<void> {
  while (!over.now) {
    const name = `Team ${randomUUID()}`
    try {
      await call('POST /teams', { body: { name } })
      acknowledged.push(name)
    } catch (error) {
      // The kill cuts answers off, at any byte of them; a refusal by a living server is a mistake of the test.
      const isCut = error instanceof TypeError || error instanceof SyntaxError
      if (!isCut && !over.now) throw error
      if (isCut) return
    }
  }
}

async function allNames(call: Call): Promise<Set<string>> {
  const names = new Set<string>()
  let cursor: string | null = null
  do {
    const page: { items: readonly { name: string }[]; nextCursor: string | null } = await call('GET /teams', {
      query: { limit: 100, ...(cursor === null ? {} : { cursor }) },
    })
    for (const { name } of page.items) names.add(name)
    cursor = page.nextCursor
  } while (cursor !== null)
  return names
}
