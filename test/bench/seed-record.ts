/** One made-up incident and all that is written of it, the same for the same number each time. */
import { ACTIONS, CLASSES, FILLER, JAPANESE, LESSONS, RARE, RESPONSE, type ClassWords } from './seed-words.ts'

/** A source of numbers from 0 up to 1 that begins anew for each seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** How much there is, and when: what the generator is told. */
export interface SeedSize {
  readonly postmortems: number
  readonly eventsEach: number
  readonly actionsEach: number
  readonly services: number
  readonly teams: number
  readonly people: number
  /** Epoch milliseconds: incidents fall into the five years before. */
  readonly end: number
}

export const FULL_SIZE: SeedSize = {
  postmortems: 100_000,
  eventsEach: 10,
  actionsEach: 3,
  services: 120,
  teams: 40,
  people: 600,
  end: Date.UTC(2026, 10, 1),
}

const YEARS = 5 * 365 * 86_400_000
const KINDS = {
  person: 1,
  team: 2,
  service: 3,
  layer: 4,
  class: 5,
  incident: 6,
  postmortem: 7,
  part: 8,
} as const
export type SeedKind = keyof typeof KINDS

/** A UUIDv7 of a time, a kind of thing and its number. */
export function seedId(kind: SeedKind, number: number, ms: number): string {
  const time = Math.floor(ms).toString(16).padStart(12, '0')
  const tail = number.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${KINDS[kind]}00-8000-${tail}`
}

const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T

export interface SeedEvent {
  readonly at: number
  readonly phase: string
  readonly text: string
}

export interface SeedAction {
  readonly title: string
  readonly state: string
  readonly owner: number
  readonly checker: number
  readonly due: number | null
  readonly proposedAt: number
}

export interface SeedRecord {
  readonly number: number
  readonly startedAt: number
  readonly dated: boolean
  readonly minutes: {
    readonly detect: number
    readonly mitigate: number | null
    readonly recover: number | null
  }
  readonly kind: string
  readonly severity: string | null
  readonly team: number
  readonly author: number
  readonly services: readonly number[]
  readonly title: string
  readonly language: string
  readonly state: string
  readonly restricted: boolean
  readonly class: number
  /** Confirmed, suggested, or null for none. */
  readonly standing: 'confirmed' | 'suggested' | null
  readonly sections: readonly (readonly [string, string])[]
  readonly events: readonly SeedEvent[]
  readonly layers: readonly (readonly [number, string])[]
  readonly factors: readonly string[]
  readonly actions: readonly SeedAction[]
}

const STATES: readonly (readonly [string, number])[] = [
  ['published', 0.7],
  ['draft', 0.12],
  ['reviewed', 0.08],
  ['in_review', 0.07],
  ['withdrawn', 0.03],
]

function weighted<T>(random: () => number, list: readonly (readonly [T, number])[]): T {
  let rest = random() * list.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [value, weight] of list) {
    rest -= weight
    if (rest < 0) return value
  }
  return list.at(-1)?.[0] as T
}

const CLASS_WEIGHTS = CLASSES.map((one, index) => [index, one.weight] as const)

/** The incident of a number, from 0. */
export function seedRecord(
  number: number,
  size: SeedSize,
  serviceName: (index: number) => string,
): SeedRecord {
  const random = randomFrom(number * 2_654_435_761 + 17)
  // Later years have more of them.
  const startedAt = size.end - YEARS * (1 - Math.sqrt((number + random()) / size.postmortems))
  const classIndex = weighted(random, CLASS_WEIGHTS)
  const words = CLASSES[classIndex] as ClassWords
  const services = [Math.floor(random() ** 2 * size.services)]
  if (random() < 0.25) services.push(Math.floor(random() * size.services))
  const service = serviceName(services[0] ?? 0)
  const japanese = random() < 0.03
  const tell = teller(random, words, service, japanese)
  const recover = random() < 0.9 ? Math.round(8 * Math.exp(random() * 4)) : null
  const detect = Math.round(random() * Math.min(recover ?? 30, 30))
  const owner = Math.floor(random() * size.people)
  return {
    number,
    startedAt,
    dated: random() < 0.98,
    minutes: {
      detect,
      mitigate: recover === null || random() < 0.3 ? null : Math.max(detect, recover - 3),
      recover,
    },
    kind: weighted(random, [
      ['outage', 45],
      ['degradation', 35],
      ['data', 6],
      ['security', 4],
      ['near_miss', 7],
      ['drill', 3],
    ]),
    severity: weighted(random, [
      ['SEV1', 6],
      ['SEV2', 24],
      ['SEV3', 40],
      ['SEV4', 22],
      [null, 8],
    ]),
    team: Math.floor(random() * size.teams),
    author: owner,
    services: [...new Set(services)],
    title: japanese ? `${service}: ${pick(random, JAPANESE).slice(0, 18)}` : titleOf(random, words, service),
    language: japanese ? 'ja' : 'en',
    state: weighted(random, STATES),
    restricted: random() < 0.01,
    class: classIndex,
    standing: weighted(random, [
      ['confirmed', 70],
      ['suggested', 18],
      [null, 12],
    ]),
    sections: sectionsOf(random, tell),
    events: eventsOf(random, startedAt, recover ?? 60, size.eventsEach, words, service),
    layers: Array.from({ length: Math.floor(random() * 4) }, () => [
      Math.floor(random() * 12),
      weighted(random, [
        ['held', 35],
        ['failed', 30],
        ['bypassed', 20],
        ['absent', 15],
      ]),
    ]),
    factors: Array.from({ length: 1 + Math.floor(random() * 2) }, () => tell()),
    actions: Array.from({ length: size.actionsEach }, () =>
      actionOf(random, startedAt, size, words, service),
    ),
  }
}

function fill(text: string, random: () => number, words: ClassWords, service: string): string {
  return text.replace('{noun}', pick(random, words.nouns)).replace('{service}', service)
}

/** Tells one sentence after another of an incident. */
function teller(random: () => number, words: ClassWords, service: string, japanese: boolean): () => string {
  return () => {
    if (japanese) return pick(random, JAPANESE)
    const draw = random()
    if (draw < 0.55) return fill(pick(random, words.sentences), random, words, service)
    if (draw < 0.98) return pick(random, FILLER)
    return `A ${pick(random, RARE)} had no part in it, though it was looked for.`
  }
}

function titleOf(random: () => number, words: ClassWords, service: string): string {
  const noun = pick(random, words.nouns)
  return pick(random, [
    `${service} refused requests: ${noun}`,
    `${words.name} in ${service}`,
    `Slow answers of ${service} after a ${noun} change`,
    `${service} unavailable for some customers, ${noun} at its limit`,
  ])
}

const SECTION_SHARES = [
  ['summary', 0.97, 4],
  ['impact', 0.85, 3],
  ['detection', 0.5, 2],
  ['causes', 0.9, 6],
  ['resolution', 0.7, 4],
  ['wentWell', 0.45, 2],
  ['wentWrong', 0.45, 2],
  ['lucky', 0.25, 1],
  ['lessons', 0.6, 2],
] as const

function sectionsOf(random: () => number, tell: () => string): (readonly [string, string])[] {
  return SECTION_SHARES.filter(([, share]) => random() < share).map(([section, , length]) => {
    if (section === 'lessons') return [section, `- ${pick(random, LESSONS)}\n- ${pick(random, LESSONS)}\n`]
    const sentences = Array.from({ length: length + Math.floor(random() * length) }, tell)
    return [section, sentences.join(' ')]
  })
}

function eventsOf(
  random: () => number,
  startedAt: number,
  minutes: number,
  count: number,
  words: ClassWords,
  service: string,
): SeedEvent[] {
  return Array.from({ length: count }, (_, index) => ({
    at: startedAt + (index / count) * minutes * 60_000,
    phase:
      ['alarm', 'detection', 'response', 'response', 'recovery'][Math.floor((index / count) * 5)] ??
      'context',
    text: fill(pick(random, RESPONSE), random, words, service),
  }))
}

const ACTION_STATES: readonly (readonly [string, number])[] = [
  ['verified', 50],
  ['dropped', 12],
  ['claimed_done', 5],
  ['in_progress', 12],
  ['committed', 8],
  ['proposed', 11],
  ['handed_back', 2],
]

function actionOf(
  random: () => number,
  startedAt: number,
  size: SeedSize,
  words: ClassWords,
  service: string,
): SeedAction {
  const proposedAt = startedAt + random() * 10 * 86_400_000
  const owner = Math.floor(random() * size.people)
  return {
    title: fill(pick(random, ACTIONS), random, words, service),
    state: weighted(random, ACTION_STATES),
    owner,
    checker: (owner + 1 + Math.floor(random() * (size.people - 1))) % size.people,
    due: random() < 0.9 ? proposedAt + (7 + random() * 83) * 86_400_000 : null,
    proposedAt,
  }
}
