/** Adds or changes a team, a service or a protective layer. */
import { useState } from 'preact/hooks'
import type { Layer, Service, Team } from '../../../contract/people.ts'
import type { PersonId, TeamId } from '../../../domain/ids.ts'
import { send, useAnswer } from '../../answers.ts'
import { LongTextField, SelectField, TextField } from '../../parts/field.tsx'
import { problemOf } from '../../parts/problem-notice.tsx'
import { EditDialog } from './edit-dialog.tsx'

export function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const [name, setName] = useState(team?.name ?? '')
  const [leadId, setLeadId] = useState<PersonId | ''>(team?.lead?.id ?? '')
  const people = useAnswer('GET /people', { query: { limit: 200 } })
  const save = () => {
    const body = { name, leadId: leadId === '' ? null : leadId }
    return team === null
      ? send('POST /teams', { body })
      : send('PATCH /teams/{teamId}', { params: { teamId: team.id }, body, ifMatch: team.version })
  }
  return (
    <EditDialog title={team?.name ?? 'Add a team'} done="Saved." save={save} onClose={onClose}>
      {(problem) => (
        <>
          <TextField
            label="Name"
            required
            maxLength={80}
            value={name}
            problem={problemOf(problem, 'name')}
            onText={setName}
          />
          <SelectField
            label="Lead"
            value={leadId}
            options={[
              ['', 'Nobody'],
              ...(people.data?.items ?? []).map((person) => [person.id, person.name] as const),
            ]}
            onChoose={(id) => setLeadId(id as PersonId | '')}
          />
        </>
      )}
    </EditDialog>
  )
}

export function ServiceDialog({ service, onClose }: { service: Service | null; onClose: () => void }) {
  const [name, setName] = useState(service?.name ?? '')
  const [teamId, setTeamId] = useState<TeamId | ''>(service?.team?.id ?? '')
  const teams = useAnswer('GET /teams', { query: { limit: 200 } })
  const save = () => {
    const body = { name, teamId: teamId === '' ? null : teamId }
    return service === null
      ? send('POST /services', { body })
      : send('PATCH /services/{serviceId}', {
          params: { serviceId: service.id },
          body,
          ifMatch: service.version,
        })
  }
  return (
    <EditDialog title={service?.name ?? 'Add a service'} done="Saved." save={save} onClose={onClose}>
      {(problem) => (
        <>
          <TextField
            label="Name"
            required
            maxLength={80}
            value={name}
            problem={problemOf(problem, 'name')}
            onText={setName}
          />
          <SelectField
            label="Owned by"
            value={teamId}
            options={[
              ['', 'No team'],
              ...(teams.data?.items ?? []).map((team) => [team.id, team.name] as const),
            ]}
            onChoose={(id) => setTeamId(id as TeamId | '')}
          />
        </>
      )}
    </EditDialog>
  )
}

export function LayerDialog({ layer, onClose }: { layer: Layer | null; onClose: () => void }) {
  const [name, setName] = useState(layer?.name ?? '')
  const [description, setDescription] = useState(layer?.description ?? '')
  const save = () => {
    const body = { name, description: description.trim() === '' ? null : description }
    return layer === null
      ? send('POST /layers', { body })
      : send('PATCH /layers/{layerId}', { params: { layerId: layer.id }, body, ifMatch: layer.version })
  }
  return (
    <EditDialog title={layer?.name ?? 'Add a protective layer'} done="Saved." save={save} onClose={onClose}>
      {(problem) => (
        <>
          <TextField
            label="Name"
            required
            maxLength={80}
            value={name}
            problem={problemOf(problem, 'name')}
            onText={setName}
          />
          <LongTextField label="What it does" maxLength={500} value={description} onText={setDescription} />
        </>
      )}
    </EditDialog>
  )
}
