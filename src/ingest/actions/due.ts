/** Finds the day by which an action is promised. */
import type { Day } from '../../domain/instant.ts'

const KEYED =
  /(?:\b(?:due|deadline|by|before|eta|target(?: date)?|no later than|frist|innen)\b|期限|締切|截止|完成时间)[^\w\n]{0,6}(?:date|日期|日)?[^\w\n]{0,6}(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/i
const BARE = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/
/** `— 2025-09-23 —`: a date set off as a part of its own. */
const SET_OFF = /(?:^|\s)[—–|]\s*(\d{4})-(\d{2})-(\d{2})\s*(?:[—–|]|$)/

/** A date written as due or deadline in running text. A date merely set off is due only while the action is not done. */
export function dueInText(text: string, done: boolean): Day | null {
  const sample = text.slice(0, 4_000)
  return dayOf(KEYED.exec(sample)) ?? (done ? null : dayOf(SET_OFF.exec(sample)))
}

/** The date in a cell that holds nothing but a due date. */
export function dueInCell(cell: string): Day | null {
  return dayOf(BARE.exec(cell.slice(0, 200)))
}

function dayOf(match: RegExpExecArray | null): Day | null {
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? (date.toISOString().slice(0, 10) as Day) : null
}
