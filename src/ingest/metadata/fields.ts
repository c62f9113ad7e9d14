/** Collects what a document says of itself in keys: front matter, tables of two columns, lists and lines of keys. */
import type { Block, FrontMatter, List, Paragraph, Table, TableRow } from '../blocks/block.ts'
import { plain } from '../blocks/inline.ts'
import { headingKey } from '../sections/names.ts'
import type { Section } from '../sections/section.ts'
import type { FieldName } from './field-names.ts'
import { fieldName } from './field-names.ts'
import { frontMatterValues, textsOf } from './front-matter-values.ts'
import { splitKeyValue } from './key-value.ts'

export type FieldPlace = 'frontMatter' | 'table' | 'list' | 'bold' | 'plain' | 'heading'

export interface Field {
  readonly name: FieldName
  /** As in `headingKey`. */
  readonly key: string
  /** Inline mark-up kept. More than one where the text gives a list. Never empty. */
  readonly values: readonly string[]
  readonly line: number
  readonly place: FieldPlace
  /** Whether it stands before the document's first told section. */
  readonly top: boolean
}

export interface Fields {
  readonly all: readonly Field[]
  /** All keys of the front matter, in lower case. */
  readonly frontMatter: ReadonlyMap<string, unknown>
  readonly frontMatterBroken: boolean
}

/** Sections whose lists are not about the document: a key there is part of the story. */
const STORY = new Set([
  'timeline',
  'actions',
  'lessons',
  'wentWell',
  'wentWrong',
  'lucky',
  'references',
  'tried',
])

/** All fields in the order of the file. */
export function fieldsOf(sections: readonly Section[]): Fields {
  const collector = new Collector()
  const inStory: boolean[] = []
  let top = true
  for (const section of sections) {
    const story =
      (section.name !== null && STORY.has(section.name)) ||
      (section.name === null && section.parent !== null && inStory[section.parent] === true)
    inStory.push(story)
    if (section.name !== null && section.name !== 'facts' && section.name !== 'summary') top = false
    collector.section(section, top, story)
  }
  return { all: collector.fields, frontMatter: collector.frontMatter, frontMatterBroken: collector.broken }
}

class Collector {
  readonly fields: Field[] = []
  readonly frontMatter = new Map<string, unknown>()
  broken = false

  section(section: Section, top: boolean, story: boolean): void {
    if (section.heading !== null) this.headingField(section, top)
    for (const block of section.blocks) {
      if (block.kind === 'frontMatter') this.front(block)
      else if (!story) this.block(block, top)
    }
  }

  private block(block: Block, top: boolean): void {
    if (block.kind === 'paragraph') this.paragraph(block, top)
    else if (block.kind === 'list') this.list(block, top)
    else if (block.kind === 'table') this.table(block, top)
    else if (block.kind === 'quote') for (const inner of block.blocks) this.block(inner, top)
  }

  private front(block: FrontMatter): void {
    const { values, broken } = frontMatterValues(block)
    this.broken = broken
    const lines = block.text.split('\n')
    const shift = block.format === 'json' ? 0 : 1
    for (const [key, value] of values) {
      this.frontMatter.set(key.toLowerCase(), value)
      const at = lines.findIndex((line) => line.trimStart().replace(/^"/, '').startsWith(key))
      this.add(
        key.replaceAll('_', ' '),
        textsOf(value),
        block.line + shift + Math.max(0, at),
        'frontMatter',
        true,
      )
    }
  }

  /** `## Severity` over a short answer. */
  private headingField(section: Section, top: boolean): void {
    const [block] = section.blocks
    const text = section.heading?.text ?? ''
    const pair = splitKeyValue(text)
    if (pair !== null && pair.value !== '') {
      this.add(pair.key, [pair.value], section.line, 'heading', top)
    } else if (block?.kind === 'paragraph' && block.lines.length <= 2) {
      const value = block.lines.map((line) => line.text).join(' ')
      if (value.length <= 200) this.add(text, [value], block.line, 'heading', top)
    } else if (block?.kind === 'list' && block.items.length <= 12) {
      this.add(
        text,
        block.items.map((item) => item.lines[0]?.text ?? ''),
        block.line,
        'heading',
        top,
      )
    }
  }

  private paragraph(block: Paragraph, top: boolean): void {
    for (const line of block.lines) {
      for (const text of sideBySide(line.text)) {
        const pair = splitKeyValue(text)
        if (pair !== null) this.add(pair.key, [pair.value], line.line, pair.bold ? 'bold' : 'plain', top)
      }
    }
  }

  private list(block: List, top: boolean): void {
    for (const item of block.items) {
      const first = item.lines[0]
      if (first === undefined) continue
      const pair = splitKeyValue(first.text) ?? spokenKey(first.text)
      if (pair === null) continue
      const below: string[] = []
      if (pair.value === '') {
        for (let i = item.index + 1; i < block.items.length && below.length < 50; i += 1) {
          const next = block.items[i]
          if (next === undefined || next.depth <= item.depth) break
          if (next.parent === item.index) below.push(next.lines[0]?.text ?? '')
        }
      }
      this.add(pair.key, pair.value === '' ? below : [pair.value], item.line, 'list', top)
    }
  }

  private table(block: Table, top: boolean): void {
    if (this.oneRow(block, top)) return
    if (Math.max(block.header?.cells.length ?? 0, block.rows[0]?.cells.length ?? 0) !== 2) return
    const rows = block.header === null ? block.rows : [block.header, ...block.rows]
    for (const row of rows) this.row(row, top)
  }

  /** `| Severity | Time to resolve |` over a single row: the header holds the keys. */
  private oneRow({ header, rows }: Table, top: boolean): boolean {
    const [row] = rows
    if (header === null || row === undefined || rows.length > 1) return false
    const keys = header.cells.map((cell) => plain(cell))
    if (keys.filter(isKey).length < 2) return false
    for (const [index, key] of keys.entries()) {
      this.add(key, [row.cells[index] ?? ''], row.line, 'table', top)
    }
    return true
  }

  private row(row: TableRow, top: boolean): void {
    const [key, value] = row.cells
    if (key !== undefined && value !== undefined) this.add(plain(key), [value], row.line, 'table', top)
  }

  private add(key: string, values: readonly string[], line: number, place: FieldPlace, top: boolean): void {
    if (key.length > 200) return
    const normal = headingKey(plain(key))
    const name = fieldName(normal)
    // A heading `Title` over a text is a heading that was never filled in.
    if (name === 'title' && place === 'heading') return
    const filled = values.map((value) => value.trim()).filter((value) => value !== '')
    if (name === null || filled.length === 0) return
    this.fields.push({ name, key: normal, values: filled, line, place, top })
  }
}

/** `_Date: 3 May · Severity: 2_`: keys on one line; any other line as it is. */
function sideBySide(text: string): string[] {
  const parts = text
    .slice(0, 400)
    .replace(/^([_*])(?!\1)(.*)\1$/, '$2')
    .split(/\s[·•|]\s/)
  return parts.length > 1 && parts.every((part) => /[:：]/.test(part)) ? parts : [text]
}

function isKey(text: string): boolean {
  const key = headingKey(text)
  return fieldName(key) !== null || /^(?:time to|total|mean|number of)\b/.test(key)
}

/** `Resolved 2023-09-20 19:18`: a key of a few words straight before a date or a time. */
function spokenKey(text: string): { key: string; value: string } | null {
  const match = /^([A-Za-z][A-Za-z ]{2,30}?)\s+(?:at\s+|on\s+)?(\d{4}-\d{2}-\d{2}.*|\d{1,2}:\d{2}.*)$/.exec(
    text.slice(0, 120),
  )
  return match === null ? null : { key: match[1] as string, value: match[2] as string }
}
