/** The register of classes, edited: names, words that suggest one, layers that should catch it, window. */
import { useState } from 'preact/hooks'
import type { IncidentClass } from '../../../contract/classes.ts'
import type { LayerId } from '../../../domain/ids.ts'
import { send, useAnswer } from '../../answers.ts'
import { Button } from '../../parts/button.tsx'
import { CheckField, LongTextField, TextField } from '../../parts/field.tsx'
import { ProblemNotice, problemOf } from '../../parts/problem-notice.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { useMay } from '../../session.ts'
import { countOf } from '../../words.ts'
import { CheckList } from './check-list.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { SettingsFrame } from './settings-frame.tsx'

export function ClassesSettingsPage() {
  const mayWrite = useMay('class.write')
  const register = useAnswer('GET /classes', {})
  const [editing, edit] = useState<IncidentClass | 'new' | null>(null)
  const change: Column<IncidentClass> = {
    head: 'Change',
    kind: 'act',
    cell: (one) => (
      <Button kind="quiet" aria-label={`Edit ${one.name}`} onClick={() => edit(one)}>
        Edit
      </Button>
    ),
  }
  return (
    <SettingsFrame
      title="Classes"
      lead="A class names a kind of failure, so that its return is seen. Its words only suggest it; a person confirms."
      action={
        mayWrite ? (
          <Button kind="first" onClick={() => edit('new')}>
            Add a class
          </Button>
        ) : undefined
      }
    >
      {register.problem !== null ? (
        <ProblemNotice problem={register.problem} onAgain={register.again} />
      ) : register.data === undefined ? (
        <Skeleton lines={10} />
      ) : (
        <Table
          caption="Classes"
          columns={mayWrite ? [...COLUMNS, change] : COLUMNS}
          rows={register.data.rows.map((row) => row.class)}
          keyOf={(one) => one.id}
        />
      )}
      {editing === null ? null : (
        <ClassDialog incidentClass={editing === 'new' ? null : editing} onClose={() => edit(null)} />
      )}
    </SettingsFrame>
  )
}

const COLUMNS: readonly Column<IncidentClass>[] = [
  {
    head: 'Name',
    kind: 'lead',
    cell: (one) => (
      <>
        <b>{one.name}</b>
        {one.active ? null : ' (retired)'}
        {one.description === null ? null : <small>{one.description}</small>}
      </>
    ),
  },
  { head: 'Window', kind: 'number', cell: (one) => countOf(one.windowDays, 'day') },
  { head: 'Layers that should catch it', cell: (one) => one.layers.map((layer) => layer.name).join(', ') },
  { head: 'Words', kind: 'wide', cell: (one) => one.words.join(', ') },
]

function ClassDialog({
  incidentClass,
  onClose,
}: {
  incidentClass: IncidentClass | null
  onClose: () => void
}) {
  const [draft, setDraft] = useState({
    name: incidentClass?.name ?? '',
    description: incidentClass?.description ?? '',
    words: incidentClass?.words.join(', ') ?? '',
    layerIds: incidentClass?.layers.map((layer) => layer.id) ?? ([] as LayerId[]),
    windowDays: String(incidentClass?.windowDays ?? 90),
    active: incidentClass?.active ?? true,
  })
  const set = (change: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...change }))
  const layers = useAnswer('GET /layers', { query: { limit: 200 } })
  const save = () => {
    const words = draft.words
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '')
    const body = {
      ...draft,
      description: draft.description.trim() === '' ? null : draft.description,
      words,
      windowDays: Number(draft.windowDays),
    }
    return incidentClass === null
      ? send('POST /classes', { body })
      : send('PATCH /classes/{classId}', {
          params: { classId: incidentClass.id },
          body,
          ifMatch: incidentClass.version,
        })
  }
  return (
    <EditDialog title={incidentClass?.name ?? 'Add a class'} done="Saved." save={save} onClose={onClose}>
      {(problem) => (
        <>
          <TextField
            label="Name"
            required
            maxLength={80}
            value={draft.name}
            problem={problemOf(problem, 'name')}
            onText={(name) => set({ name })}
          />
          <LongTextField
            label="What it is"
            maxLength={1_000}
            value={draft.description}
            onText={(description) => set({ description })}
          />
          <LongTextField
            label="Words that suggest it"
            hint="Separated by commas. They suggest the class in new postmortems; nothing is counted until a person confirms."
            value={draft.words}
            problem={problemOf(problem, 'words')}
            onText={(words) => set({ words })}
          />
          <TextField
            label="Window, days"
            hint="An occurrence within this many days of the one before counts as a repeat."
            type="number"
            min={1}
            max={3_650}
            required
            value={draft.windowDays}
            problem={problemOf(problem, 'windowDays')}
            onText={(windowDays) => set({ windowDays })}
          />
          {(layers.data?.items.length ?? 0) === 0 ? null : (
            <CheckList
              label="Layers that should catch it"
              options={(layers.data?.items ?? []).map((layer) => [layer.id, layer.name] as const)}
              chosen={draft.layerIds}
              onChoose={(layerIds) => set({ layerIds: [...layerIds] })}
            />
          )}
          <CheckField
            label="In use"
            hint="A retired class keeps its past."
            checked={draft.active}
            onChange={(active) => set({ active })}
          />
        </>
      )}
    </EditDialog>
  )
}
