/** Who sends a request: a person by session cookie, or a program by API token; roles are read anew each time. */
import type { Caller } from '../usecases/work.ts'
import { HttpRefusal } from './kit/problem.ts'
import type { SignIn } from './sign-in.ts'

/** The caller, or null for nobody; `setCookies` renews a session's cookie cache. */
export interface Identity {
  readonly caller: Caller | null
  readonly setCookies: readonly string[]
}

export interface IdentifyPorts {
  /** Resolved on first need, so that a start does not wait for the library. */
  readonly signIn: () => Promise<SignIn>
  readonly callerOfUser: (userId: string) => Promise<Caller | null>
  readonly callerOfToken: (secret: string, client: string | null) => Promise<Caller | null>
}

const NOBODY: Identity = { caller: null, setCookies: [] }
const SESSION_COOKIE = 'highwater.session_token='

/** Makes the function that tells who sends a request; a token that is not good throws `not_signed_in`. */
export function createIdentify(ports: IdentifyPorts): (request: Request) => Promise<Identity> {
  return async (request) => {
    const authorization = request.headers.get('authorization')
    if (authorization !== null) return byToken(ports, authorization, request.headers.get('highwater-client'))
    return request.headers.get('cookie')?.includes(SESSION_COOKIE) === true
      ? bySession(ports, request)
      : NOBODY
  }
}

async function byToken(ports: IdentifyPorts, header: string, client: string | null): Promise<Identity> {
  const secret = /^Bearer +(\S+)$/i.exec(header)?.[1]
  const caller = secret === undefined ? null : await ports.callerOfToken(secret, client)
  if (caller !== null) return { caller, setCookies: [] }
  throw new HttpRefusal('not_signed_in', 'The API token is not known, was withdrawn or has expired.', {
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  })
}

async function bySession(ports: IdentifyPorts, request: Request): Promise<Identity> {
  const signIn = await ports.signIn()
  const { headers, response } = await signIn.api.getSession({ headers: request.headers, returnHeaders: true })
  const setCookies = headers.getSetCookie()
  if (response === null) return { caller: null, setCookies }
  return { caller: await ports.callerOfUser(response.user.id), setCookies }
}
