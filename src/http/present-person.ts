/** A person as the API shows them. */
import type { Person } from '../contract/people.ts'
import type { StoredPerson } from '../usecases/people/people.ts'
import type { Names } from '../usecases/shown.ts'
import { named } from './present.ts'

export function presentPerson(person: StoredPerson, names: Names): Person {
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    title: person.title,
    roles: [...person.roles],
    teams: person.teamIds.map((id) => named(id, names)),
    manager: named(person.managerId, names),
    hasAccount: person.userId !== null,
    version: person.version,
  }
}
