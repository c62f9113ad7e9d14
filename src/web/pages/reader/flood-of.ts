/** Makes what the flood curve draws out of a postmortem. */
import type { Postmortem } from '../../../contract/postmortems.ts'
import { epoch } from '../../../domain/instant.ts'
import type { Instant } from '../../../domain/instant.ts'
import type { Moment } from '../../../domain/vocabulary.ts'
import type {
  FloodBelief,
  FloodData,
  FloodDecision,
  FloodEvent,
  FloodImpact,
  FloodMissing,
  FloodMoment,
} from '../../charts/flood/flood-data.ts'
import { minutesWords } from '../../words.ts'
import { beliefsOf, missingOf } from './decision-information.ts'

type Event = Postmortem['timeline'][number]

/** Names of the moments, and of the span that ends at each. */
export const MOMENT_WORDS = {
  impactStartedAt: ['Impact started', ''],
  detectedAt: ['Detected', 'Detection'],
  acknowledgedAt: ['Acknowledged', 'Acknowledgement'],
  mitigatedAt: ['Mitigated', 'Response'],
  recoveredAt: ['Recovered', 'Recovery'],
} as const satisfies Record<Moment, readonly [name: string, span: string]>

const ORDER = Object.keys(MOMENT_WORDS) as Moment[]

/** The incident a postmortem is first of all about. */
export const mainIncident = (postmortem: Postmortem) => postmortem.incidents[0] ?? null

/** Everything of it that has a time. `clock` writes an instant as the page does. */
export function floodOfPostmortem(postmortem: Postmortem, clock: (at: number) => string): FloodData {
  const events = postmortem.timeline.filter((event) => event.curated && event.at !== null)
  return {
    moments: momentsOf(postmortem),
    impacts: impactsOf(postmortem),
    readings: readingsOf(postmortem),
    events: eventsOf(postmortem, events),
    decisions: decisionsOf(postmortem),
    beliefs: beliefsOf(postmortem).flatMap((belief): FloodBelief[] =>
      belief.from === null
        ? []
        : [
            {
              text: belief.text,
              from: epoch(belief.from),
              to: belief.to === null ? null : epoch(belief.to),
              proved:
                belief.to === null
                  ? ''
                  : `proved ${belief.right === true ? 'right' : 'wrong'} ${clock(epoch(belief.to))}`,
            },
          ],
    ),
    missing: missingOf(postmortem).flatMap((one): FloodMissing[] =>
      one.from === null
        ? []
        : [
            {
              text: one.what,
              from: epoch(one.from),
              to: one.arrivedAt === null ? null : epoch(one.arrivedAt),
              arrived: one.arrivedAt === null ? '' : `arrived ${clock(epoch(one.arrivedAt))}`,
              span: one.minutes === null ? '' : minutesWords(one.minutes),
            },
          ],
    ),
  }
}

function momentsOf(postmortem: Postmortem): FloodMoment[] {
  const incident = mainIncident(postmortem)
  if (incident === null) return []
  const start = incident.impactStartedAt
  return ORDER.flatMap((moment): FloodMoment[] => {
    const at = incident[moment]
    if (at === null) return []
    const [name, span] = MOMENT_WORDS[moment]
    const since = start === null || moment === 'impactStartedAt' ? null : minutesAfter(start, at)
    return [
      {
        at: epoch(at),
        name,
        span,
        after: since === null || since < 0 ? '' : `+${minutesWords(since)}`,
        mitigated: moment === 'mitigatedAt',
      },
    ]
  }).sort((a, b) => a.at - b.at)
}

const minutesAfter = (from: Instant, to: Instant): number => (epoch(to) - epoch(from)) / 60_000

/** Stated impact with both ends known; without any, the incident itself, its size unknown. */
function impactsOf(postmortem: Postmortem): FloodImpact[] {
  const stated = postmortem.impacts.flatMap((impact): FloodImpact[] =>
    impact.from === null || impact.to === null
      ? []
      : [{ label: impact.segment, share: impact.share, from: epoch(impact.from), to: epoch(impact.to) }],
  )
  if (stated.length > 0) return stated
  const incident = mainIncident(postmortem)
  const end = incident?.recoveredAt ?? incident?.mitigatedAt ?? null
  if (incident === null || incident.impactStartedAt === null || end === null) return []
  return [{ label: 'Impact', share: null, from: epoch(incident.impactStartedAt), to: epoch(end) }]
}

/** Readings in percent that stand behind an impact statement. */
function readingsOf(postmortem: Postmortem): FloodData['readings'] {
  const behind = new Set(postmortem.impacts.flatMap((impact) => impact.evidenceIds))
  return postmortem.evidence.flatMap((one) =>
    behind.has(one.id) && one.kind === 'metric' && one.unit === '%' && one.value !== null && one.at !== null
      ? [{ at: epoch(one.at), share: one.value / 100 }]
      : [],
  )
}

const PHASE_WEIGHT = { alarm: 4, detection: 4, recovery: 3, response: 2, context: 1 } as const

function eventsOf(postmortem: Postmortem, events: readonly Event[]): FloodEvent[] {
  const prompts = new Set(postmortem.decisions.map((decision) => decision.promptedById))
  const first = new Set(
    (['alarm', 'detection'] as const).map((phase) => events.find((event) => event.phase === phase)?.id),
  )
  return events.flatMap((event): FloodEvent[] => {
    if (event.at === null || event.precision === 'day' || event.precision === 'unknown') return []
    const weight =
      PHASE_WEIGHT[event.phase] +
      (first.has(event.id) ? 6 : 0) +
      (prompts.has(event.id) ? 2 : 0) +
      (event.evidenceIds.length > 0 ? 2 : 0)
    return [
      {
        id: event.id,
        at: epoch(event.at),
        exact: event.precision === 'minute',
        text: plain(event.text),
        weight,
      },
    ]
  })
}

/** An event's text without its Markdown, on one line. */
export const plain = (text: string): string =>
  text
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*_`~]+/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

function decisionsOf(postmortem: Postmortem): FloodDecision[] {
  return postmortem.decisions.flatMap((decision, i): FloodDecision[] => {
    if (decision.decidedAt === null) return []
    const prompt = postmortem.timeline.find((event) => event.id === decision.promptedById)?.at ?? null
    return [
      {
        href: `#decision-${i + 1}`,
        at: epoch(decision.decidedAt),
        prompted: prompt === null || decision.latencyMinutes === null ? null : epoch(prompt),
        question: decision.question,
        choice: decision.choice,
        latency: decision.latencyMinutes === null ? '' : `${minutesWords(decision.latencyMinutes)} to decide`,
      },
    ]
  })
}
