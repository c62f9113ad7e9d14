/** What the linter needs of an installation: its settings, its names, and everything that a postmortem says. */
import { sql } from 'kysely'
import type { PostmortemId } from '../domain/ids.ts'
import type { SectionTexts } from '../domain/postmortem.ts'
import type { Section } from '../domain/vocabulary.ts'
import type { OwnNames, RuleSeverities, WordingSettings } from '../domain/wording.ts'
import type { Db, Tx } from './schema.ts'

/** The settings; null before the first run has made the organisation. */
export async function readWordingSettings(db: Db): Promise<WordingSettings | null> {
  const row = await db
    .selectFrom('organisation')
    .select(['rule_severities as severities', 'vendors', 'wording_version as version'])
    .executeTakeFirst()
  return row ?? null
}

/** The settings with every name of the organisation, at once: it is asked for with every change of a text. */
export async function readWordingGround(db: Db): Promise<WordingSettings & OwnNames> {
  const { rows } = await sql<WordingSettings & OwnNames>`
    select o.rule_severities as severities, o.vendors, o.wording_version as version,
      array(select name from people) as people, array(select name from teams) as teams,
      array(select name from services) as services
    from organisation o
  `.execute(db)
  return rows[0] ?? { severities: {}, vendors: [], version: 0, people: [], teams: [], services: [] }
}

/** Changes the settings on top of `version`; null when they have moved on. */
export async function saveWordingSettings(
  tx: Tx,
  version: number,
  wanted: { readonly severities: RuleSeverities; readonly vendors: readonly string[] },
): Promise<number | null> {
  const row = await tx
    .updateTable('organisation')
    .set({
      rule_severities: JSON.stringify(wanted.severities),
      vendors: wanted.vendors,
      wording_version: version + 1,
    })
    .where('wording_version', '=', version)
    .returning('wording_version as version')
    .executeTakeFirst()
  return row?.version ?? null
}

/** A text of a part; `tied` says that a time or evidence stands beside it. */
export interface PartText {
  readonly id: string
  readonly text: string
  readonly tied: boolean
}

/** Everything that a postmortem says, as far as the linter reads it. */
export interface Wording {
  /** BCP 47. */
  readonly language: string
  readonly sections: Partial<SectionTexts>
  readonly events: readonly PartText[]
  readonly factors: readonly (PartText & { readonly title: string })[]
  readonly actions: readonly {
    readonly id: string
    readonly title: string
    readonly owned: boolean
    readonly dated: boolean
    readonly tracked: boolean
    /** Neither asked for nor under way any more. */
    readonly over: boolean
  }[]
  /** Sentences with evidence. */
  readonly claims: readonly { readonly section: Section; readonly sentence: string }[]
}

const WORDING = sql`
  p.language,
  coalesce((
    select jsonb_object_agg(section, body) from postmortem_sections where postmortem_id = p.id
  ), '{}') as sections,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', e.id, 'text', e.text, 'tied', e.at is not null or exists (
      select from evidence_links where timeline_event_id = e.id
    )) order by e.position) from timeline_events e where e.postmortem_id = p.id
  ), '[]') as events,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', f.id, 'title', f.title, 'text', coalesce(f.text, ''), 'tied', exists (
      select from evidence_links where factor_id = f.id
    )) order by f.position) from contributing_factors f where f.postmortem_id = p.id
  ), '[]') as factors,
  coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', id, 'title', title, 'owned', num_nonnulls(owner_id, owner_as_written, team_id) > 0,
      'dated', due is not null, 'tracked', tracker_url is not null, 'over', closed or state = 'claimed_done'
    ) order by number) from action_items where postmortem_id = p.id
  ), '[]') as actions,
  coalesce((
    select jsonb_agg(jsonb_build_object('section', section, 'sentence', sentence) order by id)
    from claim_evidence where postmortem_id = p.id
  ), '[]') as claims`

/** Everything that a postmortem says; null where there is none. */
export async function readWording(db: Db, id: PostmortemId): Promise<Wording | null> {
  const { rows } = await sql<Wording>`select ${WORDING} from postmortems p where p.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/**
 * Holds a postmortem until the transaction ends, so that of two changes at once the later sees what the earlier wrote.
 * To be called before anything of it is changed.
 */
export async function holdPostmortem(tx: Tx, id: PostmortemId): Promise<void> {
  await sql`select from postmortems where id = ${id} for no key update`.execute(tx)
}

/** Notes which rules and settings its findings were made by; true when they were others before. */
export async function noteLinted(tx: Tx, id: PostmortemId, lintedWith: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('postmortems')
    .set({ linted_with: lintedWith })
    .where('id', '=', id)
    .where('linted_with', 'is distinct from', lintedWith)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The next postmortems in order of id whose findings were made by other rules or settings. */
export async function listToLint(
  db: Db,
  lintedWith: string,
  after: PostmortemId | null,
  limit: number,
): Promise<PostmortemId[]> {
  const rows = await db
    .selectFrom('postmortems')
    .select('id')
    .where('linted_with', 'is distinct from', lintedWith)
    .$if(after !== null, (query) => query.where('id', '>', after as PostmortemId))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}
