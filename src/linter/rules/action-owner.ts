/** Actions without an owner: said at each one where others have owners, once at the heading where none has. */
import { actionGroups, type ActionGroup } from '../actions/entries.ts'
import type { BlockHit, DocumentRule, PlacedBlock } from './rule.ts'
import { LUNNEY } from './sources.ts'

export const actionOwner: DocumentRule = {
  id: 'action-owner',
  category: 'weak-action',
  severity: 'warning',
  why: 'What everybody is to do nobody does; an action needs one name that answers for it',
  source: LUNNEY,
  language: 'any',
  check(blocks, roster) {
    return actionGroups(blocks, roster).flatMap(hitsOf)
  },
}

function hitsOf(group: ActionGroup): BlockHit[] {
  const missing = group.entries.filter((entry) => !entry.hasOwner)
  if (missing.length === 0) return []
  if (missing.length === group.entries.length && group.heading !== null) {
    const dates = group.entries.every((entry) => !entry.hasDate) ? ' or a date' : ''
    const many =
      missing.length === 1
        ? 'The action here names no owner'
        : `None of these ${missing.length} actions names an owner`
    return [hitOn(group.heading, `Who will see to it? ${many}${dates}.`, [])]
  }
  return missing.map((entry) =>
    hitOn(entry.placed, 'Who answers for this action?', [
      { title: 'Add an owner', replacement: `${textOf(entry.placed)} (owner: <name>)` },
    ]),
  )
}

const textOf = ({ block, source }: PlacedBlock): string =>
  source.slice(block.start, block.start + block.text.length).trim()

/** A hit on a whole block. */
export function hitOn(placed: PlacedBlock, message: string, rewrites: BlockHit['rewrites']): BlockHit {
  const { text } = placed.block
  const start = text.length - text.trimStart().length
  return { placed, start, end: Math.max(start, text.trimEnd().length), message, rewrites }
}
