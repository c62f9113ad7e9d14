/** Quotes, list items and footnotes: which go on at the start of a line, and which the line opens. */
import { containerOf, type Container } from './draft.ts'
import type { Line } from './line.ts'
import { footnoteMarkIn, listMarkIn } from './openings.ts'

/** How many of the open containers the line belongs to; takes their signs off the line. */
export function goingOn(stack: readonly Container[], line: Line, hasLeaf: boolean): number {
  for (let depth = 1; depth < stack.length; depth += 1) {
    const isFilled = (stack[depth]?.children.length ?? 0) > 0 || (hasLeaf && depth === stack.length - 1)
    if (!goesOn(stack[depth] as Container, line, isFilled)) return depth
  }
  return stack.length
}

/** An item that begins with a blank line ends with the next one. */
function goesOn({ kind, indent }: Container, line: Line, isFilled: boolean): boolean {
  if (kind === 'list') return true
  if (kind === 'quote') return takeQuoteMark(line)
  if (line.isBlank) return isFilled
  if (line.indent() < indent) return false
  line.skip(indent)
  return true
}

function takeQuoteMark(line: Line): boolean {
  const indent = line.indent()
  if (indent > 3 || line.isBlank || line.charAt(line.word()) !== '>') return false
  line.skip(indent)
  line.take(1)
  line.skip(1)
  return true
}

/** The containers that the line opens inside `parent`, the outer first; null when it opens none. Takes their signs off the line. */
export function containersIn(
  line: Line,
  rest: string,
  parent: Container,
  interrupts: boolean,
): readonly Container[] | null {
  const start = line.word()
  const indent = line.indent()
  if (takeQuoteMark(line)) return [containerOf('quote', start, 0, '')]
  const note = footnoteMarkIn(rest)
  if (note !== null) {
    line.skip(indent)
    line.take(note.length)
    line.skip(line.indent())
    return [containerOf('footnote', start, 4, '')]
  }
  const mark = listMarkIn(rest, interrupts)
  if (mark === null) return null
  line.skip(indent)
  line.take(mark.length)
  const gap = line.indent()
  const width = line.isBlank || gap > 4 ? 1 : gap
  line.skip(width)
  const item = containerOf('item', start, indent + mark.length + width, mark.sign)
  const isSameList = parent.kind === 'list' && parent.sign === mark.sign
  return isSameList ? [item] : [containerOf('list', start, 0, mark.sign), item]
}
