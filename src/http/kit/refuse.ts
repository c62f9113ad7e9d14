/** What went wrong on the way to an answer, made a problem document; the unexpected is logged, never shown. */
import { asRefusal } from '../../usecases/refusal.ts'
import { HttpRefusal, problemResponse } from './problem.ts'

/** The server's own log; `fields` are named values beside the message. */
export interface Log {
  readonly error: (message: string, fields?: Readonly<Record<string, unknown>>) => void
  readonly warn: (message: string, fields?: Readonly<Record<string, unknown>>) => void
}

/** States of PostgreSQL and codes of the system that mean "away", to be tried again later. */
const AWAY = /^(?:57P0[123]|08\d{3}|53300|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENOENT|EPIPE)$/

/** The driver's own words, which carry no code. */
const AWAY_MESSAGE =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** The response for anything thrown while answering. */
export function refusalResponse(error: unknown, requestId: string, log: Log): Response {
  if (error instanceof HttpRefusal) {
    return problemResponse(
      error.code,
      { detail: error.message, errors: error.errors, headers: error.headers },
      requestId,
    )
  }
  const refusal = asRefusal(error)
  if (refusal !== null) {
    return problemResponse(refusal.code, { detail: refusal.message, errors: refusal.errors }, requestId)
  }
  if (isAway(error)) {
    log.warn('The database does not answer', { requestId, error })
    return problemResponse(
      'database_away',
      {
        detail: 'Nothing was changed, or the change was not confirmed. Try again.',
        headers: { 'retry-after': '2' },
      },
      requestId,
    )
  }
  log.error('A request failed', { requestId, error })
  return problemResponse(
    'unexpected',
    { detail: `It was logged as request ${requestId}. Try again, or tell whoever runs this server.` },
    requestId,
  )
}

/** Libraries wrap what the connection said; how deep is bounded, since a chain of causes may be a circle. */
function isAway(error: unknown): boolean {
  let cause = error
  for (let depth = 0; depth < 10 && typeof cause === 'object' && cause !== null; depth += 1) {
    if ('code' in cause && typeof cause.code === 'string' && AWAY.test(cause.code)) return true
    if (cause instanceof Error && AWAY_MESSAGE.test(cause.message)) return true
    cause = 'cause' in cause ? cause.cause : null
  }
  return false
}
