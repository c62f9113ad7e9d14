/** Views of the library: a few that everyone has, one's own, and those shared. */
import type { SavedView } from '../../../contract/desk.ts'
import { Link } from 'wouter-preact'
import { useAnswer } from '../../answers.ts'
import { useMe } from '../../session.ts'
import { countWords } from '../../words.ts'
import styles from './views.module.css'

export interface View {
  readonly name: string
  readonly query: string
}

/** The views everyone has, by the organisation's own severity scale. */
export function useUsualViews(): readonly View[] {
  const gravest = useMe().organisation.severityScale[0]?.code
  return [
    { name: 'All', query: '' },
    ...(gravest === undefined
      ? []
      : [{ name: `${gravest} this quarter`, query: `severity:${gravest} after:${quarterStart()}` }]),
    { name: 'Awaits review', query: 'state:in_review' },
    { name: 'Has open claims', query: 'has:open-claims' },
  ]
}

function quarterStart(): string {
  const now = new Date()
  return new Date(Date.UTC(now.getFullYear(), Math.floor(now.getMonth() / 3) * 3, 1))
    .toISOString()
    .slice(0, 10)
}

interface Props {
  readonly query: string
  readonly saved: readonly SavedView[]
  /** Whether to ask how many each holds: after the list itself, which matters more. */
  readonly counted: boolean
  readonly hrefOf: (query: string) => string
}

export function Views({ query, saved, counted, hrefOf }: Props) {
  const parts = [
    ['Library', useUsualViews()],
    ['Saved by you', saved.filter((view) => view.mine)],
    ['Shared', saved.filter((view) => !view.mine)],
  ] as const
  return (
    <nav class={styles['views']} aria-label="Views of the library">
      {parts.map(([heading, views]) =>
        views.length === 0 ? null : (
          <>
            <h2>{heading}</h2>
            {views.map((view) => (
              <Link
                key={view.name + view.query}
                href={hrefOf(view.query)}
                {...(view.query === query ? { 'aria-current': 'page' } : {})}
              >
                {view.name} <Count query={view.query} when={counted} />
              </Link>
            ))}
          </>
        ),
      )}
    </nav>
  )
}

/** How many a view holds; said when known. */
function Count({ query, when }: { query: string; when: boolean }) {
  const answer = useAnswer(
    'GET /postmortems',
    { query: { ...(query === '' ? {} : { q: query }), limit: 1 } },
    { when },
  )
  if (answer.data === undefined) return null
  return <span>{answer.data.total === null ? '10,000+' : countWords(answer.data.total)}</span>
}
