/** Repeats: an occurrence of a class within its window of the one before. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IncidentClassId, IncidentId } from './ids.ts'
import { DEFAULT_WINDOW_DAYS, markRepeats } from './incident-class.ts'
import type { Occurrence } from './incident-class.ts'
import { toInstant } from './instant.ts'

const DAY = 86_400_000
const occurrence = (incident: string, day: number, name = 'certificate'): Occurrence => ({
  classId: name as IncidentClassId,
  incidentId: incident as IncidentId,
  at: toInstant(day * DAY),
})
const window = () => DEFAULT_WINDOW_DAYS

describe('repeats', () => {
  test('come at most a window after the one before, to the millisecond', () => {
    const marked = markRepeats([occurrence('a', 0), occurrence('b', 90), occurrence('c', 180.0001)], window)
    expect(marked.map((one) => one.repeat)).toEqual([false, true, false])
    expect(marked.map((one) => one.previous)).toEqual([null, 'a', 'b'])
    expect(marked[1]?.daysSincePrevious).toBe(90)
  })

  test('are counted within a class, each with its own window', () => {
    const some = [occurrence('a', 0, 'dns'), occurrence('b', 5, 'disk'), occurrence('c', 20, 'dns')]
    expect(markRepeats(some, window).filter((one) => one.repeat)).toMatchObject([{ incidentId: 'c' }])
    expect(markRepeats(some, () => 10).some((one) => one.repeat)).toBe(false)
  })

  test('do not make a repeat of an incident named twice', () => {
    expect(markRepeats([occurrence('a', 0), occurrence('a', 1)], window)).toHaveLength(1)
  })

  test('do not depend on the order in which occurrences come', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 2_000 }), { maxLength: 30 })
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 400 }), (list, windowDays) => {
        const occurrences = list.map((day) => occurrence(String(day), day))
        const marked = markRepeats(occurrences, () => windowDays)
        expect(markRepeats([...occurrences].reverse(), () => windowDays)).toEqual(marked)
        const sorted = [...list].sort((a, b) => a - b)
        const expected = sorted.filter((day, i) => i > 0 && day - (sorted[i - 1] ?? 0) <= windowDays)
        expect(marked.filter((one) => one.repeat).map((one) => Number(one.incidentId))).toEqual(expected)
      }),
    )
  })
})
