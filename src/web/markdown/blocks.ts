/** Reads Markdown into blocks: paragraphs, headings, lists, tables, code, quotes; HTML stays text. */
import { readInline } from './inline.ts'
import { type Align, type Block, type Item, type References } from './tree.ts'

/** Quotes and lists inside one another are followed this deep; deeper ones are read as text. */
const DEEPEST = 12

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const HEADING = /^ {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$/
const RULE = /^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/
const MARKER = /^( {0,3})([-*+]|\d{1,9}[.)])(?:( {1,4})(?=\S)| *$| +)/
const DEFINITION = /^ {0,3}\[([^\]]{1,200})\]:\s*<?([^\s<>]+)>?(?:\s+["'(].*)?$/
const DELIMITERS = /^ {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/

/** Reads a whole text. Never throws; time grows with its length. */
export function readMarkdown(text: string): readonly Block[] {
  const lines = text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', '    ').split('\n')
  const references = new Map<string, string>()
  const kept = lines.filter((line) => {
    const found = DEFINITION.exec(line)
    if (found === null || found[1]?.startsWith('^') === true) return true
    references.set((found[1] ?? '').trim().toLowerCase(), found[2] ?? '')
    return false
  })
  return readBlocks(kept, references, 0)
}

interface Taken {
  readonly block: Block | null
  /** The first line that is not part of it. */
  readonly next: number
}
type Take = (lines: readonly string[], at: number, references: References, depth: number) => Taken | null

function readBlocks(lines: readonly string[], references: References, depth: number): readonly Block[] {
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    if (isBlank(lines[at])) {
      at += 1
      continue
    }
    const taken = takeAny(lines, at, references, depth)
    if (taken.block !== null) blocks.push(taken.block)
    at = taken.next
  }
  return blocks
}

function takeAny(lines: readonly string[], at: number, references: References, depth: number): Taken {
  for (const take of TAKES) {
    const taken = take(lines, at, references, depth)
    if (taken !== null) return taken
  }
  return takeParagraph(lines, at, references)
}

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === ''

const takeFence: Take = (lines, at) => {
  const fence = FENCE.exec(lines[at] ?? '')?.[1]
  if (fence === undefined) return null
  const close = new RegExp(`^ {0,3}${fence[0] === '~' ? '~' : '`'}{${fence.length},}\\s*$`)
  let end = at + 1
  while (end < lines.length && !close.test(lines[end] ?? '')) end += 1
  return { block: { kind: 'code', text: lines.slice(at + 1, end).join('\n') }, next: end + 1 }
}

const takeIndented: Take = (lines, at) => {
  if (!(lines[at] ?? '').startsWith('    ')) return null
  let end = at
  while (end < lines.length && (isBlank(lines[end]) || (lines[end] ?? '').startsWith('    '))) end += 1
  const text = lines.slice(at, end).map((line) => line.slice(4))
  return { block: { kind: 'code', text: text.join('\n').trimEnd() }, next: end }
}

const takeHeading: Take = (lines, at, references) => {
  const found = HEADING.exec(lines[at] ?? '')
  if (found === null) return null
  const inside = readInline(found[2] ?? '', references)
  return { block: { kind: 'heading', depth: found[1]?.length ?? 1, inside }, next: at + 1 }
}

const takeRule: Take = (lines, at) =>
  RULE.test(lines[at] ?? '') ? { block: { kind: 'rule' }, next: at + 1 } : null

const takeQuote: Take = (lines, at, references, depth) => {
  if (depth >= DEEPEST || !/^ {0,3}>/.test(lines[at] ?? '')) return null
  let end = at
  while (
    end < lines.length &&
    !isBlank(lines[end]) &&
    (/^ {0,3}>/.test(lines[end] ?? '') || !begins(lines[end]))
  )
    end += 1
  const inside = lines.slice(at, end).map((line) => line.replace(/^ {0,3}> ?/, ''))
  return { block: { kind: 'quote', inside: readBlocks(inside, references, depth + 1) }, next: end }
}

const takeTable: Take = (lines, at, references) => {
  const [head = '', delimiters = ''] = [lines[at], lines[at + 1]]
  if (!head.includes('|') || !DELIMITERS.test(delimiters)) return null
  const aligns = cellsOf(delimiters).map(alignOf)
  const heads = cellsOf(head)
  if (heads.length !== aligns.length) return null
  let end = at + 2
  while (end < lines.length && !isBlank(lines[end]) && (lines[end] ?? '').includes('|')) end += 1
  const row = (cells: readonly string[]) =>
    aligns.map((_, column) => readInline(cells[column] ?? '', references))
  const rows = lines.slice(at + 2, end).map((line) => row(cellsOf(line)))
  return { block: { kind: 'table', aligns, head: row(heads), rows }, next: end }
}

function cellsOf(line: string): readonly string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
}

function alignOf(cell: string): Align {
  if (cell.endsWith(':')) return cell.startsWith(':') ? 'center' : 'right'
  return cell.startsWith(':') ? 'left' : null
}

const takeList: Take = (lines, at, references, depth) => {
  const first = MARKER.exec(lines[at] ?? '')
  if (first === null || depth >= DEEPEST) return null
  const family = familyOf(first[2] ?? '')
  const items: Item[] = []
  let next = at
  while (next < lines.length) {
    const marker = MARKER.exec(lines[next] ?? '')
    if (marker === null || familyOf(marker[2] ?? '') !== family || RULE.test(lines[next] ?? '')) break
    const end = endOfItem(lines, next, marker[0].length)
    items.push(readItem(lines.slice(next, end), marker[0].length, references, depth))
    next = end
    while (isBlank(lines[next]) && next < lines.length && MARKER.test(lines[next + 1] ?? '')) next += 1
  }
  const start = /\d/.test(family) ? Number.parseInt(first[2] ?? '1', 10) : null
  return { block: { kind: 'list', start, items }, next }
}

const familyOf = (marker: string): string => (/\d/.test(marker) ? `1${marker.at(-1)}` : marker)

/** An item goes on while lines are indented under it, blank before such, or plain text that continues a paragraph. */
function endOfItem(lines: readonly string[], at: number, indent: number): number {
  let end = at + 1
  while (end < lines.length) {
    const line = lines[end] ?? ''
    const under = !isBlank(line) && line.search(/\S/) >= indent
    const goesOn = isBlank(line)
      ? (lines[end + 1] ?? '').search(/\S/) >= indent
      : under || (!isBlank(lines[end - 1]) && !begins(line) && !MARKER.test(line))
    if (!goesOn) break
    end += 1
  }
  return end
}

function readItem(lines: readonly string[], indent: number, references: References, depth: number): Item {
  const stripped = lines.map((line, at) =>
    at === 0 ? line.slice(indent) : line.replace(new RegExp(`^ {0,${indent}}`), ''),
  )
  const task = /^\[([ xX])\]\s+/.exec(stripped[0] ?? '')
  if (task !== null) stripped[0] = (stripped[0] ?? '').slice(task[0].length)
  return {
    ticked: task === null ? null : task[1] !== ' ',
    inside: readBlocks(stripped, references, depth + 1),
  }
}

/** Whether a line begins a block of its own even straight after a paragraph. */
function begins(line: string | undefined): boolean {
  const text = line ?? ''
  return (
    FENCE.test(text) ||
    HEADING.test(text) ||
    RULE.test(text) ||
    /^ {0,3}>/.test(text) ||
    /^ {0,3}(?:[-*+]|1[.)]) +\S/.test(text)
  )
}

function takeParagraph(lines: readonly string[], at: number, references: References): Taken {
  let end = at + 1
  while (end < lines.length && !isBlank(lines[end]) && !begins(lines[end]) && !isUnderline(lines[end]))
    end += 1
  const text = lines
    .slice(at, end)
    .map((line) => line.trimStart())
    .join('\n')
    .trimEnd()
  const inside = readInline(text, references)
  const underline = isUnderline(lines[end]) ? lines[end]?.trim() : undefined
  if (underline === undefined) return { block: { kind: 'paragraph', inside }, next: end }
  return { block: { kind: 'heading', depth: underline.startsWith('=') ? 1 : 2, inside }, next: end + 1 }
}

const isUnderline = (line: string | undefined): boolean => /^ {0,3}(?:=+|-{2,})\s*$/.test(line ?? '')

const TAKES: readonly Take[] = [
  takeFence,
  takeIndented,
  takeHeading,
  takeRule,
  takeQuote,
  takeList,
  takeTable,
]
