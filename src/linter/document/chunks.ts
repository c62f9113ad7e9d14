/** Cuts a text where Markdown cannot carry over, so that an edit makes only the piece around it be parsed again. */

export interface Chunk {
  /** UTF-16 units from the start of the whole text. */
  readonly start: number
  readonly text: string
}

/** Pieces without a heading are cut at the first safe blank line after this many units. */
const ENOUGH = 1_500

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const HEADING = /^#{1,6}(?:[ \t]|$)/
const CONTINUES = /^(?:[ \t]|[-*+>](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$))/
const RAW_OPEN = /^ {0,3}<(?:!--|pre\b|script\b|style\b|textarea\b|\?|!\[CDATA\[)/i
const RAW_CLOSE = /-->|<\/(?:pre|script|style|textarea)>|\?>|\]\]>/i

interface Cutter {
  fence: string | null
  raw: boolean
}

/** The pieces in order; joined, they are the text. Linear in its length. */
export function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = []
  const state: Cutter = { fence: null, raw: false }
  let start = 0
  let afterBlank = false
  let at = frontMatterEnd(text)
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const end = newline === -1 ? text.length : newline
    const line = text.slice(at, Math.min(end, at + 200))
    const isOpen = state.fence !== null || state.raw
    if (!isOpen && afterBlank && cutsBefore(line, at - start)) {
      if (at > start) chunks.push({ start, text: text.slice(start, at) })
      start = at
    }
    follow(state, line, text.slice(at, end))
    afterBlank = line.trim() === ''
    at = end + 1
  }
  if (start < text.length) chunks.push({ start, text: text.slice(start) })
  return chunks
}

function cutsBefore(line: string, length: number): boolean {
  if (HEADING.test(line)) return true
  return length >= ENOUGH && line.trim() !== '' && !CONTINUES.test(line)
}

function follow(state: Cutter, line: string, whole: string): void {
  if (state.raw) {
    if (RAW_CLOSE.test(whole)) state.raw = false
    return
  }
  const fence = FENCE.exec(line)?.[1]
  if (state.fence !== null) {
    const closes = fence !== undefined && fence[0] === state.fence[0] && fence.length >= state.fence.length
    if (closes && line.trim() === fence) state.fence = null
    return
  }
  if (fence !== undefined) state.fence = fence
  else if (RAW_OPEN.test(line) && !RAW_CLOSE.test(whole)) state.raw = true
}

function frontMatterEnd(text: string): number {
  const fence =
    text.startsWith('---\n') || text.startsWith('---\r\n') ? '\n---' : text.startsWith('+++') ? '\n+++' : null
  if (fence === null) return 0
  const end = text.indexOf(fence, 3)
  return end === -1 ? 0 : end + fence.length
}
