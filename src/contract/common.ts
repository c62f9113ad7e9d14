/** Schemas every resource shares: ids, instants, days, pages, problems. */
import { z } from 'zod'
import type { Day, Instant } from '../domain/instant.ts'
import type { Id } from '../domain/ids.ts'

/** An identifier of a `T`, a UUID. */
export const id = <T extends string>() => z.uuid().transform((value) => value.toLowerCase() as Id<T>)

/** The identifier of something as it goes out; already trusted. */
export const idOut = <T extends string>() =>
  z.custom<Id<T>>((value) => typeof value === 'string').meta({ type: 'string', format: 'uuid' })

/** Far enough both ways for anything that happens; beyond it calendars and databases stop agreeing. */
const [FIRST_YEAR, LAST_YEAR] = [1970, 2200]

/** Whether something written in ISO 8601 lies in the years that are taken. */
function isInYears(written: string): boolean {
  const time = Date.parse(written)
  return time >= Date.UTC(FIRST_YEAR, 0, 1) && time < Date.UTC(LAST_YEAR + 1, 0, 1)
}
const outsideYears = `must lie in the years ${String(FIRST_YEAR)} to ${String(LAST_YEAR)}`

/** A point in time, ISO 8601 with zone, of the years 1970 to 2200; made UTC. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine(isInYears, { error: outsideYears, abort: true })
  .transform((value) => new Date(value).toISOString().replace(/\.000Z$/, 'Z') as Instant)

export const instantOut = z
  .custom<Instant>((value) => typeof value === 'string')
  .meta({ type: 'string', format: 'date-time' })

/** A calendar day of the years 1970 to 2200. */
export const day = z.iso
  .date()
  .refine(isInYears, { error: outsideYears, abort: true })
  .transform((value) => value as Day)
export const dayOut = z
  .custom<Day>((value) => typeof value === 'string')
  .meta({ type: 'string', format: 'date' })

/** One line a person reads: trimmed, not empty. */
export const line = (max: number) => z.string().trim().min(1).max(max)

/** Markdown written by a person; at most 200,000 characters. */
export const prose = z.string().max(200_000)

/** Without its default, if it has one. */
type Bare<T> = T extends z.ZodDefault<infer Inner> ? Inner : T

/**
 * The fields of a change: each may be left out and then stays as it is. Defaults are for making a thing; in a change they
 * would overwrite what is there.
 */
export function changesOf<S extends Readonly<Record<string, z.ZodType>>>(
  fields: z.ZodObject<S>,
): z.ZodObject<{ [K in keyof S]: z.ZodOptional<Bare<S[K]>> }> {
  const optional = Object.entries(fields.shape).map(([name, type]) => {
    const bare: z.ZodType = type instanceof z.ZodDefault ? (type.unwrap() as z.ZodType) : type
    return [name, bare.optional()]
  })
  return z.object(Object.fromEntries(optional)) as never
}

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** Opaque; from `nextCursor` of the page before. */
  cursor: z.string().max(500).optional(),
})

/** A keyset page: `items`, and where the next one begins, or null. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

/** A named thing as it appears inside another. */
export const named = <T extends string>() => z.object({ id: idOut<T>(), name: z.string() })

/** A comma-separated list of known words in a query: `a,b`. */
export const list = <const W extends readonly string[]>(words: W) =>
  z
    .string()
    .max(2_000)
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(z.enum(words)))

/** RFC 9457 problem document. `code` is stable; `errors` names the fields. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  /** With `version_moved_on`: the version that was sent and the one that stands, whole. */
  sentVersion: z.number().int().optional(),
  current: z.unknown().optional(),
})
export type Problem = z.output<typeof problem>
