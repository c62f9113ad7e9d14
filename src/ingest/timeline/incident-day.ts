/** The day of the incident as the document tells it outside its timeline: field, title, file name, first date in the text. */
import type { StatedField } from './stated-field.ts'
import { plain } from '../blocks/inline.ts'
import { DATE_BEGINS } from '../time/calendar.ts'
import { readDate, type WrittenDate } from '../time/written-date.ts'
import { resolveDate } from './clock-sequence.ts'

/** Where a day was found; `firstDate` is only the first date of the running text. */
export type DaySource = 'field' | 'title' | 'timeline' | 'path' | 'frontMatter' | 'firstDate'

export interface FoundDay {
  /** Days since 1970-01-01. */
  readonly day: number
  readonly source: DaySource
}

export interface DayPlaces {
  readonly title: string
  readonly path: string
  readonly fields: readonly StatedField[]
  /** Statements of the timeline itself, such as `All times in PST, on February 8th 2019`. */
  readonly timelineNotes: readonly string[]
  readonly text: string
}

const DATE_FIELDS = new Set(['started', 'date', 'period', 'detected'])
const CANDIDATE = new RegExp(`(?<![\\p{L}\\d])${DATE_BEGINS}`, 'giu')
const SEARCHED = 6_000
const MOST_CANDIDATES = 1_200
const PATH_DAY = /(?<!\d)((?:19|20)\d{2})[-_/.]?(\d{2})[-_/.]?(\d{2})(?!\d)/g
const HINTS = { slashedWithoutYear: false }

/** Dates written in a text, in order, at most `limit`. */
export function datesIn(text: string, limit: number): WrittenDate[] {
  const dates: WrittenDate[] = []
  let end = 0
  let tried = 0
  for (const match of text.slice(0, SEARCHED).matchAll(CANDIDATE)) {
    if (match.index < end) continue
    tried += 1
    if (tried > MOST_CANDIDATES || dates.length >= limit) break
    const read = readDate(text, match.index, HINTS)
    if (read === null) continue
    dates.push(read.date)
    end = read.end
  }
  return dates
}

function firstDay(text: string, dayFirst: boolean): number | null {
  for (const date of datesIn(text, 6)) {
    const day = resolveDate(date, { day: null, year: null }, dayFirst)
    if (day !== null) return day
  }
  return null
}

/** The day in a path: `2024-03-01-x.md`, `20240301`, `2021/07/13.md`, `06-nov-2022`. The file's own name before its folders. */
function pathDay(path: string): number | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const own = dayInName(name)
  return own ?? dayInName(path)
}

function dayInName(name: string): number | null {
  for (const match of name.matchAll(PATH_DAY)) {
    const date: WrittenDate = {
      year: Number(match[1]),
      month: Number(match[2]),
      day: Number(match[3]),
      untilDay: null,
      order: 'named',
    }
    const day = resolveDate(date, { day: null, year: null }, false)
    if (day !== null) return day
  }
  return firstDay(name.replaceAll('_', ' ').replace(/(?<=\d{4})\.\w+$/, ''), true)
}

/** A year in the path or the text, for dates that have none. */
export function incidentYear(places: DayPlaces): number | null {
  const match = /(?<!\d)(20[0-3]\d)(?!\d)/.exec(
    `${places.title}\n${places.path}\n${places.text.slice(0, SEARCHED)}`,
  )
  return match === null ? null : Number(match[1])
}

function fieldDay(fields: readonly StatedField[], frontMatter: boolean, dayFirst: boolean): number | null {
  for (const name of ['started', 'period', 'date', 'detected'] as const) {
    for (const field of fields) {
      if (field.name !== name || (field.place === 'frontMatter') !== frontMatter || !DATE_FIELDS.has(name))
        continue
      const day = firstDay(plain(field.values.join(' ')), dayFirst)
      if (day !== null) return day
    }
  }
  return null
}

/** Every place that gives a day, the most telling first. */
export function incidentDays(places: DayPlaces, dayFirst: boolean): FoundDay[] {
  const found: readonly (readonly [number | null, DaySource])[] = [
    [firstOf(places.timelineNotes, dayFirst), 'timeline'],
    [fieldDay(places.fields, false, dayFirst), 'field'],
    [firstDay(places.title, dayFirst), 'title'],
    [pathDay(places.path), 'path'],
    [fieldDay(places.fields, true, dayFirst), 'frontMatter'],
    [firstDay(places.text, dayFirst), 'firstDate'],
  ]
  return found.flatMap(([day, source]) => (day === null ? [] : [{ day, source }]))
}

function firstOf(notes: readonly string[], dayFirst: boolean): number | null {
  for (const note of notes) {
    const day = firstDay(note, dayFirst)
    if (day !== null) return day
  }
  return null
}
