/** Gives every key of the demonstration files an identifier, once, so that parts can name each other before they are stored. */
import type { Id, IncidentClassId, LayerId, PersonId, ServiceId, TeamId } from '../../src/domain/ids.ts'
import { newId } from '../../src/storage/new-id.ts'
import type { DemoOrganisation } from '../read-demo.ts'

/** Finds the identifier of a key; throws on a key the files do not define, which reading has ruled out. */
export type Find<T> = (key: string) => T

export interface Keys {
  readonly person: Find<PersonId>
  readonly team: Find<TeamId>
  readonly service: Find<ServiceId>
  readonly layer: Find<LayerId>
  readonly class: Find<IncidentClassId>
}

/** Identifiers for the keys of one list. */
export function identify<T extends string>(what: string, keys: readonly string[]): Find<Id<T>> {
  const ids = new Map(keys.map((key) => [key, newId<T>()]))
  return (key) => {
    const id = ids.get(key)
    if (id === undefined) throw new Error(`The demonstration has no ${what} “${key}”`)
    return id
  }
}

/** `null` stays `null`. */
export const maybe = <T>(find: Find<T>, key: string | null): T | null => (key === null ? null : find(key))

export function keysOf(demo: DemoOrganisation): Keys {
  return {
    person: identify<'person'>('person', Object.keys(demo.people)),
    team: identify<'team'>('team', Object.keys(demo.teams)),
    service: identify<'service'>('service', Object.keys(demo.services)),
    layer: identify<'layer'>('layer', Object.keys(demo.layers)),
    class: identify<'incidentClass'>('class', Object.keys(demo.classes)),
  }
}
