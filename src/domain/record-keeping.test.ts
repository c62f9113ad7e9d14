/** Activity entries, handles, readings and training. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedFields } from './activity.ts'
import { parseHandle, toHandle } from './handle.ts'
import type { PersonId, PostmortemId, ReadingId, TrainingAttemptId, TrainingModuleId } from './ids.ts'
import type { Day, Instant } from './instant.ts'
import { acknowledge, readInTime } from './reading.ts'
import type { Reading } from './reading.ts'
import { completedAt } from './training.ts'

const at = '2026-03-02T10:00:00Z' as Instant
const person = 'p' as PersonId

test('an entry of the activity holds each changed field before and after, and no other', () => {
  const before = { title: 'a', tags: ['x'], version: 1, due: null as string | null }
  const after = { title: 'b', tags: ['x'], version: 2, due: '2026-01-01' }
  expect(changedFields(before, after, ['version'])).toEqual([
    { field: 'title', before: 'a', after: 'b' },
    { field: 'due', before: null, after: '2026-01-01' },
  ])
  expect(changedFields(before, before)).toEqual([])
})

test('handles are read back in any case, and nothing else is one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999 }), (number) => {
      expect(parseHandle('postmortem', toHandle('postmortem', number).toLowerCase())).toBe(number)
    }),
  )
  expect(
    ['A-1', 'PM-0', 'PM-01', 'PM204', 'PM-1x', ''].map((text) => parseHandle('postmortem', text)),
  ).toEqual(Array.from({ length: 6 }, () => null))
})

test('a reading is in time until the end of its due day in the zone', () => {
  const reading: Reading = {
    id: 'r' as ReadingId,
    postmortemId: 'p' as PostmortemId,
    readerId: person,
    sentAt: at,
    channel: 'mail',
    due: '2026-03-04' as Day,
    openedAt: null,
    acknowledgedAt: null,
    word: null,
  }
  const evening = '2026-03-05T02:00:00Z' as Instant
  expect(readInTime(acknowledge(reading, 'read', evening), evening, 'America/New_York')).toBe(true)
  expect(readInTime(acknowledge(reading, 'read', evening), evening, 'UTC')).toBe(false)
  expect(readInTime(reading, at, 'UTC')).toBeNull()
  expect(readInTime(reading, evening, 'UTC')).toBe(false)
  const twice = acknowledge(acknowledge(reading, 'read', at), 'will_sponsor', evening)
  expect(twice).toMatchObject({ word: 'will_sponsor', acknowledgedAt: at })
})

test('a module is completed by the first attempt that reaches its score', () => {
  const module = {
    id: 'm' as TrainingModuleId,
    title: 'Timelines',
    audience: 'technical',
    passScore: 0.8,
  } as const
  const attempt = (id: string, score: number | null, end: string | null) => ({
    id: id as TrainingAttemptId,
    moduleId: module.id,
    personId: person,
    startedAt: at,
    finishedAt: end as Instant | null,
    score,
  })
  const attempts = [
    attempt('c', 0.9, '2026-03-05T10:00:00Z'),
    attempt('a', 0.5, '2026-03-03T10:00:00Z'),
    attempt('b', 0.8, '2026-03-04T10:00:00Z'),
    attempt('d', null, null),
  ]
  expect(completedAt(module, attempts, person)).toBe('2026-03-04T10:00:00Z')
  expect(completedAt(module, attempts, 'other' as PersonId)).toBeNull()
})
