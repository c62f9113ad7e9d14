/** The audit trail: who did what to which thing, newest first; nothing in it is ever edited. */
import { useState } from 'preact/hooks'
import type { Api } from '../../../contract/api.ts'
import type { ResultOf } from '../../../contract/kit.ts'
import { THINGS } from '../../../domain/vocabulary.ts'
import { usePages } from '../../answers.ts'
import { SelectField } from '../../parts/field.tsx'
import { Listing } from '../../parts/listing.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { Time } from '../../parts/time.tsx'
import { countOf } from '../../words.ts'
import { SettingsFrame } from './settings-frame.tsx'
import styles from './settings.module.css'

type Entry = ResultOf<Api['GET /activity']>['items'][number]

export function ActivityPage() {
  const [thing, setThing] = useState('')
  const list = usePages('GET /activity', { query: thing === '' ? {} : { thing } }, { keep: true })
  return (
    <SettingsFrame title="Audit trail" lead="Who did what, when and from where. It only grows.">
      <div class={styles['search']}>
        <SelectField
          label="About"
          value={thing}
          options={[['', 'Everything'], ...THINGS.map((one) => [one, one.replaceAll('_', ' ')] as const)]}
          onChoose={setThing}
        />
      </div>
      <Listing list={list} empty={<p class="soft">Nothing yet.</p>}>
        <Table caption="Audit trail" columns={COLUMNS} rows={list.items} keyOf={(entry) => entry.id} />
      </Listing>
    </SettingsFrame>
  )
}

const COLUMNS: readonly Column<Entry>[] = [
  { head: 'When', kind: 'lead', cell: (entry) => <Time at={entry.at} /> },
  { head: 'Who', cell: (entry) => entry.who },
  { head: 'What', cell: (entry) => <What entry={entry} /> },
  { head: 'About', cell: (entry) => entry.thing.replaceAll('_', ' ') },
  { head: 'From', kind: 'wide', cell: (entry) => entry.from ?? <span class="none">no value</span> },
]

function What({ entry }: { entry: Entry }) {
  if (entry.changes.length === 0) return <>{entry.what}</>
  return (
    <details>
      <summary>
        {entry.what}, {countOf(entry.changes.length, 'field')}
      </summary>
      <ul>
        {entry.changes.map((change) => (
          <li key={change.field}>
            {change.field}: {change.before ?? 'nothing'} → {change.after ?? 'nothing'}
          </li>
        ))}
      </ul>
    </details>
  )
}
