/** A document with all that its readers share: blocks, sections, fields, passages, title, timeline. */
import type { BlockTree } from './blocks/block.ts'
import type { ReadOptions } from './draft.ts'
import { languageOf } from './language.ts'
import { fieldsOf, type Fields } from './metadata/fields.ts'
import { markersOf, type Markers } from './role/markers.ts'
import type { RoleEvidence } from './role/role.ts'
import { passagesOf, type Passage } from './sections/passage.ts'
import { sectionsOf, type Section } from './sections/section.ts'
import { readTimeline, type Timeline, type TimelineSource } from './timeline/read-timeline.ts'
import { titleOf, titleSection, type Title } from './title.ts'

export interface ParsedDocument {
  readonly tree: BlockTree
  readonly sections: readonly Section[]
  readonly fields: Fields
  readonly passages: readonly Passage[]
  readonly title: Title
  readonly titleSection: Section | null
  /** The text after the front matter. */
  readonly body: string
  readonly language: string
  readonly markers: Markers
  readonly source: TimelineSource
  readonly timeline: Timeline
  readonly evidence: RoleEvidence
}

/** Does the common part of the reading, once per document. */
export function parseDocument(path: string, tree: BlockTree, options: ReadOptions): ParsedDocument {
  const sections = sectionsOf(tree)
  const fields = fieldsOf(sections)
  const title = titleOf(path, sections, fields)
  const heading = titleSection(sections)
  const passages = passagesOf(sections, heading)
  const body = bodyOf(tree)
  const markers = markersOf(tree)
  const source = { tree, sections, fields: fields.all, title: title.text, path, zone: options.zone }
  const timeline = readTimeline(source)
  const evidence = {
    path,
    title: title.text,
    text: body,
    markers,
    passages,
    fields,
    timedEvents: timeline.events.filter((event) => event.at !== null && event.precision !== 'day').length,
    headings: sections.length - 1,
  }
  const language = languageOf(body)
  return {
    tree,
    sections,
    fields,
    passages,
    title,
    titleSection: heading,
    body,
    language,
    markers,
    source,
    timeline,
    evidence,
  }
}

function bodyOf(tree: BlockTree): string {
  const [first] = tree.blocks
  if (first?.kind !== 'frontMatter') return tree.text
  const after = tree.lines[first.endLine]
  return after === undefined ? '' : tree.text.slice(after.offset)
}
