/** The state of knowledge at any minute of an incident: the same facts sorted into known, believed and not yet known. */
import type { Postmortem } from '../../../contract/postmortems.ts'
import { epoch } from '../../../domain/instant.ts'
import type { Instant } from '../../../domain/instant.ts'
import { bare, beliefsOf, missingOf } from './decision-information.ts'

export type Column = 'known' | 'believed' | 'notYet'

export interface Fact {
  readonly text: string
  /** What is said beneath it. */
  readonly note: string
  /** Columns it goes through, in order of time; before the first it is not shown. */
  readonly steps: readonly { readonly from: number; readonly column: Column | null }[]
}

type Clock = (at: number) => string
type Item = Postmortem['decisions'][number]['information'][number]

/** The facts of all decision points, each told once; empty where no decision point says what was known. */
export function factsOf(postmortem: Postmortem, clock: Clock): Fact[] {
  const facts = [
    ...beliefsOf(postmortem).flatMap((belief) => beliefFact(belief, clock)),
    ...missingOf(postmortem).map((one) => missingFact(one, clock)),
    ...postmortem.decisions.flatMap((decision) =>
      decision.information.flatMap((item) => itemFact(postmortem, decision, item, clock)),
    ),
  ]
  const once = new Map<string, Fact>()
  for (const fact of facts) if (!once.has(fact.text)) once.set(fact.text, fact)
  return [...once.values()]
}

/** The column a fact stands in at a time; null when it is not shown then. */
export function columnAt(fact: Fact, at: number): Column | null {
  return fact.steps.findLast((step) => step.from <= at)?.column ?? null
}

const ALWAYS = Number.NEGATIVE_INFINITY
const time = (at: Instant | null): number | null => (at === null ? null : epoch(at))

function beliefFact(belief: ReturnType<typeof beliefsOf>[number], clock: Clock): Fact[] {
  const [from, to] = [time(belief.from), time(belief.to)]
  if (from === null) return []
  const proved = belief.right === null ? '' : `proved ${belief.right ? 'right' : 'wrong'}`
  const note = [
    `from ${clock(from)}`,
    to === null
      ? proved === ''
        ? 'never settled'
        : proved
      : `${proved === '' ? 'until' : `${proved} at`} ${clock(to)}`,
  ].join(', ')
  const after: Fact['steps'] =
    to === null ? [] : [{ from: to, column: belief.right === true ? 'known' : null }]
  return [{ text: belief.text, note, steps: [{ from, column: 'believed' }, ...after] }]
}

function missingFact(one: ReturnType<typeof missingOf>[number], clock: Clock): Fact {
  const arrived = time(one.arrivedAt)
  const note = [
    one.heldBy === null ? 'missing' : `missing; held by ${bare(one.heldBy)}`,
    arrived === null ? '' : `arrived ${clock(arrived)}`,
  ]
    .filter(Boolean)
    .join('; ')
  const after: Fact['steps'] = arrived === null ? [] : [{ from: arrived, column: 'known' }]
  return { text: one.what, note, steps: [{ from: ALWAYS, column: 'notYet' }, ...after] }
}

function itemFact(
  postmortem: Postmortem,
  decision: Postmortem['decisions'][number],
  item: Item,
  clock: Clock,
): Fact[] {
  const text = bare(item.text)
  const at = time(item.at) ?? evidenceAt(postmortem, item)
  const decided = time(decision.decidedAt)
  switch (item.kind) {
    case 'known': {
      const from = at ?? decided
      if (from === null) return []
      const note = at === null ? `by ${clock(from)}` : clock(from)
      return [
        {
          text,
          note,
          steps: [{ from, column: 'known' }],
        },
      ]
    }
    case 'discoverable': {
      // It came to the responders with what the decision had missed; without that time it stays unknown to them.
      const arrivals = decision.missing.map((one) => time(one.arrivedAt)).filter((one) => one !== null)
      const reached = arrivals.length === 0 ? null : Math.min(...arrivals)
      const note = at === null ? 'could have been had' : `could have been had from ${clock(at)}`
      return [
        {
          text,
          note,
          steps: [
            { from: at ?? ALWAYS, column: 'notYet' },
            ...(reached === null ? [] : [{ from: reached, column: 'known' as const }]),
          ],
        },
      ]
    }
    case 'learned_later': {
      const note = at === null ? 'learned later' : `learned ${clock(at)}`
      return [
        {
          text,
          note,
          steps: [
            { from: ALWAYS, column: 'notYet' },
            ...(at === null ? [] : [{ from: at, column: 'known' as const }]),
          ],
        },
      ]
    }
    case 'unknowable':
      return [{ text, note: 'could not be known then', steps: [{ from: ALWAYS, column: 'notYet' }] }]
    case 'believed':
      break
  }
  return []
}

/** When the evidence behind an item came to be. */
function evidenceAt(postmortem: Postmortem, item: Item): number | null {
  const evidence = postmortem.evidence.find((one) => one.id === item.evidenceId)
  if (evidence === undefined) return null
  const event = postmortem.timeline.find((one) => one.id === evidence.timelineEventId)
  return time(evidence.at ?? event?.at ?? null)
}
