/** Reads PostgreSQL's own types as the domain's: instants, days, whole numbers. */
import { type CustomTypesConfig, types } from 'pg'
import { type Instant, toInstant } from '../domain/instant.ts'

const INT8 = 20
const DATE = 1082
const TIMESTAMPTZ = 1184
const DATE_ARRAY = 1182
const INT8_ARRAY = 1016
const TIMESTAMPTZ_ARRAY = 1185
const TEXT_ARRAY = 1009

/** `2024-02-01 09:12:00.5+00`: the session's zone is UTC, so the offset is always zero. */
const UTC_TIMESTAMP = /^(\d{4,6}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d+)?\+00$/

/** Turns PostgreSQL's text of a `timestamptz` into an instant; microseconds are cut to milliseconds. */
function readInstant(text: string): Instant {
  const parts = UTC_TIMESTAMP.exec(text)
  if (!parts) throw new RangeError(`Not an instant of a UTC session: ${text}`)
  return toInstant(`${parts[1]}T${parts[2]}${(parts[3] ?? '').slice(0, 4)}Z`)
}

/** Turns PostgreSQL's text of a `bigint` into a number. Throws a `RangeError` on one that a number cannot hold. */
function readWholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`A bigint too large for a number: ${text}`)
  return number
}

/** `pg` reads arrays of text, though its types do not name their number. */
const parserOf = types.getTypeParser as (oid: number, format?: 'text' | 'binary') => (text: string) => unknown
const splitArray = parserOf(TEXT_ARRAY) as (text: string) => (string | null)[]

type Read = (text: string) => unknown

const READERS: Readonly<Record<number, Read>> = {
  [INT8]: readWholeNumber,
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: readInstant,
  [INT8_ARRAY]: each(readWholeNumber),
  [DATE_ARRAY]: each((text) => text),
  [TIMESTAMPTZ_ARRAY]: each(readInstant),
}

function each(read: Read): Read {
  return (text) => splitArray(text).map((element) => (element === null ? null : read(element)))
}

/** The type readers of a connection; what is not listed is read as `pg` does. */
export const columnTypes: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: string) =>
    (format === 'binary' ? undefined : READERS[oid]) ??
    parserOf(oid, format === 'binary' ? 'binary' : 'text'),
}
