/** Passages: the parts of a document that say one canonical thing, whether a heading, a bold key or a list item opens them. */
import type { Block, List, ListItem, Paragraph, TextLine } from '../blocks/block.ts'
import { plain } from '../blocks/inline.ts'
import { splitKeyValue } from '../metadata/key-value.ts'
import type { SectionName } from './names.ts'
import { sectionName } from './names.ts'
import type { Section } from './section.ts'
import { withSubsections } from './section.ts'

export interface Passage {
  readonly name: SectionName
  /** The heading or key as written, without mark-up. */
  readonly title: string
  readonly opening: 'heading' | 'key' | 'item'
  /** Line of the heading or key. */
  readonly line: number
  readonly endLine: number
  /** What stands in it, headings below it included. */
  readonly blocks: readonly Block[]
  /** The lines it covers, first and last, in order; sections of another name that stand within are left out. */
  readonly ranges: readonly (readonly [number, number])[]
  /** For a passage that a heading opens, else null. */
  readonly section: Section | null
}

/** All named passages in the order of the file. Those that keys open are looked for only where no heading says what stands there. */
export function passagesOf(sections: readonly Section[], title: Section | null): Passage[] {
  const passages: Passage[] = []
  for (const section of sections) {
    if (section !== title && section.name !== null && !isInside(sections, section, title)) {
      passages.push(fromHeading(sections, section, section.name))
    }
    if (
      section === title ||
      section.name === null ||
      section.name === 'summary' ||
      section.name === 'facts'
    ) {
      for (const passage of fromKeys(section)) passages.push(passage)
    }
  }
  return passages.sort((a, b) => a.line - b.line)
}

/** Sections that stay themselves below a heading of actions; any other there is a group of actions: Detection, Process, … */
const NOT_A_GROUP: ReadonlySet<SectionName> = new Set([
  'timeline',
  'lessons',
  'wentWell',
  'wentWrong',
  'lucky',
  'references',
  'people',
])

/** Whether a section named `outer` holds one named `inner` as a part of itself. */
function holds(outer: SectionName, inner: SectionName): boolean {
  return outer === inner || (outer === 'actions' && !NOT_A_GROUP.has(inner))
}

/** Whether an enclosing section already holds this one. */
function isInside(sections: readonly Section[], section: Section, title: Section | null): boolean {
  let parent = section.parent
  for (let steps = 0; parent !== null && steps < 8; steps += 1) {
    const above = sections[parent] as Section
    if (above === title) return false
    if (above.name !== null) return section.name !== null && holds(above.name, section.name)
    parent = above.parent
  }
  return false
}

function fromHeading(sections: readonly Section[], section: Section, name: SectionName): Passage {
  const blocks: Block[] = [...section.blocks]
  const ranges: [number, number][] = [[section.line + 1, section.endLine]]
  let endLine = section.endLine
  let skipBelow = Number.POSITIVE_INFINITY
  for (const below of withSubsections(sections, section).slice(1)) {
    if (below.level > skipBelow) continue
    skipBelow = Number.POSITIVE_INFINITY
    if (below.name !== null && !holds(name, below.name)) {
      skipBelow = below.level
      continue
    }
    if (below.heading !== null) blocks.push(below.heading)
    for (const block of below.blocks) blocks.push(block)
    const range = ranges.at(-1) as [number, number]
    if (range[1] === below.line - 1) range[1] = below.endLine
    else ranges.push([below.line, below.endLine])
    endLine = below.endLine
  }
  const title = section.heading?.text ?? ''
  return { name, title, opening: 'heading', line: section.line, endLine, blocks, ranges, section }
}

interface Open {
  readonly name: SectionName
  readonly title: string
  readonly line: number
  readonly blocks: Block[]
  endLine: number
}

/** Passages within one section's own blocks, each from its key to the next. */
function fromKeys(section: Section): Passage[] {
  const passages: Passage[] = []
  let open: Open | null = null
  const close = () => {
    if (open !== null) passages.push(keyed(open, 'key'))
    open = null
  }
  for (const block of section.blocks) {
    if (block.kind === 'paragraph') {
      for (const part of splitParagraph(block)) {
        if (part.name === undefined) extend(open, part.block)
        else {
          close()
          if (part.name !== null) open = begin(part.name, part.title, part.block)
        }
      }
    } else if (block.kind === 'list') {
      const items = fromItems(block)
      if (items.length > 0) close()
      else extend(open, block)
      for (const item of items) passages.push(item)
    } else extend(open, block)
  }
  close()
  return passages
}

function keyed(open: Open, opening: 'key' | 'item'): Passage {
  return { ...open, opening, ranges: [[open.line, open.endLine]], section: null }
}

function begin(name: SectionName, title: string, block: Paragraph): Open {
  const blocks = block.lines.length === 0 ? [] : [block]
  return { name, title, line: block.line, endLine: block.endLine, blocks }
}

function extend(open: Open | null, block: Block): void {
  if (open === null) return
  open.blocks.push(block)
  open.endLine = block.endLine
}

interface Part {
  /** Undefined when no key opens the part; null when a key does that stands for no section. */
  readonly name: SectionName | null | undefined
  readonly title: string
  readonly block: Paragraph
}

/** A paragraph cut before each line that a bold key opens. The key itself is not part of the text. */
function splitParagraph(block: Paragraph): Part[] {
  const parts: { name: SectionName | null | undefined; title: string; lines: TextLine[]; line: number }[] = []
  for (const line of block.lines) {
    const pair = splitKeyValue(line.text)
    const key = pair === null ? '' : plain(pair.key)
    const name = pair === null ? undefined : sectionName(key)
    if (pair !== null && (pair.bold || name !== null)) {
      const lines = pair.value === '' ? [] : [tail(line, pair.value)]
      parts.push({ name: name ?? null, title: key, lines, line: line.line })
    } else if (parts.length === 0) parts.push({ name: undefined, title: '', lines: [line], line: line.line })
    else parts.at(-1)?.lines.push(line)
  }
  return parts.map(({ name, title, lines, line }) => {
    const endLine = lines.at(-1)?.line ?? line
    return { name, title, block: { kind: 'paragraph', lines, line, endLine } }
  })
}

function tail(line: TextLine, value: string): TextLine {
  const at = Math.max(0, line.text.lastIndexOf(value))
  return { line: line.line, offset: line.offset + at, text: line.text.slice(at) }
}

/** Outermost items that a key opens, `- **Impact**:` with what is nested in them. */
function fromItems(list: List): Passage[] {
  const passages: Passage[] = []
  for (const item of list.items) {
    if (item.depth > 0) continue
    const first = item.lines[0] as TextLine
    const pair = splitKeyValue(first.text)
    const title = pair === null ? '' : plain(pair.key)
    const name = pair === null || !(pair.bold || pair.value === '') ? null : sectionName(title)
    if (pair === null || name === null) continue
    const own = pair.value === '' ? [] : [tail(first, pair.value)]
    const lines = [...own, ...item.lines.slice(1)]
    const blocks: Block[] = []
    if (lines.length > 0) {
      const endLine = (lines.at(-1) as TextLine).line
      blocks.push({ kind: 'paragraph', lines, line: (lines[0] as TextLine).line, endLine })
    }
    const below = itemsBelow(list, item)
    for (const block of item.blocks) blocks.push(block)
    if (below !== null) blocks.push(below)
    const endLine = Math.max(item.endLine, below?.endLine ?? 0)
    passages.push(keyed({ name, title, line: item.line, endLine, blocks }, 'item'))
  }
  return passages
}

/** The items nested under one, as a list of its own. */
export function itemsBelow(list: List, item: ListItem): List | null {
  const items: ListItem[] = []
  for (let i = item.index + 1; i < list.items.length; i += 1) {
    const next = list.items[i] as ListItem
    if (next.depth <= item.depth) break
    const parent = next.parent === item.index || next.parent === null ? null : next.parent - item.index - 1
    items.push({ ...next, index: items.length, depth: next.depth - item.depth - 1, parent })
  }
  const [first] = items
  if (first === undefined) return null
  const endLine = items.reduce((end, each) => Math.max(end, each.endLine), 0)
  return { kind: 'list', items, line: first.line, endLine }
}
