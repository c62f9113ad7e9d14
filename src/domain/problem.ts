/** Refusals of the domain: values with a stable code and a message that names the thing, never thrown. */

/** Every way in which a rule of the domain refuses; the HTTP layer maps each to a status. */
export const PROBLEM_CODES = [
  'value_invalid',
  'not_permitted',
  'reason_needed',
  'transition_refused',
  'not_ready',
  'review_needed',
  'postmortem_read_only',
  'moments_out_of_order',
  'severity_unknown',
  'severity_unchanged',
  'hindsight',
  'owner_needed',
  'owner_must_accept',
  'only_owner',
  'due_needed',
  'measure_needed',
  'funding_needed',
  'check_by_another',
  'reading_needed',
  'only_sponsor',
  'sponsor_needed',
  'expiry_needed',
  'not_expired',
  'dependency_cycle',
  'currency_mismatch',
  'zone_unknown',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** What one field of the input lacks or gets wrong; `field` is the JSON name. */
export interface FieldProblem {
  readonly field: string
  readonly message: string
}

/** One refusal: `message` is a sentence for a person; `errors` names fields or missing parts, and may be empty. */
export interface Problem {
  readonly code: ProblemCode
  readonly message: string
  readonly errors: readonly FieldProblem[]
}

/** The value of a rule that may refuse. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem }

/** A result that holds. */
export function accept<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** A result that refuses. */
export function refuse(
  code: ProblemCode,
  message: string,
  errors: readonly FieldProblem[] = [],
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code, message, errors } }
}

/** Whether a text says something: null, empty and white space do not. */
export function isSaid(text: string | null): text is string {
  return text !== null && text.trim() !== ''
}
