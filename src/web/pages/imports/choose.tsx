/** What you have: a folder dropped or picked here, or one the server can read. */
import { useRef, useState } from 'preact/hooks'
import type { Problem } from '../../../contract/common.ts'
import type { ImportId } from '../../../domain/ids.ts'
import { send } from '../../answers.ts'
import { Button } from '../../parts/button.tsx'
import { SelectField, TextField } from '../../parts/field.tsx'
import { Icon } from '../../parts/icon.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSaving } from '../../saving.ts'
import { useMay, useMe } from '../../session.ts'
import styles from './choose.module.css'
import { type PickedFolder, droppedFiles, pickedFiles } from './folder.ts'
import { startUpload } from './upload.ts'
import { zoneOptions } from './zones.ts'

/** Calls back with the import that began. */
export function Choose({ onBegun }: { onBegun: (importId: ImportId) => void }) {
  const me = useMe()
  const mayReadServer = useMay('settings.write')
  const [zone, setZone] = useState(me.organisation.timeZone)
  const saving = useSaving()
  const begin = async (start: () => Promise<ImportId>) => {
    await saving.run(async () => onBegun(await start()))
  }
  const take = (folder: PickedFolder) => {
    if (folder.files.length === 0) saving.refuse(NOTHING_IN_IT)
    else void begin(() => startUpload(folder, zone))
  }
  return (
    <div class={styles['choose']}>
      <Drop busy={saving.busy} onFolder={take} />
      {saving.problem === null ? null : <ProblemNotice problem={saving.problem} />}
      <SelectField
        label="Where a document names no time zone, its times are in"
        hint="A zone that a document does name always wins, and each time is kept as it was written."
        value={zone}
        options={zoneOptions([me.organisation.timeZone])}
        onChoose={setZone}
      />
      {mayReadServer ? <OnServer zone={zone} busy={saving.busy} onBegin={begin} /> : null}
    </div>
  )
}

const NOTHING_IN_IT: Problem = {
  type: 'about:blank',
  title: 'There is no file in that folder',
  detail: 'Pick the folder that holds the postmortems themselves. Hidden folders are passed by.',
  status: 0,
  code: 'folder_empty',
}

function Drop({ busy, onFolder }: { busy: boolean; onFolder: (folder: PickedFolder) => void }) {
  const [over, setOver] = useState(false)
  const folder = useRef<HTMLInputElement>(null)
  const files = useRef<HTMLInputElement>(null)
  const picked = (event: { currentTarget: HTMLInputElement }) => {
    if (event.currentTarget.files !== null) onFolder(pickedFiles(event.currentTarget.files))
    event.currentTarget.value = ''
  }
  return (
    <section
      class={`${styles['drop']} ${over ? styles['over'] : ''}`}
      aria-label="Bring in a folder"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (event.dataTransfer !== null) void droppedFiles(event.dataTransfer.items).then(onFolder)
      }}
    >
      <Icon name="folder" size={36} />
      <h2>Drop the folder here</h2>
      <p>
        Markdown in any house style. READMEs, templates and stubs are told apart and left out. Nothing in the
        folder is changed, and every original is kept to the byte.
      </p>
      <div class={styles['buttons']}>
        <Button kind="first" busy={busy} onClick={() => folder.current?.click()}>
          Choose a folder
        </Button>
        <Button busy={busy} onClick={() => files.current?.click()}>
          Choose files
        </Button>
      </div>
      <input
        ref={folder}
        type="file"
        hidden
        multiple
        aria-label="Folder of postmortems"
        onChange={picked}
        {...{ webkitdirectory: true }}
      />
      <input ref={files} type="file" hidden multiple aria-label="Files of postmortems" onChange={picked} />
    </section>
  )
}

interface OnServerProps {
  readonly zone: string
  readonly busy: boolean
  readonly onBegin: (start: () => Promise<ImportId>) => Promise<void>
}

function OnServer({ zone, busy, onBegin }: OnServerProps) {
  const [path, setPath] = useState('')
  const submit = (event: Event) => {
    event.preventDefault()
    void onBegin(async () => (await send('POST /imports', { body: { source: 'folder', path, zone } })).id)
  }
  return (
    <details class={styles['server']}>
      <summary>It is in a folder on the server</summary>
      <form onSubmit={submit}>
        <div class={styles['row']}>
          <TextField
            label="Path of the folder"
            required
            placeholder="/srv/postmortems"
            autocomplete="off"
            spellcheck={false}
            value={path}
            onText={setPath}
          />
          <Button type="submit" busy={busy}>
            Read it
          </Button>
        </div>
      </form>
    </details>
  )
}
