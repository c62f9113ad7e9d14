/** Fills an empty database with the demonstration organisation, in one transaction: all of it or nothing. */
import { createHash } from 'node:crypto'
import type { Instant } from '../../src/domain/instant.ts'
import { type Finding, setAside } from '../../src/domain/finding.ts'
import type { Currency } from '../../src/domain/money.ts'
import type { PostmortemId } from '../../src/domain/ids.ts'
import { recordActivity } from '../../src/storage/activity-store.ts'
import { keepFindings, loadFindings } from '../../src/storage/findings-store.ts'
import { createIncident, recordSeverityChange } from '../../src/storage/incidents-store.ts'
import { newId } from '../../src/storage/new-id.ts'
import { keepOriginal, linkOriginal } from '../../src/storage/originals-store.ts'
import { createPostmortem } from '../../src/storage/postmortem-store.ts'
import { settlePostmortems } from '../../src/storage/reading-models.ts'
import { createReview } from '../../src/storage/reviews-store.ts'
import type { Tx } from '../../src/storage/schema.ts'
import { lintPostmortem } from '../../src/usecases/wording/lint-postmortem.ts'
import { type DemoIncident, type DemoOrganisation, readDemo } from '../read-demo.ts'
import { loadActions } from './actions.ts'
import { keysOf, maybe, type Keys } from './keys.ts'
import { loadOrganisation } from './organisation.ts'
import { incidentOf, partsOf } from './parts.ts'

/** Who can sign in to the demonstration, and what each shows. */
export interface DemoLogin {
  readonly email: string
  readonly name: string
  readonly as: string
  readonly shows: string
}

/** The logins of the demonstration, as they are printed. */
export function demoLogins(demo: DemoOrganisation): DemoLogin[] {
  return demo.logins.map(({ person, as, shows }) => {
    const { email = person, name = person } = demo.people[person] ?? {}
    return { email, name, as, shows }
  })
}

/** Stores everything and answers with the logins. The database must be empty. */
export async function loadDemo(tx: Tx, now: Instant, passwordHash: string): Promise<DemoLogin[]> {
  const demo = readDemo(now)
  const keys = keysOf(demo)
  await loadOrganisation(tx, demo, keys, passwordHash)
  const ids = new Map<number, PostmortemId>()
  for (const incident of demo.incidents)
    ids.set(incident.number, await loadIncident(tx, incident, demo, keys))
  await loadReferences(tx, demo, ids)
  // Once for all: what comes back depends on the incidents before.
  await settlePostmortems(tx, [...ids.values()])
  return demoLogins(demo)
}

async function loadIncident(
  tx: Tx,
  one: DemoIncident,
  demo: DemoOrganisation,
  keys: Keys,
): Promise<PostmortemId> {
  const incidentId = newId<'incident'>()
  const id = newId<'postmortem'>()
  await createIncident(tx, incidentOf(one, keys, incidentId, demo.timeZone))
  for (const { at, from, to, by, reason } of one.severityChanges) {
    await recordSeverityChange(tx, { incidentId, from, to, at, by: keys.person(by), reason })
  }
  const published = one.steps.findLast((step) => step.to === 'published')
  const last = one.steps.at(-1)
  await createPostmortem(
    tx,
    {
      id,
      title: one.title,
      tier: one.tier,
      visibility: one.visibility,
      authorId: keys.person(one.author),
      facilitatorId: maybe(keys.person, one.facilitator),
      language: 'en',
      incidentIds: [incidentId],
      createdAt: one.begunAt,
    },
    {
      state: one.state,
      stateChangedAt: last?.at ?? one.begunAt,
      stateReason: last?.reason ?? null,
      publishedAt: published?.at ?? null,
      sections: one.sections,
      ...partsOf(one, keys, demo),
    },
  )
  await loadActions(tx, one, keys, id, demo.currency as Currency)
  await lintPostmortem(tx, id)
  await setAsideFindings(tx, one, keys, id)
  await loadMeetings(tx, one, keys, id)
  if (one.original !== null) await loadOriginal(tx, one.original, id, one.begunAt)
  await recordSteps(tx, one, keys, id)
  return id
}

/** What authors set aside; names the file's words where the linter finds nothing in them. */
async function setAsideFindings(tx: Tx, one: DemoIncident, keys: Keys, id: PostmortemId): Promise<void> {
  if (one.setAside.length === 0) return
  const before = await loadFindings(tx, id)
  const after = one.setAside.reduce<Finding[]>((findings, { words, by, reason, at }) => {
    const found = findings.findIndex((finding) => finding.words.toLowerCase().includes(words.toLowerCase()))
    const finding = findings[found]
    const decided = finding === undefined ? null : setAside(finding, keys.person(by), at, reason)
    if (decided?.ok !== true) throw new Error(`${one.title}: nothing is found in “${words}”`)
    return findings.with(found, decided.value)
  }, before)
  await keepFindings(tx, id, before, after)
}

async function loadMeetings(
  tx: Tx,
  one: DemoIncident,
  keys: Keys,
  postmortemId: PostmortemId,
): Promise<void> {
  const { review } = one
  if (review !== null) {
    const done = (name: (typeof review.disciplines)[number]) => review.disciplines.includes(name) || null
    await createReview(tx, {
      id: newId<'review'>(),
      postmortemId,
      leadership: review.invited.some((key) => key === 'nkechi'),
      due: review.due,
      scheduledAt: review.scheduledAt,
      facilitatorId: keys.person(review.facilitator),
      invitedIds: review.invited.map(keys.person),
      attendedIds: review.attended.map(keys.person),
      checklist: {
        learning_not_defence: done('learning_not_defence'),
        claims_tied: done('claims_tied'),
        no_passing_between_teams: done('nothing_passed_on'),
        actions_owned: done('actions_owned'),
      },
      minutes: review.notes,
      heldAt: review.heldAt,
      outcome: review.outcome,
      absenceReason: review.away[0]?.reason ?? null,
    })
  }
  for (const reading of one.readings) {
    await tx
      .insertInto('readings')
      .values({
        id: newId<'reading'>(),
        postmortem_id: postmortemId,
        reader_id: keys.person(reading.person),
        sent_at: reading.sentAt,
        channel: 'page',
        due: reading.dueAt,
        opened_at: reading.openedAt,
        acknowledged_at: reading.acknowledgedAt,
        word: reading.word === null ? null : WORDS[reading.word],
      })
      .execute()
  }
}

/** Later things that cite a postmortem; another postmortem among them is named by its number. */
async function loadReferences(
  tx: Tx,
  demo: DemoOrganisation,
  ids: ReadonlyMap<number, PostmortemId>,
): Promise<void> {
  const rows = demo.incidents.flatMap((one) =>
    one.references.map(({ kind, title, url, from, at }) => ({
      id: newId<'reference'>(),
      postmortem_id: known(ids, one.number),
      kind,
      title,
      url,
      from_postmortem_id: from === null ? null : known(ids, from),
      at,
    })),
  )
  if (rows.length > 0) await tx.insertInto('postmortem_references').values(rows).execute()
}

function known(ids: ReadonlyMap<number, PostmortemId>, number: number): PostmortemId {
  const id = ids.get(number)
  if (id === undefined) throw new Error(`The demonstration has no incident ${number}`)
  return id
}

const WORDS = { i_will_sponsor: 'will_sponsor', i_have_a_question: 'has_question', read: 'read' } as const

async function loadOriginal(
  tx: Tx,
  original: { readonly fileName: string; readonly text: string },
  postmortemId: PostmortemId,
  importedAt: Instant,
): Promise<void> {
  const bytes = Buffer.from(original.text)
  const id = newId<'original'>()
  await keepOriginal(tx, {
    id,
    folder: 'postmortems',
    path: original.fileName,
    bytes,
    sha256: createHash('sha256').update(bytes).digest(),
    encoding: 'utf-8',
    importId: null,
    importedAt,
  })
  await linkOriginal(tx, postmortemId, id, 1)
}

async function recordSteps(tx: Tx, one: DemoIncident, keys: Keys, id: PostmortemId): Promise<void> {
  const base = { thing: 'postmortem', thingId: id, tokenId: null, from: 'page', postmortemId: id } as const
  await recordActivity(tx, [
    {
      ...base,
      what: 'created',
      changes: [],
      reason: null,
      personId: keys.person(one.author),
      at: one.begunAt,
    },
    ...one.steps.map((step, index) => ({
      ...base,
      what: step.to,
      changes: [{ field: 'state', before: one.steps[index - 1]?.to ?? 'draft', after: step.to }],
      reason: step.reason,
      personId: keys.person(step.by ?? one.facilitator ?? one.author),
      at: step.at,
    })),
  ])
}
