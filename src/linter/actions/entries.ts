/** Reads the actions of a document with their owner and date, from lists, task lists and tables. */
import type { PlacedBlock } from '../rules/rule.ts'
import type { RosterIndex } from '../roster.ts'
import { DOUBTFUL_NAMES, endsAsName, isGivenName, PERSON_NOUNS } from '../words/people.ts'
import { COLUMNS } from './columns.ts'
import { BARE_TEAMS } from '../words/teams.ts'

export interface ActionEntry {
  /** The block that says what is to be done. */
  readonly placed: PlacedBlock
  readonly hasOwner: boolean
  readonly hasDate: boolean
}

/** Actions of one section that are still open. */
export interface ActionGroup {
  readonly heading: PlacedBlock | null
  readonly entries: readonly ActionEntry[]
}

/** The open actions by section; sections without any are left out. */
export function actionGroups(blocks: readonly PlacedBlock[], roster: RosterIndex): ActionGroup[] {
  const groups = new Map<number, ActionEntry[]>()
  for (const entry of [...rowEntries(blocks, roster), ...itemEntries(blocks, roster)]) {
    const list = groups.get(entry.placed.section) ?? []
    list.push(entry)
    groups.set(entry.placed.section, list)
  }
  return [...groups]
    .map(([section, entries]) => ({ heading: blocks[section] ?? null, entries }))
    .filter(({ heading }) => heading === null || !isSettled(heading))
}

/** “Immediate actions (completed)”, or a heading that links its ticket. */
const isSettled = (heading: PlacedBlock): boolean =>
  heading.block.links.length > 0 ||
  /\b(?:done|completed|taken|finished|guidelines?|workflow|closed)\b/i.test(heading.block.text)

const ACTION_COLUMN =
  /action|task|to-?do|item|description|what|follow|improvement|recommendation|measure|step|title|summary|remediation/
const CLOSED =
  /\b(?:done|complete|completed|closed|fixed|finished|implemented|shipped|deployed|merged|resolved)\b|✅|✔|☑|\[x\]/i

function rowEntries(blocks: readonly PlacedBlock[], roster: RosterIndex): ActionEntry[] {
  const rows = new Map<string, PlacedBlock[]>()
  for (const placed of blocks) {
    if (placed.role !== 'actions' || placed.block.cell === null || placed.block.cell.isHead) continue
    const key = `${placed.origin}:${placed.block.cell.rowKey}`
    const row = rows.get(key) ?? []
    row.push(placed)
    rows.set(key, row)
  }
  return [...rows.values()].flatMap((row) => rowEntry(row, roster) ?? [])
}

function rowEntry(row: readonly PlacedBlock[], roster: RosterIndex): ActionEntry | null {
  const filled = (pattern: RegExp): boolean =>
    row.some((placed) => pattern.test(placed.block.cell?.column ?? '') && isFilled(placed))
  const status = row.find((placed) => COLUMNS.status.test(placed.block.cell?.column ?? ''))
  if (status !== undefined && CLOSED.test(sourceOf(status))) return null
  const placed =
    row.find((one) => ACTION_COLUMN.test(one.block.cell?.column ?? '') && isFilled(one)) ?? row.find(isFilled)
  if (placed === undefined) return null
  const isTracked = filled(COLUMNS.ticket)
  return {
    placed,
    hasOwner: filled(COLUMNS.owner) || isTracked || row.some((one) => namesOwner(one, roster)),
    hasDate: filled(COLUMNS.date) || isTracked || row.some(namesDate),
  }
}

/** Dashes, question marks and “TBD” fill nothing. */
function isFilled(placed: PlacedBlock): boolean {
  const text = sourceOf(placed).trim()
  return text !== '' && !/^(?:[-–—?.]+|tbd|n\/a|none|todo|tba|unassigned|unknown|\[.*\])$/i.test(text)
}

function sourceOf({ block, source }: PlacedBlock): string {
  return source.slice(block.start, block.start + block.text.length)
}

function itemEntries(blocks: readonly PlacedBlock[], roster: RosterIndex): ActionEntry[] {
  const entries: ActionEntry[] = []
  const items = blocks.filter(
    (placed) =>
      placed.role === 'actions' &&
      placed.block.item !== null &&
      placed.block.cell === null &&
      placed.block.kind !== 'heading',
  )
  for (const [index, placed] of items.entries()) {
    const depth = placed.block.item?.depth ?? 0
    if (depth > 0 || isContinuation(items, index)) continue
    const parts = [placed, ...partsBelow(items, index)]
    if (isClosed(placed) || !saysAction(placed)) continue
    entries.push({
      placed,
      hasOwner: parts.some((part) => namesOwner(part, roster) || isTracked(part)),
      hasDate: parts.some((part) => namesDate(part) || isTracked(part)),
    })
  }
  return entries
}

const isContinuation = (items: readonly PlacedBlock[], index: number): boolean => {
  const [now, before] = [items[index], items[index - 1]]
  return (
    now !== undefined &&
    before !== undefined &&
    now.origin === before.origin &&
    now.block.item?.key === before.block.item?.key
  )
}

/** Blocks of the same item and of those nested in it. */
function partsBelow(items: readonly PlacedBlock[], index: number): PlacedBlock[] {
  const parts: PlacedBlock[] = []
  const top = items[index] as PlacedBlock
  for (let at = index + 1; at < items.length; at += 1) {
    const placed = items[at] as PlacedBlock
    const isSame =
      placed.origin === top.origin &&
      (placed.block.item?.key === top.block.item?.key || (placed.block.item?.depth ?? 0) > 0)
    if (!isSame) break
    parts.push(placed)
  }
  return parts
}

const isClosed = (placed: PlacedBlock): boolean =>
  placed.block.item?.checked === true ||
  CLOSED_AT_EDGE.test(sourceOf(placed).trim()) ||
  TOLD_AS_DONE.test(placed.block.text)

const CLOSED_AT_EDGE =
  /^(?:✅|✔|☑|~~|\*{0,2}\[?(?:done|completed|closed|fixed)\b)|(?:✅|\((?:done|completed|fixed|closed)[^)]{0,40}\)|[-–—:] ?(?:done|completed|closed|fixed))\.?\*{0,2}$/i

/** “We tweaked the limit”, “Added an alert”: told as done. */
const TOLD_AS_DONE =
  /^\W*(?:we(?:['’]ve| have)? |i(?:['’]ve| have)? )?(?!need|embed|feed|seed|shed|speed|proceed)[a-z]{2,}ed\b/i

/** Prose of some length; a bare “Owner: Maria” belongs to the item above. */
function saysAction(placed: PlacedBlock): boolean {
  const text = placed.block.text.trim()
  return (
    text.length > 8 &&
    !/^(?:owner|due|status|assignee|deadline|priority|ticket|jira|eta|none|n\/a|tbd|todo)\b/i.test(text)
  )
}

function isTracked(placed: PlacedBlock): boolean {
  return (
    placed.block.links.length > 0 ||
    placed.sentences.some((facts) =>
      facts.tokens.some((token) => /^#\d+$/.test(token.text) || /^[A-Z][A-Z0-9]{1,9}-\d+$/.test(token.text)),
    )
  )
}

const OWNER_LABEL =
  /\b(?:owner|assignee|assigned to|responsible|dri|poc|lead|driver|owned by)\b\W{0,6}\s*[\p{L}@]/iu

function namesOwner(placed: PlacedBlock, roster: RosterIndex): boolean {
  const source = sourceOf(placed)
  if (OWNER_LABEL.test(source) && !/\bowner\W{1,6}(?:tbd|none|unassigned|\?)/i.test(source)) return true
  if (/(?:^|[\s([*])@[\w-]{2,}/.test(source)) return true
  if (
    /\bteam\b/i.test(source) &&
    /(?:[([—–:-]\s*|^)(?:the )?[\w-]{1,40}(?: [\w-]{1,40})? team\b/i.test(source)
  )
    return true
  return placed.sentences.some((facts) =>
    facts.tokens.some((token, at) => {
      if (roster.kinds.get(token.lower) === 'person' || roster.kinds.get(token.lower) === 'team')
        return /^\p{Lu}/u.test(token.text)
      const isGiven =
        (isGivenName(token.lower) || endsAsName(token.lower)) &&
        !DOUBTFUL_NAMES.has(token.lower) &&
        /^\p{Lu}\p{Ll}/u.test(token.text)
      const bracket = facts.tokens[at - 1]?.text ?? ''
      const isBracketed =
        /^[([]$/.test(bracket) &&
        (BARE_TEAMS.has(token.lower) || PERSON_NOUNS.has(token.lower) || /^[A-Z]{2,3}$/.test(token.text))
      return isGiven || isBracketed
    }),
  )
}

const DATE_WORDS =
  /\b20\d\d-\d\d(?:-\d\d)?\b|\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\bq[1-4]\b|\bby (?:end of|the end of|next|mon|tue|wed|thu|fri|eow|eom|eoq|today|tomorrow|monday)|\bnext (?:week|sprint|month|quarter|release)|\bthis (?:week|sprint|month|quarter)|\bsprint \d|\bdue\b\W{0,6}\w/i

function namesDate(placed: PlacedBlock): boolean {
  const source = sourceOf(placed)
  return DATE_WORDS.test(source) && !/\bdue\W{1,6}(?:tbd|none|\?|to\b)/i.test(source)
}
