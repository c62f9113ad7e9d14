/** The findings of a postmortem: read, set aside and opened again by those who may edit it. */
import type { ActivityDraft } from '../../domain/activity.ts'
import { type Finding, reopen, setAside } from '../../domain/finding.ts'
import type { PostmortemId } from '../../domain/ids.ts'
import type { FindingState } from '../../domain/vocabulary.ts'
import { RULES } from '../../linter/linter.ts'
import { keepFindings, loadFindings } from '../../storage/findings-store.ts'
import { refreshCards } from '../../storage/postmortem-cards.ts'
import { holdPostmortem } from '../../storage/wording-store.ts'
import { loadPostmortem, mayEdit } from '../postmortems/load.ts'
import { record } from '../record.ts'
import { found, must } from '../refusal.ts'
import { type Shown, show } from '../shown.ts'
import type { Change, Work } from '../work.ts'

/** What the record calls the decisions on findings. */
export const FINDING_DECISIONS = ['finding_set_aside', 'finding_reopened'] as const

/** A finding with what its rule says; null for a rule that is no more. */
export interface ExplainedFinding {
  readonly finding: Finding
  readonly why: string | null
  readonly source: string | null
}

const RULE_BY_ID = new Map(RULES.map((rule) => [rule.id, rule]))

function explain(finding: Finding): ExplainedFinding {
  const rule = RULE_BY_ID.get(finding.ruleId)
  return { finding, why: rule?.why ?? null, source: rule?.source ?? null }
}

/** Open and set-aside ones, in the order of the text; for other readers than its authors they do not exist. */
export async function readFindings(work: Work, id: PostmortemId): Promise<Shown<ExplainedFinding[]>> {
  const all = await loadForAuthors(work, id)
  const shown = all.filter((one) => one.state !== 'fixed').map(explain)
  return show(work.db, shown, () => shown.map(({ finding }) => finding.setAside?.by ?? null))
}

export async function setFindingAside(
  work: Change,
  id: PostmortemId,
  fingerprint: string,
  reason: string,
): Promise<Shown<ExplainedFinding>> {
  const decided = await decide(work, id, fingerprint, 'finding_set_aside', reason, (finding) =>
    must(setAside(finding, work.who.personId, work.now, reason)),
  )
  return show(work.db, explain(decided), () => [work.who.personId])
}

export async function reopenFinding(work: Change, id: PostmortemId, fingerprint: string): Promise<void> {
  await decide(work, id, fingerprint, 'finding_reopened', null, (finding) => must(reopen(finding)))
}

async function loadForAuthors(work: Work, id: PostmortemId): Promise<Finding[]> {
  const postmortem = await loadPostmortem(work, id)
  found(mayEdit(work, postmortem) ? true : null, 'postmortem')
  return loadFindings(work.db, id)
}

async function decide(
  work: Change,
  id: PostmortemId,
  fingerprint: string,
  what: (typeof FINDING_DECISIONS)[number],
  reason: string | null,
  change: (finding: Finding) => Finding,
): Promise<Finding> {
  await holdPostmortem(work.db, id)
  const before = await loadForAuthors(work, id)
  const finding = found(
    before.find((one) => one.fingerprint === fingerprint),
    'finding',
  )
  const decided = change(finding)
  const after = before.map((one) => (one === finding ? decided : one))
  await keepFindings(work.db, id, before, after)
  await refreshCards(work.db, [id])
  await record(work, [draftOf(id, finding, what, decided.state, reason)], id)
  return decided
}

const draftOf = (
  id: PostmortemId,
  { ruleId, words, state }: Finding,
  what: string,
  after: FindingState,
  reason: string | null,
): ActivityDraft => ({
  thing: 'postmortem',
  thingId: id,
  what,
  changes: [{ field: 'finding', before: { ruleId, words, state }, after: { ruleId, words, state: after } }],
  reason,
})
