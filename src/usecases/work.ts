/** What every use-case is given: who asks, since when it is now, the database to work on, and where ids come from. */
import type { PersonId, TokenId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Permission } from '../domain/permissions.ts'
import type { Actor } from '../domain/person.ts'
import type { Origin, Role } from '../domain/vocabulary.ts'
import type { Db, Tx } from '../storage/schema.ts'
import type { Sight } from '../storage/sight.ts'
import { Refusal } from './refusal.ts'

/** Who asks: a person, themselves or through a token that may do less than they may. */
export interface Caller extends Actor {
  readonly personId: PersonId
  readonly name: string
  readonly roles: readonly Role[]
  /** What the roles grant, and no more than the token's scopes where one is used. */
  readonly permissions: ReadonlySet<Permission>
  readonly tokenId: TokenId | null
  readonly from: Origin
}

/** What a use-case that reads works with. */
export interface Work<Who extends Caller | null = Caller> {
  readonly db: Db
  readonly who: Who
  readonly now: Instant
}

/** What a use-case that changes something works with: the transaction that its caller has opened and will commit. */
export interface Change<Who extends Caller | null = Caller> extends Work<Who> {
  readonly db: Tx
  /** Runs once the transaction is committed; nothing that must not be lost belongs here. */
  readonly afterCommit: (task: () => void) => void
}

/** Refuses unless the caller may; routes ask first, use-cases ask for what depends on the thing at hand. */
export function demand(work: Work, permission: Permission): void {
  if (work.who.permissions.has(permission)) return
  throw new Refusal('not_allowed', `This needs the permission \`${permission}\`.`)
}

/** What of restricted postmortems the caller sees: a token without the permission sees no more than its owner's own. */
export function sightOf({ who }: Work): Sight {
  return { personId: who.personId, seesRestricted: who.permissions.has('postmortem.read_restricted') }
}
