/** Adds or changes a person. */
import { useState } from 'preact/hooks'
import type { Person } from '../../../contract/people.ts'
import type { PersonId, TeamId } from '../../../domain/ids.ts'
import type { Instant } from '../../../domain/instant.ts'
import { ROLES, type Role } from '../../../domain/vocabulary.ts'
import { send, useAnswer } from '../../answers.ts'
import { SelectField, TextField } from '../../parts/field.tsx'
import { problemOf } from '../../parts/problem-notice.tsx'
import { ROLE_WORDS } from '../../words.ts'
import { CheckList } from './check-list.tsx'
import { EditDialog } from './edit-dialog.tsx'

interface Props {
  /** Null to add one. */
  readonly person: Person | null
  readonly onClose: () => void
  readonly onLink: (link: { name: string; url: string; expiresAt: Instant }) => void
}

const draftOf = (person: Person | null) => ({
  name: person?.name ?? '',
  email: person?.email ?? '',
  title: person?.title ?? '',
  roles: person?.roles ?? (['contributor'] as Role[]),
  teamIds: person?.teams.map((team) => team.id) ?? ([] as TeamId[]),
  managerId: person?.manager?.id ?? ('' as PersonId | ''),
})

export function PersonDialog({ person, onClose, onLink }: Props) {
  const [draft, setDraft] = useState(() => draftOf(person))
  const set = (change: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...change }))
  const teams = useAnswer('GET /teams', { query: { limit: 200 } })
  const people = useAnswer('GET /people', { query: { limit: 200 } })
  const save = async () => {
    const body = {
      ...draft,
      title: draft.title === '' ? null : draft.title,
      managerId: draft.managerId === '' ? null : draft.managerId,
    }
    if (person === null) {
      const made = await send('POST /people', { body })
      onLink({ name: made.person.name, ...made.signInLink })
    } else {
      await send('PATCH /people/{personId}', {
        params: { personId: person.id },
        body,
        ifMatch: person.version,
      })
    }
  }
  return (
    <EditDialog
      title={person === null ? 'Add a person' : person.name}
      done={person === null ? `${draft.name} is added.` : 'Saved.'}
      save={save}
      onClose={onClose}
    >
      {(problem) => (
        <>
          <TextField
            label="Name"
            required
            maxLength={120}
            value={draft.name}
            problem={problemOf(problem, 'name')}
            onText={(name) => set({ name })}
          />
          <TextField
            label="E-mail"
            type="email"
            required
            value={draft.email}
            problem={problemOf(problem, 'email')}
            onText={(email) => set({ email })}
          />
          <TextField label="Title" maxLength={120} value={draft.title} onText={(title) => set({ title })} />
          <CheckList
            label="Roles"
            options={ROLES.map((role) => [role, ROLE_WORDS[role]] as const)}
            chosen={draft.roles}
            onChoose={(roles) => set({ roles: [...roles] })}
          />
          {(teams.data?.items.length ?? 0) === 0 ? null : (
            <CheckList
              label="Teams"
              options={(teams.data?.items ?? []).map((team) => [team.id, team.name] as const)}
              chosen={draft.teamIds}
              onChoose={(teamIds) => set({ teamIds: [...teamIds] })}
            />
          )}
          <SelectField
            label="Manager"
            value={draft.managerId}
            options={[
              ['', 'Nobody'],
              ...(people.data?.items ?? [])
                .filter((one) => one.id !== person?.id)
                .map((one) => [one.id, one.name] as const),
            ]}
            onChoose={(managerId) => set({ managerId: managerId as PersonId | '' })}
          />
        </>
      )}
    </EditDialog>
  )
}
