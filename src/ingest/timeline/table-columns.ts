/** Which columns of a table hold day, time and end of its rows' events, and the zone that its head names for them. */
import type { Table, TableRow } from '../blocks/block.ts'
import { plain } from '../blocks/inline.ts'
import type { EntryHead } from './entry-head.ts'
import { COLUMN_HINTS, readStamp, type Stamp } from '../time/stamp.ts'
import type { Zone } from '../time/zone-offset.ts'
import { zoneIn } from './declared-zone.ts'

/** Column numbers from 0. */
export interface TimeColumns {
  /** Date without time, where it has a column of its own. */
  readonly date: number | null
  /** Time, or date and time. */
  readonly time: number | null
  readonly until: number | null
  /** Other columns that repeat the time or hold a weekday or a serial number; no part of the text. */
  readonly beside: ReadonlySet<number>
  readonly actor: number | null
  readonly zone: Zone | null
  /** A year that the head gives for dates without one: `Date (2022)`. */
  readonly year: number | null
}

const TIME_HEAD =
  /^(?:.*\b)?(?:time|date|when|timestamp|day|utc|start(?:ed)?|from|tid|tidspunkt|klokkeslett|dato|kl|zeit|uhrzeit|datum|hora|fecha|heure)\b|時刻|日時|時間|日付|时间|日期|시간|시각/iu
const END_HEAD = /^(?:end|ended|until|till|to|slutt|終了|结束)\b/iu
const ACTOR_HEAD =
  /^(?:actor|who|by|person|operator|user|owner|author|responder|name|担当|対応者|hvem|负责人)\b/iu
const SERIAL_HEAD = /^(?:#|№|(?:s(?:e?r|l)?\.? ?)?no\.?|s(?:e?r|l)\.?|nr\.?|step|id|index|番号|序号)$/iu
const LEADING = 4
const WIDEST = 8
const SHARE = 0.5
const SAMPLE = 60

/** What one column's cells turned out to be. */
interface ColumnFacts {
  readonly index: number
  readonly head: string
  readonly filled: number
  readonly dates: number
  readonly clocks: number
  readonly weekdays: number
  readonly unknowns: number
  /** Rows in number order from 1, where every row is numbered; else 0. */
  readonly serials: number
}

/** Reads a cell that is a stamp and little more. */
function readCell(raw: string): Stamp | null {
  const cell = /[<[\\]/.test(raw) ? plain(raw) : raw
  if (cell === '') return null
  const stamp = readStamp(cell, 0, COLUMN_HINTS)
  if (stamp === null) return null
  const rest = cell.slice(stamp.end).replaceAll(/[*_`\s]/g, '')
  return rest.length <= 40 || /^[(（]/.test(rest) ? stamp : null
}

function factsOf(table: Table, index: number): ColumnFacts {
  const facts = { filled: 0, dates: 0, clocks: 0, weekdays: 0, unknowns: 0 }
  for (const row of table.rows.slice(0, SAMPLE)) {
    const cell = row.cells[index] ?? ''
    if (cell === '') continue
    facts.filled += 1
    const stamp = readCell(cell)
    if (stamp === null) continue
    if (stamp.from.clock !== null || stamp.relative !== null) facts.clocks += 1
    else if (stamp.placeholder) facts.unknowns += 1
    else if (stamp.from.weekday !== null && stamp.from.date === null) facts.weekdays += 1
    else facts.dates += 1
  }
  const rows = table.rows.slice(0, SAMPLE)
  const serial = rows.every((row, at) => row.cells[index] === String(at + 1))
  return { index, head: plain(table.header?.cells[index] ?? ''), ...facts, serials: serial ? rows.length : 0 }
}

/** A column that its head calls a time may hold fewer. */
function mostly(count: number, facts: ColumnFacts): boolean {
  const share = TIME_HEAD.test(facts.head) && facts.head.length < 24 ? SHARE / 2 : SHARE
  return facts.filled > 0 && count / facts.filled >= share
}

function holdsTimes(facts: ColumnFacts): boolean {
  const timed = facts.dates + facts.clocks + facts.unknowns
  return facts.clocks > 0 && mostly(timed, facts)
}

function holdsDates(facts: ColumnFacts): boolean {
  return facts.dates > 0 && facts.clocks === 0 && mostly(facts.dates + facts.unknowns, facts)
}

/** Columns before the story: times, dates, weekdays and serial numbers stand first. */
function leadingColumns(table: Table): ColumnFacts[] {
  const width = Math.max(
    table.header?.cells.length ?? 0,
    ...table.rows.slice(0, SAMPLE).map((row) => row.cells.length),
  )
  const leading: ColumnFacts[] = []
  for (let index = 0; index < Math.min(width, LEADING + 1); index += 1) leading.push(factsOf(table, index))
  const story = leading.findIndex((facts) => !isLeading(facts))
  return story === -1 ? leading : leading.slice(0, story)
}

function isLeading(facts: ColumnFacts): boolean {
  if (holdsTimes(facts) || holdsDates(facts) || mostly(facts.weekdays, facts)) return true
  return (
    facts.serials > 1 || SERIAL_HEAD.test(facts.head) || (facts.filled === 0 && TIME_HEAD.test(facts.head))
  )
}

function namedColumn(table: Table, pattern: RegExp): number | null {
  const index = table.header?.cells.findIndex((cell) => pattern.test(plain(cell))) ?? -1
  return index === -1 ? null : index
}

/** In the timeline itself, dates and times may stand behind the story, under heads that say so. */
function trailingColumns(table: Table): ColumnFacts[] {
  const cells = table.header?.cells.slice(0, WIDEST) ?? []
  const facts = cells.flatMap((cell, index) => (TIME_HEAD.test(plain(cell)) ? [factsOf(table, index)] : []))
  const found = facts.filter((each) => holdsTimes(each) || holdsDates(each))
  return found.some(holdsTimes) ? found : []
}

/** Finds the time columns of a table; null when its rows are not events in time. */
export function timeColumns(table: Table, inTimeline: boolean): TimeColumns | null {
  const first = leadingColumns(table)
  const leading =
    inTimeline && !first.some((facts) => holdsTimes(facts) || holdsDates(facts))
      ? trailingColumns(table)
      : first
  const times = leading.filter(holdsTimes)
  const time = times[0] ?? null
  const date =
    leading.find((facts) => holdsDates(facts) && (time === null || facts.index < time.index)) ?? null
  if (time === null && date === null) return null
  if (table.header !== null && ![time, date].some((facts) => facts !== null && TIME_HEAD.test(facts.head))) {
    const blank = [time, date].every((facts) => facts === null || facts.head === '')
    if (!blank && readCell(table.header.cells[(time ?? date)?.index ?? 0] ?? '') === null) return null
  }
  const until = times.slice(1).find((facts) => END_HEAD.test(facts.head)) ?? null
  const heads = [time, date].map((facts) => facts?.head ?? '')
  return {
    date: date?.index ?? null,
    time: time?.index ?? null,
    until: until?.index ?? null,
    beside: new Set(leading.map((facts) => facts.index)),
    actor: namedColumn(table, ACTOR_HEAD),
    zone: heads.map(zoneIn).find((zone) => zone !== null) ?? null,
    year: yearIn(heads.join(' ')),
  }
}

function yearIn(head: string): number | null {
  const match = /\b(20\d{2})\b/.exec(head)
  return match === null ? null : Number(match[1])
}

/** The words of a row that are not its time: the remaining cells, joined. */
export function rowText(row: TableRow, columns: TimeColumns): string {
  return row.cells
    .filter(
      (cell, index) =>
        cell !== '' && !columns.beside.has(index) && index !== columns.until && index !== columns.actor,
    )
    .join(' — ')
}

/** The head of a table row, put together from its columns; a time column that holds words is a time not known. */
export function rowHead(cells: readonly string[], columns: TimeColumns): EntryHead | null {
  const timeCell = columns.time === null ? '' : (cells[columns.time] ?? '')
  const dateCell = columns.date === null ? '' : (cells[columns.date] ?? '')
  const asWritten = plain([dateCell, timeCell].filter((cell) => cell !== '').join(' '))
  if (asWritten === '') return null
  const time = readCell(timeCell)
  const date = readCell(dateCell)
  const main = time ?? date
  if (main === null) return unknownHead(asWritten)
  const from = { ...main.from, date: main.from.date ?? date?.from.date ?? null, weekday: null }
  const until = columns.until === null ? null : (readCell(cells[columns.until] ?? '')?.from ?? null)
  return { stamp: { ...main, from, until: main.until ?? until }, asWritten, text: '', prose: false }
}

function unknownHead(asWritten: string): EntryHead | null {
  if (!/[\p{L}\p{N}?…\p{Pd}]/u.test(asWritten)) return null
  const none = { date: null, clock: null, zone: null, weekday: null, dayShift: null }
  const stamp = {
    from: none,
    until: null,
    openEnded: false,
    approximate: false,
    placeholder: true,
    relative: null,
    start: 0,
    end: asWritten.length,
  }
  return { stamp, asWritten, text: '', prose: false }
}
