import { describe, expect, it } from 'vitest'
import { timesOf } from './timeline-fixture.ts'

describe('what is no timeline', () => {
  it('leaves tables and lists alone that are no timeline', () => {
    const text = `# Liquidations of 16 December 2022

| Vault owner | Amount | Time of incident |
| --- | --- | --- |
| a1 | 4.41 | 16/12/2022 00:50:10 |
| a2 | 3.98 | 16/12/2022 02:59:44 |

## Action items

- 2022-12-20 Pay back
- 2022-12-21 Add a test
- 2022-12-22 Write it down
`
    expect(timesOf(text)).toEqual([])
  })

  it('takes no summary sentence, amount or fraction for an event', () => {
    const text = `From 15:18 to 15:52 UTC on 2017-08-31 the service was down.

- 3/4 of the nodes restarted
- 24/7 support was called
- ? nobody knows

## Impact

- 15:20 UTC: 4 % errors
- 5 % of users

## Changes

- 1.10 Faster
- 1.11 Fixes
`
    expect(timesOf(text)).toEqual([])
  })
})

describe('what is a timeline without saying so', () => {
  it('reads a pasted chat only where the timeline holds nothing else', () => {
    const chat = `
> nova [9:19 AM]
> pages are slow for me
>
> dev-two [9:21 AM]
> same here
`
    expect(timesOf(`# 2019-02-08\n\n## Timeline\n${chat}`)).toEqual([
      '5 2019-02-08T09:19',
      '8 2019-02-08T09:21',
    ])
    expect(timesOf(`# 2019-02-08\n\n## Timeline\n\n- 09:15 first report\n\n## Appendix\n${chat}`)).toEqual([
      '5 2019-02-08T09:15',
    ])
  })

  it('reads bullets of a page that lost its headings', () => {
    const text = `The cache was empty from 20:03 until 22:35.
• 20:03 - Addresses removed
• 20:25 - Warning received
• Nobody on call had the key
• 22:35 - Restored

Write down who has keys.
`
    expect(timesOf(text, 'x/20181204-Cache.txt')).toEqual([
      '2 2018-12-04T20:03',
      '3 2018-12-04T20:25',
      '5 2018-12-04T22:35',
    ])
  })
})
