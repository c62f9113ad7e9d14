/** Bring in existing postmortems: choose a folder, or look at what earlier imports became. */
import { Link, useLocation } from 'wouter-preact'
import type { ImportBatch } from '../../../contract/imports.ts'
import { usePages } from '../../answers.ts'
import { Listing } from '../../parts/listing.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { Time } from '../../parts/time.tsx'
import { useTitle } from '../../title.ts'
import { countWords } from '../../words.ts'
import { Choose } from './choose.tsx'
import styles from './imports.module.css'

export function ImportsPage() {
  useTitle('Bring in old postmortems')
  const [, go] = useLocation()
  return (
    <>
      <h1>Bring in old postmortems</h1>
      <p class={styles['lead']}>
        Every file is read into times, events, actions and classes, with how sure the reading is. Bring the
        same folder again whenever you like: what did not change stays, an edited file becomes a new version.
      </p>
      <Choose onBegun={(importId) => go(`/imports/${importId}`)} />
      <Past />
    </>
  )
}

function Past() {
  const list = usePages('GET /imports')
  return (
    <section class={styles['past']}>
      <h2>Earlier imports</h2>
      <Listing list={list} lines={4} empty={<p class="soft">None yet.</p>}>
        <Table caption="Earlier imports" columns={COLUMNS} rows={list.items} keyOf={(batch) => batch.id} />
      </Listing>
    </section>
  )
}

const STATE_WORDS = { open: 'Under way', running: 'Under way', done: 'Done', failed: 'Broke off' } as const

const COLUMNS: readonly Column<ImportBatch>[] = [
  { head: 'Folder', kind: 'lead', cell: (batch) => <Link href={`/imports/${batch.id}`}>{batch.label}</Link> },
  { head: 'When', cell: (batch) => <Time at={batch.startedAt} /> },
  { head: 'New', kind: 'number', cell: (batch) => countWords(batch.counts.created) },
  { head: 'New versions', kind: 'number', cell: (batch) => countWords(batch.counts.updated) },
  { head: 'Left out', kind: 'number', cell: (batch) => countWords(batch.counts.skipped) },
  { head: 'State', cell: (batch) => STATE_WORDS[batch.state] },
]
