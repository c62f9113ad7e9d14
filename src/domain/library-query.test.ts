import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseLibraryQuery } from './library-query.ts'

const word = (text: string, fields: object = {}) => ({ text, phrase: false, prefix: false, ...fields })

test('words are all asked for, and the last may go on', () => {
  expect(parseLibraryQuery('connection pool').terms).toEqual([
    { anyOf: [word('connection')], not: false },
    { anyOf: [word('pool', { prefix: true })], not: false },
  ])
  expect(parseLibraryQuery('pool ').terms).toEqual([{ anyOf: [word('pool')], not: false }])
})

test('or joins the words beside it, a minus asks for absence, quotes keep words together', () => {
  expect(parseLibraryQuery('flag or pool -backup "routing flag" ').terms).toEqual([
    { anyOf: [word('flag'), word('pool')], not: false },
    { anyOf: [word('backup')], not: true },
    { anyOf: [word('routing flag', { phrase: true })], not: false },
  ])
})

test('filters take lists and quoted names, and can be turned round', () => {
  expect(
    parseLibraryQuery('team:payments,platform -class:"expired certificate" severity:sev1').filters,
  ).toEqual([
    { key: 'team', values: ['payments', 'platform'], not: false },
    { key: 'class', values: ['expired certificate'], not: true },
    { key: 'severity', values: ['SEV1'], not: false },
  ])
  expect(
    parseLibraryQuery('layer:rollout=bypassed has:open-claims kind:near-miss state:in_review').filters,
  ).toEqual([
    { key: 'layer', values: [{ name: 'rollout', outcome: 'bypassed' }], not: false },
    { key: 'has', values: ['open-claims'], not: false },
    { key: 'kind', values: ['near_miss'], not: false },
    { key: 'state', values: ['in_review'], not: false },
  ])
})

test('a year or a month stands for its first day', () => {
  expect(parseLibraryQuery('after:2025 before:2026-03')).toMatchObject({
    after: '2025-01-01',
    before: '2026-03-01',
  })
  expect(parseLibraryQuery('after:2026-02-30')).toMatchObject({
    after: null,
    notUnderstood: ['after:2026-02-30'],
  })
})

test('a handle names one postmortem', () => {
  expect(parseLibraryQuery('PM-204')).toMatchObject({ number: 204, terms: [] })
})

test('what is no filter is searched for, and said', () => {
  expect(parseLibraryQuery('has:wings error:5432 ')).toMatchObject({
    notUnderstood: ['has:wings', 'error:5432'],
    terms: [{ anyOf: [{ text: 'has wings' }] }, { anyOf: [{ text: 'error 5432' }] }],
  })
})

test('whatever is typed is read, and comes to an end', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => parseLibraryQuery(text) !== null),
  )
  expect(parseLibraryQuery('-"a:'.repeat(50_000))).toBeDefined()
})
