/** Actions and money: who owns what by when, how its effect is measured, who sponsors it; then ideas, which bind nobody. */
import type { Postmortem } from '../../../contract/postmortems.ts'
import type { SponsorshipState } from '../../../domain/vocabulary.ts'
import { ActionStateMark } from '../../parts/state-mark.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { DayTime } from '../../parts/time.tsx'
import { ACTION_KIND_WORDS, AIM_WORDS, moneyWords } from '../../words.ts'
import styles from './actions.module.css'
import { isListing } from '../../../domain/listing.ts'
import { AsWritten, ProseSection } from './prose.tsx'
import type { Numbers } from './evidence.tsx'
import { MarginSlot, Section } from './section.tsx'
import { actionsLead } from './section-titles.ts'

type Action = Postmortem['actions'][number]

interface Props {
  readonly postmortem: Postmortem
  readonly numbers: Numbers
}

export function Actions({ postmortem, numbers }: Props) {
  const { actions, sections } = postmortem
  if (actions.length === 0) return <ProseSection postmortem={postmortem} numbers={numbers} name="actions" />
  const funded = actions.some((action) => action.sponsorship !== null)
  const measured = actions.some((action) => action.measure !== null)
  const columns = COLUMNS.filter((column) => (column !== MEASURE || measured) && (column !== MONEY || funded))
  return (
    <Section id="actions" title={funded ? 'Actions and money' : 'Actions'} lead={actionsLead(actions)}>
      <MoneyBar actions={actions} />
      <div class={styles['table']}>
        <Table
          caption="Actions of this postmortem"
          columns={columns}
          rows={actions}
          keyOf={(action) => action.id}
        />
        <MarginSlot at="list" names={new Map(actions.map(({ id, title }) => [id, title]))} />
      </div>
      {sections.actions === null ? null : isListing(sections.actions) ? (
        <AsWritten text={sections.actions} what="As the text lists them" />
      ) : (
        <ProseSection
          postmortem={postmortem}
          numbers={numbers}
          name="actions"
          id="actions-text"
          title="About these actions"
        />
      )}
    </Section>
  )
}

const TITLE: Column<Action> = {
  head: 'Action',
  kind: 'lead',
  cell: (action) => (
    <>
      <b>{action.title}</b>
      <small>
        {[
          action.aim === null ? '' : AIM_WORDS[action.aim],
          ACTION_KIND_WORDS[action.kind],
          action.major ? 'major' : '',
        ]
          .filter(Boolean)
          .join(' · ')}
        {action.trackerUrl === null ? null : (
          <>
            {' · '}
            <a href={action.trackerUrl} target="_blank" rel="noopener noreferrer nofollow">
              tracker
            </a>
          </>
        )}
      </small>
    </>
  ),
}

const OWNER: Column<Action> = {
  head: 'Owner',
  cell: (action) => {
    const person = action.owner?.name ?? action.ownerAsWritten
    const team = action.team?.name ?? null
    if (person === null && team === null) return <span class="soft">not known</span>
    const asked = !action.accepted && action.ownerAsWritten === null
    return (
      <>
        {asked ? 'Asked of ' : ''}
        {person ?? team}
        {person !== null && team !== null ? <small>{team}</small> : null}
      </>
    )
  },
}

const DUE: Column<Action> = {
  head: 'Due',
  cell: (action) =>
    action.due === null ? (
      <span class="soft">no date</span>
    ) : (
      <>
        <DayTime day={action.due} />
        {action.overdue ? <small class={styles['overdue']}>overdue</small> : null}
      </>
    ),
}

const MEASURE: Column<Action> = {
  head: 'Measure',
  cell: ({ measure }) => {
    if (measure === null) return <span class="soft">none yet</span>
    const change = [
      measure.baseline === null ? '' : `from ${measure.baseline}`,
      measure.target === null ? '' : `to ${measure.target}`,
    ].filter(Boolean)
    return (
      <>
        {measure.observed}
        {change.length === 0 ? null : <small>{change.join(' ')}</small>}
        {measure.by === null && measure.check === null ? null : (
          <small>
            {measure.check ?? 'read'}
            {measure.by === null ? null : (
              <>
                , <DayTime day={measure.by} />
              </>
            )}
          </small>
        )}
      </>
    )
  },
}

const FUNDING_WORDS = {
  requested: 'asked',
  funded: 'funded',
  declined: 'declined',
  deferred: 'deferred',
} as const satisfies Record<SponsorshipState, string>

const MONEY: Column<Action> = {
  head: 'Sponsor and money',
  cell: ({ sponsorship }) => {
    if (sponsorship === null) return <span class="soft">none asked</span>
    const amount = sponsorship.approved ?? sponsorship.asked
    const words = [
      amount === null ? '' : moneyWords(amount, sponsorship.currency),
      sponsorship.engineerDays === null ? '' : `${sponsorship.engineerDays} days`,
    ].filter(Boolean)
    return (
      <>
        {sponsorship.sponsor?.name ?? <span class="soft">no sponsor yet</span>}
        <small>{[words.join(' · '), FUNDING_WORDS[sponsorship.state]].filter(Boolean).join(', ')}</small>
        {sponsorship.reason === null ? null : <small>{sponsorship.reason}</small>}
      </>
    )
  },
}

const STATE: Column<Action> = {
  head: 'State',
  cell: (action) => (
    <>
      <ActionStateMark state={action.state} />
      {action.reason === null ? null : <small>{action.reason}</small>}
    </>
  ),
}

const COLUMNS = [TITLE, OWNER, DUE, MEASURE, MONEY, STATE]

/** Money asked for these actions, by what became of it; the parts sum to what was asked. */
function MoneyBar({ actions }: { actions: readonly Action[] }) {
  const asks = actions.flatMap(({ sponsorship }) =>
    sponsorship === null || (sponsorship.asked ?? sponsorship.approved) === null ? [] : [sponsorship],
  )
  const [first] = asks
  if (first === undefined || asks.some((one) => one.currency !== first.currency)) return null
  const sum = (state: SponsorshipState[]) =>
    asks
      .filter((one) => state.includes(one.state))
      .reduce((total, one) => total + (one.state === 'funded' ? (one.approved ?? 0) : (one.asked ?? 0)), 0)
  const parts = [
    ['funded', sum(['funded']), 'funded'],
    ['waiting', sum(['requested']), 'asked, not yet decided'],
    ['refused', sum(['declined', 'deferred']), 'declined or deferred'],
  ] as const
  const whole = parts.reduce((total, [, amount]) => total + amount, 0)
  if (whole === 0) return null
  const shown = parts.filter(([, amount]) => amount > 0)
  return (
    <div class={styles['money']}>
      <div class={styles['bar']} aria-hidden="true">
        {shown.map(([kind, amount]) => (
          <i key={kind} class={styles[kind]} style={{ width: `${(amount / whole) * 100}%` }} />
        ))}
      </div>
      <p>
        {shown.map(([kind, amount, words]) => (
          <span key={kind}>
            <b>{moneyWords(amount, first.currency)}</b> {words}
          </span>
        ))}
      </p>
    </div>
  )
}

/** Improvement ideas: nobody has committed to them. */
export function Ideas({ ideas }: { ideas: Postmortem['ideas'] }) {
  return (
    <Section
      id="ideas"
      title="Ideas"
      lead="Not commitments. An idea becomes an action, or is set aside with a reason."
    >
      <ul class={styles['ideas']}>
        {ideas.map((idea) => (
          <li key={idea.id}>
            {idea.text}
            {idea.setAsideReason === null ? null : <small>Set aside: {idea.setAsideReason}</small>}
            {idea.actionItemId === null ? null : <small>Became an action.</small>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
