/** Gathers the text of each section of the domain from the passages that tell it. */
import type { BlockTree } from '../blocks/block.ts'
import type { DraftSections } from '../draft.ts'
import { splitKeyValue } from '../metadata/key-value.ts'
import type { SectionName } from './names.ts'
import type { Passage } from './passage.ts'
import type { Section } from './section.ts'

const TOLD_BY = {
  summary: ['summary'],
  impact: ['impact'],
  causes: ['causes', 'trigger'],
  timeline: ['timeline'],
  actions: ['actions'],
  lessons: ['lessons'],
  wentWell: ['wentWell'],
  wentWrong: ['wentWrong'],
  lucky: ['lucky'],
  detection: ['detection'],
  resolution: ['resolution'],
} as const satisfies Record<keyof DraftSections, readonly SectionName[]>

/** The sections' texts as they stand in the file, mark-up kept; null where the document has none. */
export function draftSections(
  tree: BlockTree,
  passages: readonly Passage[],
  opening: Section | null,
): DraftSections {
  const gather = (name: keyof DraftSections): string | null => {
    const wanted: readonly SectionName[] = TOLD_BY[name]
    const texts = passages
      .filter((passage) => wanted.includes(passage.name))
      .map((passage) => passageText(tree, passage))
      .filter((text) => text !== '')
    return texts.length === 0 ? null : texts.join('\n\n')
  }
  return {
    summary: gather('summary') ?? openingText(tree, opening),
    impact: gather('impact'),
    causes: gather('causes'),
    timeline: gather('timeline'),
    actions: gather('actions'),
    lessons: gather('lessons'),
    wentWell: gather('wentWell'),
    wentWrong: gather('wentWrong'),
    lucky: gather('lucky'),
    detection: gather('detection'),
    resolution: gather('resolution'),
  }
}

function passageText(tree: BlockTree, passage: Passage): string {
  const first = passage.blocks[0]
  const last = passage.blocks.at(-1)
  if (first === undefined || last === undefined) return ''
  // A passage opened by a key begins in the middle of a line.
  if (first.kind === 'paragraph' && passage.opening !== 'heading') {
    const start = first.lines[0]
    const end = tree.lines[Math.max(passage.endLine, last.endLine) - 1]
    if (start === undefined || end === undefined) return ''
    return tree.text.slice(start.offset, end.offset + end.text.length).trim()
  }
  return passage.ranges
    .map(([line, endLine]) => textBetween(tree, line, endLine))
    .filter((text) => text !== '')
    .join('\n\n')
}

/** The text from one line to another, both included. */
export function textBetween(tree: BlockTree, line: number, endLine: number): string {
  const first = tree.lines[line - 1]
  const last = tree.lines[Math.min(endLine, tree.lines.length) - 1]
  if (first === undefined || last === undefined || last.offset < first.offset) return ''
  return tree.text.slice(first.offset, last.offset + last.text.length).trim()
}

/** What a document without a summary says first: its paragraphs under the title, up to the first list, table or heading. */
function openingText(tree: BlockTree, opening: Section | null): string | null {
  if (opening === null) return null
  const paragraphs = []
  for (const block of opening.blocks) {
    if (block.kind === 'paragraph' && block.lines.some((line) => splitKeyValue(line.text) === null))
      paragraphs.push(block)
    else if (paragraphs.length > 0) break
  }
  const first = paragraphs[0]
  const last = paragraphs.at(-1)
  if (first === undefined || last === undefined) return null
  const text = textBetween(tree, first.line, last.endLine)
  return text === '' ? null : text
}
