/** Teams, services and protective layers: what the organisation runs and what stands in front of it. */
import { useState } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import type { Layer, Service, Team } from '../../../contract/people.ts'
import { usePages } from '../../answers.ts'
import { Button } from '../../parts/button.tsx'
import { type Listed, Listing } from '../../parts/listing.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { useMay } from '../../session.ts'
import { LayerDialog, ServiceDialog, TeamDialog } from './catalogue-dialogs.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import styles from './settings.module.css'

export function CataloguePage() {
  return (
    <SettingsFrame
      title="Teams, services, layers"
      lead="The names postmortems refer to. Renaming one keeps its past."
    >
      <Teams />
      <Services />
      <Layers />
    </SettingsFrame>
  )
}

interface PartProps<T> {
  readonly title: string
  readonly lead: string
  readonly list: Listed<T>
  readonly columns: readonly Column<T>[]
  readonly dialog: (thing: T | null, onClose: () => void) => ComponentChildren
}

function Part<T extends { id: string; name: string }>({ title, lead, list, columns, dialog }: PartProps<T>) {
  const mayWrite = useMay('catalogue.write')
  const [editing, edit] = useState<T | 'new' | null>(null)
  const change: Column<T> = {
    head: 'Change',
    kind: 'act',
    cell: (thing) => (
      <Button kind="quiet" aria-label={`Edit ${thing.name}`} onClick={() => edit(thing)}>
        Edit
      </Button>
    ),
  }
  return (
    <section class={styles['section']} aria-label={title}>
      <div class={styles['head']}>
        <h2>{title}</h2>
        {mayWrite ? <Button onClick={() => edit('new')}>Add</Button> : null}
      </div>
      <p class={styles['lead']}>{lead}</p>
      <Listing list={list} empty={<p class="soft">None yet.</p>}>
        <Table
          caption={title}
          columns={mayWrite ? [...columns, change] : columns}
          rows={list.items}
          keyOf={(thing) => thing.id}
        />
      </Listing>
      {editing === null ? null : dialog(editing === 'new' ? null : editing, () => edit(null))}
    </section>
  )
}

const NO_VALUE = <span class="none">no value</span>

function Teams() {
  const columns: readonly Column<Team>[] = [
    { head: 'Name', kind: 'lead', cell: (team) => <b>{team.name}</b> },
    { head: 'Lead', cell: (team) => team.lead?.name ?? NO_VALUE },
    { head: 'Members', kind: 'number', cell: (team) => team.members },
    { head: 'Services', cell: (team) => team.services.map((service) => service.name).join(', ') || NO_VALUE },
  ]
  return (
    <Part
      title="Teams"
      lead="A team owns services and accepts actions."
      list={usePages('GET /teams')}
      columns={columns}
      dialog={(team, onClose) => <TeamDialog team={team} onClose={onClose} />}
    />
  )
}

function Services() {
  const columns: readonly Column<Service>[] = [
    { head: 'Name', kind: 'lead', cell: (service) => <b>{service.name}</b> },
    { head: 'Team', cell: (service) => service.team?.name ?? NO_VALUE },
  ]
  return (
    <Part
      title="Services"
      lead="What incidents happen to."
      list={usePages('GET /services')}
      columns={columns}
      dialog={(service, onClose) => <ServiceDialog service={service} onClose={onClose} />}
    />
  )
}

function Layers() {
  const columns: readonly Column<Layer>[] = [
    { head: 'Name', kind: 'lead', cell: (layer) => <b>{layer.name}</b> },
    { head: 'What it does', cell: (layer) => layer.description ?? NO_VALUE },
  ]
  return (
    <Part
      title="Protective layers"
      lead="What should catch a failure before a customer meets it: a test, a rollout in steps, an alarm, a fallback."
      list={usePages('GET /layers')}
      columns={columns}
      dialog={(layer, onClose) => <LayerDialog layer={layer} onClose={onClose} />}
    />
  )
}
