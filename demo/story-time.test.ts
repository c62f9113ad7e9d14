/** Story times are read, refused and turned into instants by the clocks of their zone. */
import { assert, integer, pre, property } from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../src/domain/instant.ts'
import { addDays, readDay, readMoment, wallInstant } from './story-time.ts'

test.each([
  ['10:04', 0, 604],
  ['+1d 09:12', 1, 552],
  ['-3d 00:00', -3, 0],
  ['+5d', 5, 600],
])('%s is read', (written, days, minutes) => {
  expect(readMoment(written)).toMatchObject({ days, minutes })
})

test.each(['', '24:00', '9:05', '1d', '10:60', '+1d9:00', 'noon'])('"%s" is no time', (written) => {
  expect(readMoment(written)).toBeNull()
})

test('a due day is counted in days only', () => {
  expect(readDay('+36d')?.days).toBe(36)
  expect(readDay('+36d 10:00')).toBeNull()
})

test('clocks in the zone show the written time, but for the hour that a clock change skips', () => {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  assert(
    property(integer({ min: 0, max: 3_000 }), integer({ min: 0, max: 1_439 }), (days, minutes) => {
      pre(minutes < 120 || minutes >= 180)
      const day = addDays('2024-01-01' as Day, days)
      const clock = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
      expect(shown.format(new Date(wallInstant(day, minutes, 'Europe/Amsterdam')))).toBe(`${day} ${clock}`)
    }),
  )
})
