/** Fenced code: where it opens, where it closes, and where it must have been meant to close when nobody closed it. */
import type { Code, TextLine } from './block.ts'

interface Fence {
  readonly mark: string
  readonly length: number
  readonly info: string
}

/** The fence that a line opens or closes, or null. */
export function fenceIn(text: string): Fence | null {
  const trimmed = text.trimStart()
  const mark = trimmed[0]
  if (mark !== '`' && mark !== '~') return null
  let length = 0
  while (trimmed[length] === mark) length += 1
  if (length < 3) return null
  const info = trimmed.slice(length).trim()
  return mark === '`' && info.includes('`') ? null : { mark, length, info }
}

/**
 * The code that opens on `lines[start]`. A fence that is never closed, or after which another one opens first, ends
 * before the next heading; so the rest of the file stays readable.
 */
export function readCode(lines: readonly TextLine[], start: number): Code {
  const opening = lines[start] as TextLine
  const fence = fenceIn(opening.text) as Fence
  let firstHeading = -1
  for (let i = start + 1; i < lines.length; i += 1) {
    const text = (lines[i] as TextLine).text
    const other = fenceIn(text)
    if (other?.mark === fence.mark && other.length >= fence.length) {
      if (other.info === '') return makeCode(lines, start, i, fence.info, true)
      if (firstHeading !== -1) return makeCode(lines, start, firstHeading, fence.info, false)
    }
    if (firstHeading === -1 && /^#{2,6} \S/.test(text) && (lines[i - 1] as TextLine).text.trim() === '') {
      firstHeading = i
    }
  }
  return makeCode(lines, start, firstHeading === -1 ? lines.length : firstHeading, fence.info, false)
}

function makeCode(
  lines: readonly TextLine[],
  start: number,
  end: number,
  info: string,
  closed: boolean,
): Code {
  const last = (closed ? lines[end] : lines[end - 1]) as TextLine
  return {
    kind: 'code',
    info,
    lines: lines.slice(start + 1, end),
    closed,
    line: (lines[start] as TextLine).line,
    endLine: last.line,
  }
}
