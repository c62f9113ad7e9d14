import { describe, expect, it } from 'vitest'
import { readBareOffset, readZone, zoneNamed } from './zone-names.ts'

describe('zone names', () => {
  it.each([
    ['UTC', 'UTC'],
    ['utc', 'UTC'],
    ['GMT', 'UTC'],
    ['PST', '-08:00'],
    ['PDT', '-07:00'],
    ['CET', '+01:00'],
    ['CEST', '+02:00'],
    ['MEZ', '+01:00'],
    ['BST', '+01:00'],
    ['JST', '+09:00'],
    ['IST', '+05:30'],
    ['GST', '+04:00'],
    ['UTC+1', '+01:00'],
    ['UTC+05:30', '+05:30'],
    ['GMT-3', '-03:00'],
    ['UTC+0', 'UTC'],
    ['PT', 'America/Los_Angeles'],
    ['ET', 'America/New_York'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['Pacific time', 'America/Los_Angeles'],
    ['Pacific Standard Time', '-08:00'],
    ['Central European Summer Time', '+02:00'],
    ['Europe/Oslo', 'Europe/Oslo'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Denver time', 'America/Denver'],
    ['London timezone', 'Europe/London'],
    ['日本時間', '+09:00'],
    ['北京时间', '+08:00'],
  ])('reads %s as %s', (written, zone) => {
    expect(readZone(written, 0)).toEqual({ zone, end: written.length })
  })

  it.each(['met', 'est', 'Eaten', 'ETA', 'PSTN', 'CPU', 'Nowhere/City', 'Hammer time'])(
    'takes no zone from %s',
    (written) => {
      expect(readZone(written, 0)).toBeNull()
    },
  )

  it('leaves two-letter initials before a verb alone', () => {
    expect(readZone('PT suggested a call', 0)).toBeNull()
    expect(readZone('PT: suggested a call', 0)?.zone).toBe('America/Los_Angeles')
  })

  it('takes a bare city or region where the whole name is a zone', () => {
    expect(zoneNamed('Denver')).toBe('America/Denver')
    expect(zoneNamed('Pacific')).toBe('America/Los_Angeles')
    expect(zoneNamed('+02:00')).toBe('+02:00')
    expect(zoneNamed('-0700')).toBe('-07:00')
    expect(zoneNamed('Atlantis')).toBeNull()
  })

  it('takes a minus for an offset only where it is told to, since it also joins a range', () => {
    expect(readBareOffset('-11:00', 0, false)).toBeNull()
    expect(readBareOffset('-11:00', 0, true)?.zone).toBe('-11:00')
    expect(readBareOffset('+0530', 0, false)?.zone).toBe('+05:30')
  })
})
