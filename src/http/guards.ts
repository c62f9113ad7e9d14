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
  count: number
  /** Epoch milliseconds after which they are forgotten. */
  readonly until: number
}

/** Counts failed tries by a key and says when there were too many; held in memory, each replica for itself. */
export class TryLimit {
  readonly #tries = new Map<string, Tries>()
  readonly #most: number
  readonly #windowMs: number
  constructor(most: number, windowMs: number) {
    this.#most = most
    this.#windowMs = windowMs
  }

  /** Throws `too_many_tries` while the key has used up its tries. */
  check(key: string, now: number): void {
    const tries = this.#tries.get(key)
    if (tries === undefined || tries.until <= now || tries.count < this.#most) return
    const seconds = Math.ceil((tries.until - now) / 1000)
    throw new HttpRefusal('too_many_tries', `Try again in ${String(seconds)} seconds.`, {
      headers: { 'retry-after': String(seconds) },
    })
  }

  failed(key: string, now: number): void {
    const tries = this.#tries.get(key)
    if (tries !== undefined && tries.until > now) tries.count += 1
    else this.#tries.set(key, { count: 1, until: now + this.#windowMs })
    if (this.#tries.size > 10_000) this.#forget(now)
  }

  succeeded(key: string): void {
    this.#tries.delete(key)
  }

  #forget(now: number): void {
    for (const [key, tries] of this.#tries) if (tries.until <= now) this.#tries.delete(key)
    // Still too many: drop the oldest, so that memory stays bounded under a flood of keys.
    for (const key of this.#tries.keys()) {
      if (this.#tries.size <= 10_000) break
      this.#tries.delete(key)
    }
  }
}
