/** Days, months and working days in zones whose clocks change. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  dayOf,
  daysBetween,
  firstDayOf,
  isDay,
  isWithin,
  isZone,
  startOfDay,
  stepsBetween,
  weekdayOf,
} from './calendar.ts'
import { epoch, toInstant } from './instant.ts'
import type { Day, Instant } from './instant.ts'
import { addWorkingDays, deadlineAfter, workingDaysBetween } from './working-days.ts'
import type { WorkingWeek } from './working-days.ts'

const day = (text: string) => text as Day
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Beirut',
  'America/Havana',
  '+05:45',
]

describe('a day in a zone', () => {
  test('begins by its own clocks, in summer and in winter', () => {
    expect(startOfDay(day('2026-01-15'), 'Europe/Berlin')).toBe('2026-01-14T23:00:00Z')
    expect(startOfDay(day('2026-07-15'), 'Europe/Berlin')).toBe('2026-07-14T22:00:00Z')
    expect(dayOf('2026-07-14T22:00:00Z' as Instant, 'Europe/Berlin')).toBe('2026-07-15')
    expect(dayOf('2026-07-14T21:59:59Z' as Instant, 'Europe/Berlin')).toBe('2026-07-14')
  })

  test('is 23 or 25 hours long when clocks change', () => {
    const hours = (text: string) =>
      (epoch(startOfDay(addDays(day(text), 1), 'Europe/Berlin')) -
        epoch(startOfDay(day(text), 'Europe/Berlin'))) /
      3_600_000
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-05-01')]).toEqual([23, 25, 24])
  })

  test('begins after the skip where midnight does not exist', () => {
    // Clocks in São Paulo went from 00:00 to 01:00 on 4 November 2018.
    expect(startOfDay(day('2018-11-04'), 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00Z')
    // They went back from 00:00 to 23:00 at the end of 17 February 2018.
    expect(startOfDay(day('2018-02-18'), 'America/Sao_Paulo')).toBe('2018-02-18T03:00:00Z')
  })

  test('begins with the earlier midnight where midnight comes twice', () => {
    // Clocks in Havana go from 01:00 back to 00:00 on 1 November 2026.
    expect(startOfDay(day('2026-11-01'), 'America/Havana')).toBe('2026-11-01T04:00:00Z')
  })

  test('that a zone left out altogether is empty', () => {
    // Samoa went from 29 to 31 December 2011.
    expect(startOfDay(day('2011-12-30'), 'Pacific/Apia')).toBe(startOfDay(day('2011-12-31'), 'Pacific/Apia'))
  })

  test('holds every instant from its start to the next day’s start', () => {
    const instant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2035, 0, 1) })
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (ms, zone) => {
        const at = toInstant(ms)
        const on = dayOf(at, zone)
        const start = startOfDay(on, zone)
        expect(epoch(start)).toBeLessThanOrEqual(ms)
        expect(epoch(startOfDay(addDays(on, 1), zone))).toBeGreaterThan(ms)
        expect(dayOf(start, zone)).toBe(on)
      }),
      { numRuns: 500 },
    )
  })
})

describe('months and quarters', () => {
  test('are whole, half-open and follow each other in the zone', () => {
    const months = stepsBetween('month', day('2026-02-10'), day('2026-05-01'), 'Europe/Berlin')
    expect(months).toEqual([
      { from: '2026-01-31T23:00:00Z', to: '2026-02-28T23:00:00Z' },
      { from: '2026-02-28T23:00:00Z', to: '2026-03-31T22:00:00Z' },
      { from: '2026-03-31T22:00:00Z', to: '2026-04-30T22:00:00Z' },
    ])
    expect(stepsBetween('quarter', day('2025-11-01'), day('2026-01-02'), 'UTC')).toEqual([
      { from: '2025-10-01T00:00:00Z', to: '2026-01-01T00:00:00Z' },
      { from: '2026-01-01T00:00:00Z', to: '2026-04-01T00:00:00Z' },
    ])
    expect(stepsBetween('month', day('2026-05-01'), day('2026-05-01'), 'UTC')).toEqual([])
    expect(firstDayOf('year', day('2026-05-17'))).toBe('2026-01-01')
  })

  test('put the instant of a border into the later one', () => {
    const [january, february] = stepsBetween('month', day('2026-01-01'), day('2026-03-01'), 'Asia/Kolkata')
    expect(january).toBeDefined()
    expect(february).toBeDefined()
    if (january === undefined || february === undefined) return
    expect(isWithin(january.to, january)).toBe(false)
    expect(isWithin(january.to, february)).toBe(true)
  })
})

test('the calendar knows weekdays, leap days and zones', () => {
  expect(weekdayOf(day('2026-03-01'))).toBe(7)
  expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01')
  expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2)
  expect([isDay('2024-02-29'), isDay('2023-02-29'), isDay('2024-2-9')]).toEqual([true, false, false])
  expect([isZone('Europe/Berlin'), isZone('+02:00'), isZone('Mars/Base')]).toEqual([true, true, false])
})

describe('working days', () => {
  const week: WorkingWeek = { workingDays: [1, 2, 3, 4, 5], timeZone: 'Europe/Berlin' }

  test('skip the weekend and days off', () => {
    expect(addWorkingDays(day('2026-03-06'), 1, week)).toBe('2026-03-09')
    expect(addWorkingDays(day('2026-03-07'), 0, week)).toBe('2026-03-09')
    expect(addWorkingDays(day('2026-03-09'), -1, week)).toBe('2026-03-06')
    expect(addWorkingDays(day('2026-03-06'), 1, { ...week, daysOff: [day('2026-03-09')] })).toBe('2026-03-10')
    expect(workingDaysBetween(day('2026-03-02'), day('2026-03-16'), week)).toBe(10)
  })

  test('count from the day in the organisation’s zone and end with that day', () => {
    // 23:30 UTC on Thursday is Friday in Berlin.
    expect(deadlineAfter('2026-03-05T23:30:00Z' as Instant, 2, week)).toEqual({
      day: '2026-03-10',
      before: '2026-03-10T23:00:00Z',
    })
  })

  test('added are counted again', () => {
    const workingDays = fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 1, max: 60 }),
        workingDays,
        (on, n, days) => {
          const some = { workingDays: days, timeZone: 'UTC' }
          const start = addDays(day('2024-01-01'), on)
          const end = addWorkingDays(start, n, some)
          expect(workingDaysBetween(addDays(start, 1), addDays(end, 1), some)).toBe(n)
        },
      ),
    )
  })

  test('need a week that has some', () => {
    expect(() => addWorkingDays(day('2026-03-06'), 1, { ...week, workingDays: [] })).toThrow(RangeError)
  })
})
