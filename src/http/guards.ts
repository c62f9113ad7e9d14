/** What is refused before a route is reached: foreign hosts, foreign sites, too many tries. */
import { HttpRefusal } from './kit/problem.ts'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * Refuses a name that is not this server's while it listens on loopback only: a page elsewhere could otherwise
 * point its own name here and read what is behind (DNS rebinding).
 */
export function checkHost(request: Request, listensOn: string, publicUrl: string): void {
  const bare = listensOn.includes(':') ? `[${listensOn.replaceAll(/[[\]]/g, '')}]` : listensOn
  if (!LOOPBACK.test(bare)) return
  const { hostname } = new URL(request.url)
  if (LOOPBACK.test(hostname) || hostname === new URL(publicUrl).hostname) return
  throw new HttpRefusal('host_refused', `This server answers as ${publicUrl} and on this machine only.`)
}

/**
 * Refuses a write that another site's page sends with a person's cookies. Browsers say where a request comes from
 * in `Sec-Fetch-Site`, older ones in `Origin`; programs send neither, and carry no cookies by themselves.
 */
export function checkOrigin(request: Request, publicUrl: string): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
  if (request.headers.has('authorization')) return
  const site = request.headers.get('sec-fetch-site')
  if (site === 'same-origin' || site === 'none') return
  const origin = request.headers.get('origin')
  if (site === null && origin === null) return
  if (site === null && (origin === new URL(request.url).origin || origin === new URL(publicUrl).origin))
    return
  throw new HttpRefusal(
    'cross_site_refused',
    'Writes are taken from this server’s own pages and from programs.',
  )
}

interface Tries {
  failed: number
  /** Tries that are not decided yet; each holds one of the key's places. */
  underWay: number
  /** Epoch milliseconds after which the failed ones are forgotten. */
  until: number
  readonly waiting: (() => void)[]
}

/**
 * Counts failed tries by a key and says when there were too many; held in memory, each replica for itself. A try holds its
 * place while it is under way, so that many at once are not more than many in turn; when only undecided tries are in the
 * way, the next one waits for them.
 */
export class TryLimit {
  readonly #tries = new Map<string, Tries>()
  readonly #most: number
  readonly #windowMs: number
  readonly #now: () => number
  constructor(most: number, windowMs: number, now: () => number = Date.now) {
    this.#most = most
    this.#windowMs = windowMs
    this.#now = now
  }

  /** Runs a try that answers whether it failed; throws `too_many_tries`, and runs nothing, while the key has used up its tries. */
  async attempt<T>(key: string, run: () => Promise<T>, hasFailed: (result: T) => boolean): Promise<T> {
    const tries = await this.#enter(key)
    let failed = false
    try {
      const result = await run()
      failed = hasFailed(result)
      return result
    } finally {
      this.#leave(key, tries, failed)
    }
  }

  async #enter(key: string): Promise<Tries> {
    for (;;) {
      const tries = this.#triesOf(key)
      if (tries.failed >= this.#most) throw tooMany(tries.until - this.#now())
      if (tries.failed + tries.underWay < this.#most) {
        tries.underWay += 1
        return tries
      }
      await new Promise<void>((resolve) => tries.waiting.push(resolve))
    }
  }

  #leave(key: string, tries: Tries, failed: boolean): void {
    tries.underWay -= 1
    if (failed) {
      if (tries.failed === 0) tries.until = this.#now() + this.#windowMs
      tries.failed += 1
    }
    if (tries.failed === 0 && tries.underWay === 0 && tries.waiting.length === 0) this.#tries.delete(key)
    // All look again: one may go on, or every one of them is refused.
    for (const wake of tries.waiting.splice(0)) wake()
  }

  #triesOf(key: string): Tries {
    const known = this.#tries.get(key)
    if (known !== undefined) {
      if (known.until <= this.#now()) known.failed = 0
      return known
    }
    if (this.#tries.size >= MOST_KEYS) this.#forget()
    const tries: Tries = { failed: 0, underWay: 0, until: 0, waiting: [] }
    this.#tries.set(key, tries)
    return tries
  }

  #forget(): void {
    const now = this.#now()
    for (const [key, tries] of this.#tries) {
      if (tries.until <= now && tries.underWay === 0) this.#tries.delete(key)
    }
    // Still too many: drop the oldest, so that memory stays bounded under a flood of keys.
    for (const key of this.#tries.keys()) {
      if (this.#tries.size < MOST_KEYS) break
      this.#tries.delete(key)
    }
  }
}

const MOST_KEYS = 10_000

function tooMany(waitMs: number): HttpRefusal {
  const seconds = String(Math.max(1, Math.ceil(waitMs / 1000)))
  return new HttpRefusal('too_many_tries', `Try again in ${seconds} seconds.`, {
    headers: { 'retry-after': seconds },
  })
}
