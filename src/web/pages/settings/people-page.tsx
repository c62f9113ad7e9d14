/** People and their roles; a one-time link lets each set a password. */
import { useState } from 'preact/hooks'
import type { Person } from '../../../contract/people.ts'
import { send, usePages } from '../../answers.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextField } from '../../parts/field.tsx'
import { Listing } from '../../parts/listing.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { say } from '../../parts/toast.tsx'
import { problemFrom } from '../../server.ts'
import { useMay } from '../../session.ts'
import { useSettled } from '../../settled.ts'
import { ROLE_WORDS, timeWords } from '../../words.ts'
import { PersonDialog } from './person-dialog.tsx'
import { Secret } from './secret.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import styles from './settings.module.css'

/** A link as the server hands it out, once. */
interface OneTimeLink {
  readonly name: string
  readonly url: string
  readonly expiresAt: Parameters<typeof timeWords>[0]
}

export function PeoplePage() {
  const mayManage = useMay('person.manage')
  const [text, setText] = useState('')
  const q = useSettled(text.trim(), 150)
  const list = usePages('GET /people', { query: q === '' ? {} : { q } }, { keep: true })
  const [editing, edit] = useState<Person | 'new' | null>(null)
  const [link, setLink] = useState<OneTimeLink | null>(null)
  const columns = useColumns(mayManage, edit, setLink)
  return (
    <SettingsFrame
      title="People and roles"
      lead="A role says what a person may do here. It never says how they did in an incident."
      action={
        mayManage ? (
          <Button kind="first" onClick={() => edit('new')}>
            Add a person
          </Button>
        ) : undefined
      }
    >
      <div class={styles['search']}>
        <TextField label="Find by name or e-mail" type="search" value={text} onText={setText} />
      </div>
      <Listing list={list}>
        <Table caption="People" columns={columns} rows={list.items} keyOf={(person) => person.id} />
      </Listing>
      {editing === null ? null : (
        <PersonDialog
          person={editing === 'new' ? null : editing}
          onClose={() => edit(null)}
          onLink={setLink}
        />
      )}
      {link === null ? null : <LinkDialog link={link} onClose={() => setLink(null)} />}
    </SettingsFrame>
  )
}

const NO_VALUE = <span class="none">no value</span>

function useColumns(
  mayManage: boolean,
  edit: (person: Person) => void,
  onLink: (link: OneTimeLink) => void,
): readonly Column<Person>[] {
  const makeLink = async (person: Person) => {
    try {
      const made = await send('POST /people/{personId}/sign-in-link', { params: { personId: person.id } })
      onLink({ name: person.name, ...made })
    } catch (thrown) {
      say(problemFrom(thrown).detail ?? problemFrom(thrown).title)
    }
  }
  return [
    {
      head: 'Name',
      kind: 'lead',
      cell: (person) => (
        <>
          <b>{person.name}</b>
          {person.email === null ? null : <small>{person.email}</small>}
        </>
      ),
    },
    { head: 'Title', cell: (person) => person.title ?? NO_VALUE },
    {
      head: 'Teams',
      kind: 'wide',
      cell: (person) => person.teams.map((team) => team.name).join(', ') || NO_VALUE,
    },
    { head: 'Roles', cell: (person) => person.roles.map((role) => ROLE_WORDS[role]).join(', ') },
    { head: 'Signs in', cell: (person) => (person.hasAccount ? 'yes' : 'not yet') },
    ...(mayManage
      ? [
          {
            head: 'Change',
            kind: 'act' as const,
            cell: (person: Person) => (
              <span class={styles['buttons']}>
                <Button kind="quiet" aria-label={`Edit ${person.name}`} onClick={() => edit(person)}>
                  Edit
                </Button>
                <Button
                  kind="quiet"
                  aria-label={`One-time link for ${person.name}`}
                  onClick={() => void makeLink(person)}
                >
                  One-time link
                </Button>
              </span>
            ),
          },
        ]
      : []),
  ]
}

function LinkDialog({ link, onClose }: { link: OneTimeLink; onClose: () => void }) {
  return (
    <Dialog title={`One-time link for ${link.name}`} open onClose={onClose}>
      <p>
        Send it to {link.name} yourself. It sets a password once, until {timeWords(link.expiresAt, 'moment')},
        and is shown only now.
      </p>
      <Secret value={link.url} />
    </Dialog>
  )
}
