import * as fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import { askTogether, rawQuestion } from './question.ts'

const { db } = await testDatabase()

test('several questions are answered in one trip, each as it would be alone', async () => {
  const text = fc.string({ unit: 'binary' }).filter((one) => !one.includes('\0') && one.isWellFormed())
  await fc.assert(
    fc.asyncProperty(text, fc.array(text), fc.integer(), async (one, many, number) => {
      const { texts, figures, known } = await askTogether(db, {
        texts: rawQuestion(
          db,
          sql<{
            one: string
            many: string[]
          }>`select ${one}::text as one, ${many}::text[] as many, '$1' as not_one`,
          (rows) => rows,
        ),
        known: { known: 'said before' },
        figures: rawQuestion(
          db,
          sql<{ n: number }>`select ${number}::bigint + 0 as n union all select null`,
          (rows) => rows.map((row) => row.n),
        ),
      })
      expect(texts).toEqual([{ one, many, not_one: '$1' }])
      expect(figures).toEqual([number, null])
      expect(known).toBe('said before')
    }),
    { numRuns: 100 },
  )
})

test('times and nothing are answered as ever, and an error is an error of all', async () => {
  const time = '2026-02-01T09:12:00Z'
  const row = rawQuestion(
    db,
    sql<object>`select ${time}::timestamptz as at, ${null}::text as none`,
    ([only]) => only,
  )
  expect(await askTogether(db, { a: row, b: row })).toEqual({
    a: { at: time, none: null },
    b: { at: time, none: null },
  })
  const broken = rawQuestion(db, sql<object>`select 1 / ${0}::int`, ([only]) => only)
  await expect(askTogether(db, { row, broken })).rejects.toMatchObject({ code: '22012' })
  expect(await askTogether(db, {})).toEqual({})
})
