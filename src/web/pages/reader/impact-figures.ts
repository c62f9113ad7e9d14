/** The impact in at most four figures: how long, how many, how much. */
import type { Postmortem } from '../../../contract/postmortems.ts'
import { epoch } from '../../../domain/instant.ts'
import { countWords, minutesWords, moneyWords, shareWords } from '../../words.ts'
import { mainIncident } from './flood-of.ts'

export interface ImpactFigure {
  readonly value: string
  /** `min` beside the value; empty for a bare number. */
  readonly unit: string
  readonly of: string
  readonly note: string
  readonly evidenceIds: readonly string[]
}

type Clock = (at: number) => string

const MOST = 4

/** Only what is known; empty when nothing is. */
export function impactFigures(postmortem: Postmortem, clock: Clock): ImpactFigure[] {
  const money = moneyFigures(postmortem)
  const counts = countFigures(postmortem).slice(0, MOST - 1 - money.length)
  return [...durationFigure(postmortem, clock), ...counts, ...money].slice(0, MOST)
}

const KIND_WORDS = {
  outage: 'of outage',
  degradation: 'of degraded service',
  security: 'of exposure',
  data: 'of wrong or missing data',
  near_miss: 'from start to end',
  drill: 'of drill',
} as const satisfies Record<Postmortem['kind'], string>

function durationFigure(postmortem: Postmortem, clock: Clock): ImpactFigure[] {
  if (postmortem.impactMinutes === null) return []
  const incident = mainIncident(postmortem)
  const [from, to] = [incident?.impactStartedAt ?? null, incident?.recoveredAt ?? null]
  const words = minutesWords(postmortem.impactMinutes)
  const single = /^([\d,]+) (min|h|d)$/u.exec(words)
  return [
    {
      value: single?.[1] ?? words,
      unit: single?.[2] ?? '',
      of: KIND_WORDS[postmortem.kind],
      note: from === null || to === null ? '' : `${clock(epoch(from))} to ${clock(epoch(to))}`,
      evidenceIds: [],
    },
  ]
}

function countFigures(postmortem: Postmortem): ImpactFigure[] {
  return postmortem.impacts
    .filter((impact) => impact.count !== null && impact.count > 0)
    .map((impact) => ({
      value: countWords(impact.count ?? 0),
      unit: '',
      of: impact.segment,
      note: impact.share === null ? '' : `${shareWords(impact.share)} of the segment`,
      evidenceIds: impact.evidenceIds,
    }))
}

/** Money summed by currency, since currencies do not add up. */
function moneyFigures(postmortem: Postmortem): ImpactFigure[] {
  const stated = postmortem.impacts.filter((impact) => impact.money !== null)
  const byCurrency = Map.groupBy(stated, (impact) => impact.money?.currency ?? '')
  return [...byCurrency].map(([currency, impacts]) => ({
    value: moneyWords(
      impacts.reduce((sum, impact) => sum + (impact.money?.amount ?? 0), 0),
      currency,
    ),
    unit: '',
    of: impacts.length === 1 ? (impacts[0]?.segment ?? '') : `over ${impacts.length} segments`,
    note: impacts.length === 1 ? (impacts[0]?.note ?? '') : '',
    evidenceIds: impacts.flatMap((impact) => impact.evidenceIds),
  }))
}
