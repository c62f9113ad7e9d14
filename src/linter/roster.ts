/** The organisation's names, made ready for looking up. */
import type { Roster } from './options.ts'

export type NamedKind = 'person' | 'team' | 'service' | 'vendor'

export interface RosterIndex {
  /** Kind by name in lower case, names of several words included. */
  readonly kinds: ReadonlyMap<string, NamedKind>
  /** Most words in a name. */
  readonly longest: number
  /** Changes when the names do. */
  readonly key: string
}

/** A person's given name and the last part of the name count alone as well, unless something else is called so. */
export function indexRoster(roster: Roster): RosterIndex {
  const kinds = new Map<string, NamedKind>()
  const add = (names: readonly string[] | undefined, kind: NamedKind): void => {
    for (const name of names ?? []) kinds.set(normalise(name), kind)
  }
  add(roster.services, 'service')
  add(roster.vendors, 'vendor')
  add(roster.teams, 'team')
  add(roster.people, 'person')
  for (const name of roster.people ?? []) {
    const parts = normalise(name).split(' ')
    for (const part of [parts[0] ?? '', parts.at(-1) ?? '']) {
      if (part.length > 1 && !kinds.has(part)) kinds.set(part, 'person')
    }
  }
  kinds.delete('')
  const longest = Math.max(1, ...[...kinds.keys()].map((name) => name.split(' ').length))
  return {
    kinds,
    longest: Math.min(longest, 6),
    key: [...kinds].map(([name, kind]) => `${name}=${kind}`).join('\n'),
  }
}

export const EMPTY_ROSTER: RosterIndex = indexRoster({})

function normalise(name: string): string {
  return name.trim().toLowerCase().replace(/^@/, '').replaceAll(/\s+/g, ' ')
}
