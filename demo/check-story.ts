/** What must hold across the demonstration files beyond their shape: references, order of time, honest states. */
import type { Day } from '../src/domain/instant.ts'
import { MOMENTS } from '../src/domain/vocabulary.ts'
import type { ActionState, PostmortemState, SponsorshipState } from '../src/domain/vocabulary.ts'
import type { IncidentFile, OrganisationFile } from './schema.ts'
import type { StoryMoment } from './story-time.ts'
import { addDays } from './story-time.ts'

/** One thing that does not hold: where in the file, and what. */
export interface Complaint {
  readonly path: string
  readonly message: string
}

type Say = (path: string, message: string) => void
type Evidence = IncidentFile['claims'][number]['evidence'][number]
type Action = IncidentFile['actions'][number]

const ACTION_NEXT = {
  proposed: ['committed', 'handed_back', 'dropped'],
  handed_back: ['proposed', 'dropped'],
  committed: ['in_progress', 'dropped'],
  in_progress: ['claimed_done', 'dropped'],
  claimed_done: ['verified', 'not_effective', 'dropped'],
  verified: [],
  not_effective: ['in_progress', 'dropped'],
  dropped: ['proposed'],
} satisfies Record<ActionState, readonly ActionState[]>

const SPONSORSHIP_NEXT = {
  requested: ['funded', 'declined', 'deferred'],
  funded: [],
  declined: ['requested'],
  deferred: ['requested', 'funded', 'declined'],
} satisfies Record<SponsorshipState, readonly SponsorshipState[]>

const POSTMORTEM_NEXT = {
  draft: ['in_review', 'withdrawn'],
  in_review: ['reviewed', 'draft', 'withdrawn'],
  reviewed: ['published', 'withdrawn'],
  published: ['withdrawn'],
  withdrawn: [],
} satisfies Record<PostmortemState, readonly PostmortemState[]>

/** Minutes since a fixed point by the story's wall clock; only for comparing times of one file. */
const clock = (at: StoryMoment): number => at.days * 1440 + at.minutes

/** Everything that does not hold in `organisation.yaml`. */
export function checkOrganisation(file: OrganisationFile): readonly Complaint[] {
  const complaints: Complaint[] = []
  const say: Say = (path, message) => complaints.push({ path, message })
  const person = lookup(say, 'person', file.people)
  const team = lookup(say, 'team', file.teams)
  const layer = lookup(say, 'layer', file.layers)
  const severity = lookup(
    say,
    'severity',
    Object.fromEntries(file.severityScale.map((one) => [one.code, one])),
  )
  for (const [key, one] of Object.entries(file.people)) {
    team(`people.${key}.team`, one.team)
    person(`people.${key}.manager`, one.manager)
  }
  for (const [key, one] of Object.entries(file.teams)) {
    for (const who of [one.lead, ...one.trained]) person(`teams.${key}`, who)
  }
  for (const [key, one] of Object.entries(file.services)) team(`services.${key}.team`, one.team)
  for (const [key, one] of Object.entries(file.classes)) {
    for (const name of one.layers) layer(`classes.${key}.layers`, name)
  }
  file.cadences.forEach((one, index) => {
    team(`cadences[${index}].team`, one.team)
    person(`cadences[${index}].remindersRiseTo`, one.remindersRiseTo)
    for (const duty of one.obligations) {
      for (const code of duty.severities) severity(`cadences[${index}].obligations`, code)
      for (const who of duty.readers) person(`cadences[${index}].obligations`, who)
    }
  })
  file.logins.forEach((one, index) => person(`logins[${index}].person`, one.person))
  return complaints
}

/** Everything that does not hold in one incident file. */
export function checkIncident(file: IncidentFile, organisation: OrganisationFile): readonly Complaint[] {
  const complaints: Complaint[] = []
  const say: Say = (path, message) => complaints.push({ path, message })
  checkNames(file, organisation, say)
  checkTimes(file, organisation, say)
  checkEvidence(file, say)
  checkDecisions(file, say)
  checkSteps(file.steps, 'draft', POSTMORTEM_NEXT, 'steps', say)
  file.actions.forEach((action, index) => checkAction(action, `actions[${index}]`, say))
  file.claims.forEach((claim, index) => {
    if (file.sections[claim.section]?.includes(claim.words) !== true)
      say(`claims[${index}].words`, `are not in the section ${claim.section}`)
  })
  return complaints
}

function lookup(say: Say, thing: string, known: Readonly<Record<string, unknown>>) {
  return (path: string, name: string | null) => {
    if (name !== null && !Object.hasOwn(known, name)) say(path, `there is no ${thing} "${name}"`)
  }
}

function checkNames(file: IncidentFile, organisation: OrganisationFile, say: Say): void {
  const scale = Object.fromEntries(organisation.severityScale.map((one) => [one.code, one]))
  const factors = Object.fromEntries(file.factors.map((one) => [one.id, one]))
  const known: Record<string, ReturnType<typeof lookup>> = {
    team: lookup(say, 'team', organisation.teams),
    service: lookup(say, 'service', organisation.services),
    layer: lookup(say, 'layer', organisation.layers),
    class: lookup(say, 'class', organisation.classes),
    severity: lookup(say, 'severity', scale),
    factor: lookup(say, 'factor', factors),
  }
  const person = lookup(say, 'person', organisation.people)
  for (const name of PEOPLE_FIELDS) known[name] = person
  known['affectedTeams'] = lookup(say, 'team', organisation.teams)
  known['services'] = lookup(say, 'service', organisation.services)
  walk(file, '', (path, name, value) => {
    const check = known[name]
    if (check !== undefined && typeof value === 'string') check(path, value)
  })
}

const PEOPLE_FIELDS = [
  'author',
  'facilitator',
  'by',
  'owner',
  'sponsor',
  'person',
  'noMoneyNeededBy',
  'checker',
  'invited',
  'attended',
] as const

/** Calls `visit` with the path, the nearest field name and the value of every leaf and every moment. */
function walk(
  value: unknown,
  path: string,
  visit: (path: string, name: string, value: unknown) => void,
): void {
  const name =
    path
      .replace(/\[\d+\]$/, '')
      .split('.')
      .at(-1) ?? ''
  if (Array.isArray(value)) return value.forEach((item, index) => walk(item, `${path}[${index}]`, visit))
  if (typeof value !== 'object' || value === null || 'story' in value) return visit(path, name, value)
  for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`, visit)
}

/** Times that may lie ahead of the story's present. */
const AHEAD = new Set(['scheduledAt'])

function checkTimes(file: IncidentFile, organisation: OrganisationFile, say: Say): void {
  walk(file, '', (path, name, value) => {
    if (!isMoment(value) || AHEAD.has(name)) return
    if (storyWallTime(file.day, value) > organisation.storyNow)
      say(path, `${value.written} is after the story's present`)
  })
  let before: StoryMoment | null = null
  for (const name of MOMENTS) {
    const at = file.moments[name]
    if (at === null) continue
    if (before !== null && clock(at) < clock(before))
      say(`moments.${name}`, `${at.written} is before ${before.written}`)
    before = at
  }
  file.timeline.forEach((event, index) => {
    const previous = file.timeline[index - 1]
    if (previous !== undefined && clock(event.at) < clock(previous.at))
      say(`timeline[${index}].at`, `${event.at.written} is before the entry above it`)
  })
  if (file.begunAt.days < 0) say('begunAt', 'is before the incident')
}

function storyWallTime(day: Day, at: StoryMoment): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${addDays(day, at.days)} ${two(Math.floor(at.minutes / 60))}:${two(at.minutes % 60)}`
}

function isMoment(value: unknown): value is StoryMoment {
  return typeof value === 'object' && value !== null && 'story' in value && value.story === 'moment'
}

/** The events a reference may mean: by `id`, or else by the time as written. */
function eventsOf(file: IncidentFile, ref: string) {
  return file.timeline.filter((event) => (event.id ?? event.at.written) === ref)
}

function checkEvent(file: IncidentFile, ref: string, path: string, say: Say): void {
  const found = eventsOf(file, ref).length
  if (found === 0) say(path, `no timeline event is at "${ref}" or has that id`)
  if (found > 1) say(path, `${found} timeline events are at "${ref}": give the one that is meant an id`)
}

function checkEvidence(file: IncidentFile, say: Say): void {
  walk(file, '', (path, name, value) => {
    const isEvent = (name === 'event' && path.includes('evidence')) || name === 'promptedBy'
    if (isEvent && typeof value === 'string') checkEvent(file, value, path, say)
  })
}

/** When a piece of evidence came to be; null where that is not said. */
function evidenceAt(file: IncidentFile, evidence: Evidence): StoryMoment | null {
  return evidence.kind === 'timeline_event' ? (eventsOf(file, evidence.event)[0]?.at ?? null) : evidence.at
}

function checkDecisions(file: IncidentFile, say: Say): void {
  file.decisions.forEach((decision, index) => {
    const path = `decisions[${index}]`
    const decided = clock(decision.decidedAt)
    const prompt = eventsOf(file, decision.promptedBy)[0]
    if (prompt !== undefined && clock(prompt.at) > decided)
      say(`${path}.promptedBy`, 'comes after the decision')
    if (decision.options.filter((one) => one.chosen).length !== 1)
      say(`${path}.options`, 'need exactly one chosen')
    decision.information.forEach((item, at) => {
      const where = `${path}.information[${at}]`
      if (item.kind === 'learned_later' && item.learnedAt !== null && clock(item.learnedAt) <= decided)
        say(where, 'was learned before the decision, so it is known')
      if (item.kind !== 'known') return
      for (const evidence of item.evidence) {
        const seen = evidenceAt(file, evidence)
        if (seen !== null && clock(seen) > decided)
          say(where, `is held to be known at ${decision.decidedAt.written} by evidence from ${seen.written}`)
      }
    })
    decision.missing.forEach((gap, at) => {
      if (gap.arrivedAt !== null && clock(gap.arrivedAt) <= decided)
        say(`${path}.missing[${at}]`, 'arrived before the decision, so it was not missing')
    })
  })
}

interface Step {
  readonly to: string
  readonly at: StoryMoment
  readonly reason: string | null
}

function checkSteps(
  steps: readonly Step[],
  start: string,
  next: Readonly<Record<string, readonly string[]>>,
  path: string,
  say: Say,
): void {
  let state = start
  let before = Number.NEGATIVE_INFINITY
  steps.forEach((step, index) => {
    const where = `${path}[${index}]`
    if (next[state]?.includes(step.to) !== true) say(where, `nothing goes from ${state} to ${step.to}`)
    if (clock(step.at) < before) say(where, 'is before the step above it')
    if (NEEDS_REASON.has(step.to) && step.reason === null) say(where, `${step.to} needs a reason`)
    state = step.to
    before = clock(step.at)
  })
}

const NEEDS_REASON = new Set(['handed_back', 'dropped', 'declined', 'deferred', 'withdrawn', 'not_effective'])

function checkAction(action: Action, path: string, say: Say): void {
  const [first, ...rest] = action.steps
  if (first?.to !== 'proposed') return say(`${path}.steps`, 'begin with proposed')
  checkSteps(rest, 'proposed', ACTION_NEXT, `${path}.steps`, say)
  const asked = action.sponsorship?.steps ?? []
  if (action.sponsorship !== null) {
    if (asked[0]?.to !== 'requested') say(`${path}.sponsorship.steps`, 'begin with requested')
    checkSteps(asked.slice(1), 'requested', SPONSORSHIP_NEXT, `${path}.sponsorship.steps`, say)
    if (!action.major) say(`${path}.sponsorship`, 'is for major actions')
  }
  const committed = rest.find((step) => step.to === 'committed')
  if (committed !== undefined) {
    if (action.owner === null || action.due === null || action.measure === null)
      say(path, 'a committed action has an owner, a due day and a measure')
    const funded = asked.some((step) => step.to === 'funded' && clock(step.at) <= clock(committed.at))
    if (action.major && !funded && action.noMoneyNeededBy === null)
      say(path, 'a major action is committed once it is funded or its leader says no money is needed')
  }
  const verified = rest.find((step) => step.to === 'verified')
  if (verified === undefined) return
  if (verified.by === null || verified.by === action.owner)
    say(path, 'is verified by someone other than its owner')
  if (action.reading === null) say(path, 'is verified by a reading')
}
