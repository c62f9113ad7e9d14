/** The demonstration organisation in a real database: all of it, in step with what lists and figures read. */
import { beforeAll, describe, expect, it } from 'vitest'
import { toInstant } from '../../src/domain/instant.ts'
import { testDatabase, type TestDatabase } from '../../test/support/database.ts'
import { readDemo } from '../read-demo.ts'
import { type DemoLogin, loadDemo } from './load-demo.ts'

const NOW = toInstant('2026-11-22T10:00:00Z')

describe('loading the demonstration', () => {
  let database: TestDatabase
  let logins: readonly DemoLogin[]

  beforeAll(async () => {
    database = await testDatabase()
    logins = await database.db.transaction().execute((tx) => loadDemo(tx, NOW, 'a hash'))
  })

  const count = async (
    table: 'postmortems' | 'timeline_events' | 'action_items' | 'decision_points' | 'people',
  ) => {
    const { n } = await database.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return n
  }

  it('stores every incident with its timeline, decisions and action items', async () => {
    const { incidents, people } = readDemo(NOW)
    const sum = (of: (one: (typeof incidents)[number]) => number) =>
      incidents.reduce((all, one) => all + of(one), 0)
    expect(await count('postmortems')).toBe(incidents.length)
    expect(await count('timeline_events')).toBe(sum((one) => one.timeline.length))
    expect(await count('decision_points')).toBe(sum((one) => one.decisions.length))
    expect(await count('action_items')).toBe(sum((one) => one.actions.length))
    expect(await count('people')).toBe(Object.keys(people).length)
  })

  it('gives an account to those it names as logins, and to nobody else', async () => {
    const rows = await database.db.selectFrom('auth_users').select('email').execute()
    expect(rows.map((row) => row.email).toSorted()).toEqual(logins.map((login) => login.email).toSorted())
    expect(logins.length).toBeGreaterThanOrEqual(4)
  })

  it('marks incidents that came back within the window of their class', async () => {
    const rows = await database.db
      .selectFrom('postmortem_cards')
      .select('repeat_after_days')
      .where('repeat_after_days', 'is not', null)
      .execute()
    expect(rows.length).toBeGreaterThan(8)
  })

  it('leaves claims open where nothing ties them down', async () => {
    const rows = await database.db
      .selectFrom('postmortem_cards')
      .select('open_claims')
      .where('open_claims', '>', 0)
      .execute()
    expect(rows.length).toBeGreaterThan(0)
  })

  it('refuses a database that holds an organisation already', async () => {
    await expect(database.db.transaction().execute((tx) => loadDemo(tx, NOW, 'a hash'))).rejects.toThrow(
      /organisation/,
    )
  })
})
