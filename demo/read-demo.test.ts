/** The demonstration files hold together, move with the present, and refuse what does not hold. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { epoch, toInstant } from '../src/domain/instant.ts'
import type { Instant } from '../src/domain/instant.ts'
import { readDemo } from './read-demo.ts'

const NOW = toInstant('2027-04-07T09:30:00Z')
const WEEK = 7 * 24 * 3_600_000
const FOLDER = fileURLToPath(new URL('.', import.meta.url))

const weekday = (at: Instant): string =>
  new Intl.DateTimeFormat('en', { timeZone: 'Europe/Amsterdam', weekday: 'short' }).format(epoch(at))
const clock = (at: Instant): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' }).format(epoch(at))

describe('the story moves with the present', () => {
  test.each(['2024-02-29T00:00:00Z', '2026-11-20T17:00:00Z', '2026-11-27T16:59:00Z', '2027-03-28T00:30:00Z'])(
    'at %s it ends less than a week before',
    (now) => {
      const age = epoch(toInstant(now)) - epoch(readDemo(toInstant(now)).storyNow)
      expect(age).toBeGreaterThanOrEqual(0)
      // An hour more where a clock change lies between.
      expect(age).toBeLessThan(WEEK + 3_600_001)
    },
  )

  test('weekdays and clock times are those of the files', () => {
    const exports = readDemo(NOW).incidents.find((one) => one.slug === 'order-exports-starve-card-payments')
    const started = exports?.moments.impactStartedAt
    if (started === null || started === undefined) throw new Error('the incident has a start')
    expect([weekday(started), clock(started)]).toEqual(['Fri', '17:42'])
    const event = exports?.timeline.find((one) => one.ref === '18:11')
    expect(event === undefined ? null : clock(event.at)).toBe('18:11')
  })

  test('dates written into imported texts move along', () => {
    for (const incident of readDemo(NOW).incidents) expect(incident.original?.text ?? '').not.toContain('{{')
  })
})

describe('a file that does not hold is refused by name and path', () => {
  const folders: string[] = []
  afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })))

  /** Reads the organisation with one incident, in which `from` has become `to`. */
  function readWith(from: string, to: string): () => unknown {
    const folder = mkdtempSync(`${tmpdir()}/demo-`)
    folders.push(folder)
    mkdirSync(`${folder}/incidents`)
    cpSync(`${FOLDER}organisation.yaml`, `${folder}/organisation.yaml`)
    const path = `${folder}/${file}`
    const before = readFileSync(`${FOLDER}${file}`, 'utf8')
    expect(before).toContain(from)
    writeFileSync(path, before.replace(from, to))
    return () => readDemo(NOW, folder)
  }
  const file = 'incidents/059-order-exports-starve-card-payments.yaml'

  test.each([
    ['author: ines', 'author: nobody', `${file}: author: there is no person "nobody"`],
    ['severity: SEV1', 'severity: SEV9', `${file}: severity: there is no severity "SEV9"`],
    ['team: payments', 'team: 7', `${file}: team: `],
    ['detectedAt: "17:51"', 'detectedAt: "17:31"', `${file}: moments.detectedAt: 17:31 is before 17:42`],
    ['detectedAt: "17:51"', 'detectedAt: "26:00"', `${file}: moments.detectedAt: "26:00" is not a time`],
    [
      'promptedBy: "17:53"',
      'promptedBy: "17:54"',
      `decisions[0].promptedBy: no timeline event is at "17:54"`,
    ],
    ['words: 372 of 400', 'words: 373 of 400', 'claims[1].words: are not in the section timeline'],
    ['dueAt: +7d, openedAt: "+4d', 'dueAt: +7d, openedAt: "+40d', "is after the story's present"],
    ['owner: oskar', 'owner: null', 'actions[0]: a committed action has an owner'],
    ['to: funded', 'to: declined', 'actions[0]: a major action is committed once it is funded'],
    ['layer: staged-rollout, outcome', 'layer: moat, outcome', 'there is no layer "moat"'],
  ])('%s → %s', (from, to, message) => {
    expect(readWith(from, to)).toThrow(message)
  })

  test('hindsight: nothing is known by evidence that came later', () => {
    expect(
      readWith(
        'kind: known, text: "Payments workers were released at 15:10.", evidence: ["15:10"]',
        'kind: known, text: "Exports hold the pool.", evidence: ["18:11"]',
      ),
    ).toThrow(`${file}: decisions[0].information[1]: is held to be known at 17:58 by evidence from 18:11`)
  })
})
