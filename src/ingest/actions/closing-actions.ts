/** Finds actions that no heading announces, in texts that lost or never had headings: the closing list, and items that name a ticket. */
import type { Block, List, ListItem } from '../blocks/block.ts'
import { plain } from '../blocks/inline.ts'
import type { DraftAction } from '../draft.ts'
import type { ParsedDocument } from '../parsed-document.ts'
import { saysNothing, startsWithVerb } from './action-words.ts'
import { actionsOfList, type ActionSurroundings } from './find-actions.ts'
import { statusInText } from './status.ts'

const TICKET = /\b(?:T\d{4,7}|phab:|bug ?\d{4,}|issues?\/\d+|pull\/\d+|RT ?#?\d+|gerrit)\b/i
const TIMED = /^(?:at )?[~c.]{0,2}\s?\d{1,2}[:.]\d{2}/i
const LABELLED = /^\W*(?:status|action(?: item)?|todo|follow[- ]?up)\b\s*[:：-]/i

/**
 * The actions of a text without headings: the items after the timeline's last entry that read as work.
 * A text with headings that announces no actions has none.
 */
export function closingActions(parsed: ParsedDocument, around: ActionSurroundings): DraftAction[] {
  if (parsed.sections.some((section) => section.heading !== null && section.level > 1)) return []
  const lastEvent = parsed.timeline.events.reduce((line, event) => Math.max(line, event.line), 0)
  const lists = parsed.tree.blocks.filter((block: Block): block is List => block.kind === 'list')
  const found: DraftAction[] = []
  for (const [index, list] of lists.entries()) {
    const items = list.items.filter((item) => item.line > lastEvent && item.depth === 0)
    const tail =
      index === lists.length - 1 ? items.length - 1 - items.findLastIndex((item) => !readsAsWork(item)) : 0
    const kept = new Set(
      items.filter((item, at) => at >= items.length - tail || isMarked(item)).map((item) => item.line),
    )
    for (const action of actionsOfList(list, around)) {
      if (kept.has(action.line)) found.push(action)
    }
  }
  return found
}

function readsAsWork(item: ListItem): boolean {
  const words = textOf(item)
  return (
    !saysNothing(words) &&
    !TIMED.test(words) &&
    (startsWithVerb(words) || isMarked(item) || /\b(?:should|needs? to|must|we need|could be)\b/i.test(words))
  )
}

/** Whether an item bears the marks of an action wherever it stands: a state, or a ticket before or after a verb. */
function isMarked(item: ListItem): boolean {
  const words = textOf(item)
  if (TIMED.test(words)) return false
  if (item.checked !== null || LABELLED.test(words) || statusInText(words) !== 'unknown') return true
  return (
    TICKET.test(words) &&
    (startsWithVerb(words) || TICKET.test(words.slice(0, 16)) || TICKET.test(words.slice(-12)))
  )
}

function textOf(item: ListItem): string {
  return plain(item.lines.map((line) => line.text).join(' '))
}
