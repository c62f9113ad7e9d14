/** The filters of the action list as controls, and those only an address can set as removable words. */
import { useAnswer } from '../../answers.ts'
import { ACTION_STATES } from '../../../domain/vocabulary.ts'
import { Button } from '../../parts/button.tsx'
import { CheckField, SelectField } from '../../parts/field.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useMe } from '../../session.ts'
import { ACTION_STATE_WORDS, yearAgo } from '../../words.ts'
import styles from './actions.module.css'
import { type ActionFilters, ageWords } from './filters.ts'

interface Props {
  readonly filters: ActionFilters
  readonly change: (change: ActionFilters) => void
}

const OPEN = 'open'

export function FilterBar({ filters, change }: Props) {
  const me = useMe()
  const teams = useAnswer('GET /teams', { query: { limit: 200 } })
  const classes = useAnswer('GET /classes', { query: { from: yearAgo() } })
  const owner =
    filters.ownerId === undefined || filters.ownerId === me.person.id
      ? []
      : [[filters.ownerId, 'One person'] as const]
  return (
    <>
      <div class={styles['filters']} role="group" aria-label="Filters">
        <SelectField
          label="State"
          value={filters.open === 'true' ? OPEN : (filters.state ?? '')}
          options={[
            [OPEN, 'Every open one'],
            ['', 'All'],
            ...ACTION_STATES.map((state) => [state, ACTION_STATE_WORDS[state]] as const),
          ]}
          onChoose={(value) =>
            change(value === OPEN ? { open: 'true', state: '' } : { open: '', state: value })
          }
        />
        <SelectField
          label="Owner"
          value={filters.ownerId ?? ''}
          options={[['', 'Anyone'], [me.person.id, 'Me'], ...owner]}
          onChoose={(ownerId) => change({ ownerId })}
        />
        <SelectField
          label="Team"
          value={filters.teamId ?? ''}
          options={[
            ['', 'Every team'],
            ...(teams.data?.items ?? []).map((team) => [team.id, team.name] as const),
          ]}
          onChoose={(teamId) => change({ teamId })}
        />
        <SelectField
          label="Class"
          value={filters.classId ?? ''}
          options={[
            ['', 'Every class'],
            ...(classes.data?.rows ?? []).map((row) => [row.class.id, row.class.name] as const),
          ]}
          onChoose={(classId) => change({ classId })}
        />
        <div class={styles['late']}>
          <CheckField
            label="Overdue only"
            checked={filters.overdue === 'true'}
            onChange={(checked) => change({ overdue: checked ? 'true' : '' })}
          />
        </div>
      </div>
      <Narrowed filters={filters} change={change} />
    </>
  )
}

/** What else narrows the list, as a figure's link sets it. */
function Narrowed({ filters, change }: Props) {
  const age = ageWords(filters)
  const words = [
    ...(age === null ? [] : [[age, { ageFrom: '', ageTo: '' }] as const]),
    ...(filters.postmortemId === undefined ? [] : [['of one postmortem', { postmortemId: '' }] as const]),
  ]
  if (words.length === 0) return null
  return (
    <p class={styles['narrow']}>
      {words.map(([text, without]) => (
        <Button key={text} onClick={() => change(without)}>
          {text} <span class="hide">, take this filter away</span>
          <Icon name="close" size={12} />
        </Button>
      ))}
    </p>
  )
}
