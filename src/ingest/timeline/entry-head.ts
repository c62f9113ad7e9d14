/** The beginning of a timeline entry: its stamp, with brackets, bold or code around it, and the text that follows. */
import { withoutEnd } from '../edges.ts'
import { zoneNamed } from '../time/zone-names.ts'
import { PROSE_HINTS, readStamp, type Stamp, type StampHints } from '../time/stamp.ts'

/** A line, cell or heading that begins with a stamp. */
export interface EntryHead {
  readonly stamp: Stamp
  /** The stamp as the text has it, mark-up taken off. */
  readonly asWritten: string
  /** What follows, separators and closing mark-up taken off; the label as well where the label came first. */
  readonly text: string
  /** A preposition or a sentence leads in ("On 14 October at 06:48"), as in prose. */
  readonly prose: boolean
}

const OPENING =
  /(?:<[^>]{0,200}>|:[a-z0-9_+-]{2,30}:|\p{Extended_Pictographic}\uFE0F?|~~|\\(?=[[(])|[\s*_`([（【「>|])*/uy
const CLOSING = /^(?:[*_`]|~~|\s?\\?[\])）】」])*(?:\([^)\s]{1,1000}\))?[*_`]*/u
const SEPARATOR = /^\s*(?:[:：|,;、]|-{1,3}>?|[.)](?=\s)|[–—→⇒=]>?)?\s*/u
const PROSE_LEAD = /^(?:at|on|from|since|between|in|by|shortly|around|about|before|after)\b/i
const UPDATE_LABEL =
  /^(?:\*\*|__)?\[(\p{L}[\p{L} ]{2,30}?)(?:\s?[-–—:|]\s?|\](?:\*\*|__)?\s?[-–—:|]?\s?)(?=\d)/u
const STRIPPED = /[*_`]|~~|<[^>]{0,200}>/g
const GLUED = /[\p{L}\d%]/u

/** The first position that can begin a stamp: behind brackets, emphasis, tags and pictures. */
function afterOpening(text: string): number {
  OPENING.lastIndex = 0
  return OPENING.exec(text) === null ? 0 : OPENING.lastIndex
}

/** Takes off the unpaired half of an emphasis that was opened before the stamp. */
function unpaired(text: string, opening: string): string {
  for (const mark of ['**', '__', '~~', '`']) {
    const opened = opening.includes(mark)
    if (opened && (text.split(mark).length - 1) % 2 === 1) return text.replace(mark, '')
  }
  return text
}

function restAfter(text: string, stamp: Stamp, opening: string): string {
  const rest = text.slice(stamp.end)
  const closed = rest.slice(CLOSING.exec(rest)?.[0].length ?? 0)
  const separated = closed.slice(SEPARATOR.exec(closed)?.[0].length ?? 0)
  const emphasised = opening.replaceAll(/[^*_~`]/g, '')
  const closings = rest.slice(0, rest.length - closed.length).replaceAll(/[^*_~`]/g, '')
  return closings.includes(emphasised) ? separated.trim() : unpaired(separated, opening).trim()
}

function headOf(text: string, stamp: Stamp, opening: string, label: string): EntryHead {
  const rest = restAfter(text, stamp, opening)
  return {
    stamp,
    asWritten: text.slice(stamp.start, stamp.end).replaceAll(STRIPPED, '').trim(),
    text: [label, rest].filter((part) => part !== '').join(': '),
    prose: PROSE_LEAD.test(text.slice(stamp.start)),
  }
}

/** A number that only looked like a time: letters or digits go on right behind it. */
function glued(text: string, stamp: Stamp): boolean {
  const next = text.slice(stamp.end, stamp.end + 2)
  const last = text.charAt(stamp.end - 1)
  return /[\d]/.test(last) && GLUED.test(next) && /^[A-Za-z\d%]/.test(next)
}

const ABOUT_ZONE = /^[\s*_([]*(?:all )?(?:times?\b|times? (?:are )?in\b)?[\s:]*/iu

/** Whether a head holds its stamp alone, or beside it only the zone of what follows: `2024-02-03 (all times PDT)`. */
export function onlyStamp(head: EntryHead): boolean {
  if (head.text === '') return true
  if (head.text.length > 40) return false
  const zone = withoutEnd(head.text.replace(ABOUT_ZONE, ''), /[\s*_)\].]/)
  return zone !== '' && zoneNamed(zone) !== null
}

const NUMBERING = /^\d{1,2}[.)]\s+(?=[\d~*`\p{L}])/u

/** Reads the head of a heading, which may be numbered: `2. 10:45 Rollback`. */
export function readHeadingHead(text: string, hints: StampHints): EntryHead | null {
  return readHead(text, hints) ?? readHead(text.replace(NUMBERING, ''), hints)
}

/** A lone question mark or "unknown" stands for a time only in brackets or before a separator, with an event behind it. */
function emptyPlaceholder(text: string, head: EntryHead): boolean {
  const { stamp } = head
  if (!stamp.placeholder || stamp.from.date !== null) return false
  if (head.text === '') return true
  const set = /[:.]/.test(head.asWritten) || /[[(*_`]$/.test(text.slice(0, stamp.start))
  return !set && !/^\s?[\])*_`:|–—-]/.test(text.slice(stamp.end))
}

/** Reads the head of a line whose first words are a stamp, or a label and a stamp in brackets; null for any other line. */
export function readHead(text: string, hints: StampHints): EntryHead | null {
  const start = afterOpening(text)
  const stamp = readStamp(text, start, hints)
  if (stamp !== null && !glued(text, stamp)) {
    const head = headOf(text, stamp, text.slice(0, stamp.start), '')
    return emptyPlaceholder(text, head) ? null : head
  }
  const update = UPDATE_LABEL.exec(text)
  const stamped = update === null ? null : readStamp(text, update[0].length, hints)
  return stamped === null ? null : headOf(text, stamped, '', update?.[1] ?? '')
}

const LONGEST_LABEL = 70
const LABEL_WORDS = 7
const LABEL_SHAPE = /^\p{L}[^.!?;|]{1,70}$/u
const COLON = /[:：][\s*_`]*/u
const WORD_START = /(?<=[\s*_`(])(?=[\d~\p{L}])/gu
/** Labels of spans and of the document itself. */
const NO_EVENT =
  /^(?:(?:incident|outage|report|post-?mortem)$|(?:total |outage |incident |impact |overall )*(?:duration|downtime|length|window|period|date|time|time ?frame|last (?:modified|updated|edited)|created|updated|published|posted|written|author|version|attendees|varighet|影響(?:期間|時間)|期間|时长)(?:[\s:：]|$))/iu

interface Labelled {
  readonly label: string
  readonly stamp: Stamp
}

/** `Discovery: October 9, 2025 05:00 UTC - found while debugging`: the stamp stands right behind the colon. */
function behindColon(text: string): Labelled | null {
  const colon = COLON.exec(text.slice(0, LONGEST_LABEL + 12))
  if (colon === null) return null
  const stamp = readStamp(text, colon.index + colon[0].length, PROSE_HINTS)
  return stamp === null ? null : { label: text.slice(0, colon.index), stamp }
}

/** `Fault occurs 2020-02-12 11:45`: the stamp ends the line. */
function atEnd(text: string): Labelled | null {
  for (const { index } of text.slice(0, LONGEST_LABEL).matchAll(WORD_START)) {
    const stamp = readStamp(text, index, PROSE_HINTS)
    if (stamp === null || stamp.from.clock === null) continue
    const rest = text.slice(stamp.end).replace(CLOSING, '').trim()
    return rest === '' || /^[(（–—]|^\.$/.test(rest) ? { label: text.slice(0, index), stamp } : null
  }
  return null
}

/**
 * Reads a line that names the event first and then gives its time: `First detected: 2023-09-18 13:42`, `Fault occurs
 * 2020-02-12 11:45`. Null for sentences that merely hold a time. `dateNeeded` is off inside a timeline.
 */
export function readLabelledHead(text: string, dateNeeded: boolean): EntryHead | null {
  if (!/\d/.test(text.slice(0, LONGEST_LABEL * 2))) return null
  const found = behindColon(text) ?? atEnd(text)
  if (found === null || found.stamp.from.clock === null) return null
  if (dateNeeded && found.stamp.from.date === null) return null
  const label = withoutEnd(found.label.replaceAll(STRIPPED, ''), /[\s:：–—~(-]/).trim()
  if (!LABEL_SHAPE.test(label) || NO_EVENT.test(label)) return null
  if (label.split(/\s+/).length > LABEL_WORDS) return null
  return { ...headOf(text, found.stamp, '', label), prose: false }
}

const CHAT_HEAD = /^@?([\p{L}][\p{L}\d._-]{1,30}(?: \p{Lu}[\p{L}.-]{0,20})?)\s{1,4}(?=\[?\d{1,2}:\d{2})\[?/u

/** Reads the line that opens a message in a pasted chat: `bentheelder [9:19 AM]`. `text` is the speaker. */
export function readChatHead(text: string): EntryHead | null {
  const match = CHAT_HEAD.exec(text.trim())
  if (match === null) return null
  const line = text.trim()
  const stamp = readStamp(line, match[0].length, PROSE_HINTS)
  if (stamp === null || stamp.from.clock === null) return null
  const rest = line.slice(stamp.end).replace(/^\]/, '').trim()
  if (rest !== '') return null
  return { stamp, asWritten: line.slice(stamp.start, stamp.end), text: match[1] ?? '', prose: false }
}

const DATE_WORDS = /(?<![\p{L}\d])(?=\d|\p{L}{3})/gu

/** The date that a heading holds behind other words: `Day two (2024-03-02)`; null when it holds none, or a time as well. */
export function dayHead(text: string): EntryHead | null {
  for (const { index } of text.slice(0, 160).matchAll(DATE_WORDS)) {
    const stamp = readStamp(text, index, PROSE_HINTS)
    if (stamp === null || stamp.from.date === null || stamp.from.date.day === null) continue
    if (stamp.from.clock !== null || stamp.until !== null) return null
    return { stamp, asWritten: text.slice(stamp.start, stamp.end), text: '', prose: false }
  }
  return null
}
