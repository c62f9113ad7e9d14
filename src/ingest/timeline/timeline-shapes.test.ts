import { describe, expect, it } from 'vitest'
import { timelineOf, timesOf } from './timeline-fixture.ts'

describe('shapes of a timeline', () => {
  it('reads bullets with plain times', () => {
    const text = `# 2024-02-01 Queue stuck

## Timeline

- 07:54: Error seen by a developer.
- 08:10: Consumer restarted
  and watched for a while.
  - The lag goes down.
- 08:30: Back to normal.
`
    expect(timesOf(text)).toEqual(['5 2024-02-01T07:54', '6 2024-02-01T08:10', '9 2024-02-01T08:30'])
    expect(timelineOf(text).events[1]?.text).toBe(
      'Consumer restarted\nand watched for a while.\n- The lag goes down.',
    )
  })

  it('reads bold times and a handle as the actor', () => {
    const text = `# Slow pages

**Date**: 2023-01-07

## Timeline

 - **18:53** \`@nova\` First report of slow responses
 - **18:59 UTC** - Workers added
 - **[19:20]** All clear
`
    expect(timesOf(text)).toEqual(['7 2023-01-07T18:53', '8 2023-01-07T18:59', '9 2023-01-07T19:20'])
    expect(timelineOf(text).events.map((event) => [event.actor, event.text])).toEqual([
      ['@nova', '`@nova` First report of slow responses'],
      [null, 'Workers added'],
      [null, 'All clear'],
    ])
  })

  it('reads plain lines with points for colons, initials as actors, and a slip among them', () => {
    const text = `# Search results empty

- Incident from: 2022-11-03 11:10
- Incident until: 2022-11-03 15:30

## Timeline

3 November 2022

11.15 JG suggested moving to the incident channel
11.20 RK sees timeouts
15:12 Index rebuilt
15.26 JG closes the incident
`
    expect(timesOf(text)).toEqual([
      '10 2022-11-03T11:15',
      '11 2022-11-03T11:20',
      '12 2022-11-03T15:12',
      '13 2022-11-03T15:26',
    ])
    expect(timelineOf(text).events.map((event) => event.actor)).toEqual(['JG', 'RK', null, 'JG'])
  })

  it('reads a table with the zone in its head', () => {
    const text = `# Outage on 9 May 2024

## What happened when

## Timeline

| Time (CEST) | Event |
| --- | --- |
| ~00:21 | Router enters a crash loop |
| 00:40 - 01:05 | Replaced by hand |
| ??:?? | Somebody rings the provider |
|  | (he was asleep) |
| 23:50 | Report written |
`
    expect(timesOf(text)).toEqual([
      '9 2024-05-08T22:21 approximate',
      '10 2024-05-08T22:40..2024-05-08T23:05',
      '11 null unknown',
      '13 2024-05-09T21:50',
    ])
  })

  it('reads a table with day, date and time in columns of their own', () => {
    const text = `# Phishing

## Timeline

| Day | Date (2022) | Time (UTC) | Event |
| --- | --- | --- | --- |
| Fri | Jan 21 | 23:01 | Provider reached |
| Sat | Jan 22 | 00:15 | Account locked |
| Sat | Jan 22 | 9:05 | Report |
`
    expect(timesOf(text)).toEqual(['7 2022-01-21T23:01', '8 2022-01-22T00:15', '9 2022-01-22T09:05'])
    expect(timelineOf(text).events[0]?.text).toBe('Provider reached')
  })

  it('reads a table whose date stands only where it changes, with an actor column', () => {
    const text = `# Disk full

## Timeline

| Date | Time | Who | What |
|---|---|---|---|
| 2024-03-09 | 22:10 | on-call | Page |
| | 23:40 | on-call | Disk grown |
| 2024-03-10 | 08:00 | team | Review |
`
    expect(timesOf(text)).toEqual(['7 2024-03-09T22:10', '8 2024-03-09T23:40', '9 2024-03-10T08:00'])
    expect(timelineOf(text).events[2]).toMatchObject({ actor: 'team', text: 'Review' })
  })

  it('reads times in a second zone beside the first as no event of their own', () => {
    const text = `# 停止 2026-04-13

## タイムライン

| 時刻 (JST) | UTC | イベント |
|---|---|---|
| 13:11 | 04:11 | **発生** — 検索が停止 |
| 13:20 | — | **検知** — ユーザーから報告 |
| 13:40 | 04:40 | **復旧** — 再起動 |
`
    expect(timesOf(text)).toEqual(['7 2026-04-13T04:11', '8 2026-04-13T04:20', '9 2026-04-13T04:40'])
    expect(timelineOf(text).events.map((event) => event.phase)).toEqual(['alarm', 'detection', 'recovery'])
  })

  it('reads a heading per event, numbered or closed, with the text below as the event', () => {
    const text = `# Cluster full

## Timeline

All times in CET

### March 20, 2018 12:44 ##

Launches fail.

### 12:59

Nodes added.

### 3. 13:20 – Back to normal
`
    expect(timesOf(text)).toEqual(['7 2018-03-20T11:44', '11 2018-03-20T11:59', '15 2018-03-20T12:20'])
    expect(timelineOf(text).events.map((event) => event.text)).toEqual([
      'Launches fail.',
      'Nodes added.',
      'Back to normal',
    ])
  })

  it('reads bold lines as headings and times alone on a line', () => {
    const text = `# Incident report July 21 2025

## Timeline

_All times in EDT_

## July 22
1:03
First alert fires

5:10 AM
Team looks at the graphs

**July 23 4:10 AM**

All quiet.
`
    expect(timesOf(text)).toEqual(['8 2025-07-22T05:03', '11 2025-07-22T09:10', '14 2025-07-23T08:10'])
  })

  it('reads dates as headings over timed lines, and as events when nothing timed follows', () => {
    const text = `# Buckets, March 2022

## Timeline

**January 10, 2022**

11:26 - Proxy status changed.

**March 17, 2022:**

A report is written.

### The day after (March 18)

- 09:04 Report forwarded
`
    expect(timesOf(text)).toEqual(['7 2022-01-10T11:26', '9 2022-03-17 day', '15 2022-03-18T09:04'])
  })

  it('reads nested bullets under a day', () => {
    const text = `# Data loss

## Timeline

* 2024-03-01
  * 23:50 Job started
  * 00:10 Job failed
* 2024-03-04
  * 09:00 Restore finished
* 2024-03-11: Report published
`
    expect(timesOf(text)).toEqual([
      '6 2024-03-01T23:50',
      '7 2024-03-02T00:10',
      '9 2024-03-04T09:00',
      '10 2024-03-11 day',
    ])
  })

  it('reads numbered lines with date and range', () => {
    const text = `# Build machines unreachable, 2022

## Timeline

1. **Friday, 11 November 2022**: Report received
2. November 13th -- 15:00 to 19:30 UTC
   Machines were moved.
3. 2022-11-14 4:41pm Reports in chat
`
    expect(timesOf(text)).toEqual([
      '5 2022-11-11 day',
      '6 2022-11-13T15:00..2022-11-13T19:30',
      '8 2022-11-14T16:41',
    ])
  })

  it('reads code times and linked times', () => {
    const text = `# 2021-02-03

## Timeline

* \`10:40\` - branch deployed
* [10:47](https://chat.example/p1) Pages fail. See the [change](https://example.org/1)
* [10:59] Reverted
`
    expect(timesOf(text)).toEqual(['5 2021-02-03T10:40', '6 2021-02-03T10:47', '7 2021-02-03T10:59'])
    expect(timelineOf(text).events[1]?.text).toBe('Pages fail. See the [change](https://example.org/1)')
  })

  it('reads four-digit times where the column or the rows around them say so', () => {
    const text = `# Report, February 4th, 2019

### Timeline

| Time | Event Type | Description |
| ---- | ---------- | ----------- |
| 0730 | \`operator\` | Renews metadata |
| 0851 | \`human\` | A tenant asks |
| 1230 | \`operator\` | Stable again |
`
    expect(timesOf(text)).toEqual(['7 2019-02-04T07:30', '8 2019-02-04T08:51', '9 2019-02-04T12:30'])
  })

  it('reads key events whose label comes first, and the story beside them', () => {
    const text = `# Routes destroyed

- **Key events**
  - First detected: 2024-09-20 11:24
  - Incident declared 2024-09-20 11:30
  - Resolved 22024-09-20 11:40

- **Time to resolve**: 20m

- **Context**:
  - 2024-09-20 11:21: pipeline unpaused
  - 2024-09-20 11:24: alarm
`
    expect(timesOf(text)).toEqual([
      '4 2024-09-20T11:24',
      '5 2024-09-20T11:30',
      '6 2024-09-20T11:40',
      '11 2024-09-20T11:21',
      '12 2024-09-20T11:24',
    ])
    expect(timelineOf(text).events[0]?.text).toBe('First detected')
  })

  it('reads labels with only a time inside a timeline, but no durations or dates', () => {
    const text = `# 2024-06-02 Login broken

## Timeline

- **Date:** 2024-06-02
- **Start:** 10:30 UTC
- Detected: 10:35
- **Duration:** 35 minutes
- Resolved: 11:05 (by restart)
`
    expect(timesOf(text)).toEqual(['6 2024-06-02T10:30', '7 2024-06-02T10:35', '9 2024-06-02T11:05'])
  })

  it('reads updates with their stamp in brackets', () => {
    const text = `# Mirror down

## Incident updates

[Update - 2019-05-06 10h47 UTC] Mirror answers again

[Investigating - 2019-05-06 09h10 UTC] Mirror refuses connections
`
    expect(timesOf(text)).toEqual(['5 2019-05-06T10:47', '7 2019-05-06T09:10'])
    expect(timelineOf(text).events[0]?.text).toBe('Update: Mirror answers again')
  })

  it('reads paragraphs of a told timeline that begin with their time', () => {
    const text = `# Tokens leaked

## Timeline

On 2023-11-02 at 14:05 UTC a customer wrote to us about a token
in a public log. We checked 14 repositories.

At 14:40 UTC all tokens were revoked.

Nobody used them.
`
    expect(timesOf(text)).toEqual(['5 2023-11-02T14:05', '8 2023-11-02T14:40'])
  })

  it('reads labels before date and time, with the story behind them', () => {
    const text = `# Embeddings stopped

## Issue Timeline

- **Start**: October 8, 2025 ~16:00 UTC - Generation stopped
- **Partial Fix #1**: October 9, 2025 05:45 UTC - First success
- **Duration**: 14+ hours
`
    expect(timesOf(text)).toEqual(['5 2025-10-08T16:00 approximate', '6 2025-10-09T05:45'])
    expect(timelineOf(text).events[1]?.text).toBe('Partial Fix #1: First success')
  })

  it('reads status posts that end in the line that dates them', () => {
    const text = `# 2022-02-03

## Updates and timeline

**Resolved** - Mail flows again.
Feb 3, 14:20 UTC

**Investigating** - Mail is late.
Feb 3, 13:02 UTC
`
    expect(timesOf(text)).toEqual(['5 2022-02-03T14:20', '8 2022-02-03T13:02'])
  })

  it('takes the paragraphs under a time that stands alone for its event', () => {
    const text = `# Timeline of the break-in

*2023-06-09 07:48 UTC*

The attackers lost their domain.

---
*2023-06-08 10:50 UTC*

The servers no longer answer.
`
    expect(timelineOf(text).events.map((event) => event.text)).toEqual([
      'The attackers lost their domain.',
      'The servers no longer answer.',
    ])
  })

  it('reads headings and short items that end in their time', () => {
    const text = `# 2024-05-05

## Timeline

### First alert (10:30 UTC)

Latency.

### Rolled back — 10:52 UTC

- Traffic restored (11:05)
- We had seen 10:59 as the worst minute of all of them
`
    expect(timesOf(text)).toEqual(['5 2024-05-05T10:30', '9 2024-05-05T10:52', '11 2024-05-05T11:05'])
    expect(timelineOf(text).events[0]?.text).toBe('First alert\nLatency.')
  })
})
