/** What the demonstration teaches at first sight: its repeats, its money, its desks, its words. */
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { epoch, minutesBetween, toInstant } from '../src/domain/instant.ts'
import type { Instant } from '../src/domain/instant.ts'
import { readDemo } from './read-demo.ts'
import type { DemoAction, DemoIncident } from './read-demo.ts'

const demo = readDemo(toInstant('2026-11-23T08:00:00Z'))
const FOLDER = fileURLToPath(new URL('.', import.meta.url))
const DAY_MINUTES = 1440

/** Incidents as the numbers count them: drills and near misses apart. */
const counted = demo.incidents.filter((one) => one.kind !== 'near_miss' && one.kind !== 'drill')

function beginning(incident: DemoIncident): Instant {
  const at = incident.moments.impactStartedAt ?? incident.moments.detectedAt
  if (at === null) throw new Error(`${incident.slug} has no beginning`)
  return at
}

function occurrences(key: string): readonly DemoIncident[] {
  return counted.filter((one) => one.classes.some((its) => its.class === key && its.standing === 'confirmed'))
}

function daysBetween(from: Instant, to: Instant): number {
  return minutesBetween(from, to) / DAY_MINUTES
}

/** Occurrences within the class's window of the one before. */
function repeats(key: string): readonly DemoIncident[] {
  const window = demo.classes[key]?.windowDays ?? 0
  const all = occurrences(key)
  return all.filter((one, index) => {
    const previous = all[index - 1]
    return previous !== undefined && daysBetween(beginning(previous), beginning(one)) <= window
  })
}

/** When work on a class was first funded by someone. */
function fundedAt(key: string): Instant {
  const at = demo.incidents
    .flatMap((one) => one.actions)
    .filter((action) => action.class === key)
    .flatMap((action) => action.sponsorship?.steps ?? [])
    .find((step) => step.to === 'funded')?.at
  if (at === undefined) throw new Error(`nothing was funded for ${key}`)
  return at
}

function beforeAndAfter(key: string): readonly [number, number] {
  const funded = epoch(fundedAt(key))
  const before = occurrences(key).filter((one) => epoch(beginning(one)) < funded).length
  return [before, occurrences(key).length - before]
}

describe('the story', () => {
  test('holds about sixty incidents over eighteen months, seven of them SEV1', () => {
    expect(demo.incidents.length).toBeGreaterThanOrEqual(60)
    expect(demo.incidents.map((one) => one.number)).toEqual(demo.incidents.map((_, index) => index + 1))
    expect(demo.incidents.filter((one) => one.severity === 'SEV1')).toHaveLength(7)
    expect(demo.incidents.length - counted.length).toBeGreaterThanOrEqual(5)
    const [first, last] = [demo.incidents[0], demo.incidents.at(-1)]
    if (first === undefined || last === undefined) throw new Error('there are incidents')
    const months = daysBetween(beginning(first), beginning(last)) / 30.4
    expect(months).toBeGreaterThan(17)
    expect(months).toBeLessThan(19)
    expect(daysBetween(beginning(last), demo.storyNow)).toBeLessThan(4)
  })

  test('is told in the order in which it happened', () => {
    const times = demo.incidents.map((one) => epoch(beginning(one)))
    // A near miss may have begun unseen, days before it was found.
    const days = demo.incidents.map((one) => one.day)
    expect(days).toEqual([...days].sort())
    expect(times.every(Number.isFinite)).toBe(true)
  })

  test('two classes repeat and go quiet after work on them was funded', () => {
    expect(beforeAndAfter('change-without-steps')).toEqual([9, 1])
    expect(repeats('change-without-steps').length).toBeGreaterThanOrEqual(8)
    expect(beforeAndAfter('expired-credential')).toEqual([6, 0])
    expect(repeats('expired-credential').length).toBeGreaterThanOrEqual(3)
    for (const key of ['change-without-steps', 'expired-credential'])
      expect(daysBetween(fundedAt(key), demo.storyNow)).toBeGreaterThan(180)
  })

  test('one class goes on although it was funded, and one was funded too lately to tell', () => {
    const [before, after] = beforeAndAfter('slow-dependency')
    expect(before).toBe(4)
    expect(after).toBe(4)
    expect(daysBetween(fundedAt('schema-change'), demo.storyNow)).toBeLessThan(90)
  })

  test('one request was declined, its class came back twice, and it waits for its sponsor again', () => {
    const pools = demo.incidents
      .flatMap((one) => one.actions)
      .find((one) => one.title.startsWith('Give checkout and payments'))
    const steps = pools?.sponsorship?.steps ?? []
    expect(steps.map((step) => step.to)).toEqual(['requested', 'declined', 'requested'])
    const declined = steps[1]?.at
    if (declined === undefined) throw new Error('it was declined')
    expect(occurrences('shared-limit').filter((one) => epoch(beginning(one)) > epoch(declined))).toHaveLength(
      2,
    )
    expect(repeats('shared-limit').at(-1)?.severity).toBe('SEV1')
  })

  test('some classes never repeat, and some are only suggested', () => {
    for (const key of ['access-change', 'supplier-outage']) expect(repeats(key)).toEqual([])
    const unconfirmed = demo.incidents.filter(
      (one) => one.classes.length > 0 && one.classes.every((its) => its.standing !== 'confirmed'),
    )
    expect(unconfirmed.length).toBeGreaterThanOrEqual(5)
  })

  test('every SEV1 and SEV2 has a decision point, and a dozen postmortems are rich', () => {
    const grave = demo.incidents.filter((one) => ['SEV1', 'SEV2'].includes(one.severity))
    expect(grave.filter((one) => one.decisions.length === 0).map((one) => one.slug)).toEqual([])
    const rich = demo.incidents.filter(
      (one) =>
        one.decisions.length >= 2 &&
        one.timeline.length >= 10 &&
        one.layers.length >= 3 &&
        one.factors.length >= 2,
    )
    expect(rich.length).toBeGreaterThanOrEqual(12)
  })

  test('six were imported, each in a house style of its own', () => {
    const originals = demo.incidents.flatMap((one) => (one.original === null ? [] : [one.original.fileName]))
    expect(originals.length).toBe(6)
    expect(
      readdirSync(`${FOLDER}imported`)
        .filter((name) => name.endsWith('.md'))
        .sort(),
    ).toEqual(originals.sort())
  })

  test('every service, layer and class of the catalogue is met', () => {
    const met = new Set(
      demo.incidents.flatMap((one) => [
        ...one.services,
        ...one.layers.map((its) => its.layer),
        ...one.classes.map((its) => its.class),
      ]),
    )
    const catalogue = [demo.services, demo.layers, demo.classes].flatMap((part) => Object.keys(part))
    expect(catalogue.filter((key) => !met.has(key))).toEqual([])
  })

  test('the work of people in offices falls on working days', () => {
    const late = demo.incidents.flatMap((one) =>
      [
        ...one.steps.map((step) => step.at),
        ...one.actions.flatMap((its) => [its.due, ...its.steps.map((step) => step.at)]),
      ]
        .filter((at) => at !== null && [0, 6].includes(new Date(`${at.slice(0, 10)}T12:00:00Z`).getUTCDay()))
        .map((at) => `${one.slug} ${at}`),
    )
    expect(late).toEqual([])
  })
})

describe('each login finds something on its desk', () => {
  const actions = demo.incidents.flatMap((incident) =>
    incident.actions.map((action) => ({ incident, action })),
  )
  const owned = (person: string, states: readonly DemoAction['state'][]) =>
    actions.filter(({ action }) => action.owner === person && states.includes(action.state))
  const person = (as: string) => demo.logins.find((login) => login.as === as)?.person ?? ''

  test('the author: a draft, actions to accept, one handed back, one overdue', () => {
    const author = person('author')
    expect(demo.incidents.filter((one) => one.author === author && one.state === 'draft')).not.toEqual([])
    expect(owned(author, ['proposed']).length).toBeGreaterThanOrEqual(2)
    expect(
      actions.some(({ incident, action }) => incident.author === author && action.state === 'handed_back'),
    ).toBe(true)
    const today = demo.storyNow.slice(0, 10)
    expect(
      owned(author, ['committed', 'in_progress']).some(({ action }) => (action.due ?? '9') < today),
    ).toBe(true)
  })

  test('the facilitator: reviews to run and an effect to check', () => {
    const facilitator = person('facilitator')
    const toRun = demo.incidents.filter(
      (one) => one.review?.facilitator === facilitator && one.review.heldAt === null,
    )
    expect(toRun.map((one) => one.state)).toEqual(['in_review', 'in_review'])
    expect(
      actions.some(({ action }) => action.checker === facilitator && action.state === 'claimed_done'),
    ).toBe(true)
  })

  test('the VP Engineering: an unread SEV1 brief, and money to decide', () => {
    const vp = person('VP Engineering')
    const unread = demo.incidents.filter((one) =>
      one.readings.some((its) => its.person === vp && its.openedAt === null),
    )
    expect(unread.map((one) => one.severity)).toEqual(['SEV1'])
    const waiting = actions.filter(
      ({ action }) =>
        action.sponsorship?.sponsor === vp && ['requested', 'deferred'].includes(action.sponsorship.state),
    )
    expect(waiting.length).toBeGreaterThanOrEqual(3)
  })

  test('the administrator: actions to accept and claims to verify', () => {
    const administrator = person('administrator')
    expect(demo.people[administrator]?.roles).toContain('admin')
    expect(owned(administrator, ['proposed']).length).toBeGreaterThanOrEqual(2)
    expect(
      actions.some(({ action }) => action.checker === administrator && action.state === 'claimed_done'),
    ).toBe(true)
  })
})

describe('the words', () => {
  const texts = ['incidents', 'imported'].flatMap((part) =>
    readdirSync(`${FOLDER}${part}`).map(
      (name) => [name, readFileSync(`${FOLDER}${part}/${name}`, 'utf8')] as const,
    ),
  )

  const BARRED =
    /root cause|culprit|human error|victim|\bblam(?!eless)|\bfaults?\b|\bresolved\b|should have|failed to|forg[eo]t|careless|mistake/i
  test.each(texts)('%s points at no one', (_, text) => {
    expect(BARRED.exec(text)?.[0]).toBeUndefined()
    for (const { name } of Object.values(demo.people)) {
      for (const word of name.split(' ').filter((part) => part !== 'de'))
        expect(text).not.toMatch(new RegExp(`\\b${word}\\b`))
    }
  })

  // The story moves by weeks, so its words name no date, month or season.
  const DATED =
    /\b(?:January|February|April|June|July|August|September|October|November|December)\b|\b(?:March|May) \d|\b20\d\d\b|\b(?:spring|summer|autumn|winter|Christmas)\b/
  test.each(texts)('%s stays true in any month', (_, text) => {
    expect(DATED.exec(text.replace(/^day: .*$/m, ''))?.[0]).toBeUndefined()
  })
})
