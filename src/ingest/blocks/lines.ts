/** Splits a text into physical lines with their numbers and offsets. */
import type { TextLine } from './block.ts'

/** Lines end with LF or CRLF; CR alone ends one only in a text that has no LF at all. Linear in the text. */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = []
  const end = text.includes('\n') ? '\n' : '\r'
  let offset = 0
  while (offset <= text.length) {
    const found = text.indexOf(end, offset)
    const stop = found === -1 ? text.length : found
    const trimmed = end === '\n' && stop > offset && text[stop - 1] === '\r' ? stop - 1 : stop
    if (found !== -1 || stop > offset) {
      lines.push({ line: lines.length + 1, offset, text: text.slice(offset, trimmed) })
    }
    if (found === -1) break
    offset = found + 1
  }
  return lines
}

/** Columns of leading white space, a tab reaching the next multiple of four. */
export function indentOf(text: string): number {
  let columns = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 9) columns += 4 - (columns % 4)
    else if (code === 32 || code === 0xa0 || code === 0x3000) columns += 1
    else break
  }
  return columns
}

/** Whether a line holds nothing to read. */
export function isBlank(text: string): boolean {
  return text.trim() === ''
}

/** The same line with `count` characters taken off its start and white space off both ends. */
export function cutLine(line: TextLine, count: number): TextLine {
  const rest = line.text.slice(count)
  const trimmed = rest.trimStart()
  return {
    line: line.line,
    offset: line.offset + count + (rest.length - trimmed.length),
    text: trimmed.trimEnd(),
  }
}
