import { describe, expect, it } from 'vitest'
import { momentsFrom } from './timeline-fixture.ts'

function start(text: string, path = 'x.md'): string {
  const { startedAt, startedOn, basis } = momentsFrom(text, path)
  return `${startedAt ?? startedOn} by ${basis}`
}

describe('the start of the impact', () => {
  it('is what a start field says, before anything else', () => {
    const text = `# Outage

- **Incident from**: 2022-11-03 11:10
- **Incident until**: 2022-11-03 15:30

## Timeline

- 2022-11-03 10:58 deploy
- 2022-11-03 11:20 first errors
`
    expect(start(text)).toBe('2022-11-03T11:10:00Z by field')
    expect(momentsFrom(text).recoveredAt).toBe('2022-11-03T15:30:00Z')
  })

  it('is the first time of a period, with the date that stands beside it', () => {
    const text = `# Report

| Date | February 4th, 2019 |
| --- | ---: |
| Time | 0730 - 1230 (UTC) |
`
    expect(start(text)).toBe('2019-02-04T07:30:00Z by field')
    expect(momentsFrom(text).recoveredAt).toBe('2019-02-04T12:30:00Z')
  })

  it('is only the day where the start field knows no more', () => {
    const text = `# 停止

| 項目 | 値 |
|---|---|
| 発生日時 | 2026-04-14 深夜 推定 |
| 検知日時 | 2026-04-15 13:00 JST |

## タイムライン

| 時刻 (JST) | イベント |
|---|---|
| 2026-04-15 13:00 | 検知 |
`
    expect(start(text)).toBe('2026-04-14 by day')
    expect(momentsFrom(text).detectedAt).toBe('2026-04-15T04:00:00Z')
  })

  it('is the span that the summary tells', () => {
    const text = `# Downloads broken

## Summary

On 2023-07-20 between 12:17 and 12:30 UTC all downloads were broken.

## Timeline

### 2023-07-19

- 12:32 UTC – change opened

### 2023-07-20

- 12:17 UTC – change deployed
`
    expect(start(text, '2023/07/21/downloads.md')).toBe('2023-07-20T12:17:00Z by span')
    expect(momentsFrom(text).recoveredAt).toBe('2023-07-20T12:30:00Z')
  })

  it('is the time of a sentence about the trouble, with the date of the document', () => {
    const text = `---
date: 2021-01-12
---
# Site outage

At 03:01 UTC we experienced a short outage of our database.
`
    expect(start(text)).toBe('2021-01-12T03:01:00Z by sentence')
  })

  it('is not the end that a sentence tells, nor a time apart from all events', () => {
    const text = `# Slow, 2024-03-01

The site was slow. The incident was resolved at 15:00 UTC.

## Timeline

- 14:10 UTC latency rises
- 15:00 UTC back to normal
`
    expect(start(text)).toBe('2024-03-01T14:10:00Z by first')
  })

  it('is the event that says the outage begins, not the change before it', () => {
    const text = `# Site down, 26 May 2021

## Timeline

- 16:49 UTC Branch renamed
- 16:50 UTC Settings changed
- 16:52 UTC Site is hard down
- 18:00 UTC Site is recovered
`
    expect(start(text)).toBe('2021-05-26T16:52:00Z by wording')
  })

  it('is the event that lies the stated duration before the recovery', () => {
    const text = `# 503 for all

- Duration: 5 minutes

## Timeline

- 2021-06-30 08:32 Upgrade commenced
- 2021-06-30 09:59 Release 0.2.119
- 2021-06-30 10:00 Users write to us
- 2021-06-30 10:04 Service restored
`
    expect(start(text)).toBe('2021-06-30T09:59:00Z by duration')
  })

  it('is the first event when its words are about trouble', () => {
    const text = `# 2021-06-03: Database full

## Timeline

### 2021-06-03 9:00

An error about connections happens thousands of times.

### 2021-06-03 9:58

Errors stop.
`
    expect(start(text)).toBe('2021-06-03T09:00:00Z by first')
  })

  it('is the day of the title or the file name when no time is written', () => {
    expect(start('# 2023-01-23 Upgrade broke the hub\n\nIt broke.\n')).toBe('2023-01-23 by day')
    expect(start('# The hub\n\nIt broke.\n', 'reports/20230123-hub.md')).toBe('2023-01-23 by day')
    expect(start('# The hub\n\nIt broke.\n')).toBe('null by none')
  })
})

describe('the other moments', () => {
  it('come from key events by their labels', () => {
    const text = `# Incident

- **Key events**
  - First detected 2021-07-12 15:44
  - Repaired 2021-07-12 15:51
  - Incident declared 2021-07-12 16:09
  - Resolved 2021-07-13 11:49
- **Time to repair**: 0h 07m
- **Time to resolve**: 20h 05m
`
    expect(momentsFrom(text)).toMatchObject({
      startedAt: '2021-07-12T15:44:00Z',
      detectedAt: '2021-07-12T15:44:00Z',
      mitigatedAt: '2021-07-12T15:51:00Z',
      recoveredAt: '2021-07-13T11:49:00Z',
      statedDurationMinutes: 1205,
      warnings: [],
    })
  })

  it('stay unknown where nothing tells them', () => {
    expect(momentsFrom('# 2024-01-01 Leak\n\nA key was in a log.\n')).toMatchObject({
      startedAt: null,
      detectedAt: null,
      mitigatedAt: null,
      recoveredAt: null,
      statedDurationMinutes: null,
    })
  })
})

describe('the stated duration', () => {
  const report = (duration: string): string => `# Incident

- **Start**: 2024-03-01 10:00
- **End**: 2024-03-01 11:06
- **Duration**: ${duration}
`
  const codes = (duration: string): string[] =>
    momentsFrom(report(duration)).warnings.map((warning) => warning.code)

  it.each(['1h 6m', '66 minutes', '~1 hour', '1-2 hours', '1h+', 'N/A'])(
    'of %s agrees with its own times',
    (duration) => {
      expect(codes(duration)).toEqual([])
    },
  )

  it.each(['0h 15m', '3 hours', '2-3 hours', '2h+'])('of %s does not', (duration) => {
    expect(codes(duration)).toEqual(['duration_disagrees'])
  })

  it('is set against what the times give, in words', () => {
    expect(momentsFrom(report('0h 15m')).warnings[0]).toEqual({
      code: 'duration_disagrees',
      message: "stated 0h 15m, the document's own times give 1h 6m",
      line: 5,
    })
  })

  it('is heard in a sentence where no field states it', () => {
    const text = '# 2024-03-01\n\nThe outage lasted about 45 minutes.\n'
    expect(momentsFrom(text).statedDurationMinutes).toBe(45)
  })
})
