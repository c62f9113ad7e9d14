/** What narrows the action list, kept in its address so that a figure can open exactly what it counts. */
import { useLocation, useSearch } from 'wouter-preact'

/** Names as the API has them. */
const NAMES = [
  'state',
  'open',
  'overdue',
  'ownerId',
  'teamId',
  'classId',
  'postmortemId',
  'ageFrom',
  'ageTo',
] as const
type Name = (typeof NAMES)[number]

export type ActionFilters = Readonly<Partial<Record<Name, string>>>

/** Open ones, unless the address says otherwise. */
const USUAL: ActionFilters = { open: 'true' }

/** The filters in the address, and how to change some of them; an empty value takes a filter away. */
export function useActionFilters(): [ActionFilters, (change: ActionFilters) => void] {
  const search = new URLSearchParams(useSearch())
  const [, go] = useLocation()
  const given: ActionFilters = Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = search.get(name)
      return value === null || value === '' ? [] : [[name, value]]
    }),
  )
  const filters = search.size === 0 ? USUAL : given
  const change = (next: ActionFilters) => {
    const all = Object.entries({ ...filters, ...next }).filter(([, value]) => value !== '')
    // Without any filter the address would mean the usual ones, so it says that closed ones are wanted, too.
    const written = new URLSearchParams(all.length === 0 ? [['state', '']] : all)
    go(`/actions?${written.toString()}`, { replace: true })
  }
  return [filters, change]
}

/** The age filter in words: `proposed 30 to 89 days ago`. */
export function ageWords({ ageFrom, ageTo }: ActionFilters): string | null {
  if (ageFrom === undefined && ageTo === undefined) return null
  if (ageTo === undefined) return `proposed ${ageFrom} days ago or earlier`
  return `proposed ${ageFrom ?? 0} to ${Number(ageTo) - 1} days ago`
}
