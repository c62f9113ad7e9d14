/** Above the rows: what was found, and how it is grouped, ordered, shown and kept. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { SavedView } from '../../../contract/desk.ts'
import { send } from '../../answers.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog, DialogActions } from '../../parts/dialog.tsx'
import { CheckField, TextField } from '../../parts/field.tsx'
import { Menu } from '../../parts/menu.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { say } from '../../parts/toast.tsx'
import { useSaving } from '../../saving.ts'
import styles from './library.module.css'
import { COLUMNS, type ColumnKey } from './rows.tsx'
import { LIBRARY_SORT_WORDS, type LibrarySort } from './sorts.ts'
import type { LibraryState } from './state.ts'

interface Props {
  readonly state: LibraryState
  readonly change: (change: Partial<LibraryState>) => void
  readonly saved: readonly SavedView[]
  readonly shown: ReadonlySet<ColumnKey>
  readonly toggle: (key: ColumnKey) => void
  readonly said: ComponentChildren
}

export function Tools({ state, change, saved, shown, toggle, said }: Props) {
  const sort = state.sort ?? (state.query === '' ? 'newest' : 'relevance')
  const choose = styles['choose'] ?? ''
  return (
    <div class={styles['say']}>
      {said}
      <Menu
        buttonClass={choose}
        label={
          <>
            Group: <b>{state.grouped ? 'class' : 'none'}</b>
          </>
        }
        items={[
          { label: 'By class', checked: state.grouped, onChoose: () => change({ grouped: true }) },
          { label: 'Not at all', checked: !state.grouped, onChoose: () => change({ grouped: false }) },
        ]}
      />
      <Menu
        buttonClass={choose}
        label={
          <>
            Sort: <b>{LIBRARY_SORT_WORDS[sort]}</b>
          </>
        }
        items={(Object.keys(LIBRARY_SORT_WORDS) as LibrarySort[]).map((one) => ({
          label: LIBRARY_SORT_WORDS[one],
          checked: one === sort,
          onChoose: () => change({ sort: one }),
        }))}
      />
      <Menu
        buttonClass={`${choose} ${styles['wideOnly']}`}
        label="Columns"
        items={(Object.keys(COLUMNS) as ColumnKey[]).map((key) => ({
          label: COLUMNS[key],
          checked: shown.has(key),
          onChoose: () => toggle(key),
        }))}
      />
      <KeepView query={state.query} view={saved.find((view) => view.query === state.query)} />
    </div>
  )
}

/** Keeps the query as a view, or lets one's own go. */
function KeepView({ query, view }: { query: string; view: SavedView | undefined }) {
  const [open, setOpen] = useState(false)
  if (query === '') return null
  if (view?.mine === true) return <LetGo view={view} />
  if (view !== undefined) return null
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        Save view
      </Button>
      {open ? <SaveDialog query={query} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function LetGo({ view }: { view: SavedView }) {
  const letGo = async () => {
    await send('DELETE /saved-views/{savedViewId}', { params: { savedViewId: view.id } })
    const { name, query, shared } = view
    say(
      `“${name}” is no longer saved.`,
      () => void send('POST /saved-views', { body: { name, query, shared } }),
    )
  }
  return (
    <Button kind="quiet" onClick={() => void letGo()}>
      Delete view
    </Button>
  )
}

function SaveDialog({ query, onClose }: { query: string; onClose: () => void }) {
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const saving = useSaving()
  const save = async (event: Event) => {
    event.preventDefault()
    if (!(await saving.run(() => send('POST /saved-views', { body: { name, query, shared } })))) return
    onClose()
    say(`Saved as “${name}”.`)
  }
  return (
    <Dialog title="Save this view" open onClose={onClose}>
      <form onSubmit={(event) => void save(event)} class={styles['save']}>
        <TextField
          label="Name"
          required
          maxLength={80}
          value={name}
          onText={setName}
          hint={<code>{query}</code>}
        />
        <CheckField label="Share it with everyone" checked={shared} onChange={setShared} />
        {saving.problem === null ? null : <ProblemNotice problem={saving.problem} />}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="first" type="submit">
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
