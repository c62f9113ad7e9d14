/** Confirms or sets aside a postmortem's incident classes; what was only suggested and is not named stays suggested. */
import type { IncidentClassId, PostmortemId } from '../../domain/ids.ts'
import type { PostmortemClass } from '../../domain/postmortem.ts'
import type { ClassStanding } from '../../domain/vocabulary.ts'
import { loadParts } from '../../storage/postmortem-parts-loading.ts'
import { movedOn } from '../moved-on.ts'
import { Refusal } from '../refusal.ts'
import type { Change } from '../work.ts'
import { loadPostmortem } from './load.ts'
import { changedDraft, saveChange } from './save.ts'

export interface ClassChoice {
  readonly id: IncidentClassId
  readonly standing: ClassStanding
}

export async function confirmClasses(
  work: Change,
  id: PostmortemId,
  version: number,
  choices: readonly ClassChoice[],
): Promise<void> {
  const postmortem = await loadPostmortem(work, id)
  if (postmortem.version !== version) throw movedOn('postmortem')
  const { classes: before } = await loadParts(work.db, id)
  const after = settle(before, choices)
  const draft = changedDraft(id, [{ field: 'classes', before, after }])
  await saveChange(work, id, version, { classes: after }, { ...draft, what: 'classes_decided' })
}

function settle(before: readonly PostmortemClass[], choices: readonly ClassChoice[]): PostmortemClass[] {
  const named = new Set(choices.map((choice) => choice.id))
  if (named.size !== choices.length) {
    throw new Refusal('value_invalid', 'Each class stands once.', [
      { field: 'items', message: 'name a class twice' },
    ])
  }
  const chosen = choices.map((choice): PostmortemClass => {
    const known = before.find((one) => one.classId === choice.id)
    return { classId: choice.id, standing: choice.standing, confidence: known?.confidence ?? null }
  })
  return [...chosen, ...before.filter((one) => one.standing === 'suggested' && !named.has(one.classId))]
}
