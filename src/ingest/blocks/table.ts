/** Rows and cells of Markdown tables: with or without outer pipes, with pipes inside code. */
import type { TextLine, TableRow } from './block.ts'

/** Whether a line is the row of dashes under a table's header. */
export function isDelimiterRow(text: string): boolean {
  let dashes = 0
  let pipes = 0
  let colons = 0
  for (let i = 0; i < text.length; i += 1) {
    const ch = text[i]
    if (ch === '-' || ch === '–' || ch === '—') dashes += 1
    else if (ch === '|') pipes += 1
    else if (ch === ':') colons += 1
    else if (ch !== ' ' && ch !== '\t') return false
  }
  return dashes > 0 && (pipes > 0 || colons > 0)
}

/** Splits a row into trimmed cells. `expected` is the header's number of cells, which settles how pipes inside code are meant. */
export function splitRow(line: TextLine, expected: number | null): TableRow {
  const text = line.text.trim()
  const guarded = cellsOf(text, true)
  if (expected !== null && guarded.length !== expected && text.includes('`')) {
    const bare = cellsOf(text, false)
    if (bare.length === expected) return { line: line.line, offset: line.offset, cells: bare }
  }
  return { line: line.line, offset: line.offset, cells: guarded }
}

function cellsOf(text: string, codeAware: boolean): string[] {
  const start = text.startsWith('|') ? 1 : 0
  const cells: string[] = []
  const lastTick = codeAware ? text.lastIndexOf('`') : -1
  let from = start
  let inCode = false
  for (let i = start; i < text.length; i += 1) {
    const ch = text[i]
    if (ch === '\\') i += 1
    else if (ch === '`' && codeAware) inCode = !inCode && i < lastTick
    else if (ch === '|' && !inCode) {
      cells.push(text.slice(from, i).trim())
      from = i + 1
    }
  }
  const last = text.slice(from).trim()
  if (last !== '' || !text.endsWith('|')) cells.push(last)
  return cells
}
