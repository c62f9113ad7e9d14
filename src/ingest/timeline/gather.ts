/** Walks the sections of a document and gathers everything that stands as a timed line, in the order of the file. */
import type { Block, Heading, List, ListItem, Paragraph, Quote, Table, TextLine } from '../blocks/block.ts'
import { plain } from '../blocks/inline.ts'
import type { Section } from '../sections/section.ts'
import type { StampHints } from '../time/stamp.ts'
import {
  dayHead,
  onlyStamp,
  readChatHead,
  readHead,
  readHeadingHead,
  readLabelledHead,
  type EntryHead,
} from './entry-head.ts'
import { hasChildren, joined, namedParts, restOf, textOf, untimedChildren } from './entry-text.ts'
import { counted, newRun, type FoundEntry, type Run } from './found-entry.ts'
import { rowHead, rowText, timeColumns } from './table-columns.ts'

const LOST_HEADING_BULLET = /^[•◦●]$/
const DOTTED_START = /^[\s*_`[(\\]{0,6}\d{2}\.\d{2}(?![\d.])/
/** How the updates of a status page open. */
const POSTED =
  /^\W{0,4}(?:resolved|monitoring|identified|investigating|update|scheduled|in progress|verifying|completed)\W{0,4}\s[-–—]\s/i
const MONTH_FIRST = /^\p{L}{3,}/u

interface Place {
  readonly section: Section
  readonly inTimeline: boolean
}

/** Gathers entries; `timelineSections` are the positions of the sections that are, or belong to, the timeline. */
export function gather(
  sections: readonly Section[],
  timelineSections: ReadonlySet<number>,
  hints: StampHints,
): FoundEntry[] {
  const gatherer = new Gatherer(hints)
  for (const section of sections) {
    gatherer.section({ section, inTimeline: timelineSections.has(section.index) })
  }
  return gatherer.found
}

class Gatherer {
  readonly found: FoundEntry[] = []
  private readonly hints: StampHints
  /** Runs of sibling headings, by the section they stand under and their level. */
  private readonly headingRuns = new Map<string, Run>()

  constructor(hints: StampHints) {
    this.hints = hints
  }

  section(place: Place): void {
    this.heading(place)
    const lines = newRun('line', place.section, this.placeOf(place, false))
    for (const block of place.section.blocks) this.block(block, place, lines)
  }

  private placeOf(
    place: Place,
    bulleted: boolean,
  ): { inTimeline: boolean; besideTimeline: boolean; bulleted: boolean } {
    return { inTimeline: place.inTimeline, besideTimeline: false, bulleted }
  }

  private block(block: Block, place: Place, lines: Run): void {
    if (block.kind === 'list') this.list(block, place)
    else if (block.kind === 'table') this.table(block, place)
    else if (block.kind === 'paragraph') this.paragraph(block, lines)
    else if (block.kind === 'quote') this.quote(block, place)
    else if (block.kind === 'code' && place.inTimeline) this.code(block.lines, place)
  }

  private add(
    entry: Omit<FoundEntry, 'zone' | 'year' | 'actor' | 'onlyOpensDay'> & Partial<FoundEntry>,
  ): void {
    if (isUnfilled(entry.head)) return
    this.found.push(counted({ zone: null, year: null, actor: null, onlyOpensDay: false, ...entry }))
  }

  private heading(place: Place): void {
    const { heading } = place.section
    if (heading === null) return
    const key = `${place.section.parent ?? -1}/${heading.level}/${place.inTimeline}`
    const run = this.headingRuns.get(key) ?? newRun('heading', place.section, this.placeOf(place, false))
    this.headingRuns.set(key, run)
    run.size += 1
    const head =
      readHeadingHead(heading.raw, this.hints) ??
      (run.inTimeline ? readLabelledHead(heading.raw, false) : null)
    if (head === null) {
      this.dayInHeading(heading, run)
      return
    }
    this.add({
      run,
      head,
      line: heading.line,
      endLine: heading.endLine,
      text: joined([head.text, ...place.section.blocks.flatMap(wordsOf)]),
      mayOpenDay: true,
      depth: heading.level,
    })
  }

  /** `Day two (2024-03-02)` inside the timeline opens a day without being an event. */
  private dayInHeading(heading: Heading, run: Run): void {
    const head = run.inTimeline ? dayHead(heading.text) : null
    if (head === null) return
    this.found.push({
      run,
      head,
      line: heading.line,
      endLine: heading.endLine,
      text: '',
      zone: null,
      year: null,
      actor: null,
      mayOpenDay: true,
      onlyOpensDay: true,
      depth: heading.level,
    })
  }

  private list(list: List, place: Place): void {
    const inNamed = namedParts(list)
    const anyNamed = inNamed.includes('timeline')
    const runs = new Map<string, Run>()
    for (const item of list.items) {
      const named = inNamed[item.index] === 'timeline'
      const key = String(item.parent)
      const run =
        runs.get(key) ??
        newRun('item', place.section, {
          inTimeline: place.inTimeline || named,
          besideTimeline: anyNamed && !named,
          bulleted: LOST_HEADING_BULLET.test(item.marker),
        })
      runs.set(key, run)
      run.size += 1
      this.item(item, list, run)
    }
  }

  private item(item: ListItem, list: List, run: Run): void {
    const first = item.lines[0] as TextLine
    const head = this.itemHead(item, first.text) ?? this.dottedHead(first.text, run)
    const labelled = head === null ? readLabelledHead(first.text, !run.inTimeline) : null
    const found = head ?? labelled
    if (found !== null) {
      this.add({
        run: labelled === null ? run : this.labelRun(run),
        head: found,
        line: item.line,
        endLine: item.endLine,
        text: joined([found.text, ...restOf(item), ...untimedChildren(item, list, this.hints)]),
        mayOpenDay: onlyStamp(found) || hasChildren(item, list),
        depth: item.depth,
      })
    }
    for (const block of item.blocks) if (block.kind === 'table') this.table(block, run)
  }

  /** `[08.30]` or `15.26` among neighbours in the timeline that are written with a colon. */
  private dottedHead(text: string, run: Run): EntryHead | null {
    if (!run.inTimeline || run.clocked < 2 || !DOTTED_START.test(text)) return null
    return readHead(text, { ...this.hints, dotted: true })
  }

  /** `14. mars` lost its number to the list marker. */
  private itemHead(item: ListItem, text: string): EntryHead | null {
    const head = readHead(text, this.hints)
    if (!item.ordered || !MONTH_FIRST.test(text) || (head?.stamp.from.date?.day ?? null) !== null) return head
    const whole = readHead(`${item.marker} ${text}`, this.hints)
    return whole?.stamp.from.date?.day === Number.parseInt(item.marker, 10) ? whole : head
  }

  private readonly labelRuns = new Map<Run, Run>()

  /** Labels that end in a time count apart from items that begin with one. */
  private labelRun(run: Run): Run {
    const known = this.labelRuns.get(run)
    if (known !== undefined) return known
    const made: Run = {
      ...run,
      shape: 'label',
      size: 0,
      timed: 0,
      clocked: 0,
      complete: 0,
      pointed: 0,
      prose: 0,
    }
    this.labelRuns.set(run, made)
    return made
  }

  private table(table: Table, place: Place): void {
    const columns = timeColumns(table, place.inTimeline)
    if (columns === null) return
    const run = newRun('row', place.section, this.placeOf(place, false))
    const rows = table.header === null ? table.rows : [table.header, ...table.rows]
    for (const row of rows) {
      const head = rowHead(row.cells, columns)
      if (row === table.header && (head === null || head.stamp.placeholder)) continue
      run.size += 1
      if (head === null) continue
      this.add({
        run,
        head,
        line: row.line,
        endLine: row.line,
        text: rowText(row, columns),
        zone: columns.zone,
        year: columns.year,
        actor: columns.actor === null ? null : plain(row.cells[columns.actor] ?? '') || null,
        mayOpenDay: head.stamp.from.clock === null && rowText(row, columns) === '',
        depth: 0,
      })
    }
  }

  private paragraph(paragraph: Paragraph, run: Run): void {
    let open: { head: EntryHead; lines: TextLine[] } | null = null
    let firstTimed: EntryHead | null = null
    run.size += 1
    for (const [index, line] of paragraph.lines.entries()) {
      const head =
        readHead(line.text, this.hints) ??
        this.dottedHead(line.text, run) ??
        (run.inTimeline ? readLabelledHead(line.text, false) : null)
      const begins =
        head !== null && (index === 0 || continues(firstTimed, head, paragraph.lines[index - 1]?.text ?? ''))
      if (begins) {
        this.closeLine(open, run)
        if (index > 0) run.size += 1
        open = { head, lines: [line] }
        firstTimed ??= head
      } else open?.lines.push(line)
    }
    const onlyLast = open === null || (open.head === firstTimed && open.lines[0] === paragraph.lines.at(-1))
    if (onlyLast && this.signedPost(paragraph, run)) return
    if (open === null) this.goOn(paragraph, run)
    else this.closeLine(open, run)
  }

  /** Paragraphs under a time that stands alone tell its event. */
  private goOn(paragraph: Paragraph, run: Run): void {
    const last = this.found.at(-1)
    if (last?.run !== run || last.head.text !== '' || last.onlyOpensDay) return
    const text = joined([last.text, textOf(paragraph.lines)])
    this.found[this.found.length - 1] = { ...last, text, endLine: paragraph.endLine, mayOpenDay: false }
  }

  /** A status post that ends in the line that dates it. */
  private signedPost(paragraph: Paragraph, run: Run): boolean {
    const last = paragraph.lines.at(-1) as TextLine
    const posted = run.inTimeline || POSTED.test(paragraph.lines[0]?.text ?? '')
    const head = paragraph.lines.length < 2 || !posted ? null : readHead(last.text, this.hints)
    if (head === null || head.text !== '' || head.stamp.from.clock === null) return false
    const text = textOf(paragraph.lines.slice(0, -1))
    this.add({
      run,
      head,
      line: paragraph.line,
      endLine: paragraph.endLine,
      text,
      mayOpenDay: false,
      depth: 0,
    })
    return true
  }

  private closeLine(open: { head: EntryHead; lines: TextLine[] } | null, run: Run, shape?: Run): void {
    if (open === null) return
    const first = open.lines[0] as TextLine
    this.add({
      run: shape ?? run,
      head: open.head,
      line: first.line,
      endLine: open.lines.at(-1)?.line ?? first.line,
      text: joined([open.head.text, textOf(open.lines.slice(1))]),
      mayOpenDay: onlyStamp(open.head) && open.lines.length === 1,
      depth: 0,
    })
  }

  private quote(quote: Quote, place: Place): void {
    const run = newRun('chat', place.section, this.placeOf(place, false))
    const lines: TextLine[] = []
    for (const block of quote.blocks) {
      if (block.kind === 'paragraph') for (const line of block.lines) lines.push(line)
      else if (block.kind === 'list') this.list(block, place)
      else if (block.kind === 'table') this.table(block, place)
    }
    this.messages(lines, run)
  }

  private code(lines: readonly TextLine[], place: Place): void {
    const run = newRun('code', place.section, this.placeOf(place, false))
    this.messages(lines, run)
  }

  /** Lines of a quoted chat or a pasted log: each message begins with a speaker and a time, or with a time. */
  private messages(lines: readonly TextLine[], run: Run): void {
    let open: { head: EntryHead; lines: TextLine[] } | null = null
    for (const line of lines) {
      const head = readChatHead(line.text) ?? readHead(line.text, this.hints)
      if (head === null) open?.lines.push(line)
      else {
        this.closeLine(open, run)
        open = { head, lines: [line] }
      }
      run.size += head === null && open !== null ? 0 : 1
    }
    this.closeLine(open, run)
  }
}

/** A row of a template that was never filled in: `- 00:00 UTC - …`. */
function isUnfilled(head: EntryHead): boolean {
  const { clock } = head.stamp.from
  return clock !== null && clock.hour + clock.minute === 0 && /^(?:…|\.{3})$/.test(head.text)
}

/** The words of a block that stands under the heading of an event. */
function wordsOf(block: Block): string[] {
  if (block.kind === 'paragraph') return [textOf(block.lines)]
  return block.kind === 'list' ? block.items.map((item) => `- ${textOf(item.lines)}`) : []
}

/** Whether a line inside a paragraph begins another entry, and is no wrapped sentence that happens to begin with a number. */
function continues(first: EntryHead | null, head: EntryHead, before: string): boolean {
  if (head.prose) return false
  if (first !== null) return first.stamp.from.clock === null || head.stamp.from.clock !== null
  return /[:：.!?。]\s*$|\s\s$|<br\s?\/?>$/.test(before)
}
