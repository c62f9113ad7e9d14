import { beforeAll, describe, expect, it } from 'vitest'
import type { Postmortem } from '../../src/contract/postmortems.ts'
import { type SignedIn, testApp, type TestApp } from '../support/app.ts'
import { codeOf, problemOf } from '../support/problem.ts'

let app: TestApp
let author: SignedIn
let other: SignedIn
beforeAll(async () => {
  app = await testApp()
  author = await app.person(['contributor'], 'Ana Author')
  other = await app.person(['contributor'], 'Otto Other')
})

const STARTED = '2026-03-01T09:12:00Z'

async function begin(
  by = author,
  visibility: 'organisation' | 'restricted' = 'organisation',
): Promise<Postmortem> {
  const incident = await by.call('POST /incidents', {
    body: {
      title: 'Checkout fails',
      severity: 'SEV2',
      impactStartedAt: STARTED,
      recoveredAt: '2026-03-01T10:40:00Z',
    },
  })
  return by.call('POST /postmortems', {
    body: { title: 'Checkout fails', incidentIds: [incident.id], visibility },
  })
}

const at = (postmortem: Postmortem) => ({
  params: { postmortemId: postmortem.id },
  ifMatch: postmortem.version,
})

describe('a postmortem', () => {
  it('is begun from an incident by its author and read by handle', async () => {
    const begun = await begin()
    expect(begun).toMatchObject({
      state: 'draft',
      severity: 'SEV2',
      impactMinutes: 88,
      author: { name: 'Ana Author' },
    })
    const read = await other.call('GET /postmortems/{postmortemId}', {
      params: { postmortemId: begun.handle },
    })
    expect(read.id).toBe(begun.id)
  })

  it('keeps what a change does not name', async () => {
    const begun = await begin()
    const first = await author.call('PATCH /postmortems/{postmortemId}', {
      ...at(begun),
      body: { sections: { summary: 'Checkout failed for an hour.', lessons: 'Drain first.' } },
    })
    const second = await author.call('PATCH /postmortems/{postmortemId}', {
      ...at(first),
      body: { sections: { lessons: null } },
    })
    expect(second.sections.summary).toBe('Checkout failed for an hour.')
    expect(second.sections.lessons).toBeNull()
    expect(second.version).toBe(begun.version + 2)
  })

  it('refuses a change of a version that moved on, and shows both', async () => {
    const begun = await begin()
    await author.call('PATCH /postmortems/{postmortemId}', { ...at(begun), body: { title: 'First' } })
    const problem = await problemOf(
      other.call('PATCH /postmortems/{postmortemId}', { ...at(begun), body: { title: 'Second' } }),
    )
    expect(problem).toMatchObject({
      status: 412,
      code: 'version_moved_on',
      sentVersion: begun.version,
      current: { title: 'First', version: begun.version + 1 },
    })
  })

  it('takes exactly one of two writers at once', async () => {
    const begun = await begin()
    const codes = await Promise.all(
      [author, other].map((who) =>
        codeOf(who.call('PATCH /postmortems/{postmortemId}', { ...at(begun), body: { title: who.email } })),
      ),
    )
    expect(codes.toSorted()).toEqual(['accepted', 'version_moved_on'])
  })

  it('asks for the version', async () => {
    const begun = await begin()
    const response = await author.fetch(`/api/v1/postmortems/${begun.id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: '{"title":"x"}',
    })
    expect(response.status).toBe(428)
    const read = await author.fetch(`/api/v1/postmortems/${begun.id}`)
    expect(read.headers.get('etag')).toBe(`"${String(begun.version)}"`)
  })
})

describe('parts of a postmortem', () => {
  it('keep their ids over edits, and tell what changed in the history', async () => {
    const begun = await begin()
    const first = await author.call('PUT /postmortems/{postmortemId}/timeline', {
      ...at(begun),
      body: {
        items: [
          { at: STARTED, text: 'Alarm: p99 over 5 s', phase: 'alarm' },
          { at: null, text: 'Later' },
        ],
      },
    })
    const [alarm, later] = first.timeline
    const second = await author.call('PUT /postmortems/{postmortemId}/timeline', {
      ...at(first),
      body: {
        items: [
          { ...alarm!, text: 'Alarm: p99 over 6 s' },
          { at: null, text: 'New' },
        ],
      },
    })
    expect(second.timeline.map((event) => event.text)).toEqual(['Alarm: p99 over 6 s', 'New'])
    expect(second.timeline[0]?.id).toBe(alarm?.id)
    expect(second.timeline.map((event) => event.id)).not.toContain(later?.id)
    const history = await author.call('GET /postmortems/{postmortemId}/history', {
      params: { postmortemId: begun.id },
    })
    expect(history.items[0]).toMatchObject({ who: 'Ana Author', what: 'changed' })
    expect(history.items[0]?.changes).toHaveLength(3)
  })

  it('do not lean on evidence or events of another postmortem', async () => {
    const [one, two] = [await begin(), await begin()]
    const withEvidence = await author.call('PUT /postmortems/{postmortemId}/evidence', {
      ...at(one),
      body: { items: [{ kind: 'link', label: 'Graph', url: 'https://example.org/graph' }] },
    })
    const evidenceIds = withEvidence.evidence.map((evidence) => evidence.id)
    const factors = { items: [{ title: 'No limit on retries', evidenceIds }] }
    expect(
      await codeOf(author.call('PUT /postmortems/{postmortemId}/factors', { ...at(two), body: factors })),
    ).toBe('reference_unknown')
    const same = await author.call('PUT /postmortems/{postmortemId}/factors', {
      ...at(withEvidence),
      body: factors,
    })
    expect(same.factors[0]?.evidenceIds).toEqual(evidenceIds)
  })

  it('refuse as known what came after the decision', async () => {
    const begun = await begin()
    const problem = await problemOf(
      author.call('PUT /postmortems/{postmortemId}/decisions', {
        ...at(begun),
        body: {
          items: [
            {
              decidedAt: '2026-03-01T09:30:00Z',
              question: 'Roll back or fail over?',
              options: [{ text: 'Roll back' }],
              choice: 'Roll back',
              information: [{ kind: 'known', text: 'The replica was behind', at: '2026-03-01T11:00:00Z' }],
            },
          ],
        },
      }),
    )
    expect(problem.code).toBe('hindsight')
    expect(problem.detail).toContain('2026-03-01T09:30:00Z')
  })
})

describe('states', () => {
  it('ask for what the tier needs, or a reason; a published one is read-only', async () => {
    const begun = await begin()
    const move = (postmortem: Postmortem, to: Postmortem['state'], reason?: string) =>
      author.call('POST /postmortems/{postmortemId}/state', {
        ...at(postmortem),
        body: { to, ...(reason === undefined ? {} : { reason }) },
      })
    const problem = await problemOf(move(begun, 'in_review'))
    expect(problem.code).toBe('not_ready')
    expect(problem.errors?.map((error) => error.field)).toContain('summary')
    const inReview = await move(begun, 'in_review', 'The meeting is in an hour')
    const published = await move(await move(inReview, 'reviewed'), 'published')
    expect(published).toMatchObject({ state: 'published', may: { edit: false } })
    expect(
      await codeOf(
        author.call('PATCH /postmortems/{postmortemId}', { ...at(published), body: { title: 'x' } }),
      ),
    ).toBe('postmortem_read_only')
    const kept = await app.database.db.selectFrom('postmortem_editions').selectAll().execute()
    expect(kept).toHaveLength(1)
  })
})

describe('a restricted postmortem', () => {
  it('does not exist for who may not read it, in any way of asking', async () => {
    const hidden = await begin(author, 'restricted')
    const action = await author.call('POST /postmortems/{postmortemId}/actions', {
      params: { postmortemId: hidden.id },
      body: { title: 'Limit retries' },
    })
    const incidentId = hidden.incidents[0]!.id
    const postmortemId = hidden.id
    const asks = {
      byId: () => other.call('GET /postmortems/{postmortemId}', { params: { postmortemId } }),
      byHandle: () =>
        other.call('GET /postmortems/{postmortemId}', { params: { postmortemId: hidden.handle } }),
      history: () => other.call('GET /postmortems/{postmortemId}/history', { params: { postmortemId } }),
      text: () => other.call('GET /postmortems/{postmortemId}/original-text', { params: { postmortemId } }),
      change: () => other.call('PATCH /postmortems/{postmortemId}', { ...at(hidden), body: { title: 'x' } }),
      classes: () =>
        other.call('PUT /postmortems/{postmortemId}/classes', { ...at(hidden), body: { items: [] } }),
      incident: () => other.call('GET /incidents/{incidentId}', { params: { incidentId } }),
      action: () => other.call('GET /actions/{actionItemId}', { params: { actionItemId: action.id } }),
      move: () =>
        other.call('POST /actions/{actionItemId}/state', {
          params: { actionItemId: action.id },
          ifMatch: action.version,
          body: { to: 'dropped', reason: 'x', expiresOn: '2030-01-01' },
        }),
      reuse: () => other.call('POST /postmortems', { body: { title: 'Mine', incidentIds: [incidentId] } }),
    }
    const { reuse, ...others } = asks
    for (const [name, ask] of Object.entries(others))
      expect([name, await codeOf(ask())]).toEqual([name, 'not_found'])
    expect(await codeOf(reuse())).toBe('reference_unknown')
    const actions = await other.call('GET /actions')
    expect(actions.items.map((item) => item.id)).not.toContain(action.id)
    expect(actions.total).toBe(actions.items.length)
    const incidents = await other.call('GET /incidents')
    expect(incidents.items.map((item) => item.id)).not.toContain(incidentId)
    expect((await app.admin.call('GET /postmortems/{postmortemId}', { params: { postmortemId } })).id).toBe(
      hidden.id,
    )
  })
})
