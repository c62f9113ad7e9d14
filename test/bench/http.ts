/** The read figures of the HTTP API over the full-size organisation: real requests to a listening server, one after another. */
import type { PersonId } from '../../src/domain/ids.ts'
import { toInstant } from '../../src/domain/instant.ts'
import { permissionsOf } from '../../src/domain/permissions.ts'
import { composeHttp } from '../../src/main/http.ts'
import { listen } from '../../src/main/listening.ts'
import type { Database } from '../../src/storage/connection.ts'
import type { Tables } from '../../src/storage/schema.ts'
import type { CarriedServer } from '../../src/storage/server/server.ts'
import { makeToken } from '../../src/usecases/accounts/tokens.ts'
import { performChange } from '../../src/usecases/perform.ts'
import { measure, type Measured } from './measure.ts'
import { randomFrom, seedId, seedRecord, type SeedSize } from './seed-record.ts'
import { serviceName } from './seed.ts'

const PAGE = { quantile: 'p99', ms: 50 } as const
const SEARCH = { quantile: 'p95', ms: 100 } as const

const LISTS = [
  '/postmortems',
  '/postmortems?q=severity:SEV1',
  '/postmortems?q=service:checkout&sort=oldest',
  '/postmortems?q=has:open-actions%20state:published',
  '/postmortems?sort=updated&limit=100',
]
const SEARCHES = [
  'pool',
  'certificate expired',
  'customers',
  'walrus',
  'connection pool exhausted',
  '"shared limit reached"',
  'dns resolver',
  'rate limit severity:SEV1',
  '接続数',
  'nothingatall',
]
const BOARDS = [
  '/actions?open=true',
  '/actions?overdue=true',
  '/actions?state=in_progress',
  '/actions?ageFrom=30&ageTo=90&open=true',
  '/actions',
]

/** Asks a path and tells how many rows came. */
type Ask = (path: string) => Promise<number>

/** Runs all of it; when nothing was asked of the database before, the first figure is cold. */
export async function measureHttp(
  database: Database<Tables>,
  server: CarriedServer,
  size: SeedSize,
): Promise<Measured[]> {
  const http = await composeHttp({
    database,
    target: server.connection(),
    secret: 'for benchmarks only, for benchmarks only',
    publicUrl: 'http://127.0.0.1',
    host: '127.0.0.1',
    pageFolder: 'dist/web',
    dataDir: null,
    log: console,
    clock: () => toInstant(size.end),
  })
  const listening = await listen(http.app.fetch, '127.0.0.1', 0)
  try {
    const secret = await tokenOf(http.ground, size)
    return await measureAll(asker(listening.url, secret), size)
  } finally {
    await listening.close()
    await http.close()
  }
}

/** A token of a facilitator, for whom every list is narrowed to what they may see. */
async function tokenOf(ground: Parameters<typeof performChange>[0], size: SeedSize): Promise<string> {
  const personId = seedId('person', 17, size.end - 6 * 365 * 86_400_000) as PersonId
  const roles = ['facilitator'] as const
  await ground.db.updateTable('people').set({ roles }).where('id', '=', personId).execute()
  const scopes = permissionsOf(roles)
  const caller = {
    personId,
    name: 'Bench',
    roles,
    permissions: new Set(scopes),
    tokenId: null,
    from: 'cli',
  } as const
  const expiresAt = toInstant(size.end + 86_400_000)
  const { secret } = await performChange(ground, caller, (work) =>
    makeToken(work, { name: 'benchmark', scopes, expiresAt }),
  )
  return secret
}

function asker(url: string, secret: string): Ask {
  return async (path) => {
    const response = await fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${secret}` } })
    const answer = (await response.json()) as { items?: unknown[]; rows?: unknown[] }
    // A few of the postmortems are restricted, and looking for one of them is a request like any other.
    if (response.status === 404) return 0
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    return answer.items?.length ?? answer.rows?.length ?? 1
  }
}

async function measureAll(ask: Ask, size: SeedSize): Promise<Measured[]> {
  const random = randomFrom(7)
  const postmortem = (): string => {
    const number = Math.floor(random() * size.postmortems)
    return seedId('postmortem', number, seedRecord(number, size, serviceName).startedAt)
  }
  const nth = (list: readonly string[], run: number): string => list[run % list.length] ?? ''
  const cold = { runs: 1, warm: 0, budget: { quantile: 'max', ms: 300 } } as const
  return [
    await measure('GET /trends, 12 months, cold', cold, () => ask('/trends')),
    await measure('GET /trends, 12 months, warm', { runs: 20 }, () => ask('/trends')),
    await measure('GET /postmortems', { runs: 400, budget: PAGE }, (run) => ask(nth(LISTS, run))),
    await measure('GET /postmortems/{postmortemId}', { runs: 400, budget: PAGE }, () =>
      ask(`/postmortems/${postmortem()}`),
    ),
    await measure('GET /actions', { runs: 400, budget: PAGE }, (run) => ask(nth(BOARDS, run))),
    await measure('GET /postmortems?q=, ranked', { runs: 300, budget: SEARCH }, (run) =>
      ask(`/postmortems?q=${encodeURIComponent(nth(SEARCHES, run))}`),
    ),
    await measure('GET /incidents', { runs: 200, budget: PAGE }, () => ask('/incidents')),
    await measure('GET /desk', { runs: 200, budget: PAGE }, () => ask('/desk')),
    await measure('GET /classes, 24 months', { runs: 20 }, () => ask('/classes')),
    await measure('GET /me', { runs: 400, budget: PAGE }, () => ask('/me')),
  ]
}
