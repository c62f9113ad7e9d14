import { describe, expect, it } from 'vitest'
import { momentsFrom, timelineOf, timesOf } from './timeline-fixture.ts'

describe('entries written unlike their neighbours', () => {
  it('reads a point for the colon behind two times with colons, but no version number', () => {
    const text = `# 2024-02-01 Queue stuck

## Timeline

* [07:20] Loader runs
* [07:33] Revert begins
`
    const before = ['5 2024-02-01T07:20', '6 2024-02-01T07:33']
    expect(timesOf(`${text}* [08.30] Customers told\n`)).toEqual([...before, '7 2024-02-01T08:30'])
    expect(timesOf(`${text}* 1.24 is out\n`)).toEqual(before)
  })

  it('reads a point where a zone stands behind the time', () => {
    expect(timesOf('# 2024-02-01\n\n## Timeline\n\n- 08:58 UTC: down\n- 11.20 UTC: limit\n')).toEqual([
      '5 2024-02-01T08:58',
      '6 2024-02-01T11:20',
    ])
  })

  it('reads a range whose ends both name the zone', () => {
    expect(
      timesOf('# 2024-02-01\n\n## Timeline\n\n- 13:05 UTC - 13:50 UTC: back\n- 14:05 UTC – 15:00: quiet\n'),
    ).toEqual(['5 2024-02-01T13:05..2024-02-01T13:50', '6 2024-02-01T14:05..2024-02-01T15:00'])
  })

  it('reads a time in brackets that were escaped', () => {
    const text = '# 2024-02-01\n\n## Timeline\n\n* [09:23] Up\n* \\[10:05\\] Mail sent\n'
    expect(timesOf(text)).toEqual(['5 2024-02-01T09:23', '6 2024-02-01T10:05'])
    expect(timelineOf(text).events[1]?.text).toBe('Mail sent')
  })

  it('reads updates labelled in brackets, the newest first', () => {
    const text = `# Mirrors slow

**[Final Message]** 2021-04-13 20:30 UTC: Fast again.

**[Update]** 2021-04-13 15:10 UTC: Traffic moved.

[Initial Message] 2021-04-13 11:20 UTC: Slow.
`
    expect(timesOf(text)).toEqual(['3 2021-04-13T20:30', '5 2021-04-13T15:10', '7 2021-04-13T11:20'])
    expect(timelineOf(text).events[0]?.text).toBe('Final Message: Fast again.')
  })

  it('keeps only the day of a time whose minute was left open', () => {
    expect(
      timesOf('# 2024-02-01\n\n## Timeline\n\n* 16:09: alert\n* 16:2x: worse\n* 23:xx: better\n'),
    ).toEqual(['5 2024-02-01T16:09', '6 2024-02-01 day', '7 2024-02-01 day'])
  })

  it('leaves out the row of a template that was never filled in', () => {
    expect(timesOf('# 2024-02-01\n\n## Timeline\n\n- 22:31 UTC - Worker runs\n- 00:00 UTC - …\n')).toEqual([
      '5 2024-02-01T22:31',
    ])
  })

  it('takes a date with nothing but the zone beside it for the day of what follows', () => {
    const text =
      '# Search down\n\n## Timeline\n\n2021-09-20 (*all times PDT*)\n\n- 14:51 Linked\n- 14:54 Down\n'
    expect(timesOf(text)).toEqual(['7 2021-09-20T21:51', '8 2021-09-20T21:54'])
  })

  it('does not pass midnight behind an entry that says it was added later', () => {
    expect(
      timesOf('# 2024-02-01\n\n## Timeline\n\n- 09:35 call\n- 18:10 Added later: more logs\n- 10:05 found\n'),
    ).toEqual(['5 2024-02-01T09:35', '6 2024-02-01T18:10', '7 2024-02-01T10:05'])
  })
})

describe('tables and days in unlike forms', () => {
  it('reads a date and a time behind a serial number', () => {
    const text = `# Labels blank

## Timeline

| Sr. No. | Date | Time (IST) | Activity |
|---|---|---|---|
| 1 | 02-Nov-2023 | 10:00 | Reported |
| 2 | 02-Nov-2023 | 10:25 | Assigned |
`
    expect(timesOf(text)).toEqual(['7 2023-11-02T04:30', '8 2023-11-02T04:55'])
    expect(timesOf(text.replace('Sr. No.', ''))).toHaveLength(2)
    expect(timelineOf(text).events[0]?.text).toBe('Reported')
  })

  it('reads a date and a time that stand behind the story', () => {
    const text = `# Labels blank

## Timeline

| What | Who | Date | Time |
|---|---|---|---|
| Reported | Ann | 2023-11-02 | 10:00 |
| Assigned | Kim | 2023-11-02 | 10:25 |
`
    expect(timesOf(text)).toEqual(['7 2023-11-02T10:00', '8 2023-11-02T10:25'])
  })

  it('takes the frame of a wiki table for no entry', () => {
    const text =
      '= 11 Feb 2019 =\n\n== Timeline ==\n{|\n! Time !! Event\n|-\n| 08:47 || Down\n|-\n| 11:30 || Up\n|}\n'
    expect(timesOf(text)).toEqual(['7 2019-02-11T08:47', '9 2019-02-11T11:30'])
  })

  it('opens a day by a weekday with day and month', () => {
    const text = `# 24.11.2020

## Hendelsesforløp

Tirsdag 24.11
- Kl. 14.05 Stopp

Onsdag 25.11
- Kl. 07.45 Nye henvendelser
`
    expect(timesOf(text)).toEqual(['6 2020-11-24T14:05', '9 2020-11-25T07:45'])
  })

  it('counts from a moment that the text gives for T+0, or from the start field', () => {
    const lines = '## Timeline (EST)\n\n- T+0 lease taken\n- T+35m page\n- T+3h undone\n'
    for (const told of ['T+0 is 22:10 UTC on 2022-06-30.', '**Started**: 2022-06-30 22:10 UTC']) {
      expect(timesOf(`# Double posting\n\n${told}\n\n${lines}`)).toEqual([
        '7 2022-06-30T22:10 approximate',
        '8 2022-06-30T22:45 approximate',
        '9 2022-07-01T01:10 approximate',
      ])
    }
  })

  it('begins a status post at its first line, though its last one dates it', () => {
    const text = `# API errors

Resolved - It works.
Apr 13, 2024 - 20:30 UTC

Monitoring - A fix is in place.
Apr 13, 2024 - 19:48 UTC

Investigating - We see errors since 17:52 UTC.
Apr 13, 2024 - 18:05 UTC
`
    expect(timesOf(text)).toEqual(['3 2024-04-13T20:30', '6 2024-04-13T19:48', '9 2024-04-13T18:05'])
    expect(momentsFrom(text).startedAt).toBe('2024-04-13T17:52:00Z')
  })
})

describe('the start among the events', () => {
  const start = (lines: string) =>
    momentsFrom(`# 2024-02-01\n\n## Timeline\n\n${lines}`).startedAt?.slice(11, 16)

  it('is when a figure begins to move, not the alarm after it', () => {
    expect(start('- 11:38 worker release\n- 11:41 depth of queue begins to grow\n- 12:10 alarm\n')).toBe(
      '11:41',
    )
  })

  it('is the trouble that stands before the first alert', () => {
    expect(start('- 23:40 renewal runs\n- 23:52 router enters crash-loop\n- 23:55 first alert sent\n')).toBe(
      '23:52',
    )
  })

  it('is the change itself where the line calls it wrong', () => {
    expect(start('- 08:00 Wrong ingress applied\n- 13:35 First report of the issue\n')).toBe('08:00')
  })

  it('is the trouble after a change that only goes out', () => {
    expect(start('- 14:00 New borders loaded\n- 14:25 Tiles blank\n- 15:10 Memory doubled\n')).toBe('14:25')
  })

  it('is the beginning of the range that a duration gives beside its length', () => {
    const text = (duration: string) =>
      `# 2024-02-01\n\n**Duration**: ${duration}\n\n## Timeline\n\n- 10:24 first alert\n- 10:50 fixed\n`
    expect(momentsFrom(text('~29 minutes (approx. 10:21 → 10:50)')).startedAt).toBe('2024-02-01T10:21:00Z')
    expect(momentsFrom(text('7h (support hours 09:00-17:00)')).startedAt).toBe('2024-02-01T10:24:00Z')
  })

  it('stands under a heading of its own', () => {
    const text = `# Outage report

## Start Date/Time

August 15th, 2022, 9:20pm UTC

## End Date/Time

August 16th, 2022, 2:05am UTC

## Timeline

- 9:00pm: window opens
`
    const { startedAt, recoveredAt } = momentsFrom(text)
    expect([startedAt, recoveredAt]).toEqual(['2022-08-15T21:20:00Z', '2022-08-16T02:05:00Z'])
  })
})
