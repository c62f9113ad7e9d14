/** Tables: rows cut at their bars, and the line of dashes that makes a table of what stands above it. */
import type { Stretch } from './node.ts'

/** The cells of a row, empty ones included, without their bars; a bar behind a backslash cuts nothing. */
export function cellsOf(text: string, start: number, end: number): Stretch[] {
  const cells: Stretch[] = []
  let from = start
  let isOpen = false
  for (let at = start; at < end; at += 1) {
    const char = text[at]
    if (char === '\\') at += 1
    else if (char === '|') {
      if (isOpen || from > start) cells.push({ start: from, end: at })
      from = at + 1
      isOpen = false
      continue
    }
    if (char !== ' ' && char !== '\t') isOpen = true
  }
  if (isOpen) cells.push({ start: from, end })
  return cells
}

const DASHES = /^\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*(?::?-+:?)?$/

/** Whether `line`, below the line `head`, makes a table of both. */
export function opensTable(text: string, head: Stretch, line: Stretch): boolean {
  const dashes = text.slice(line.start, line.end).trim()
  if (!dashes.includes('-') || !DASHES.test(dashes)) return false
  // A bare line of dashes makes a heading.
  if (!/[|:]/.test(dashes)) return false
  return cellsOf(text, head.start, head.end).length === cellsOf(text, line.start, line.end).length
}
