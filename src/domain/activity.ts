/** Activity: an append-only record of who did what to which thing, when and from where. */
import type { ActivityId, PersonId, TokenId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { Origin, Thing } from './vocabulary.ts'

/** A field as it was and as it became; the values are JSON. */
export interface FieldChange {
  /** JSON name: `impactStartedAt`. */
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** What a rule says happened; the use-case adds who, when and from where. */
export interface ActivityDraft {
  readonly thing: Thing
  readonly thingId: string
  /** Past tense, snake_case: `created`, `severity_changed`, `committed`. */
  readonly what: string
  readonly changes: readonly FieldChange[]
  readonly reason: string | null
}

/** One entry; never edited or deleted. */
export interface Activity extends ActivityDraft {
  readonly id: ActivityId
  /** Null for what the server does on its own, on a schedule. */
  readonly personId: PersonId | null
  readonly tokenId: TokenId | null
  readonly at: Instant
  readonly from: Origin
  /** An entry about a restricted postmortem, or a part of one, is restricted too. */
  readonly restricted: boolean
}

/**
 * The fields that differ between two states of a thing, in the order of `after`.
 * Values are compared as JSON; `ignore` names fields that say nothing to a reader, such as `version`.
 */
export function changedFields<T extends object>(
  before: T,
  after: T,
  ignore: readonly (keyof T & string)[] = [],
): FieldChange[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])] as (keyof T & string)[]
  return names
    .filter((name) => !ignore.includes(name))
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => ({ field: name, before: before[name] ?? null, after: after[name] ?? null }))
}
