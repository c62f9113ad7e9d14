/** The page's one door to the server: the typed client, signing in and signing out. */
import { ApiProblem, createClient, problemOf } from '../client/client.ts'
import type { Problem } from '../contract/common.ts'

/** Calls a route of the API as whoever is signed in. Throws `ApiProblem` on a refusal. */
export const call = createClient({ url: '' })

/** Makes a problem document of whatever was thrown, so that screens handle one shape only. */
export function problemFrom(thrown: unknown): Problem {
  if (thrown instanceof ApiProblem) return thrown.problem
  return {
    type: 'about:blank',
    title: 'The server did not answer',
    detail: 'Check the connection and try again. Nothing that was saved is lost.',
    status: 0,
    code: 'no_answer',
  }
}

async function post(path: string, body: unknown): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (response.ok) return
  const problem = await problemOf(response)
  throw new ApiProblem({ ...problem, ...SAID[response.status] })
}

/** What the page says of the refusals that a person meets; others speak for themselves. */
const SAID: Readonly<Record<number, Pick<Problem, 'title' | 'detail' | 'code'>>> = {
  401: {
    title: 'Not signed in',
    detail:
      'That e-mail and password do not fit together. Check both, or ask an administrator for a new link.',
    code: 'sign_in_refused',
  },
  429: { title: 'Too many tries', detail: 'Wait a minute, then try again.', code: 'too_many_tries' },
}

/** Starts a session by cookie. Throws `ApiProblem` when the pair is refused. */
export const signIn = (email: string, password: string): Promise<void> =>
  post('/api/auth/sign-in/email', { email, password })

/** Ends the session. */
export const signOut = (): Promise<void> => post('/api/auth/sign-out', {})
