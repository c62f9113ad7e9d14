/** What a call is refused with, for tests of refusals. */
import { ApiProblem } from '../../src/client/client.ts'
import type { Problem } from '../../src/contract/common.ts'

/** The problem document; throws when the call is accepted. */
export async function problemOf(call: Promise<unknown>): Promise<Problem> {
  try {
    await call
  } catch (error) {
    if (error instanceof ApiProblem) return error.problem
    throw error
  }
  throw new Error('The call was accepted')
}

/** The code of the refusal, or `accepted`. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    if (error instanceof ApiProblem) return error.problem.code
    throw error
  }
  return 'accepted'
}
