/** What went wrong on the way to an answer, made a problem document; the unexpected is logged, never shown. */
import { asRefusal } from '../../usecases/refusal.ts'
import { HttpRefusal, problemResponse } from './problem.ts'

/** The server's own log; `fields` are named values beside the message. */
export interface Log {
  readonly error: (message: string, fields?: Readonly<Record<string, unknown>>) => void
  readonly warn: (message: string, fields?: Readonly<Record<string, unknown>>) => void
}

/** States of PostgreSQL and codes of the system that mean "away", to be tried again later. */
const AWAY = /^(?:57P0[123]|08\d{3}|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/

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

function isAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  if ('code' in error && typeof error.code === 'string' && AWAY.test(error.code)) return true
  return error instanceof Error && error.message.startsWith('Connection terminated')
}
