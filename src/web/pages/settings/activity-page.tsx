/** The audit trail: who did what to which thing, newest first; nothing in it is ever edited. */
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
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
          options={[['', 'Everything'], ...THINGS.map((one) => [one, said(one)] as const)]}
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
  { head: 'When', cell: (entry) => <Time at={entry.at} /> },
  { head: 'Who', cell: (entry) => entry.who },
  { head: 'What', cell: (entry) => <What entry={entry} /> },
  { head: 'About', cell: (entry) => <About entry={entry} /> },
  { head: 'From', kind: 'wide', cell: (entry) => entry.from ?? <span class="none">no value</span> },
]

const said = (code: string): string => code.replaceAll('_', ' ')

/** A change or two stand beside the deed; more are folded away. */
const SHOWN = 2

function What({ entry }: { entry: Entry }) {
  const changes = entry.changes.map((change) => (
    <small key={change.field}>
      {change.field}: {said(change.before ?? 'nothing')} to {said(change.after ?? 'nothing')}
    </small>
  ))
  if (changes.length <= SHOWN) {
    return (
      <>
        {said(entry.what)}
        {changes}
      </>
    )
  }
  return (
    <details>
      <summary>
        {said(entry.what)}, {countOf(changes.length, 'field')}
      </summary>
      {changes}
    </details>
  )
}

function About({ entry }: { entry: Entry }) {
  if (entry.thing !== 'postmortem') return <>{said(entry.thing)}</>
  return <Link href={`/postmortems/${entry.thingId}`}>postmortem</Link>
}
