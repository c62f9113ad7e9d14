/** Who may do what: denied unless granted, and restricted postmortems hidden from all but their people. */
import { describe, expect, test } from 'vitest'
import { can, mayRead, PERMISSIONS, permissionsOf } from './permissions.ts'
import { ROLES } from './vocabulary.ts'
import type { Role } from './vocabulary.ts'

describe('permissions', () => {
  test('are none without a role', () => {
    expect(permissionsOf([])).toEqual([])
    expect(PERMISSIONS.some((permission) => can([], permission))).toBe(false)
  })

  test('let a viewer read and change nothing but their own tokens', () => {
    expect(permissionsOf(['viewer'])).toEqual([
      'directory.read',
      'postmortem.read',
      'wording.check',
      'trend.read',
      'token.manage',
    ])
  })

  test('keep people, settings and the audit trail for administrators', () => {
    for (const permission of [
      'person.manage',
      'settings.write',
      'audit.read',
      'installation.manage',
    ] as const) {
      expect(ROLES.filter((role) => can([role], permission))).toEqual(['admin'])
    }
  })

  test('let leaders decide on money, and facilitators not', () => {
    expect(can(['leader'], 'sponsorship.decide')).toBe(true)
    expect(can(['facilitator', 'contributor'], 'sponsorship.decide')).toBe(false)
  })

  test('add up over roles', () => {
    const both = permissionsOf(['leader', 'facilitator'])
    for (const role of ['leader', 'facilitator'] as const) {
      for (const permission of permissionsOf([role])) expect(both).toContain(permission)
    }
  })
})

describe('a restricted postmortem', () => {
  const restricted = {
    visibility: 'restricted',
    authorId: 'a',
    facilitatorId: 'f',
    readerIds: ['r'],
  } as const
  const readers = (role: Role) =>
    ['a', 'f', 'r', 'x'].filter((person) => mayRead(person, [role], restricted)).join('')

  test('is seen by its author, facilitator, invited readers and administrators', () => {
    expect(ROLES.map(readers)).toEqual(['afr', 'afr', 'afr', 'afr', 'afrx'])
  })

  test('is seen by nobody without the permission to read', () => {
    expect(mayRead('a', [], restricted)).toBe(false)
    expect(mayRead('x', ['viewer'], { ...restricted, visibility: 'organisation' })).toBe(true)
  })
})
