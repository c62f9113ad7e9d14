import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDuration } from './duration.ts'

describe('durations', () => {
  it.each([
    ['4h 12m', 252],
    ['4h12m', 252],
    ['0h 22m', 22],
    ['45m', 45],
    ['90min', 90],
    ['62-minute outage', 62],
    ['1 hour and 48 minutes', 108],
    ['1 day, 4 hours', 1680],
    ['1.5 hours', 90],
    ['1h30', 90],
    ['half an hour', 30],
    ['an hour', 60],
    ['one and a half hours', 90],
    ['twenty minutes', 20],
    ['3 weeks', 30_240],
    ['90 seconds', 1.5],
    ['02:14', 134],
    ['01:10:00', 70],
    ['04:22 (from the first alert)', 262],
    ['7h (during support hours 10:00-17:00)', 420],
    ['21:45 to 23:28 UTC (1 hour 43 minutes)', 103],
    ['Resolved in 35 mins', 35],
    ['約2時間', 120],
    ['2時間30分', 150],
    ['1時間半', 90],
    ['約 58 分（復旧まで）', 58],
    ['约30分钟', 30],
    ['1小时20分', 80],
    ['半小时', 30],
    ['3 timer', 180],
    ['1 time og 20 minutter', 80],
    ['ca. 45 min', 45],
    ['en halvtime', 30],
    ['halvannen time', 90],
  ])('reads %s as %d minutes', (written, minutes) => {
    expect(findDuration(written)?.minutes).toBe(minutes)
  })

  it.each(['?', 'N/A', 'ongoing', 'a few hours', 'TBD', '', '10:00-11:30', 'see below'])(
    'reads nothing from %s',
    (written) => {
      expect(findDuration(written)).toBeNull()
    },
  )

  it('tells the two bounds of a range', () => {
    expect(findDuration('~1-2 hours (to the fix)')).toMatchObject({ minutes: 60, atMost: 120 })
    expect(findDuration('約 11〜13 時間')).toMatchObject({ minutes: 660, atMost: 780, approximate: true })
  })

  it.each(['12h+', '24+ hours', 'over 3 hours', 'more than 40 minutes'])(
    'knows that %s is open-ended',
    (written) => {
      expect(findDuration(written)?.openEnded).toBe(true)
    },
  )

  it.each(['~29 minutes', 'about 3 hours', 'approximately 20 min', '約2時間'])(
    'hears the doubt in %s',
    (written) => {
      expect(findDuration(written)?.approximate).toBe(true)
    },
  )

  it('reads back what it is given in hours and minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 59 }), (hours, minutes) => {
        const total = hours * 60 + minutes
        expect(findDuration(`${hours}h ${minutes}m`)?.minutes).toBe(total)
        expect(findDuration(`${hours} hours and ${minutes} minutes`)?.minutes).toBe(total)
        expect(findDuration(`約${hours}時間${minutes}分`)?.minutes).toBe(total)
      }),
    )
  })

  it('never throws and never gives less than nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(findDuration(text)?.minutes ?? 0).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
