/** Forgets what can no longer be used: answers past their day, codes and sessions that have expired; adds up what was tallied. */
import { forgetSessions } from '../../storage/accounts-store.ts'
import { forgetKeys } from '../../storage/idempotency-store.ts'
import { forgetLinks } from '../../storage/one-time-links-store.ts'
import { addUpTallies } from '../../storage/trend-tallies.ts'
import type { Work } from '../work.ts'

export async function tidyUp({ db, now }: Work<null>): Promise<void> {
  await forgetKeys(db, now)
  await forgetLinks(db, now)
  await forgetSessions(db, now)
  await addUpTallies(db)
}
