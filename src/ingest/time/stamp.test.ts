import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COLUMN_HINTS, PROSE_HINTS, readStamp, type Stamp, type WrittenTime } from './stamp.ts'

function spoken({ date, clock, zone, weekday, dayShift }: WrittenTime): string {
  const parts: string[] = []
  if (date !== null) parts.push([date.year ?? 'any', date.month, date.day ?? 'any'].join('-'))
  if (weekday !== null) parts.push(`weekday ${weekday}`)
  if (dayShift !== null) parts.push(`shift ${dayShift}`)
  if (clock !== null) parts.push(`${clock.hour}:${String(clock.minute).padStart(2, '0')}`)
  if (zone !== null) parts.push(zone)
  return parts.join(' ')
}

function told(stamp: Stamp | null): string | null {
  if (stamp === null) return null
  const marks = [
    stamp.approximate ? 'about' : '',
    stamp.openEnded ? 'onwards' : '',
    stamp.placeholder ? 'unknown' : '',
  ].filter((mark) => mark !== '')
  const range = stamp.until === null ? '' : ` to ${spoken(stamp.until)}`
  return [`${spoken(stamp.from)}${range}`.trim(), ...marks].filter((part) => part !== '').join(', ')
}

describe('stamps in running text', () => {
  it.each([
    ['16:09: CPU is high', '16:09', ': CPU is high'],
    ['7:40 checks the switch', '7:40', ' checks the switch'],
    ['2023-02-14 10:29 | rolled', '2023-2-14 10:29', ' | rolled'],
    ['2025-05-06T14:03:49Z x', '2025-5-6 14:03 UTC', ' x'],
    ['2025-05-06T14:03:49-07:00', '2025-5-6 14:03 -07:00', ''],
    ['**16:58 UTC** - writer', '16:58 UTC', '** - writer'],
    ['`10:40` - deployed', '10:40', '` - deployed'],
    ['08:52 PM', '20:52', ''],
    ['4:41pm reports', '16:41', ' reports'],
    ['12:05 am', '0:05', ''],
    ['13:52 PM: slip', '13:52', ': slip'],
    ['10.30am x', '10:30', ' x'],
    ['5pm x', '17:00, about', ' x'],
    ['~8-9 PM x', '20:00 to 21:00, about', ' x'],
    ['10h47 x', '10:47', ' x'],
    ['1600 UTC x', '16:00 UTC', ' x'],
    ['1900 and 2100 UTC', '19:00', ' and 2100 UTC'],
    ['2:14 - 3:30 pm x', '14:14 to 15:30', ' x'],
    ['noon x', '12:00', ' x'],
    ['13時05分', '13:05', ''],
    ['午後3時', '15:00, about', ''],
    ['2026-03-14T16:4x:00Z', '2026-3-14 16:40 UTC, about', ''],
  ])('reads the time in %s', (text, expected, rest) => {
    const stamp = readStamp(text, 0, PROSE_HINTS)
    expect(told(stamp)).toBe(expected)
    expect(text.slice(stamp?.end)).toBe(rest)
  })

  it.each([
    ['2024/03/01', '2024-3-1'],
    ['2026 - 06 - 18', '2026-6-18'],
    ['20170802', '2017-8-2'],
    ['May 12th, 2025', '2025-5-12'],
    ['March 20, 12:44', 'any-3-20 12:44'],
    ['Sep 29 2017 08:59', '2017-9-29 8:59'],
    ['Friday, 21 March 2025', '2025-3-21'],
    ['3. February 2020', '2020-2-3'],
    ['Apr-22-2022', '2022-4-22'],
    ['2025-Feb-07', '2025-2-7'],
    ['23-April-2025', '2025-4-23'],
    ['06-nov-2022', '2022-11-6'],
    ['16/12/2022 00:50:10', '2022-12-16 0:50'],
    ['07-27-2023', '2023-7-27'],
    ['24-10-2024', '2024-10-24'],
    ['5-26-21', '2021-5-26'],
    ['01.07.2019 kl. 10:30', '2019-7-1 10:30'],
    ['1. mars 2024 kl 09.15', '2024-3-1 9:15'],
    ['2024年3月1日 13時05分', '2024-3-1 13:05'],
    ['2024-10-05 (土) 13:00', '2024-10-5 13:00'],
    ['22025-03-18 10:00', '2025-3-18 10:00'],
    ['January 2025', '2025-1-any'],
    ['Friday 14:00', 'weekday 5 14:00'],
    ['翌日 02:00', 'shift 1 2:00'],
    ['16:30 on 5 March 2024', '2024-3-5 16:30'],
    ['22:30 UTC (Oct 29)', 'any-10-29 22:30 UTC'],
    ['2015-09-08 @ 15:50 UTC', '2015-9-8 15:50 UTC'],
    ['On 2026-08-20 at 7:15 UTC', '2026-8-20 7:15 UTC'],
    ['Sat, Feb 19, 2022 at 8:05 PM', '2022-2-19 20:05'],
  ])('reads the date in %s', (text, expected) => {
    expect(told(readStamp(text, 0, PROSE_HINTS))).toBe(expected)
  })

  it.each([
    ['02:00-04:30', '2:00 to 4:30'],
    ['08:51–10:30', '8:51 to 10:30'],
    ['13:46 - 17:30', '13:46 to 17:30'],
    ['21:33 〜 22:00', '21:33 to 22:00'],
    ['07:30 to 08:57', '7:30 to 8:57'],
    ['14:49 -> 14:55', '14:49 to 14:55'],
    ['07:13-16', '7:13 to 7:16'],
    ['14:14:44 14:15:03', '14:14 to 14:15'],
    ['November 13th -- 15:00 to 19:30 UTC', 'any-11-13 15:00 UTC to 19:30 UTC'],
    ['2026-06-10 20:46–22:33', '2026-6-10 20:46 to 22:33'],
    ['2026-06-10 → 06-12', '2026-6-10 to any-6-12'],
    ['2026-03-29 〜 2026-03-31', '2026-3-29 to 2026-3-31'],
    ['January 14-19, 2026', '2026-1-14 to 2026-1-19'],
    ['Between 10:00 and 11:00 UTC', '10:00 UTC to 11:00 UTC'],
    ['On 2023-07-20 between 12:17 and 12:30 UTC', '2023-7-20 12:17 UTC to 12:30 UTC'],
    ['23:28〜', '23:28, onwards'],
    ['14:19:20 onwards', '14:19, onwards'],
  ])('reads the range in %s', (text, expected) => {
    expect(told(readStamp(text, 0, PROSE_HINTS))).toBe(expected)
  })

  it.each([
    ['~00:21', '0:21, about'],
    ['around 14:59', '14:59, about'],
    ['c. 7:00', '7:00, about'],
    ['約 21:33', '21:33, about'],
    ['2026-03-29 21:33 JST 頃', '2026-3-29 21:33 +09:00, about'],
    ['2026-04-14 深夜', '2026-4-14, about'],
    ['2026-06-12 evening', '2026-6-12, about'],
    ['??:??', 'unknown'],
    ['--:--', 'unknown'],
    ['(Time TBC)', 'unknown'],
    ['2019-12-03 --:--', '2019-12-3, unknown'],
  ])('keeps the doubt in %s', (text, expected) => {
    expect(told(readStamp(text, 0, PROSE_HINTS))).toBe(expected)
  })

  it.each([
    ['12:48 (6:48 PDT): blocks', ': blocks', null],
    ['17:54 UTC / 10:54 PDT text', ' text', 'UTC'],
    ['14:52 (MEZ): merged', ': merged', '+01:00'],
    ['00:00 頃 (JST)（利用者）', '（利用者）', '+09:00'],
  ])('takes the first of two zones and steps over the second in %s', (text, rest, zone) => {
    const stamp = readStamp(text, 0, PROSE_HINTS)
    expect(text.slice(stamp?.end)).toBe(rest)
    expect(stamp?.from.zone).toBe(zone)
  })

  it.each([
    ['T+5 x', { minutes: 5, base: 'start' }],
    ['T-00:10 x', { minutes: -10, base: 'start' }],
    ['+5 minutes x', { minutes: 5, base: 'previous' }],
    ['2 hours later x', { minutes: 120, base: 'previous' }],
    ['10分後 x', { minutes: 10, base: 'previous' }],
  ])('reads %s as relative', (text, relative) => {
    expect(readStamp(text, 0, PROSE_HINTS)?.relative).toEqual(relative)
  })

  it.each([
    '3/4 of the nodes',
    '1.17 creates a group',
    '12 nodes',
    '2020',
    '2 may have failed',
    'v20190206',
    '99:99',
  ])('takes %s for no time', (text) => {
    expect(readStamp(text, 0, PROSE_HINTS)).toBeNull()
  })
})

describe('stamps in a time column', () => {
  it.each([
    ['0730', '7:30'],
    ['1600-1700', '16:00 to 17:00'],
    ['11.15', '11:15'],
    ['7.30-8.15', '7:30 to 8:15'],
    ['2/15 10:00', 'any-2-15 10:00'],
  ])('reads %s', (cell, expected) => {
    expect(told(readStamp(cell, 0, COLUMN_HINTS))).toBe(expected)
  })
})

describe('any stamp', () => {
  const clock = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  const two = (number: number): string => String(number).padStart(2, '0')

  it('reads back every date and time written in the common notations', () => {
    const notations: ((date: Date, hour: number, minute: number) => string)[] = [
      (date, h, m) => `${date.toISOString().slice(0, 10)} ${two(h)}:${two(m)}`,
      (date, h, m) => `${date.toISOString().slice(0, 10)}T${two(h)}:${two(m)}:00Z`,
      (date, h, m) => `${date.toISOString().slice(0, 10).replaceAll('-', '/')} ${two(h)}:${two(m)}`,
      (date, h, m) =>
        `${date.toLocaleString('en-US', { month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' })} ${h}:${two(m)}`,
      (date, h, m) =>
        `${date.toLocaleString('en-GB', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' })}, ${h % 12 === 0 ? 12 : h % 12}:${two(m)} ${h < 12 ? 'AM' : 'PM'}`,
      (date, h, m) =>
        `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日 ${h}時${m}分`,
      (date, h, m) =>
        `${two(date.getUTCDate())}.${two(date.getUTCMonth() + 1)}.${date.getUTCFullYear()} kl. ${two(h)}.${two(m)}`,
    ]
    fc.assert(
      fc.property(fc.constantFrom(...notations), day, clock, (write, date, { hour, minute }) => {
        const written = write(date, hour, minute)
        const stamp = readStamp(written, 0, PROSE_HINTS)
        expect([written, stamp?.end]).toEqual([written, written.length])
        expect(stamp?.from.date).toMatchObject({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        })
        expect(stamp?.from.clock).toMatchObject({ hour, minute })
      }),
    )
  })

  it('never throws, and stays inside the text', () => {
    const pieces = fc.constantFrom(
      '10:3',
      '2024-',
      '(',
      '**',
      '~',
      ' to ',
      '-',
      'UTC',
      'May ',
      '年',
      '?',
      '[',
      'T+',
    )
    const noise = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(noise, fc.boolean(), (text, column) => {
        const stamp = readStamp(text, 0, column ? COLUMN_HINTS : PROSE_HINTS)
        if (stamp === null) return
        expect(stamp.start).toBeGreaterThanOrEqual(0)
        expect(stamp.end).toBeGreaterThan(stamp.start)
        expect(stamp.end).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('comes to an end on whatever repeats without end', () => {
    for (const unit of [
      '**',
      '((',
      ' - ',
      '1',
      '10:',
      'May ',
      '~',
      '- ',
      '?',
      '[',
      'UTC+',
      '\u00a0',
      'Pacific ',
      'T+',
    ]) {
      const text = unit.repeat(100_000)
      expect(readStamp(text, 0, COLUMN_HINTS)?.end ?? 0).toBeLessThanOrEqual(text.length)
    }
  })
})
