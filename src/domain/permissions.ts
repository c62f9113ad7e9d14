/** Who may do what: a closed list of permissions, granted by role, everything else denied. */
import type { Role, Visibility } from './vocabulary.ts'

export const PERMISSIONS = [
  /** Read people, teams, services, layers and the organisation. */
  'directory.read',
  /** Read postmortems, incidents, actions and classes that are not restricted. */
  'postmortem.read',
  /** Read every restricted postmortem. */
  'postmortem.read_restricted',
  /** Begin and change incidents and postmortems. */
  'postmortem.write',
  /** Bring in existing postmortems. */
  'postmortem.import',
  /** Run reviews, send a postmortem back to draft, pass one on that is not ready. */
  'postmortem.facilitate',
  /** Propose and change action items; moving one on is judged by its own rules. */
  'action.write',
  /** Confirm or set aside the classes of a postmortem. */
  'class.confirm',
  /** Change the register of classes. */
  'class.write',
  /** Change teams, services and layers. */
  'catalogue.write',
  /** Have a text checked for its wording; nothing of it is kept. */
  'wording.check',
  'trend.read',
  /** Freeze the pack of a trend review and record what was decided on it. */
  'trend.review',
  /** Fund, decline or defer what is asked. */
  'sponsorship.decide',
  'programme.write',
  'cadence.write',
  /** Make and withdraw one's own API tokens. */
  'token.manage',
  'person.manage',
  'settings.write',
  /** Read the audit trail. */
  'audit.read',
  /** Back up and restore the installation. */
  'installation.manage',
] as const
export type Permission = (typeof PERMISSIONS)[number]

const VIEWER = ['directory.read', 'postmortem.read', 'wording.check', 'trend.read', 'token.manage'] as const
const CONTRIBUTOR = [...VIEWER, 'postmortem.write', 'action.write', 'class.confirm'] as const
const FACILITATOR = [
  ...CONTRIBUTOR,
  'postmortem.import',
  'postmortem.facilitate',
  'class.write',
  'trend.review',
  'programme.write',
] as const
const LEADER = [...CONTRIBUTOR, 'sponsorship.decide', 'trend.review', 'programme.write'] as const

const GRANTS = {
  viewer: VIEWER,
  contributor: CONTRIBUTOR,
  facilitator: FACILITATOR,
  leader: LEADER,
  admin: PERMISSIONS,
} as const satisfies Record<Role, readonly Permission[]>

/** The permissions that a set of roles grants together, in the order of `PERMISSIONS`. */
export function permissionsOf(roles: readonly Role[]): readonly Permission[] {
  const granted = new Set<Permission>(roles.flatMap((role) => GRANTS[role]))
  return PERMISSIONS.filter((permission) => granted.has(permission))
}

/** Whether any of the roles grants the permission; no role, no permission. */
export function can(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => (GRANTS[role] as readonly Permission[]).includes(permission))
}

/** What of a postmortem decides who sees it. */
export interface Restrictable<PersonId> {
  readonly visibility: Visibility
  readonly authorId: PersonId | null
  readonly facilitatorId: PersonId | null
  /** People invited by name. */
  readonly readerIds: readonly PersonId[]
}

/**
 * Whether a person may read a postmortem. A restricted one is for its author, its facilitator, those invited,
 * and whoever may read every restricted one; for anyone else it does not exist. Being a leader opens nothing: who
 * must read a restricted postmortem is invited to it. The rule holds for everything made of it: its incidents,
 * actions, history, search hits and counts' lists.
 */
export function mayRead<PersonId>(
  personId: PersonId,
  roles: readonly Role[],
  postmortem: Restrictable<PersonId>,
): boolean {
  if (!can(roles, 'postmortem.read')) return false
  if (postmortem.visibility === 'organisation') return true
  return (
    can(roles, 'postmortem.read_restricted') ||
    personId === postmortem.authorId ||
    personId === postmortem.facilitatorId ||
    postmortem.readerIds.includes(personId)
  )
}
