/** Which rule of the database a write broke, so that a use-case can refuse with the domain's own words. */
import { DatabaseError } from 'pg'

const UNIQUE = '23505'
const FOREIGN_KEY = '23503'
const CHECK = '23514'

/** A rule that was broken: its name in the schema, such as `teams_name`. */
export interface Violation {
  readonly kind: 'unique' | 'foreign_key' | 'check'
  readonly constraint: string
}

const KINDS: Readonly<Record<string, Violation['kind']>> = {
  [UNIQUE]: 'unique',
  [FOREIGN_KEY]: 'foreign_key',
  [CHECK]: 'check',
}

/** The rule that an error of the database names; null for any other error. */
export function violationOf(error: unknown): Violation | null {
  if (!(error instanceof DatabaseError) || error.code === undefined) return null
  const kind = KINDS[error.code]
  return kind === undefined ? null : { kind, constraint: error.constraint ?? '' }
}

/** Whether an error says that a value is taken which `index` keeps unique. */
export function isTaken(error: unknown, index: string): boolean {
  const violation = violationOf(error)
  return violation?.kind === 'unique' && violation.constraint === index
}
