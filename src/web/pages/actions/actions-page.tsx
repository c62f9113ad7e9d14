/** Action items: who owns what by when, how it will show that it worked, and what stands in the way. */
import { Link } from 'wouter-preact'
import type { ActionItem } from '../../../contract/actions.ts'
import { MoveMenu } from '../../actions/move-action.tsx'
import { useAnswer, usePages } from '../../answers.ts'
import { Button } from '../../parts/button.tsx'
import { EmptyState } from '../../parts/empty.tsx'
import { Listing } from '../../parts/listing.tsx'
import { ActionStateMark } from '../../parts/state-mark.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { DayTime } from '../../parts/time.tsx'
import { useTitle } from '../../title.ts'
import { ACTION_KIND_WORDS, AIM_WORDS, countOf, countWords } from '../../words.ts'
import styles from './actions.module.css'
import { FilterBar } from './filter-bar.tsx'
import { type ActionFilters, useActionFilters } from './filters.ts'
import { SponsorCell } from './sponsor-cell.tsx'

export function ActionsPage() {
  useTitle('Actions')
  const [filters, change] = useActionFilters()
  const list = usePages('GET /actions', { query: filters }, { keep: true })
  return (
    <>
      <Heading filters={filters} total={list.first?.total} />
      <FilterBar filters={filters} change={change} />
      <Listing
        list={list}
        empty={
          <EmptyState
            title="No action fits."
            actions={<Button onClick={() => change(NO_FILTER)}>Show every action</Button>}
          >
            Widen the filters, or enjoy that nothing of this kind is open.
          </EmptyState>
        }
      >
        <Table caption="Action items" columns={COLUMNS} rows={list.items} keyOf={(action) => action.id} />
      </Listing>
    </>
  )
}

const NO_FILTER: ActionFilters = {
  state: '',
  open: '',
  overdue: '',
  ownerId: '',
  teamId: '',
  classId: '',
  postmortemId: '',
  ageFrom: '',
  ageTo: '',
}

function Heading({ filters, total }: { filters: ActionFilters; total: number | null | undefined }) {
  const late = useAnswer('GET /actions', {
    query: { ...filters, overdue: 'true', limit: 1 },
  })
  const which = filters.open === 'true' ? 'open action' : 'action'
  const count = late.data?.total
  return (
    <header class={styles['head']}>
      <h1>
        {total === undefined ? 'Actions' : sizeWords(total, which)}
        {total === 0 || count == null
          ? ''
          : count === 0
            ? ', none overdue'
            : `, ${countWords(count)} overdue`}
      </h1>
      <p class={styles['lead']}>
        An action counts once its owner has accepted it, and is done once someone else has seen that it
        worked.
      </p>
    </header>
  )
}

function sizeWords(total: number | null, which: string): string {
  if (total === null) return `More than 10,000 ${which}s`
  return total === 0 ? `No ${which}` : countOf(total, which)
}

const COLUMNS: readonly Column<ActionItem>[] = [
  { head: 'Action', kind: 'lead', cell: (action) => <What action={action} /> },
  { head: 'Owner', cell: (action) => <Owner action={action} /> },
  { head: 'Due', cell: (action) => <Due action={action} /> },
  { head: 'Measure', kind: 'wide', cell: (action) => <Measure action={action} /> },
  { head: 'Sponsor and money', kind: 'wide', cell: (action) => <SponsorCell action={action} /> },
  { head: 'State', cell: (action) => <State action={action} /> },
]

function What({ action }: { action: ActionItem }) {
  const kinds = [
    action.aim === null ? null : AIM_WORDS[action.aim],
    ACTION_KIND_WORDS[action.kind],
    action.major ? 'major' : null,
  ]
  return (
    <>
      <b>{action.title}</b>
      <small>
        {kinds.filter(Boolean).join(' · ')}
        {' · from '}
        <Link href={`/postmortems/${action.postmortem.handle}#actions`}>{action.postmortem.handle}</Link>
      </small>
    </>
  )
}

function Owner({ action }: { action: ActionItem }) {
  const name = [action.owner?.name, action.ownerAsWritten, action.team?.name].find(
    (one) => one != null && one.trim() !== '',
  )
  if (name == null) return <span class="none">no owner</span>
  if (action.accepted) {
    return (
      <>
        {name}
        {action.team === null ? null : <small>{action.team.name}</small>}
      </>
    )
  }
  return (
    <>
      Asked of {name}
      <small>not yet accepted</small>
    </>
  )
}

function Due({ action }: { action: ActionItem }) {
  if (action.due === null) return <span class="none">no date</span>
  return (
    <span class={action.overdue ? styles['overdue'] : undefined}>
      <DayTime day={action.due} />
      {action.overdue ? <small>overdue</small> : null}
    </span>
  )
}

function Measure({ action }: { action: ActionItem }) {
  const { measure } = action
  if (measure === null) return <span class="none">no measure</span>
  return (
    <>
      {measure.observed}
      {changeWords(measure.baseline, measure.target)}
      {measure.check === null ? null : <small>{measure.check}</small>}
    </>
  )
}

/** From where to where the measure is to move. */
function changeWords(from: string | null, to: string | null): string {
  return [
    from === null ? '' : `, from ${from}`,
    to === null ? '' : `${from === null ? ', ' : ' '}to ${to}`,
  ].join('')
}

function State({ action }: { action: ActionItem }) {
  return (
    <>
      <ActionStateMark state={action.state} />
      {action.reason === null ? null : <small class={styles['reason']}>{action.reason}</small>}
      <div class={styles['moves']}>
        <MoveMenu action={action} to={action.mayBecome} />
      </div>
    </>
  )
}
