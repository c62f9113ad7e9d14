import { expect, test } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import { anEvent, anIncident, at, smallOrganisation, storePostmortem } from '../../test/support/records.ts'
import type { Currency } from '../domain/money.ts'
import { updateIncident, findIncident } from './incidents-store.ts'
import { newId } from './new-id.ts'
import { loadParts } from './postmortem-parts-loading.ts'
import { findPostmortem, findPostmortemId, keepEdition, savePostmortem } from './postmortem-store.ts'
import { SEES_ALL } from './sight.ts'

const { db } = await testDatabase()
const org = await smallOrganisation(db)

const save = (
  id: Parameters<typeof savePostmortem>[1],
  version: number,
  changes: Parameters<typeof savePostmortem>[3],
) => db.transaction().execute((tx) => savePostmortem(tx, id, version, changes))

test('a postmortem comes back as it was stored, with all its parts in their order', async () => {
  const first = anEvent({ text: 'Alarm on the pool', phase: 'alarm' })
  const second = anEvent({ evidenceIds: [] })
  const chart = {
    id: newId<'evidence'>(),
    kind: 'metric' as const,
    label: 'pool in use',
    url: null,
    timelineEventId: null,
    value: 120,
    unit: 'connections',
    source: 'metrics',
    at: at('2026-03-01T09:04:00Z'),
  }
  const factor = {
    id: newId<'factor'>(),
    title: 'One pool for two',
    text: null,
    classId: org.pool,
    evidenceIds: [chart.id],
  }
  const parts = {
    timeline: [{ ...first, evidenceIds: [chart.id] }, second],
    evidence: [chart],
    factors: [factor],
    impacts: [
      {
        id: newId<'impact'>(),
        segment: 'Cards, web',
        kind: 'availability' as const,
        count: 18_720,
        share: 0.36,
        from: at('2026-03-01T09:00:00Z'),
        to: at('2026-03-01T09:47:00Z'),
        money: { amount: 41_200_000_000, currency: 'EUR' as Currency },
        sloBudgetShare: 1.4,
        customersToldAt: at('2026-03-01T09:32:00Z'),
        note: null,
        evidenceIds: [chart.id],
      },
    ],
    layersMet: [
      {
        id: newId<'layerMet'>(),
        layerId: org.rollout,
        outcome: 'bypassed' as const,
        shownBy: 'The flag went from 5 % to all at once',
        evidenceIds: [],
        factorId: factor.id,
      },
    ],
    decisions: [
      {
        id: newId<'decisionPoint'>(),
        decidedAt: at('2026-03-01T09:19:00Z'),
        question: 'Us, or the provider?',
        options: [
          { text: 'Move cards', consequence: null },
          { text: 'Wait', consequence: 'Eleven more minutes' },
        ],
        choice: 'Move cards',
        decidingRole: 'incident lead',
        promptedById: first.id,
        information: [
          {
            kind: 'known' as const,
            text: 'No deploy',
            provedRight: null,
            provedAt: null,
            at: at('2026-03-01T09:13:00Z'),
            evidenceId: chart.id,
          },
          {
            kind: 'believed' as const,
            text: 'It is the provider',
            provedRight: false,
            provedAt: at('2026-03-01T09:36:00Z'),
            at: null,
            evidenceId: null,
          },
        ],
        missing: [
          {
            what: 'The flag feed',
            heldBy: 'release board',
            arrivedAt: at('2026-03-01T09:36:00Z'),
            how: 'read aloud',
          },
        ],
        decisionQuality: null,
        outcome: 'Failures rose',
      },
    ],
    ideas: [
      {
        id: newId<'idea'>(),
        text: 'A pool each',
        kind: null,
        aim: 'prevent' as const,
        actionItemId: null,
        setAsideReason: null,
      },
    ],
    classes: [
      { classId: org.pool, standing: 'confirmed' as const, confidence: null },
      { classId: org.certificate, standing: 'suggested' as const, confidence: 0.4 },
    ],
    claimEvidence: [{ section: 'summary' as const, sentence: 'The pool was full.', evidenceId: chart.id }],
  }
  const incident = anIncident({ serviceIds: [org.checkout], owningTeamId: org.payments })
  const id = await storePostmortem(
    db,
    incident,
    { authorId: org.ada, language: 'en' },
    {
      ...parts,
      sections: { summary: 'The pool was full.', lessons: '- A flag is a deploy.' },
      readerIds: [org.cleo],
    },
  )

  expect(await loadParts(db, id)).toEqual(parts)
  expect(await findPostmortem(db, SEES_ALL, id)).toMatchObject({
    title: incident.title,
    incidentIds: [incident.id],
    authorId: org.ada,
    readerIds: [org.cleo],
    state: 'draft',
    version: 1,
    sections: { summary: 'The pool was full.', lessons: '- A flag is a deploy.', causes: null },
    createdAt: '2026-06-01T08:00:00Z',
  })
})

test('a part that is saved again keeps the rows whose id it keeps and loses the others', async () => {
  const [kept, gone] = [anEvent({ text: 'kept' }), anEvent({ text: 'gone' })]
  const id = await storePostmortem(db, anIncident(), {}, { timeline: [kept, gone] })
  const added = anEvent({ text: 'added' })
  expect(await save(id, 1, { timeline: [added, { ...kept, text: 'kept, mended' }] })).toBe(2)
  const { timeline } = await loadParts(db, id)
  expect(timeline.map(({ id, text }) => [id, text])).toEqual([
    [added.id, 'added'],
    [kept.id, 'kept, mended'],
  ])
})

test('a write that names an older version stores nothing', async () => {
  const id = await storePostmortem(db, anIncident())
  expect(await save(id, 1, { title: 'First' })).toBe(2)
  expect(await save(id, 1, { title: 'Second', timeline: [anEvent()] })).toBeNull()
  expect(await findPostmortem(db, SEES_ALL, id)).toMatchObject({ title: 'First', version: 2 })
  expect((await loadParts(db, id)).timeline).toEqual([])
})

test('an event of another postmortem cannot be taken over by its id', async () => {
  const event = anEvent()
  await storePostmortem(db, anIncident(), {}, { timeline: [event] })
  const other = await storePostmortem(db, anIncident())
  await expect(save(other, 1, { timeline: [event] })).rejects.toThrow('belongs to another postmortem')
})

test('a section that is emptied is gone, and those not named stay', async () => {
  const id = await storePostmortem(db, anIncident(), {}, { sections: { summary: 'One', causes: 'Two' } })
  await save(id, 1, { sections: { summary: null } })
  expect((await findPostmortem(db, SEES_ALL, id))?.sections).toMatchObject({ summary: null, causes: 'Two' })
})

test('what was only learned later cannot be stored as known', async () => {
  const decision = {
    id: newId<'decisionPoint'>(),
    decidedAt: at('2026-03-01T09:19:00Z'),
    question: 'Roll back?',
    options: [],
    choice: 'No',
    decidingRole: null,
    promptedById: null,
    information: [
      {
        kind: 'known' as const,
        text: 'The flag changed',
        provedRight: null,
        provedAt: null,
        at: at('2026-03-01T09:36:00Z'),
        evidenceId: null,
      },
    ],
    missing: [],
    decisionQuality: null,
    outcome: null,
  }
  const id = await storePostmortem(db, anIncident())
  await expect(save(id, 1, { decisions: [decision] })).rejects.toThrow('decision_information_hindsight')
  await save(id, 1, { decisions: [{ ...decision, decidedAt: at('2026-03-01T09:40:00Z') }] })
  await expect(save(id, 2, { decisions: [decision] })).rejects.toThrow('decision_information_hindsight')
})

test('moments out of order are refused unless a reason is given', async () => {
  const moments = { impactStartedAt: at('2026-03-01T10:00:00Z'), recoveredAt: at('2026-03-01T09:00:00Z') }
  await expect(storePostmortem(db, anIncident({ moments }))).rejects.toThrow('incidents_moments_in_order')
  const incident = anIncident({
    moments,
    momentsOverrideReason: 'The clock of the old host was an hour ahead',
  })
  await storePostmortem(db, incident)
  expect(await findIncident(db, SEES_ALL, incident.id)).toMatchObject({ moments, version: 1 })
})

test('a restricted postmortem and its incident are there only for its author, facilitator and readers', async () => {
  const incident = anIncident({ title: 'Keys in a log' })
  const id = await storePostmortem(
    db,
    incident,
    { visibility: 'restricted', authorId: org.ada },
    { readerIds: [org.ben] },
  )
  const seenBy = async (personId: typeof org.ada | null) => [
    (await findPostmortem(db, { personId, seesRestricted: false }, id)) !== null,
    (await findIncident(db, { personId, seesRestricted: false }, incident.id)) !== null,
  ]
  expect(await seenBy(org.ada)).toEqual([true, true])
  expect(await seenBy(org.ben)).toEqual([true, true])
  expect(await seenBy(org.cleo)).toEqual([false, false])
  expect(await seenBy(null)).toEqual([false, false])
  expect(await findPostmortem(db, SEES_ALL, id)).not.toBeNull()
})

test('a postmortem is found by its number', async () => {
  const id = await storePostmortem(db, anIncident())
  const found = await findPostmortem(db, SEES_ALL, id)
  expect(await findPostmortemId(db, found?.number ?? 0)).toBe(id)
})

test('a published edition is kept once and cannot be changed', async () => {
  const id = await storePostmortem(db, anIncident())
  const made = { byId: org.ada, at: at('2026-06-02T08:00:00Z'), reason: null }
  await db.transaction().execute((tx) => keepEdition(tx, id, 1, { title: 'As it was' }, made))
  await expect(db.transaction().execute((tx) => keepEdition(tx, id, 1, {}, made))).rejects.toThrow(
    'duplicate key',
  )
  await expect(
    db
      .updateTable('postmortem_editions')
      .set({ reason: 'changed' })
      .where('postmortem_id', '=', id)
      .execute(),
  ).rejects.toThrow('append-only')
})

test('an incident that moves in time moves its card', async () => {
  const incident = anIncident({ moments: { impactStartedAt: at('2026-03-01T09:00:00Z') } })
  const id = await storePostmortem(db, incident)
  const later = {
    ...incident,
    moments: {
      ...incident.moments,
      impactStartedAt: at('2026-04-01T09:00:00Z'),
      recoveredAt: at('2026-04-01T09:47:00Z'),
    },
  }
  expect(await db.transaction().execute((tx) => updateIncident(tx, 1, later))).toBe(2)
  const card = await db
    .selectFrom('postmortem_cards')
    .selectAll()
    .where('postmortem_id', '=', id)
    .executeTakeFirstOrThrow()
  expect([card.sort_at, card.impact_minutes]).toEqual(['2026-04-01T09:00:00Z', 47])
})
