import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countTicks, durationTicks, linear, logarithmic } from './scale.ts'
import { smoothLine } from './smooth-line.ts'
import { cutText, textWidth, wrapText } from './text-width.ts'
import { timeTicks } from './time-ticks.ts'

describe('scales', () => {
  it('map the ends of the domain to the ends of the range', () => {
    const scale = linear([10, 20], [0, 100])
    expect([scale(10), scale(15), scale(20)]).toEqual([0, 50, 100])
    expect(linear([5, 5], [0, 100])(5)).toBe(50)
  })

  it('hold a value below a logarithmic domain at its beginning', () => {
    const scale = logarithmic([1, 100], [0, 100])
    expect(scale(10)).toBeCloseTo(50)
    expect(scale(0)).toBe(0)
  })

  it('mark counts with whole numbers that reach the highest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), (max) => {
        const marks = countTicks(max)
        expect(marks[0]).toBe(0)
        expect(marks.at(-1)).toBeGreaterThanOrEqual(max)
        expect(marks.every(Number.isInteger)).toBe(true)
        expect(marks.length).toBeLessThan(12)
      }),
    )
  })

  it('bracket durations with round ones', () => {
    expect(durationTicks(4, 95)).toEqual([3, 10, 30, 60, 180])
    expect(durationTicks(0, 0.5)).toEqual([1, 3])
  })
})

describe('marks of a time axis', () => {
  it('stand at round clock times of the zone, not of UTC', () => {
    const from = Date.parse('2026-11-12T10:02:00Z')
    const labels = timeTicks(from, from + 3_600_000, 8, 'Asia/Kolkata').map((tick) => tick.label)
    expect(labels).toEqual(['15:40', '15:50', '16:00', '16:10', '16:20', '16:30'])
  })

  it('name days when they span days, across a change of clocks', () => {
    const ticks = timeTicks(
      Date.parse('2026-10-23T00:00:00Z'),
      Date.parse('2026-10-28T12:00:00Z'),
      8,
      'Europe/Berlin',
    )
    expect(ticks.map((tick) => tick.label)).toEqual(['24 Oct', '25 Oct', '26 Oct', '27 Oct', '28 Oct'])
    expect(ticks.map((tick) => new Date(tick.at).toISOString().slice(11, 16))).toEqual([
      '22:00',
      '22:00',
      '23:00',
      '23:00',
      '23:00',
    ])
  })

  it('are never more than asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60_000, max: 3e10 }), fc.integer({ min: 2, max: 12 }), (length, most) => {
        const from = Date.parse('2026-01-01T00:00:00Z')
        expect(timeTicks(from, from + length, most, 'UTC').length).toBeLessThanOrEqual(most + 1)
      }),
    )
  })
})

describe('texts of a drawing', () => {
  it('are wrapped at words and end in an ellipsis where cut', () => {
    expect(wrapText('Checkout success drops below 90 % and pages', 120, 12, 2)).toEqual([
      'Checkout success',
      'drops below 90 %…',
    ])
    expect(cutText('short', 120, 12)).toBe('short')
  })

  it('keep to their width', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 120 }),
        fc.integer({ min: 40, max: 300 }),
        (text, width) => {
          for (const line of wrapText(text, width, 12, 3))
            expect(textWidth(line, 12)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})

describe('a smooth line', () => {
  it('goes through its points without passing beyond them', () => {
    const path = smoothLine([
      [0, 0],
      [10, 100],
      [20, 100],
      [30, 0],
    ])
    expect(path).toBe('M0 0C3.3 0 6.7 100 10 100C13.3 100 16.7 100 20 100C23.3 100 26.7 0 30 0')
  })

  it('runs down when asked to', () => {
    expect(
      smoothLine(
        [
          [0, 5],
          [10, 5],
        ],
        true,
      ),
    ).toBe('M5 0C5 3.3 5 6.7 5 10')
  })
})
