/** What the decision points of a postmortem say about beliefs and missing information, each told once. */
import type { Postmortem } from '../../../contract/postmortems.ts'
import type { Instant } from '../../../domain/instant.ts'
import { minutesBetween } from '../../../domain/instant.ts'

type Decision = Postmortem['decisions'][number]

export interface Belief {
  readonly text: string
  /** When it began to be held, or else when the decision that rests on it was called for. */
  readonly from: Instant | null
  readonly to: Instant | null
  readonly right: boolean | null
}

export interface Missing {
  readonly what: string
  readonly heldBy: string | null
  readonly how: string | null
  /** When it was wanted: when the decision was called for, or else taken. */
  readonly from: Instant | null
  readonly arrivedAt: Instant | null
  /** From wanted to arrived; null where either is not known. */
  readonly minutes: number | null
}

/** When the event that called for a decision happened, or else when it was decided. */
export function calledFor(postmortem: Postmortem, decision: Decision): Instant | null {
  return postmortem.timeline.find((event) => event.id === decision.promptedById)?.at ?? decision.decidedAt
}

/** Beliefs in order of the decisions; one held at several decisions begins with the first. */
export function beliefsOf(postmortem: Postmortem): Belief[] {
  const all = postmortem.decisions.flatMap((decision) =>
    decision.information
      .filter((item) => item.kind === 'believed')
      .map((item): Belief => ({
        text: bare(item.text),
        from: item.at ?? calledFor(postmortem, decision),
        to: item.provedAt,
        right: item.provedRight,
      })),
  )
  return onceEach(all, (belief) => belief.text)
}

/** Missing information in order of the decisions. */
export function missingOf(postmortem: Postmortem): Missing[] {
  const all = postmortem.decisions.flatMap((decision) => {
    const from = calledFor(postmortem, decision)
    return decision.missing.map((one): Missing => {
      const minutes = from === null || one.arrivedAt === null ? null : minutesBetween(from, one.arrivedAt)
      return {
        what: bare(one.what),
        heldBy: one.heldBy,
        how: one.how,
        from,
        arrivedAt: one.arrivedAt,
        minutes: minutes === null || minutes < 0 ? null : minutes,
      }
    })
  })
  return onceEach(all, (one) => one.what)
}

/** Without its full stop, so that it can stand inside a sentence. */
export const bare = (text: string): string => text.trim().replace(/[.。]$/u, '')

function onceEach<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  const seen = new Map<string, T>()
  for (const one of all) if (!seen.has(keyOf(one))) seen.set(keyOf(one), one)
  return [...seen.values()]
}
