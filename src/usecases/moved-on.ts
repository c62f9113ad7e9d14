/** The refusal of a change made on a version that no longer stands. */
import { Refusal } from './refusal.ts'

export const movedOn = (what: string): Refusal =>
  new Refusal(
    'version_moved_on',
    `This ${what} was changed by someone else since you read it. Look at both and decide.`,
  )
