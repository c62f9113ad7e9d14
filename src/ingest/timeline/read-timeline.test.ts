import { describe, expect, it } from 'vitest'
import { timelineOf, timesOf } from './timeline-fixture.ts'

describe('dates of a timeline', () => {
  it('passes midnight, and does not let a late entry jump a day', () => {
    const text = `# 2024-01-10

## Timeline

- 22:50 Alert
- 23:40 Rolled back
- 23:10 (added later) Customer mail
- 00:20 Recovered
- 09:00 Review
`
    expect(timesOf(text)).toEqual([
      '5 2024-01-10T22:50',
      '6 2024-01-10T23:40',
      '7 2024-01-10T23:10',
      '8 2024-01-11T00:20',
      '9 2024-01-11T09:00',
    ])
    expect(timelineOf(text).warnings.map((warning) => warning.code)).toContain('times_out_of_order')
  })

  it('follows hours that count to twelve', () => {
    const text = `# 2024-01-10

## Timeline

- 10:50 Alert
- 12:40 Rolled back
- 1:10 Customer mail
- 2:30 pm Recovered
`
    expect(timesOf(text)).toEqual([
      '5 2024-01-10T10:50',
      '6 2024-01-10T12:40',
      '7 2024-01-10T13:10',
      '8 2024-01-10T14:30',
    ])
  })

  it('reads updates that stand newest first', () => {
    const text = `# 2024-01-10

## Timeline

- 00:40 Resolved
- 00:10 Fix deployed
- 23:30 Identified
- 23:05 Investigating
`
    expect(timesOf(text)).toEqual([
      '5 2024-01-11T00:40',
      '6 2024-01-11T00:10',
      '7 2024-01-10T23:30',
      '8 2024-01-10T23:05',
    ])
  })

  it('takes the year from elsewhere, the nearest one around a new year', () => {
    const text = `# Expired certificate, 2 January 2024

## Timeline

- Dec 29, 10:00 Renewal fails
- Jan 2, 08:00 Expired
`
    expect(timesOf(text)).toEqual(['5 2023-12-29T10:00', '6 2024-01-02T08:00'])
  })

  it.each([
    ['03/04/2022 10:00', '13/04/2022 10:00', '2022-04-03'],
    ['03/04/2022 10:00', '03/14/2022 10:00', '2022-03-04'],
  ])('decides the order of %s by %s', (unclear, clear, day) => {
    const text = `# Outage\n\n## Timeline\n\n- ${unclear} a\n- ${clear} b\n`
    expect(timesOf(text)[0]).toBe(`5 ${day}T10:00`)
  })

  it('decides an unclear order by the day of the incident', () => {
    expect(timesOf('# Outage\n\n## Timeline\n\n- 03/04/2022 10:00 a\n', '2022-03-04-x.md')).toEqual([
      '5 2022-03-04T10:00',
    ])
    expect(timesOf('# Outage\n\n## Timeline\n\n- 03/04/2022 10:00 a\n', '2022-04-03-x.md')).toEqual([
      '5 2022-04-03T10:00',
    ])
  })

  it('takes relative times from the entry before, or from the start', () => {
    const text = `# 2024-01-10

## Timeline

- 10:00 Deploy
- +5 minutes: errors
- 20 minutes later: rollback
- T+60: all clear
`
    expect(timesOf(text)).toEqual([
      '5 2024-01-10T10:00',
      '6 2024-01-10T10:05 approximate',
      '7 2024-01-10T10:25 approximate',
      '8 2024-01-10T11:00 approximate',
    ])
  })

  it('reads the words of Japanese, Chinese and Norwegian reports', () => {
    expect(timesOf('# 障害 2024年3月1日\n\n## タイムライン\n\n- 13時05分 検知\n- 翌日 02:00 復旧\n')).toEqual(
      ['5 2024-03-01T13:05', '6 2024-03-02T02:00'],
    )
    expect(
      timesOf('# 故障\n\n日期：2024年3月1日\n\n## 时间线\n\n- 上午10:30 发现\n- 下午2点15分 恢复\n'),
    ).toEqual(['7 2024-03-01T10:30', '8 2024-03-01T14:15'])
    expect(
      timesOf(
        '# Feil\n\n**Dato:** 01.07.2019\n\n## Tidslinje\n\n- kl. 07.54: Feil oppdaget\n- 1. juli kl 09.10: Rettet\n',
      ),
    ).toEqual(['7 2019-07-01T07:54', '8 2019-07-01T09:10'])
  })

  it('gives no instant to a time without any date, and says so', () => {
    const timeline = timelineOf('# Outage\n\n## Timeline\n\n- 10:00 a\n', 'outage.md')
    expect(timeline.events[0]).toMatchObject({ at: null, asWritten: '10:00', precision: 'unknown' })
    expect(timeline.warnings.map((warning) => warning.code)).toContain('date_unknown')
  })
})

describe('zones of a timeline', () => {
  const line = (zoneLine: string, entry: string, option: string | null = null): string | undefined =>
    timesOf(`# 2024-07-01\n\n${zoneLine}\n\n## Timeline\n\n- ${entry} a\n- 12:00 b\n`, 'x.md', option)[0]

  it.each([
    ['All times are in CEST.', '10:00', '08:00'],
    ['*(All times US/Pacific, 24-hour clock.)*', '10:00', '17:00'],
    ['All times PST', '10:00', '18:00'],
    ['Times are Denver time.', '10:00', '16:00'],
    ['Timezone: Europe/Oslo', '10:00', '08:00'],
    ['全時刻は JST。', '10:00', '01:00'],
    ['All times in UTC unless noted.', '10:00 PDT', '17:00'],
    ['Nothing said.', '10:00 GMT+1', '09:00'],
  ])('hears "%s" for %s', (declared, entry, utc) => {
    expect(line(declared, entry)).toBe(`7 2024-07-01T${utc}`)
  })

  it('takes CST for China in a Chinese text, and for the American Midwest in others', () => {
    const entry = '\n## Timeline\n\n- 2024-03-01 10:00 CST x\n'
    expect(timesOf(`# 服务中断事故报告\n${entry}`)).toEqual(['5 2024-03-01T02:00'])
    expect(timesOf(`# Report\n${entry}`)).toEqual(['5 2024-03-01T16:00'])
  })

  it('takes the option where the text names none, and says what it assumed where there is none', () => {
    expect(line('', '10:00', 'Europe/London')).toBe('7 2024-07-01T09:00')
    expect(line('', '10:00', null)).toBe('7 2024-07-01T10:00')
    const text = '# 2024-07-01\n\n## Timeline\n\n- 10:00 a\n'
    expect(timelineOf(text)).toMatchObject({ zone: 'UTC', zoneBasis: 'assumed' })
    expect(timelineOf(text, 'x.md', 'Asia/Tokyo')).toMatchObject({ zone: 'Asia/Tokyo', zoneBasis: 'option' })
  })

  it('lets the line win over the timeline, and the timeline over the document', () => {
    const text = `# 2024-07-01

All times PST.

## Timeline (all times CST)

- 10:00 a
- 10:00 UTC b
`
    expect(timesOf(text)).toEqual(['7 2024-07-01T16:00', '8 2024-07-01T10:00'])
    const warnings = timelineOf(text).warnings.map((warning) => warning.code)
    expect(warnings).toContain('zone_mixed')
  })
})
