/** Names of months and days. */
import { setOf } from './list.ts'

export const MONTHS = setOf(
  'april august december february january july june march may november october september',
)

/** Whether the word names a month or a day of the week. */
export const isDay = (word: string): boolean =>
  MONTHS.has(word) || /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(word)
