import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixedOffset, offsetAt, offsetName, wallToEpoch } from './zone-offset.ts'

const MINUTE = 60_000
const ZONES = [
  'America/Los_Angeles',
  'America/New_York',
  'Europe/London',
  'Europe/Oslo',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'UTC',
  '-03:30',
]
const anEpoch = fc
  .integer({ min: Date.UTC(2005, 0, 1) / MINUTE, max: Date.UTC(2035, 0, 1) / MINUTE })
  .map((minutes) => minutes * MINUTE)

function wallOf(zone: string, epoch: number): number {
  return epoch + offsetAt(zone, epoch)
}

describe('wall clocks and instants', () => {
  it('finds an instant whose wall clock shows the time asked for, unless clocks skip it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), anEpoch, (zone, wall) => {
        const { epoch, fit } = wallToEpoch(wall, zone)
        expect(wallOf(zone, epoch) === wall).toBe(fit !== 'gap')
      }),
    )
  })

  it('gives back the instant it started from, or the same wall time an overlap earlier', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), anEpoch, (zone, instant) => {
        const { epoch, fit } = wallToEpoch(wallOf(zone, instant), zone)
        expect(fit === 'exact' ? epoch === instant : epoch <= instant).toBe(true)
      }),
    )
  })

  it('keeps summer time in zones that have it', () => {
    const summer = Date.UTC(2021, 5, 3, 9)
    const winter = Date.UTC(2021, 0, 3, 9)
    expect(new Date(wallToEpoch(summer, 'America/Los_Angeles').epoch).toISOString()).toBe(
      '2021-06-03T16:00:00.000Z',
    )
    expect(new Date(wallToEpoch(winter, 'America/Los_Angeles').epoch).toISOString()).toBe(
      '2021-01-03T17:00:00.000Z',
    )
  })

  it('moves an hour that clocks skip forward by the gap', () => {
    const wall = Date.UTC(2024, 2, 31, 2, 30)
    expect(wallToEpoch(wall, 'Europe/Oslo')).toEqual({ epoch: Date.UTC(2024, 2, 31, 1, 30), fit: 'gap' })
  })

  it('takes the first of two equal hours in autumn', () => {
    const wall = Date.UTC(2024, 9, 27, 2, 30)
    expect(wallToEpoch(wall, 'Europe/Oslo')).toEqual({ epoch: Date.UTC(2024, 9, 27, 0, 30), fit: 'overlap' })
  })

  it('reads and writes fixed offsets', () => {
    fc.assert(
      fc.property(fc.integer({ min: -14 * 60, max: 14 * 60 }), (minutes) => {
        expect(fixedOffset(offsetName(minutes))).toBe(minutes)
      }),
    )
    expect(fixedOffset('Europe/Oslo')).toBeNull()
  })

  it('knows the offset of every minute of a day', () => {
    for (let minute = 0; minute < 1440; minute += 1) {
      const wall = Date.UTC(2024, 5, 1) + minute * MINUTE
      expect(wallToEpoch(wall, 'America/New_York')).toMatchObject({ epoch: wall + 4 * 60 * MINUTE })
    }
  })
})
