/** Puts everything that a postmortem says into one Markdown text for the linter, with the way back from each offset to its part. */
import type { FindingPlace } from '../../domain/finding.ts'
import { isListing } from '../../domain/listing.ts'
import { findSentence } from '../../domain/sentence.ts'
import { SECTIONS, type FindingPart, type Section } from '../../domain/vocabulary.ts'
import type { Wording } from '../../storage/wording-store.ts'

/** A text of the postmortem within the whole. */
export interface Piece {
  readonly section: Section
  readonly part: FindingPart
  readonly partId: string | null
  /** Where what belongs to it begins in the whole: its heading or bullet. */
  readonly from: number
  /** Where its own text begins. */
  readonly at: number
  readonly text: string
}

export interface WordingText {
  /** Markdown; each piece stands in it as it was written, but for line ends where one line is asked for. */
  readonly text: string
  /** In order. */
  readonly pieces: readonly Piece[]
  /** What has evidence beside it. */
  readonly evidence: readonly { readonly start: number; readonly end: number }[]
}

/** Headings by which the linter knows what part of a postmortem it reads. */
const HEADINGS = {
  summary: 'Summary',
  impact: 'Impact',
  detection: 'Detection',
  timeline: 'Timeline',
  causes: 'Contributing factors',
  resolution: 'Resolution',
  wentWell: 'What went well',
  wentWrong: 'What went wrong',
  lucky: 'Luck',
  surprised: 'Surprises',
  lessons: 'Lessons',
  actions: 'Action items',
} as const satisfies Record<Section, string>

/** Composes the text. What stands as data is read as data: a section that only lists it is passed over. */
export function composeWording(wording: Wording): WordingText {
  const whole = new Whole()
  for (const section of SECTIONS) {
    const body = bodyOf(wording, section)
    const write = body === null && !hasParts(wording, section) ? null : whole.open(section)
    if (write === null) continue
    if (body !== null) write.prose('section', null, body, sentencesIn(wording, section, body))
    if (section === 'timeline')
      for (const event of wording.events) write.line('event', event.id, event.text, event.tied)
    if (section === 'causes') {
      for (const factor of wording.factors) {
        write.line('factor_title', factor.id, factor.title, factor.tied)
        write.prose('factor_text', factor.id, factor.text, factor.tied ? [wholeOf(factor.text)] : [])
      }
    }
    if (section === 'actions') for (const action of wording.actions) write.action(action)
  }
  return whole.done()
}

function hasParts(wording: Wording, section: Section): boolean {
  if (section === 'timeline') return wording.events.length > 0
  if (section === 'causes') return wording.factors.length > 0
  return section === 'actions' && wording.actions.length > 0
}

function bodyOf(wording: Wording, section: Section): string | null {
  const body = wording.sections[section] ?? null
  if (body === null || section === 'causes') return body
  return hasParts(wording, section) && isListing(body) ? null : body
}

interface Span {
  readonly start: number
  readonly end: number
}

const wholeOf = (text: string): Span => ({ start: 0, end: text.length })

const sentencesIn = (wording: Wording, section: Section, body: string): Span[] =>
  wording.claims.flatMap((claim) =>
    claim.section === section ? (findSentence(body, claim.sentence) ?? []) : [],
  )

/** The text as it grows. */
class Whole {
  readonly #texts: string[] = []
  readonly #pieces: Piece[] = []
  readonly #evidence: Span[] = []
  #length = 0
  #section: Section = 'summary'

  open(section: Section): this {
    this.#section = section
    return this
  }

  #add(text: string): void {
    this.#texts.push(text)
    this.#length += text.length
  }

  #piece(lead: string, part: FindingPart, partId: string | null, text: string, tied: readonly Span[]): void {
    const from = this.#length
    const isFirst = this.#pieces.at(-1)?.section !== this.#section
    this.#add(`${isFirst ? `\n\n# ${HEADINGS[this.#section]}\n\n` : ''}${lead}`)
    const at = this.#length
    this.#add(text)
    this.#pieces.push({ section: this.#section, part, partId, from, at, text })
    for (const span of tied) this.#evidence.push({ start: at + span.start, end: at + span.end })
  }

  /** Prose stands as it is; what it leaves open is closed behind it, so that it reaches into nothing else. */
  prose(part: FindingPart, partId: string | null, text: string, tied: readonly Span[]): void {
    this.#piece('\n', part, partId, text, tied)
    this.#add(`${closing(text)}\n\n`)
  }

  line(part: FindingPart, partId: string, text: string, tied: boolean): void {
    const one = oneLine(text)
    this.#piece('- ', part, partId, one, tied ? [wholeOf(one)] : [])
    this.#add('\n')
  }

  /** What is known of an action stands below it, so that its own words stay what names a finding. */
  action({ id, title, owned, dated, tracked, over }: Wording['actions'][number]): void {
    this.#piece(over ? '- [x] ' : '- [ ] ', 'action', id, oneLine(title), [])
    const known = [
      owned ? 'owner: named' : '',
      dated ? 'due: set' : '',
      tracked ? '[ticket](https://t.example)' : '',
    ]
    for (const one of known) if (one !== '') this.#add(`\n  - ${one}`)
    this.#add('\n')
  }

  done(): WordingText {
    return { text: this.#texts.join(''), pieces: this.#pieces, evidence: this.#evidence }
  }
}

/** The same length: each line end becomes a space. */
const oneLine = (text: string): string => text.replaceAll(/[\r\n\u2028\u2029]/g, ' ')

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const RAW_OPEN = /^ {0,3}<(!--|pre\b|script\b|style\b|textarea\b|\?|!\[CDATA\[)/i
const RAW_CLOSE = /-->|<\/(?:pre|script|style|textarea)>|\?>|\]\]>/i

/** What closes a fence or raw HTML that a text leaves open; nothing for most texts. */
function closing(text: string): string {
  let fence: string | null = null
  let raw = false
  for (const line of text.split('\n')) {
    if (raw) {
      if (RAW_CLOSE.test(line)) raw = false
      continue
    }
    const mark = FENCE.exec(line)?.[1]
    if (fence !== null) {
      if (mark !== undefined && mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark)
        fence = null
    } else if (mark !== undefined) fence = mark
    else if (RAW_OPEN.test(line) && !RAW_CLOSE.test(line)) raw = true
  }
  if (fence !== null) return `\n${fence}`
  return raw ? '\n-->' : ''
}

/** A range of the whole as a place in one part; what lies outside the part's own text speaks of the part as a whole. */
export function placeOf(
  pieces: readonly Piece[],
  start: number,
  end: number,
): { readonly piece: Piece; readonly place: FindingPlace } | null {
  const piece = pieceAt(pieces, start)
  if (piece === null) return null
  const within = (offset: number): number => Math.min(Math.max(offset - piece.at, 0), piece.text.length)
  const { part, partId } = piece
  return { piece, place: { part, partId, start: within(start), end: within(end) } }
}

/** The last piece that begins at or before an offset. */
function pieceAt(pieces: readonly Piece[], offset: number): Piece | null {
  let [low, high] = [0, pieces.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((pieces[middle]?.from ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return pieces[low - 1] ?? null
}
