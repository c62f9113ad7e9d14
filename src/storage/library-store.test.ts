import { expect, test } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import {
  anAction,
  anEvent,
  anIncident,
  at,
  smallOrganisation,
  storeAction,
  storePostmortem,
} from '../../test/support/records.ts'
import { parseLibraryQuery } from '../domain/library-query.ts'
import { countFacets } from './library-facets.ts'
import { findCard, searchLibrary, type LibrarySort } from './library-store.ts'
import { newId } from './new-id.ts'
import { savePostmortem } from './postmortem-store.ts'
import { updateService } from './services-store.ts'
import { SEES_ALL, type Sight } from './sight.ts'

const { db } = await testDatabase()
const org = await smallOrganisation(db)

const on = (day: string, fields: Parameters<typeof anIncident>[0] = {}) =>
  anIncident({
    ...fields,
    moments: { impactStartedAt: at(`${day}T09:00:00Z`), recoveredAt: at(`${day}T09:47:00Z`) },
  })

const certificate = await storePostmortem(
  db,
  on('2026-01-10', { title: 'Partner sign-in refused', severity: 'SEV1', serviceIds: [org.checkout] }),
  {},
  {
    sections: {
      summary: 'A certificate of the partner gateway had expired. Nobody was warned.',
      lessons: '### What we take away\n\n- Warn the **team** that can [renew](https://example.org).\n- More.',
    },
    classes: [{ classId: org.certificate, standing: 'confirmed', confidence: null }],
  },
)
const pool = await storePostmortem(
  db,
  on('2026-02-10', { title: 'Pool exhausted in checkout', owningTeamId: org.payments }),
  {},
  {
    sections: { summary: 'The pool of connections was full. Queries waited.' },
    timeline: [anEvent({ text: 'Raised the limit of the café proxy' })],
    layersMet: [
      {
        id: newId(),
        layerId: org.rollout,
        outcome: 'bypassed',
        shownBy: null,
        evidenceIds: [],
        factorId: null,
      },
    ],
    classes: [{ classId: org.pool, standing: 'confirmed', confidence: null }],
  },
)
const mention = await storePostmortem(
  db,
  on('2026-03-10', { title: 'Slow reports', severity: null }),
  {},
  { sections: { detection: 'It looked like a certificate at first.', causes: 'Reports read too much.' } },
)
const japanese = await storePostmortem(
  db,
  on('2026-03-20', { title: '決済の障害' }),
  { language: 'ja' },
  { sections: { summary: 'データベース接続が枯渇し、決済が失敗した。' } },
)
const secret = await storePostmortem(db, on('2026-04-10', { title: 'Certificate key in a log' }), {
  visibility: 'restricted',
  authorId: org.ada,
})

const NAMES = new Map([
  [certificate, 'certificate'],
  [pool, 'pool'],
  [mention, 'mention'],
  [japanese, 'japanese'],
  [secret, 'secret'],
])

const stranger: Sight = { personId: org.cleo, seesRestricted: false }

async function ask(q: string, sort: LibrarySort = 'newest', sight = stranger) {
  const answer = await searchLibrary(db, sight, {
    query: parseLibraryQuery(q),
    sort,
    zone: 'Europe/Amsterdam',
    limit: 50,
    cursor: null,
  })
  return { ...answer, found: answer.items.map((card) => NAMES.get(card.id)) }
}

test('without a query the library is all that the asker may see, newest first', async () => {
  expect((await ask('')).found).toEqual(['japanese', 'mention', 'pool', 'certificate'])
  expect((await ask('', 'oldest', SEES_ALL)).found).toEqual([
    'certificate',
    'pool',
    'mention',
    'japanese',
    'secret',
  ])
  expect((await ask('', 'newest', { personId: org.ada, seesRestricted: false })).found[0]).toBe('secret')
  expect((await ask('')).total).toBe(4)
})

test('words are found by their stem, without accents, everywhere in the text, and by the names of class and service', async () => {
  expect((await ask('certificates expire ')).found).toEqual(['certificate'])
  expect((await ask('connecting ')).found).toEqual(['pool'])
  expect((await ask('cafe ')).found).toEqual(['pool'])
  expect((await ask('certif')).found).toEqual(['mention', 'certificate'])
  expect((await ask('the ')).found).toHaveLength(4)
  expect((await ask('nonsense ')).found).toEqual([])
})

test('ranking puts the title and the summary before a passing mention', async () => {
  const best = await ask('certificate ', 'relevance')
  expect(best.found).toEqual(['certificate', 'mention'])
  expect(best.items.map((card) => card.snippet)).toEqual([
    'A **certificate** of the partner gateway had expired. Nobody was warned.',
    'It looked like a **certificate** at first.',
  ])
})

test('or widens, a minus narrows, quotes keep words together', async () => {
  expect((await ask('expired or exhausted ')).found).toEqual(['pool', 'certificate'])
  expect((await ask('certificate -partner ')).found).toEqual(['mention'])
  expect((await ask('-certificate ')).found).toEqual(['japanese', 'pool'])
  expect((await ask('"pool of connections"')).found).toEqual(['pool'])
  expect((await ask('"connections of pool"')).found).toEqual([])
})

test('Japanese is found by any part of a run of characters', async () => {
  expect((await ask('接続')).found).toEqual(['japanese'])
  expect((await ask('データベース')).found).toEqual(['japanese'])
  expect((await ask('障')).found).toEqual(['japanese'])
  expect((await ask('接続 決済')).found).toEqual(['japanese'])
  expect((await ask('接着')).found).toEqual([])
  expect((await ask('接続', 'relevance')).items[0]?.snippet).toContain('**接続**')
})

test('filters narrow by what is on the card', async () => {
  expect((await ask('class:certificate')).found).toEqual(['certificate'])
  expect((await ask('-class:certificate')).found).toEqual(['japanese', 'mention', 'pool'])
  expect((await ask('class:expired-certificate,pool')).found).toEqual(['pool', 'certificate'])
  expect((await ask('service:checkout')).found).toEqual(['certificate'])
  expect((await ask('team:payments')).found).toEqual(['pool'])
  expect((await ask('severity:sev1,sev4')).found).toEqual(['certificate'])
  expect((await ask('layer:rollout=bypassed')).found).toEqual(['pool'])
  expect((await ask('layer:stepwise-rollout')).found).toEqual(['pool'])
  expect((await ask('layer:rollout=held')).found).toEqual([])
  expect((await ask('has:lessons')).found).toEqual(['certificate'])
  expect((await ask('has:no-class')).found).toEqual(['japanese', 'mention'])
  expect((await ask('language:ja')).found).toEqual(['japanese'])
  expect((await ask('after:2026-02 before:2026-03-10')).found).toEqual(['pool'])
  expect((await ask('state:draft certificate class:certificate ')).found).toEqual(['certificate'])
})

test('a name of nothing matches nothing and is said', async () => {
  expect(await ask('service:chekcout')).toMatchObject({
    found: [],
    unknownNames: ['service:chekcout'],
    total: 0,
  })
})

test('a handle finds its postmortem, unless it is hidden', async () => {
  const card = await findCard(db, SEES_ALL, secret)
  expect((await ask(`PM-${String(card?.number)}`)).found).toEqual([])
  expect((await ask(`PM-${String(card?.number)}`, 'newest', SEES_ALL)).found).toEqual(['secret'])
})

test('a card says what was learned, how long it took and what came of it', async () => {
  await storeAction(db, anAction(certificate))
  await storeAction(
    db,
    anAction(certificate, {
      imported: true,
      state: 'verified',
      verification: { by: org.ben, at: at('2026-02-01T00:00:00Z'), reading: 'seen' },
    }),
  )
  expect(await findCard(db, stranger, certificate)).toMatchObject({
    learned: 'Warn the team that can renew.',
    impactMinutes: 47,
    severity: 'SEV1',
    serviceIds: [org.checkout],
    classes: [{ id: org.certificate, standing: 'confirmed' }],
    actionsTotal: 2,
    actionsOpen: 1,
    actionsVerified: 1,
  })
  expect((await findCard(db, stranger, pool))?.learned).toBe('The pool of connections was full.')
  expect((await findCard(db, stranger, mention))?.learned).toBeNull()
  expect(await findCard(db, stranger, secret)).toBeNull()
})

test('pages follow each other without a gap or a double, in every order', async () => {
  for (const sort of ['newest', 'oldest', 'updated', 'relevance'] as const) {
    const found: (string | undefined)[] = []
    let cursor: string | null = null
    do {
      const answer = await searchLibrary(db, SEES_ALL, {
        query: parseLibraryQuery('certificate or pool '),
        sort,
        zone: 'UTC',
        limit: 1,
        cursor,
      })
      found.push(...answer.items.map((card) => NAMES.get(card.id)))
      cursor = answer.nextCursor
    } while (cursor !== null)
    expect([sort, new Set(found), found.length]).toEqual([
      sort,
      new Set(['certificate', 'mention', 'pool', 'secret']),
      4,
    ])
  }
})

test('a change is found at once, by the new name of a service too', async () => {
  await db
    .transaction()
    .execute((tx) => savePostmortem(tx, mention, 1, { sections: { causes: 'An avalanche.' } }))
  expect((await ask('avalanche ')).found).toEqual(['mention'])
  await db
    .transaction()
    .execute((tx) => updateService(tx, 1, { id: org.checkout, name: 'Basket', teamId: null }))
  expect((await ask('basket ')).found).toEqual(['certificate'])
})

test('facets count what the hits carry', async () => {
  const facets = await countFacets(db, stranger, parseLibraryQuery('certificate '), 'UTC')
  expect(facets).toContainEqual({ facet: `class:${org.certificate}`, count: 1 })
  expect(facets).toContainEqual({ facet: 'state:draft', count: 2 })
})
