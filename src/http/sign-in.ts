/** Sign-in: better-auth over our own database, with only the few endpoints that a person's page needs. */
import type { Auth } from 'better-auth'
import { betterAuth } from 'better-auth'
import type { BetterAuthOptions } from 'better-auth'
import type pg from 'pg'

type SignInTables = Required<Pick<BetterAuthOptions, 'user' | 'session' | 'account' | 'verification'>>

export interface SignInOptions {
  /** Connections with PostgreSQL's usual readers: the library expects dates, not the domain's instants. */
  readonly pool: pg.Pool
  /** The names under which our tables hold the library's rows. */
  readonly tables: SignInTables
  /** Signs cookies; at least 32 characters, the same on every replica. */
  readonly secret: string
  /** Where people reach the server: `https://highwater.example`. Cookies are `Secure` when it is https. */
  readonly publicUrl: string
}

/** Days a session lasts without being used, and how long a cookie is believed before the database is asked. */
const SESSION_SECONDS = 14 * 24 * 60 * 60
const REFRESH_SECONDS = 24 * 60 * 60
const COOKIE_CACHE_SECONDS = 60

/** Paths below `/api/auth` that answer; every other one of the library does not exist here. */
export const SIGN_IN_PATHS: Readonly<Record<string, string>> = {
  'POST /api/auth/sign-in/email': 'tried',
  'POST /api/auth/sign-out': 'open',
  'GET /api/auth/get-session': 'open',
  'POST /api/auth/change-password': 'tried',
}

export type SignIn = Pick<Auth, 'handler'> & {
  readonly api: { getSession(options: GetSession): Promise<{ headers: Headers; response: SessionOf | null }> }
}
interface GetSession {
  readonly headers: Headers
  readonly returnHeaders: true
}
interface SessionOf {
  readonly user: { readonly id: string }
}

/** Makes the sign-in library for one installation. */
export function createSignIn(options: SignInOptions): SignIn {
  return betterAuth({
    appName: 'Highwater',
    baseURL: options.publicUrl,
    basePath: '/api/auth',
    secret: options.secret,
    database: options.pool,
    emailAndPassword: {
      enabled: true,
      // Accounts come from the first run and from one-time links alone.
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
    },
    ...options.tables,
    session: {
      ...options.tables.session,
      expiresIn: SESSION_SECONDS,
      updateAge: REFRESH_SECONDS,
      cookieCache: { enabled: true, maxAge: COOKIE_CACHE_SECONDS },
    },
    advanced: {
      cookiePrefix: 'highwater',
      useSecureCookies: false,
      defaultCookieAttributes: {
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        secure: options.publicUrl.startsWith('https:'),
      },
      // The server checks the origin of every write itself, for these paths as for its own.
      disableOriginCheck: true,
      disableCSRFCheck: true,
      database: { validateSchema: false },
    },
    // Tries are counted by the server, by address and by e-mail.
    rateLimit: { enabled: false },
    // Else what is not a refusal would be written to the console and lose its cause.
    onAPIError: { throw: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}
