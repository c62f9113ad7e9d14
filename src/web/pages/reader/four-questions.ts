/** The four leading questions, answered from what the postmortem holds as data; those it cannot answer are left out. */
import type { Postmortem } from '../../../contract/postmortems.ts'
import { epoch } from '../../../domain/instant.ts'
import { firstOfPhase } from '../../../domain/timeline.ts'
import type { LayerOutcome } from '../../../domain/vocabulary.ts'
import { capital, listed } from '../../number-words.ts'
import { bare, beliefsOf, missingOf } from './decision-information.ts'
import { plain } from './flood-of.ts'

export interface Answered {
  readonly question: string
  readonly answers: readonly string[]
}

type Clock = (at: number) => string

/** At most four, in their order. `clock` writes an instant as the page does. */
export function fourQuestions(postmortem: Postmortem, clock: Clock): Answered[] {
  return [
    { question: 'Which alarm came first?', answers: firstAlarm(postmortem, clock) },
    { question: 'What was believed, and when?', answers: believed(postmortem, clock) },
    { question: 'Which missing information slowed it?', answers: missing(postmortem, clock) },
    { question: 'Which layer let it through?', answers: layers(postmortem) },
  ].filter((one) => one.answers.length > 0)
}

function firstAlarm(postmortem: Postmortem, clock: Clock): string[] {
  const alarm = firstOfPhase(postmortem.timeline, 'alarm')
  if (alarm !== null && alarm.at !== null) return [`${clock(epoch(alarm.at))}: ${ended(plain(alarm.text))}`]
  const noticed = firstOfPhase(postmortem.timeline, 'detection')
  if (noticed === null || noticed.at === null) return []
  return [`None is recorded. It was noticed at ${clock(epoch(noticed.at))}: ${ended(plain(noticed.text))}`]
}

const MOST = 3

function believed(postmortem: Postmortem, clock: Clock): string[] {
  return beliefsOf(postmortem)
    .slice(0, MOST)
    .map((belief) => {
      const from = belief.from === null ? '' : `from ${clock(epoch(belief.from))}`
      const proved = belief.right === null ? '' : `proved ${belief.right ? 'right' : 'wrong'}`
      const to = belief.to === null ? proved : `${proved} at ${clock(epoch(belief.to))}`
      return `“${belief.text}”: ${[from, to].filter(Boolean).join(', ') || 'time not known'}.`
    })
}

function missing(postmortem: Postmortem, clock: Clock): string[] {
  return missingOf(postmortem)
    .slice(0, MOST)
    .map((one) =>
      [
        ended(one.what),
        one.heldBy === null ? '' : ended(`Held by ${bare(one.heldBy)}`),
        one.arrivedAt === null ? '' : ended(`Arrived at ${clock(epoch(one.arrivedAt))}`),
      ]
        .filter(Boolean)
        .join(' '),
    )
}

const LET_THROUGH = ['bypassed', 'failed', 'absent'] as const satisfies readonly LayerOutcome[]

function layers(postmortem: Postmortem): string[] {
  return LET_THROUGH.flatMap((outcome) => {
    const names = postmortem.layersMet.filter((met) => met.outcome === outcome).map((met) => met.layer.name)
    if (names.length === 0) return []
    return [`${capital(outcome)}: ${listed(names.map((name) => name.toLowerCase()))}.`]
  })
}

/** With a full stop, unless it ends a sentence already. */
const ended = (text: string): string => (/[.!?…。]$/u.test(text) ? text : `${text}.`)
