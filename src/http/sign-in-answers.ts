/** What the sign-in library answers, made fit to go out: no secret in a body, problems as everywhere else. */
import { type HttpCode, problemResponse } from './kit/problem.ts'

/**
 * The answer to a request below `/api/auth`. The library repeats the session's secret in its bodies; only the cookie, which
 * no script can read, carries it here. `ready` rejects when the database is away: the library does not say why it failed.
 */
export async function answerSignIn(
  key: string,
  response: Response,
  ready: () => Promise<void>,
  requestId: string,
): Promise<Response> {
  const body: unknown = await response.json().catch(() => null)
  if (response.status >= 500) {
    await ready()
    throw new Error(`The sign-in library failed: ${JSON.stringify(body)}`)
  }
  if (response.ok) return signedIn(response, body)
  const message = typeof body === 'object' && body !== null && 'message' in body ? body.message : null
  const detail = typeof message === 'string' ? message : 'It was refused.'
  return problemResponse(codeOf(key, response.status), { detail }, requestId)
}

function signedIn({ headers }: Response, body: unknown): Response {
  for (const name of ['content-length', 'location']) headers.delete(name)
  headers.set('content-type', 'application/json')
  headers.set('cache-control', 'no-store')
  const isSignedIn = typeof body === 'object' && body !== null && 'user' in body
  return new Response(JSON.stringify({ signedIn: isSignedIn }), { headers })
}

function codeOf(key: string, status: number): HttpCode {
  if (status === 401) return key === 'POST /api/auth/sign-in/email' ? 'sign_in_refused' : 'not_signed_in'
  return status === 415 ? 'media_type_unsupported' : 'invalid'
}
