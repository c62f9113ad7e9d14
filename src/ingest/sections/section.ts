/** Cuts the block tree into sections by its headings, each with its own blocks, its place in the tree and its canonical name. */
import type { Block, BlockTree, Heading } from '../blocks/block.ts'
import type { SectionName } from './names.ts'
import { sectionName } from './names.ts'

export interface Section {
  /** Position in the list of sections. */
  readonly index: number
  /** Null for what stands before the first heading. */
  readonly heading: Heading | null
  /** The heading's level; 0 before the first heading. */
  readonly level: number
  /** Position of the enclosing section; null at the top. */
  readonly parent: number | null
  /** What the heading says it is; null when it says nothing known. */
  readonly name: SectionName | null
  /** Line of the heading, or of the first block. */
  readonly line: number
  /** Last line before the next heading of any level. */
  readonly endLine: number
  /** Last line of the section with all sections below it. */
  readonly treeEndLine: number
  /** Its own blocks: without the heading, and without those of the sections below it. */
  readonly blocks: readonly Block[]
}

interface OpenSection extends Omit<Section, 'blocks'> {
  readonly blocks: Block[]
  endLine: number
  treeEndLine: number
}

/** All sections in the order of the file; the first is the text before the first heading, and may be empty. */
export function sectionsOf(tree: BlockTree): Section[] {
  const sections: OpenSection[] = [open(0, null, null, 1)]
  const stack: OpenSection[] = []
  const lastLine = Math.max(1, tree.lines.length)
  for (const block of tree.blocks) {
    const current = sections.at(-1) as OpenSection
    if (block.kind !== 'heading') {
      current.blocks.push(block)
      continue
    }
    current.endLine = Math.max(current.line, block.line - 1)
    while (stack.length > 0 && (stack.at(-1) as OpenSection).level >= block.level) {
      ;(stack.pop() as OpenSection).treeEndLine = block.line - 1
    }
    const section = open(sections.length, block, stack.at(-1)?.index ?? null, block.line)
    sections.push(section)
    stack.push(section)
  }
  ;(sections.at(-1) as OpenSection).endLine = lastLine
  for (const section of stack) section.treeEndLine = lastLine
  ;(sections[0] as OpenSection).treeEndLine = (sections[0] as OpenSection).endLine
  return sections
}

/** The section itself and all sections below it, in the order of the file. */
export function withSubsections(sections: readonly Section[], section: Section): Section[] {
  const members = [section]
  for (let i = section.index + 1; i < sections.length; i += 1) {
    const next = sections[i] as Section
    if (section.heading === null || next.level <= section.level) break
    members.push(next)
  }
  return members
}

function open(index: number, heading: Heading | null, parent: number | null, line: number): OpenSection {
  const name = heading === null ? null : sectionName(heading.text)
  const level = heading?.level ?? 0
  return { index, heading, level, parent, name, line, endLine: line, treeEndLine: line, blocks: [] }
}
