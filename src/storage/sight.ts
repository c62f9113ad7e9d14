/** What of restricted postmortems an asker may see; every read that could show one takes this. */
import { sql, type RawBuilder } from 'kysely'
import type { PersonId } from '../domain/ids.ts'

export interface Sight {
  /** Null for a caller that is no person: it sees nothing restricted unless `seesRestricted`. */
  readonly personId: PersonId | null
  /** Whether the asker may read every restricted postmortem. */
  readonly seesRestricted: boolean
}

/** The server's own sight, for what it does on its own and never shows. */
export const SEES_ALL: Sight = { personId: null, seesRestricted: true }

/**
 * The condition that a row of `postmortem_cards`, under the name `cards`, may be seen. It says the same as `mayRead` of
 * the domain, for lists.
 */
export function mayBeSeen(sight: Sight, cards = 'postmortem_cards'): RawBuilder<boolean> {
  if (sight.seesRestricted) return sql<boolean>`true`
  const visibility = sql.ref(`${cards}.visibility`)
  if (sight.personId === null) return sql<boolean>`${visibility} = 'organisation'`
  const readableBy = sql.ref(`${cards}.readable_by`)
  return sql<boolean>`(${visibility} = 'organisation' or ${sight.personId}::uuid = any(${readableBy}))`
}

/** The incidents of which only restricted postmortems tell that the asker may not see: few, so counts take them away. */
export function hiddenIncidents(sight: Sight): RawBuilder<string> {
  return sql<string>`
    select pi.incident_id
    from postmortem_cards hidden join postmortem_incidents pi using (postmortem_id)
    where hidden.visibility = 'restricted' and not ${mayBeSeen(sight, 'hidden')}
      and not exists (
        select from postmortem_incidents other join postmortem_cards shown using (postmortem_id)
        where other.incident_id = pi.incident_id and other.postmortem_id <> pi.postmortem_id
          and ${mayBeSeen(sight, 'shown')}
      )`
}

/** The restricted postmortems that the asker may not see. */
export function hiddenPostmortems(sight: Sight): RawBuilder<string> {
  return sql<string>`
    select hidden.postmortem_id from postmortem_cards hidden
    where hidden.visibility = 'restricted' and not ${mayBeSeen(sight, 'hidden')}`
}
