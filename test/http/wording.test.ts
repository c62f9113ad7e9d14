/** Wording over HTTP: texts checked, findings of a postmortem over edits and imports, and what rules weigh. */
import { beforeAll, describe, expect, it } from 'vitest'
import { ApiProblem } from '../../src/client/client.ts'
import type { Postmortem } from '../../src/contract/postmortems.ts'
import type { Finding } from '../../src/contract/wording.ts'
import { lintAgainJob } from '../../src/jobs/lint-again.ts'
import { type SignedIn, testApp, type TestApp } from '../support/app.ts'

let app: TestApp
let author: SignedIn
let viewer: SignedIn

beforeAll(async () => {
  app = await testApp()
  author = await app.person(['contributor'], 'Summer Olsen')
  viewer = await app.person(['viewer'])
})

async function begin(sections: Partial<Postmortem['sections']>, who = author): Promise<Postmortem> {
  const incident = await who.call('POST /incidents', {
    body: { title: 'Shop down', impactStartedAt: '2026-03-01T09:12:00Z' },
  })
  const begun = await who.call('POST /postmortems', {
    body: { title: 'Shop down', incidentIds: [incident.id] },
  })
  return edit(begun, sections, who)
}

const edit = (postmortem: Postmortem, sections: Partial<Postmortem['sections']>, who = author) =>
  who.call('PATCH /postmortems/{postmortemId}', {
    params: { postmortemId: postmortem.id },
    ifMatch: postmortem.version,
    body: { sections },
  })

const findingsOf = async ({ id }: Pick<Postmortem, 'id'>, who = author): Promise<Finding[]> =>
  (await who.call('GET /postmortems/{postmortemId}/findings', { params: { postmortemId: id } })).items

const rowsOf = ({ id }: Pick<Postmortem, 'id'>) =>
  app.database.db
    .selectFrom('findings')
    .selectAll()
    .where('postmortem_id', '=', id)
    .orderBy('position')
    .execute()

const decide = (postmortem: Pick<Postmortem, 'id'>, finding: Finding, reason: string, who = author) =>
  who.call('POST /postmortems/{postmortemId}/findings/{fingerprint}/set-aside', {
    params: { postmortemId: postmortem.id, fingerprint: finding.fingerprint },
    body: { reason },
  })

const statusOf = async (call: Promise<unknown>): Promise<number> =>
  call.then(
    () => 200,
    (error: unknown) => (error instanceof ApiProblem ? error.problem.status : 0),
  )

const BLAMED = 'The on-call engineer failed to notice the alert.'
const HINDSIGHT = 'We should have tested this in staging.'

describe('a text that is sent', () => {
  it('is checked with the names of the organisation, and nothing of it is kept', async () => {
    const text =
      'Summer forgot the flag.\n\n<!-- highwater-ignore hindsight: a quotation -->\nWe should have tested this in staging.\n'
    const answer = await viewer.call('POST /lint', { body: { text, path: 'a.md' } })
    expect(answer).toMatchObject({ path: 'a.md', language: 'en' })
    expect(answer.findings).toHaveLength(1)
    expect(Object.keys(answer.findings[0]!).toSorted()).toEqual(
      ['category', 'fingerprint', 'message', 'range', 'ruleId', 'severity', 'suggestions', 'why'].toSorted(),
    )
    expect(answer.findings[0]!.range.start).toEqual({
      line: 1,
      column: expect.any(Number),
      offset: expect.any(Number),
    })
    expect(answer.setAside).toMatchObject([{ ruleId: 'should-have', reason: 'a quotation' }])
    expect(await app.database.db.selectFrom('findings').select('id').execute()).toEqual([])
  })

  it('is checked for a token that may do nothing else, and answers the same to a repeated key', async () => {
    const { call } = await app.token(author, ['wording.check'])
    const once = await call('POST /lint', { body: { text: BLAMED }, idempotencyKey: 'one' })
    expect(await call('POST /lint', { body: { text: BLAMED }, idempotencyKey: 'one' })).toEqual(once)
    expect(once.path).toBe('-')
    expect(await statusOf(call('GET /postmortems'))).toBe(403)
    const bad = await author.fetch('/api/v1/lint', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'ä b' },
      body: JSON.stringify({ text: '' }),
    })
    expect(bad.status).toBe(400)
  })

  it('of nearly a mebibyte leaves others their turn, and a larger one is refused', async () => {
    const text = `${BLAMED} The service answered 500 for 12 minutes.\n\n`.repeat(10_500)
    const order: string[] = []
    const long = author.call('POST /lint', { body: { text } }).finally(() => void order.push('long'))
    await author.call('POST /lint', { body: { text: BLAMED } }).finally(() => void order.push('short'))
    const { findings } = await long
    expect(order).toEqual(['short', 'long'])
    expect(findings).toHaveLength(10_500)
    expect(new Set(findings.map((one) => one.fingerprint)).size).toBe(10_500)
    const response = await author.fetch('/api/v1/lint', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: text.repeat(2) }),
    })
    expect(response.status).toBe(413)
  })
})

describe('the findings of a postmortem', () => {
  it('are open when its text says it, fixed when it is rewritten, and stand at their words', async () => {
    const begun = await begin({ summary: `The shop was down for 12 minutes. ${BLAMED}` })
    const [finding] = await findingsOf(begun)
    expect(finding).toMatchObject({
      ruleId: 'person-failed',
      state: 'open',
      section: 'summary',
      setAside: null,
    })
    const { start, end } = finding!.place!
    expect(begun.sections.summary!.slice(start, end)).toBe(finding!.words)
    await edit(begun, { summary: 'The alert did not page.' })
    expect(await findingsOf(begun)).toEqual([])
    expect(await rowsOf(begun)).toMatchObject([{ state: 'fixed', part: null }])
  })

  it('set aside keep their reason over edits and can be opened again, all on the record of those who may edit', async () => {
    const begun = await begin({ lessons: `${HINDSIGHT}\n` })
    const [finding] = await findingsOf(begun)
    const aside = await decide(begun, finding!, 'said by the customer')
    expect(aside).toMatchObject({
      state: 'set_aside',
      setAside: { by: { name: 'Summer Olsen' }, reason: 'said by the customer' },
    })
    await edit(begun, { lessons: `Alarms matter.\n\n${HINDSIGHT}\n` })
    expect(await findingsOf(begun)).toMatchObject([
      { state: 'set_aside', setAside: { reason: 'said by the customer' } },
    ])
    const history = async (who: SignedIn) =>
      (
        await who.call('GET /postmortems/{postmortemId}/history', { params: { postmortemId: begun.id } })
      ).items.map((entry) => entry.what)
    expect(await history(author)).toContain('finding_set_aside')
    expect(await history(viewer)).not.toContain('finding_set_aside')
    const params = { postmortemId: begun.id, fingerprint: finding!.fingerprint }
    await author.call('POST /postmortems/{postmortemId}/findings/{fingerprint}/reopen', { params })
    expect(await findingsOf(begun)).toMatchObject([{ state: 'open', setAside: null }])
    expect(
      await statusOf(
        author.call('POST /postmortems/{postmortemId}/findings/{fingerprint}/reopen', { params }),
      ),
    ).toBe(409)
  })

  it('do not exist for who may not edit it, nor for anyone once it is read-only', async () => {
    const begun = await begin({ summary: BLAMED })
    const [finding] = await findingsOf(begun)
    expect(await statusOf(findingsOf(begun, viewer))).toBe(404)
    const { call } = await app.token(author, ['postmortem.read'])
    const params = { postmortemId: begun.id }
    expect(await statusOf(call('GET /postmortems/{postmortemId}/findings', { params }))).toBe(404)
    await author.call('POST /postmortems/{postmortemId}/state', {
      params,
      ifMatch: begun.version,
      body: { to: 'withdrawn', reason: 'written twice' },
    })
    expect(await statusOf(findingsOf(begun))).toBe(404)
    expect(await statusOf(decide(begun, finding!, 'late'))).toBe(404)
  })

  it('speak of its events, factors and action items, and follow the owner of an action', async () => {
    const begun = await begin({ summary: 'The alert did not page.' })
    const params = { postmortemId: begun.id }
    const timed = await author.call('PUT /postmortems/{postmortemId}/timeline', {
      params,
      ifMatch: begun.version,
      body: {
        items: [
          {
            at: '2026-03-01T09:12:00Z',
            text: 'Summer forgot to set the flag',
            precision: 'minute',
            phase: 'response',
          },
        ],
      },
    })
    const event = timed.timeline[0]!
    expect(await findingsOf(begun)).toMatchObject([
      { section: 'timeline', place: { part: 'event', partId: event.id } },
    ])
    const { person } = await author.call('GET /me')
    const add = (title: string, ownerId: typeof person.id | null) =>
      author.call('POST /postmortems/{postmortemId}/actions', {
        params,
        body: { title, ownerId, due: '2026-06-01' },
      })
    await add('Add an alert on the pool', person.id)
    const orphan = await add('Move the reports to their own pool', null)
    const ofActions = async () => (await findingsOf(begun)).filter((one) => one.place?.part === 'action')
    expect(await ofActions()).toMatchObject([
      { ruleId: 'action-owner', place: { partId: orphan.id }, words: orphan.title, suggestions: [] },
    ])
    await author.call('PATCH /actions/{actionItemId}', {
      params: { actionItemId: orphan.id },
      ifMatch: orphan.version,
      body: { ownerId: person.id },
    })
    expect(await ofActions()).toEqual([])
  })

  it('count as open claims on the card and in the library until evidence is tied to the sentence', async () => {
    const sentence = 'Many customers could not pay.'
    const begun = await begin({ impact: `${sentence}\n` })
    const claims = async () => {
      const { items } = await author.call('GET /postmortems', {
        query: { q: `has:open-claims ${begun.handle}` },
      })
      return items.map((card) => card.openClaims)
    }
    expect(await claims()).toEqual([1])
    const params = { postmortemId: begun.id }
    const withEvidence = await author.call('PUT /postmortems/{postmortemId}/evidence', {
      params,
      ifMatch: begun.version,
      body: { items: [{ kind: 'link', label: 'Payments by minute', url: 'https://charts.example/1' }] },
    })
    expect(await claims()).toEqual([1])
    const { db } = app.database
    await db
      .insertInto('claim_evidence')
      .values({
        id: crypto.randomUUID(),
        postmortem_id: begun.id,
        section: 'impact',
        sentence,
        evidence_id: withEvidence.evidence[0]!.id,
      })
      .execute()
    await edit(withEvidence, { summary: 'Paying failed.' })
    expect(await claims()).toEqual([])
    expect(await findingsOf(begun)).toEqual([])
  })

  it('are found by category or rule in the library, by those who write postmortems', async () => {
    const begun = await begin({ summary: `${BLAMED} ${HINDSIGHT}` })
    for (const q of ['finding:blame', 'finding:should-have,animated', 'finding:hindsight']) {
      const { items } = await author.call('GET /postmortems', { query: { q } })
      expect([q, items.map((card) => card.id).includes(begun.id)]).toEqual([q, true])
    }
    expect((await author.call('GET /postmortems', { query: { q: 'finding:luck' } })).notUnderstood).toEqual([
      'finding:luck',
    ])
    const seen = await viewer.call('GET /postmortems', { query: { q: 'finding:blame' } })
    expect([seen.items, seen.notUnderstood]).toEqual([[], ['finding:blame']])
  })
})

describe('an imported text', () => {
  const TEXT = `# Payments down\n\n2026-02-01, SEV2\n\n## Summary\n\n${BLAMED}\n\n## Action items\n\n- Add an alert (owner: Summer, due 2026-05-01)\n- Raise the limit of the pool\n`
  it('has its findings at once, and an edited file settles them', async () => {
    const facilitator = await app.person(['facilitator'])
    const batch = async (text: string) => {
      const { id } = await facilitator.call('POST /imports', {
        body: { source: 'upload', label: 'reports', zone: null, total: 1 },
      })
      const { documents } = await facilitator.call('POST /imports/{importId}/files', {
        params: { importId: id },
        query: { path: 'a.md' },
        body: new TextEncoder().encode(text),
      })
      await facilitator.call('POST /imports/{importId}/finish', { params: { importId: id } })
      return documents[0]!.postmortem!.id
    }
    const id = await batch(TEXT)
    expect((await findingsOf({ id })).map((one) => [one.ruleId, one.place?.part])).toEqual([
      ['person-failed', 'section'],
      ['action-owner', 'action'],
    ])
    expect(await batch(TEXT.replace(BLAMED, 'The alert did not page.'))).toBe(id)
    expect((await findingsOf({ id })).map((one) => one.ruleId)).toEqual(['action-owner'])
    expect((await rowsOf({ id })).map((row) => row.state).toSorted()).toEqual(['fixed', 'open'])
  })
})

describe('the rules of an organisation', () => {
  const ruleOf = async (ruleId: string) =>
    (await app.admin.call('GET /wording')).rules.find((rule) => rule.ruleId === ruleId)!

  it('weigh what an administrator says, and findings made before follow in the background', async () => {
    const begun = await begin({
      summary: 'Northwind caused the outage. The service was happy again.',
      lessons: HINDSIGHT,
    })
    const before = await findingsOf(begun)
    expect(before.map((one) => one.ruleId)).toContain('should-have')
    const { version } = await app.admin.call('GET /wording')
    const changed = await app.admin.call('PATCH /wording', {
      ifMatch: version,
      body: { severities: { 'should-have': 'off' }, vendors: ['Northwind'] },
    })
    expect(changed).toMatchObject({ vendors: ['Northwind'], version: version + 1 })
    expect(await ruleOf('should-have')).toMatchObject({ severity: 'off', ownSeverity: 'warning' })
    await lintAgainJob(app.ground).run({}, new AbortController().signal)
    const after = await findingsOf(begun)
    expect(after.map((one) => one.ruleId)).not.toContain('should-have')
    expect(after.map((one) => one.category)).toContain('team-blame')
    expect((await rowsOf(begun)).filter((row) => row.rule_id === 'should-have')).toEqual([])
    await app.admin.call('PATCH /wording', {
      ifMatch: version + 1,
      body: { severities: { 'should-have': null } },
    })
    await lintAgainJob(app.ground).run({}, new AbortController().signal)
    expect((await findingsOf(begun)).map((one) => one.ruleId)).toContain('should-have')
    expect(
      await statusOf(
        app.admin.call('PATCH /wording', { ifMatch: version + 2, body: { severities: { nothing: 'off' } } }),
      ),
    ).toBe(422)
  })

  it('show how often each was found, fixed and set aside, and a share only where enough was decided', async () => {
    const lines = Array.from(
      { length: 12 },
      (_, at) => `The on-call engineer failed to notice alert ${String(at)}.`,
    )
    const begun = await begin({ summary: lines.join('\n\n') })
    const found = (await findingsOf(begun)).filter((one) => one.ruleId === 'person-failed')
    expect(found).toHaveLength(12)
    const start = await ruleOf('person-failed')
    for (const one of found.slice(0, 3)) await decide(begun, one, 'a quotation')
    expect(await ruleOf('person-failed')).toMatchObject({ setAside: start.setAside + 3, found: start.found })
    const asides = lines.slice(0, 3).join('\n\n')
    await edit(begun, { summary: asides })
    const { precision, fixed, setAside } = await ruleOf('person-failed')
    expect(fixed).toBe(start.fixed + 9)
    expect(precision).toMatchObject({
      count: fixed,
      n: fixed + setAside,
      interval: { low: expect.any(Number) },
    })
    expect((await ruleOf('inexperience')).precision).toBeNull()
  })

  it('each has a page', async () => {
    const { text } = await viewer.call('GET /wording/rules/{ruleId}', { params: { ruleId: 'should-have' } })
    expect(text).toContain('# Should have')
    expect(await statusOf(viewer.call('GET /wording/rules/{ruleId}', { params: { ruleId: '..%2Fx' } }))).toBe(
      404,
    )
  })
})

it('postmortems that were never linted are linted in the background, a few at a time', async () => {
  const begun = await begin({ summary: BLAMED })
  const { db } = app.database
  await db.deleteFrom('findings').execute()
  await db.updateTable('postmortems').set({ linted_with: null }).execute()
  await lintAgainJob(app.ground).run({}, new AbortController().signal)
  expect(await findingsOf(begun)).toMatchObject([{ ruleId: 'person-failed' }])
  const left = await db.selectFrom('postmortems').select('id').where('linted_with', 'is', null).execute()
  expect(left).toEqual([])
  expect(app.errors).toEqual([])
})
