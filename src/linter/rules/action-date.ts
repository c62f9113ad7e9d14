/** Actions without a date where others have one. */
import { actionGroups } from '../actions/entries.ts'
import { hitOn } from './action-owner.ts'
import type { DocumentRule } from './rule.ts'
import { SRE_WORKBOOK } from './sources.ts'

export const actionDate: DocumentRule = {
  id: 'action-date',
  category: 'weak-action',
  severity: 'info',
  why: 'An action without a date is done when something else is not more urgent, which is never',
  source: SRE_WORKBOOK,
  language: 'any',
  check(blocks, roster) {
    return actionGroups(blocks, roster).flatMap((group) => {
      const missing = group.entries.filter((entry) => !entry.hasDate && entry.hasOwner)
      if (missing.length === 0) return []
      if (missing.length === group.entries.length && group.heading !== null && missing.length > 1) {
        return [hitOn(group.heading, `By when? None of these ${missing.length} actions has a date.`, [])]
      }
      return missing.map((entry) => {
        const { block, source } = entry.placed
        const text = source.slice(block.start, block.start + block.text.length).trim()
        return hitOn(entry.placed, 'By when?', [
          { title: 'Add a date', replacement: `${text} (due: <date>)` },
        ])
      })
    })
  },
}
