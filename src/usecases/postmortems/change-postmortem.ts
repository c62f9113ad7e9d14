/** Changes a postmortem's title, tier, people, visibility or prose sections. */
import { changedFields, type FieldChange } from '../../domain/activity.ts'
import type { PersonId, PostmortemId } from '../../domain/ids.ts'
import type { Section, Tier, Visibility } from '../../domain/vocabulary.ts'
import type { StoredPostmortem } from '../../storage/postmortem-store.ts'
import { Refusal } from '../refusal.ts'
import type { Change } from '../work.ts'
import { loadToEdit } from './load.ts'
import { changedDraft, saveChange } from './save.ts'

/** What is left out stays; a section of null or of nothing but white space is taken away. */
export interface PostmortemEdit {
  readonly title?: string
  readonly tier?: Tier
  readonly authorId?: PersonId | null
  readonly facilitatorId?: PersonId | null
  readonly visibility?: Visibility
  readonly sections?: { readonly [S in Section]?: string | null }
}

export async function changePostmortem(
  work: Change,
  id: PostmortemId,
  version: number,
  edit: PostmortemEdit,
): Promise<void> {
  const before = await loadToEdit(work, id, version)
  checkVisibility(work, before, edit.visibility ?? before.visibility)
  const { sections = {}, ...fields } = edit
  const changes = [...changedFields(before, { ...before, ...fields }), ...sectionChanges(before, sections)]
  if (changes.length === 0) return
  await saveChange(work, id, version, { ...fields, sections }, changedDraft(id, changes))
}

function sectionChanges(
  before: StoredPostmortem,
  sections: NonNullable<PostmortemEdit['sections']>,
): FieldChange[] {
  return changedFields<Record<string, string | null>>(before.sections, {
    ...before.sections,
    ...sections,
  }).map((change) => ({ ...change, field: `sections.${change.field}` }))
}

/** Who may read it is decided by its author, its facilitator, and whoever facilitates for the organisation. */
function checkVisibility(work: Change, before: StoredPostmortem, wanted: Visibility): void {
  if (wanted === before.visibility) return
  const { personId, permissions } = work.who
  if (personId === before.authorId || personId === before.facilitatorId) return
  if (permissions.has('postmortem.facilitate')) return
  throw new Refusal(
    'not_permitted',
    'Its author, its facilitator or another facilitator decides who may read it.',
    [{ field: 'visibility', message: 'is not yours to change' }],
  )
}
