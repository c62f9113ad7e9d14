/** Finds the action items of a document, whatever their layout: lists, check boxes, tables, sub-headings, paragraphs. */
import { isBracketed, signsAtEnd } from '../edges.ts'
import type { Block, Heading, List, ListItem, Paragraph, Table } from '../blocks/block.ts'
import { plain } from '../blocks/inline.ts'
import type { Day } from '../../domain/instant.ts'
import type { DraftAction } from '../draft.ts'
import type { Passage } from '../sections/passage.ts'
import { actionColumns, type ActionColumns } from './action-columns.ts'
import {
  isGroupLabel,
  RESPONSE_TITLE,
  saysNothing,
  startsWithVerb,
  tellsResponse,
  tellsWork,
} from './action-words.ts'
import { dueInCell, dueInText, type DueReading } from './due.ts'
import { kindOf } from './kind.ts'
import { linkIn } from './link.ts'
import { clean, ownerIn, ownerOfGroup, spokenOwner } from './owner.ts'
import { statusInCell, statusInText, statusOfGroup, type ActionStatus } from './status.ts'

const LONGEST_TITLE = 500
const LONGEST_LABEL = 80

/** What the heading or label above says of the actions below it. */
interface Group {
  readonly status: ActionStatus
  readonly owner: string | null
}

const NO_GROUP: Group = { status: 'unknown', owner: null }

/** What an action's own words leave to the rest of the document. */
export interface ActionSurroundings {
  /** Addresses of reference-style links by their label in lower case. */
  readonly references: ReadonlyMap<string, string>
  readonly due: DueReading
  /** Names, in lower case, of the people whom the document names as having taken part. */
  readonly people: ReadonlySet<string>
}

/** The actions of the passages that tell them, each once, in the order of the file. */
export function findActions(passages: readonly Passage[], around: ActionSurroundings): DraftAction[] {
  const found = new Map<number, DraftAction>()
  for (const passage of passages) {
    if (!tellsActions(passage) || RESPONSE_TITLE.test(passage.title)) continue
    for (const action of new PassageReader(passage, around).read()) {
      if (!found.has(action.line)) found.set(action.line, action)
    }
  }
  return [...found.values()].sort((a, b) => a.line - b.line)
}

/** Actions stand in passages of that name, and in lessons whose title speaks of improvements as well. */
function tellsActions(passage: Passage): boolean {
  if (passage.name === 'actions') return true
  return (
    passage.name === 'lessons' &&
    /\b(?:improvements?|next steps|actions?|follow[- ]?ups?|prevent\w*)\b/i.test(passage.title)
  )
}

/** Headings over an explanation of the table above, not over actions. */
const LEGEND = /説明|凡例|\blegend\b|\bdefinitions?\b|\bkey\b$|\bnotes?\b$|how to read/i

/** The actions of a list that no heading announces but whose items read as actions. */
export function actionsOfList(list: List, around: ActionSurroundings): DraftAction[] {
  const reader = new PassageReader(null, around)
  reader.list(list)
  return reader.actions
}

class PassageReader {
  readonly actions: DraftAction[] = []
  private readonly passage: Passage | null
  private readonly around: ActionSurroundings
  private group: Group

  constructor(passage: Passage | null, around: ActionSurroundings) {
    this.passage = passage
    this.around = around
    this.group = passage === null ? NO_GROUP : groupOf(passage.title)
  }

  read(): DraftAction[] {
    const blocks = this.passage?.blocks ?? []
    if (isResponse(blocks, this.passage?.title ?? '')) return []
    const base = this.group
    const headed = headingsAreActions(blocks)
    const structured = blocks.some((block) => holdsActions(block))
    let under: Heading | null = null
    let legend = false
    for (const block of blocks) {
      if (block.kind === 'heading') {
        under = headed ? block : null
        legend = LEGEND.test(block.text)
        this.group = headed || isPlainGroup(block.text) ? mergeGroup(base, groupOf(block.text)) : base
        if (headed) this.heading(block)
      } else if (under === null && !legend) this.block(block, structured)
    }
    return this.actions
  }

  private block(block: Block, structured: boolean): void {
    if (block.kind === 'list') this.list(block)
    else if (block.kind === 'table') this.table(block)
    else if (block.kind === 'paragraph') this.paragraph(block, structured)
    else if (block.kind === 'quote') for (const inner of block.blocks) this.block(inner, structured)
  }

  list(list: List): void {
    const labels = new Map<number, Group>()
    for (const item of list.items) {
      const parent = item.parent === null ? null : (list.items[item.parent] as ListItem)
      const inherited = item.parent === null ? this.group : labels.get(item.parent)
      const marked = parent !== null && childrenAreMarked(list, parent) && startsWithVerb(plain(textOf(item)))
      const boxed =
        marked ||
        (item.checked !== null && (parent === null || parent.checked !== null || inherited !== undefined))
      if (inherited === undefined && !boxed) continue
      const text = textOf(item)
      if (isLabel(list, item, text))
        labels.set(item.index, mergeGroup(inherited ?? this.group, groupOf(plain(text))))
      else this.item(list, item, text, inherited ?? this.group)
    }
  }

  private item(list: List, item: ListItem, text: string, group: Group): void {
    const words = plain(text)
    if (saysNothing(words) || isBareName(words)) return
    const below = childrenAreMarked(list, item) ? '' : textBelow(list, item)
    const status = itemStatus(item, text, below, group)
    this.add(item.line, text, `${text}\n${below}`, {
      status,
      owner: ownerIn(text, this.around.people) ?? ownerIn(below) ?? group.owner,
      due: dueInText(`${text} ${below}`, status === 'done', this.around.due),
    })
  }

  private table(table: Table): void {
    const columns = actionColumns(table)
    if (columns === null) return
    for (const row of table.rows) {
      const cell = (at: number | null): string => (at === null ? '' : (row.cells[at] ?? ''))
      const title = cell(columns.title)
      if (saysNothing(plain(title)) || isHeaderAgain(plain(title), table, columns.title)) continue
      const all = row.cells.join(' | ')
      const status = rowStatus(row.cells, columns, this.group.status)
      this.add(row.line, title, `${cell(columns.link)} ${all}`, {
        status,
        owner:
          (columns.owner === null ? ownerIn(title, this.around.people) : clean(cell(columns.owner))) ??
          this.group.owner,
        due:
          columns.due === null
            ? dueInText(title, status === 'done', this.around.due)
            : dueInCell(plain(cell(columns.due)), this.around.due),
      })
    }
  }

  /** A paragraph is an action when it tells of work and is not the sentence that announces a list. */
  private paragraph(block: Paragraph, structured: boolean): void {
    const text = block.lines.map((line) => line.text).join(' ')
    const words = plain(text)
    const owner = ownerOfGroup(text)
    if (block.lines.length === 1 && (owner !== null || isGroupLabel(words))) {
      this.group = { ...groupOf(words), owner }
      return
    }
    if (/[:：]$/.test(words)) {
      if (words.length <= LONGEST_LABEL) this.group = groupOf(words)
      return
    }
    if (saysNothing(words) || isPrompt(text) || /^update\b/i.test(words)) return
    if (structured && !/^\W*(?:TODO|Action)\b/.test(text)) return
    if (isLineByLine(block)) for (const line of block.lines) this.text(line.line, line.text)
    else if (tellsWork(words) || spokenOwner(text) !== null || statusInText(text) !== 'unknown')
      this.text(block.line, text)
  }

  private heading(block: Heading): void {
    this.text(block.line, block.raw.replace(/^\d+[.)]\s*/, ''))
  }

  private text(line: number, text: string): void {
    const status = orElse(statusInText(text), this.group.status)
    const owner = ownerIn(text, this.around.people) ?? this.group.owner
    this.add(line, text, text, { status, owner, due: dueInText(text, status === 'done', this.around.due) })
  }

  private add(
    line: number,
    title: string,
    context: string,
    rest: { status: ActionStatus; owner: string | null; due: Day | null },
  ): void {
    const words = plain(title)
      .replace(/^\[[ xX]?\]\s*/, '')
      .replace(/^\d{1,2}[.)]\s+/, '')
    if (words === '') return
    const cut = words.length <= LONGEST_TITLE ? words : `${words.slice(0, LONGEST_TITLE - 1)}…`
    this.actions.push({
      title: cut,
      ...rest,
      link: linkIn(context, this.around.references),
      kind: kindOf(words),
      line,
    })
  }
}

/** The status of a table's row: from its column, else marked in its title, else in a cell that holds something else. */
function rowStatus(cells: readonly string[], columns: ActionColumns, group: ActionStatus): ActionStatus {
  const written = statusInCell(plain(cells[columns.status ?? -1] ?? ''))
  if (written !== 'unknown') return written
  const others = cells.filter((_, at) => at !== columns.title && at !== columns.owner && at !== columns.due)
  const marked = [cells[columns.title] ?? '', ...others].map((cell) => statusInText(cell))
  return orElse(marked.find((each) => each !== 'unknown') ?? 'unknown', group)
}

function itemStatus(item: ListItem, text: string, below: string, group: Group): ActionStatus {
  if (item.checked === true) return 'done'
  const own = statusInText(text)
  if (own !== 'unknown') return own
  if (item.checked === false) return 'open'
  return orElse(statusInText(below), group.status)
}

/** Whether the items right below one bear a state of their own, and so are actions too. */
function childrenAreMarked(list: List, parent: ListItem): boolean {
  for (let i = parent.index + 1; i < list.items.length && i < parent.index + 50; i += 1) {
    const next = list.items[i] as ListItem
    if (next.depth <= parent.depth) return false
    if (next.parent === parent.index) {
      const text = textOf(next)
      if (startsWithVerb(plain(text)) && statusInText(text) !== 'unknown') return true
    }
  }
  return false
}

/** A host, a file or another single name says nothing of work. */
function isBareName(words: string): boolean {
  if (/^file:/i.test(words)) return true
  return !/\s/.test(words) && !/#\d|:\/\//.test(words) && !/[\u3040-\u30ff\u4e00-\u9fff]/.test(words)
}

function holdsActions(block: Block): boolean {
  if (block.kind === 'table') return actionColumns(block) !== null
  return block.kind === 'list' && block.items.some((item) => !isBareName(plain(textOf(item))))
}

/** A letter that counts, or who is to do it: `A. …`, `Fin: …`, `Bex to …`. */
const OPENED = /^(?:[A-Za-z][.)]\s|\p{L}[\p{L}'-]{1,15}(?:\/\p{L}+)?(?::|\sto)\s)\S/u

/** Three or more short sentences, each on a line of its own. */
function isLineByLine(block: Paragraph): boolean {
  if (block.lines.length < 3) return false
  const own = block.lines.filter(
    (line) => /^[\p{Lu}`*[]/u.test(line.text) && /[.!。)]/.test(signsAtEnd(line.text)),
  )
  const working = block.lines.filter((line) => startsWithVerb(plain(line.text)))
  if (own.length >= block.lines.length * 0.8 && working.length >= block.lines.length * 0.5) return true
  return block.lines.every((line) => OPENED.test(line.text) && !/[:：]\s*$/.test(line.text))
}

function orElse(status: ActionStatus, otherwise: ActionStatus): ActionStatus {
  return status === 'unknown' ? otherwise : status
}

function groupOf(label: string): Group {
  return { status: statusOfGroup(label), owner: ownerOfGroup(label) }
}

function mergeGroup(outer: Group, inner: Group): Group {
  return { status: orElse(inner.status, outer.status), owner: inner.owner ?? outer.owner }
}

function isPlainGroup(text: string): boolean {
  return text.length <= 120
}

function isPrompt(text: string): boolean {
  return /^[*_][^*_].*[^*_][*_]$/.test(text.trim()) || isBracketed(text.trim())
}

function isHeaderAgain(title: string, table: Table, column: number): boolean {
  return title.toLowerCase() === plain(table.header?.cells[column] ?? '').toLowerCase()
}

function textOf(item: ListItem): string {
  return item.lines.map((line) => line.text).join(' ')
}

/** The text of the items nested under one, bounded. */
function textBelow(list: List, item: ListItem): string {
  let text = ''
  for (let i = item.index + 1; i < list.items.length && text.length < 1_000; i += 1) {
    const next = list.items[i] as ListItem
    if (next.depth <= item.depth) break
    text += ` ${textOf(next)}`
  }
  return text
}

/** Whether an item only labels those nested in it. */
function isLabel(list: List, item: ListItem, text: string): boolean {
  const next = list.items[item.index + 1]
  if (next === undefined || next.parent !== item.index) return false
  if (item.checked !== null) return false
  const words = plain(text)
  if (isGroupLabel(words) || ownerOfGroup(words) !== null) return true
  return /[:：]$/.test(words) && words.length <= 60
}

/** Sub-headings are the actions when they are numbered or tagged, and what stands below explains them. */
function headingsAreActions(blocks: readonly Block[]): boolean {
  const headings = blocks.filter((block) => block.kind === 'heading')
  if (headings.length === 0) return false
  const top = headings.reduce((least, heading) => Math.min(least, heading.level), 9)
  const peers = headings.filter((heading) => heading.level === top)
  if (peers.some((heading) => isGroupLabel(heading.text))) return false
  const marked = peers.filter(
    (heading) => /^(?:\d{1,2}[.)]|action \d)\s*\S/i.test(heading.text) || /\[[a-z]+\]\s*$/i.test(heading.raw),
  )
  if (marked.length === peers.length) return true
  const boxes = blocks.some(
    (block) =>
      block.kind === 'table' || (block.kind === 'list' && block.items.some((item) => item.checked !== null)),
  )
  if (boxes) return false
  const working = peers.filter((heading) => /\s/.test(heading.text) && tellsWork(heading.text))
  return peers.length >= 2 && working.length === peers.length
}

/** Whether the lists of a passage tell what responders did rather than what follows. */
function isResponse(blocks: readonly Block[], title: string): boolean {
  const items = blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.filter((item) => item.depth === 0) : [],
  )
  if (items.length < 3 || items.some((item) => item.checked !== null)) return false
  const fixing = /\b(?:resolution|remediation|fix|recovery|steps)\b/i.test(title)
  const told = items.filter((item) => {
    const words = plain(textOf(item))
    return tellsResponse(words) || (fixing && /^\W*[A-Z][a-z]+ed\b/.test(words))
  })
  return told.length > items.length * 0.6
}
