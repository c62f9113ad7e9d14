/** Refusals of use-cases: the one exception that undoes a transaction and carries a coded answer out of it. */
import { CursorError } from '../storage/page.ts'
import type { FieldProblem, Problem, ProblemCode, Result } from '../domain/problem.ts'

/** What a use-case can refuse with, beyond the rules of the domain. */
export const REFUSAL_CODES = [
  'not_found',
  'not_allowed',
  'not_signed_in',
  'version_moved_on',
  'reference_unknown',
  'name_taken',
  'email_taken',
  'last_admin',
  'link_refused',
  'setup_code_refused',
  'setup_done',
  'scope_not_yours',
  'expiry_out_of_range',
  'import_closed',
  'path_refused',
  'folder_unreadable',
  'disk_full',
  'cursor_refused',
  'idempotency_key_reused',
  'idempotency_key_in_use',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number] | ProblemCode

/**
 * A refusal on its way out. It is thrown because a refusal inside a transaction must undo it; whoever opened the
 * transaction turns it back into a value, in one place.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly errors: readonly FieldProblem[]
  constructor(code: RefusalCode, message: string, errors: readonly FieldProblem[] = []) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.errors = errors
  }
}

/** The value of a rule that holds; throws its problem as a `Refusal` when it does not. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw refusalOf(result.problem)
}

const refusalOf = (problem: Problem): Refusal => new Refusal(problem.code, problem.message, problem.errors)

/** The value, or a refusal that says the named thing does not exist for the caller. */
export function found<T>(value: T | null | undefined, what: string): T {
  if (value !== null && value !== undefined) return value
  throw new Refusal('not_found', `There is no such ${what}, or you may not see it.`)
}

/** The refusal that an error thrown from within a use-case stands for; null for what is no refusal. */
export function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  if (!(error instanceof CursorError)) return null
  return new Refusal('cursor_refused', 'The cursor was not given by this list. Begin again without one.', [
    { field: 'cursor', message: 'is not a cursor of this list' },
  ])
}
