/** The values a filter can take, from the organisation's catalogues; asked for when a filter is begun. */
import { useState } from 'preact/hooks'
import { INCIDENT_KINDS, LAYER_OUTCOMES, POSTMORTEM_STATES } from '../../../domain/vocabulary.ts'
import { useAnswer } from '../../answers.ts'
import { useMe } from '../../session.ts'
import { yearAgo } from '../../words.ts'
import type { Filter } from './query-words.ts'

const MOST = 12

/** What `SearchBox` needs: the values that fit, and to be told which filter is being typed. */
export function useFilterValues() {
  const [filter, onFilter] = useState<Filter | null>(null)
  const scale = useMe().organisation.severityScale.map((level) => level.code)
  const all = { query: { limit: 200 } }
  const names = (items: readonly { readonly name: string }[] | undefined) =>
    (items ?? []).map((item) => item.name)
  const classes = useAnswer('GET /classes', { query: { from: yearAgo() } }, { when: filter === 'class' })
  const services = useAnswer('GET /services', all, { when: filter === 'service' })
  const teams = useAnswer('GET /teams', all, { when: filter === 'team' })
  const layers = useAnswer('GET /layers', all, { when: filter === 'layer' })
  const known: Readonly<Record<Filter, readonly string[]>> = {
    class: names(classes.data?.rows.map((row) => row.class)),
    service: names(services.data?.items),
    team: names(teams.data?.items),
    severity: scale,
    kind: INCIDENT_KINDS,
    state: POSTMORTEM_STATES,
    layer: names(layers.data?.items),
    before: days(),
    after: days(),
    has: ['open-claims', 'open-actions'],
  }
  return { onFilter, valuesOf: (one: Filter, typed: string) => valuesFor(one, typed, known) }
}

function valuesFor(
  filter: Filter,
  typed: string,
  known: Readonly<Record<Filter, readonly string[]>>,
): readonly string[] {
  const [name = '', outcome] = typed.split('=')
  if (filter === 'layer' && outcome !== undefined) {
    return LAYER_OUTCOMES.filter((one) => one.startsWith(outcome) && one !== outcome).map(
      (one) => `${name}=${one}`,
    )
  }
  const wanted = typed.toLowerCase()
  const fitting = known[filter].filter((value) => value.toLowerCase().includes(wanted))
  return fitting.length === 1 && fitting[0]?.toLowerCase() === wanted ? [] : fitting.slice(0, MOST)
}

/** Starts of this month, this quarter, this year and the last, for before: and after:. */
function days(): readonly string[] {
  const now = new Date()
  const [year, month] = [now.getFullYear(), now.getMonth()]
  const starts = [
    [year, month],
    [year, Math.floor(month / 3) * 3],
    [year, 0],
    [year - 1, 0],
  ] as const
  return [...new Set(starts.map(([y, m]) => new Date(Date.UTC(y, m, 1)).toISOString().slice(0, 10)))]
}
