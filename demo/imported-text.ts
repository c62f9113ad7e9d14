/** The texts of `imported/`: old postmortems in their own house styles, whose dates move with the story. */
import type { Day } from '../src/domain/instant.ts'
import { addDays } from './story-time.ts'

const PLACE = /\{\{([+-]?\d{1,3})d (iso|long|us|dotted|compact)\}\}/g
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/**
 * Fills `{{0d iso}}`, `{{+7d long}}`, `{{+1d us}}`, `{{0d dotted}}` and `{{0d compact}}` with the day that many days
 * after the incident: 2026-11-12, 12 November 2026, November 12, 2026, 12.11.2026, 20261112.
 */
export function fillDates(text: string, day: Day): string {
  return text.replace(PLACE, (_, days: string, form: string) => write(addDays(day, Number(days)), form))
}

function write(day: Day, form: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const name = MONTHS[Number(month) - 1] ?? ''
  if (form === 'long') return `${Number(date)} ${name} ${year}`
  if (form === 'us') return `${name} ${Number(date)}, ${year}`
  if (form === 'dotted') return `${date}.${month}.${year}`
  return form === 'compact' ? `${year}${month}${date}` : day
}
