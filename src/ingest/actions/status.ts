/** Reads how far an action is from the words and marks that its line, column or group gives. */
import type { DraftAction } from '../draft.ts'

export type ActionStatus = DraftAction['status']

const DROPPED =
  /\b(?:won'?t (?:do|fix)|wontfix|will not (?:do|fix)|dropped|cancelled|canceled|rejected|abandoned|declined|not planned|obsolete|no longer (?:needed|planned|relevant))\b|却下|見送り|中止|avvist|droppet|取消|放弃/i
const DONE =
  /✅|☑|✔|🟢|\b(?:done|completed|complete|fixed|closed|merged|implemented|resolved|finished|shipped|deployed|utført|ferdig|fullført|lukket|løst)\b|完了|対応済|実施済|済み|已完成|完成/i
const OPEN =
  /⏳|🔄|🚧|⬜|☐|🔴|🟡|\b(?:to-?do|open|pending|in[- ]progress|not started|proposed|planned|ongoing|wip|backlog|scheduled|to be (?:raised|done|created)|started|new|draft|ready|assigned|under review|åpen|pågår|planlagt|ikke startet|failed)\b|未着手|未対応|進行中|対応中|予定|検討中|着手|进行中|未开始|待办|计划/i

/** The status that a status cell, or another place that holds nothing else, gives. */
export function statusInCell(cell: string): ActionStatus {
  const text = cell.trim()
  if (text === '') return 'unknown'
  if (/^\[[xX✓]\]$/.test(text) || /^(?:yes|y|x|✓)$/i.test(text)) return 'done'
  if (/^\[ \]$/.test(text)) return 'open'
  if (/\b(?:not|un|in)[- ]?(?:done|complete|completed|resolved|fixed)\b|partial/i.test(text)) return 'open'
  if (DROPPED.test(text)) return 'dropped'
  if (DONE.test(text)) return 'done'
  return OPEN.test(text) ? 'open' : 'unknown'
}

const MARKED_DONE =
  /✅|☑|✔|:(?:white|heavy)_check_mark:|:ballot_box_with_check:|^\W*\[?(?:DONE|Done|done|COMPLETED?|Completed?|FIXED|Fixed|CLOSED|Closed|完了|対応済み?|実施済み?|Utført|Ferdig|Fullført|已完成)\]?\s*(?:[-–—:：)\]*]|'{2,3}|$)|[-–—:→*]\s*(?:DONE|Done|done|COMPLETED?|Completed?|FIXED|完了|実施済み?|対応済み?|[Uu]tført|[Ff]erdig|[Ff]ullført)\W*$|(?:^|[\s*_])DONE(?:\W|$)|^Done\s+(?:phab|T\d|#\d|https?:)|\sDone(?:\W*$|\s+(?:https?:|phab|T\d))|(?:済み?|完了)[)）]|(?:（|\()(?:済|完了)/
const STATED_DONE =
  /[([{]\s*(?:already )?(?:done|completed?|fixed|merged|closed|implemented|完了|対応済み?|実施済み?|utført|已完成)(?![\w-])[^()[\]]{0,60}[)\]}]|[,;]\s*(?:already )?(?:done|completed|fixed|merged|closed)(?:,? (?:on )?[\d-]{4,10})?\s*[)\]}]\W*$|\b(?:status|state|ステータス)\W{0,6}(?:done|completed?|closed|resolved|fixed|完了)|\b(?:this|it|which) (?:has|have) (?:already )?been (?:done|completed|implemented|fixed|deployed|merged)\b|\balready done\b|(?:^|[.!?]\s)this (?:was|is already|is now) (?:done|completed?)\b|完了[:：]/i
const MARKED_OPEN =
  /^\W*\[?(?:to-?do|open|pending|wip|in progress|未着手|進行中)\]?\s*(?:[-–—:：)\]*]|phab|T\d|#\d|https?:|$)|\bTODO\b|[([{]\s*(?:to-?do|open|pending|in[- ]progress|wip|planned|not started|未着手|進行中|予定|pågår)(?![\w-])[^()[\]]{0,40}[)\]}]|\b(?:status|state|ステータス)\W{0,6}(?:to-?do|open|pending|in[- ]progress|on-? ?going|not (?:started|done)|unresolved|planned|proposed|未着手|進行中)|\bin progress\W*$|[-–—:→]\s*(?:todo|open|pending|in progress|未着手|進行中)\W*$|(?:⏳|🔄|🚧|⬜|☐|:(?:construction|hourglass\w*|white_large_square):)/i

/** `~~Buy bigger nodes~~ not needed`: why it was struck out says that it was not done. */
const STRUCK_OFF =
  /^~~[^~]{1,500}~~\W{0,4}(?:not (?:needed|required|necessary|worth|doing|possible)|no longer|won'?t|decided (?:against|not)|superseded|obsolete|dropped|cancell?ed)\b/i

/** The status that a line marks, apart from a check box. Words inside a sentence are no marks. */
export function statusInText(text: string): ActionStatus {
  const trimmed = text.slice(0, 4_000).trim()
  if (STRUCK_OFF.test(trimmed)) return 'dropped'
  if (/^~~.*~~\W*$/.test(trimmed) || /^<(?:s|del|strike)>/.test(trimmed)) return 'done'
  if (
    /\b(?:won'?t (?:do|fix)|wontfix)\b|\bstatus\W{0,6}(?:declined|dropped|rejected|cancelled|invalid)\b|[([]\s*(?:dropped|cancelled|rejected|declined|見送り|却下)/i.test(
      trimmed,
    )
  )
    return 'dropped'
  if (MARKED_DONE.test(trimmed) || STATED_DONE.test(trimmed)) return 'done'
  return MARKED_OPEN.test(trimmed) ? 'open' : 'unknown'
}

/** The status that a heading or label gives to all actions under it. */
export function statusOfGroup(label: string): ActionStatus {
  if (
    /^\W*(?:in progress|to-?do|open|pending|planned|not started|remaining|outstanding|upcoming|未対応|未着手|今後)/i.test(
      label,
    )
  )
    return 'open'
  if (
    /\b(?:completed?|done|already|fixed|implemented|finished)\b|完了|実施済|対応済|utført|已完成/i.test(
      label,
    ) &&
    !/\bnot\b|\bto be\b|\b(?:but|when|once|after|until|should)\b/i.test(label)
  ) {
    return 'done'
  }
  return 'unknown'
}
