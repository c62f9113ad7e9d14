/** Inline content of Markdown: code, links, pictures, footnotes, HTML and the signs of emphasis; the rest is text. */
import type { MarkdownKind, MarkdownNode, Stretch } from './node.ts'
import { labelOf } from './definitions.ts'
import { runAt, signsIn, type Run } from './emphasis.ts'

/** The nodes of `source` between `start` and `end` and the signs around them, in order. */
export function readInline(
  source: string,
  start: number,
  end: number,
  labels: ReadonlySet<string>,
  marks: readonly Stretch[],
): readonly MarkdownNode[] {
  const outer = marks.map((mark) => nodeOf('mark', mark.start, mark.end))
  const text = withoutLeads(source.slice(start, end))
  const inner = SIGNS.test(text) ? new InlineReader(text, start, labels).read() : []
  return outer.length === 0 ? inner : inOrder([...outer, ...inner])
}

/** Most prose holds none of these. */
const SIGNS = /[\\`*_[<]/

/** Signs of lists and quotes at the start of lines are blanked. */
const withoutLeads = (text: string): string =>
  text.includes('\n') ? text.replaceAll(/\n[ \t>]+/g, (lead) => `\n${' '.repeat(lead.length - 1)}`) : text

function nodeOf(
  kind: MarkdownKind,
  start: number,
  end: number,
  children: readonly MarkdownNode[] = [],
): MarkdownNode {
  return { kind, start, end, children, depth: 0, checked: null }
}

const inOrder = (nodes: readonly MarkdownNode[]): MarkdownNode[] =>
  nodes.toSorted((a, b) => a.start - b.start)

/** A bracket that may turn out to open a link. */
interface Bracket {
  readonly at: number
  readonly isImage: boolean
  /** How many nodes and runs stood before it. */
  readonly nodes: number
  readonly runs: number
}

const TAG =
  /<(?:[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[a-z][a-z0-9-]*\s*)>/iy
const ADDRESS = /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>/iy
const TARGET =
  /\(\s*(?:(?:<[^<>\n]*>|(?:[^\s()\\<]|\\[^\n]|\((?:[^\s()\\]|\\[^\n]){0,999}\)){1,2000})(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*)?\)/y
const LABEL = /\[((?:[^[\]\\]|\\[^]){0,999})\]/y
const LONGEST_LABEL = 999
const PUNCTUATION = /[!-/:-@[-`{-~\n]/

class InlineReader {
  readonly #text: string
  readonly #origin: number
  readonly #labels: ReadonlySet<string>
  #nodes: MarkdownNode[] = []
  #runs: Run[] = []
  readonly #brackets: Bracket[] = []
  /** Brackets before this one are inside or before a link, and links hold no links. */
  #spent = 0
  /** Start of the next run of so many back-quotes, filled on first use. */
  #ticks: Map<number, number[]> | null = null
  /** From here on the text holds no end of a comment, or of an instruction. */
  readonly #endless = new Map<string, number>()

  constructor(text: string, origin: number, labels: ReadonlySet<string>) {
    this.#text = text
    this.#origin = origin
    this.#labels = labels
  }

  read(): readonly MarkdownNode[] {
    for (let at = 0; at < this.#text.length;) at = this.#step(at)
    this.#addSigns(0)
    return inOrder(this.#nodes)
  }

  /** Reads what stands at `at`; where it ends. */
  #step(at: number): number {
    switch (this.#text.charAt(at)) {
      case '\\':
        return this.#escape(at)
      case '`':
        return this.#code(at)
      case '<':
        return this.#angle(at)
      case '*':
      case '_':
        return this.#emphasis(at)
      case '!':
        return this.#text[at + 1] === '[' ? this.#open(at, true) : at + 1
      case '[':
        return this.#open(at, false)
      case ']':
        return this.#close(at)
      default:
        return at + 1
    }
  }

  #add(kind: MarkdownKind, start: number, end: number): number {
    this.#nodes.push(nodeOf(kind, start + this.#origin, end + this.#origin))
    return end
  }

  /** An escaped sign is text; a backslash at the end of a line is a sign itself. */
  #escape(at: number): number {
    const after = this.#text[at + 1]
    if (after === '\n') return this.#add('mark', at, at + 1)
    return after !== undefined && PUNCTUATION.test(after) ? at + 2 : at + 1
  }

  #runEnd(at: number): number {
    let end = at + 1
    while (this.#text[end] === this.#text[at]) end += 1
    return end
  }

  #code(at: number): number {
    const end = this.#runEnd(at)
    const same = this.#ticksBy().get(end - at) ?? []
    while (same.length > 0 && (same.at(-1) ?? 0) <= at) same.pop()
    const closing = same.at(-1)
    return closing === undefined ? end : this.#add('code', at, closing + end - at)
  }

  /** Runs of back-quotes by their length, the first last. */
  #ticksBy(): Map<number, number[]> {
    if (this.#ticks !== null) return this.#ticks
    const ticks = new Map<number, number[]>()
    for (const { 0: run, index } of [...this.#text.matchAll(/`+/g)].toReversed()) {
      const same = ticks.get(run.length)
      if (same === undefined) ticks.set(run.length, [index])
      else same.push(index)
    }
    this.#ticks = ticks
    return ticks
  }

  #angle(at: number): number {
    const address = this.#endOf(ADDRESS, at)
    if (address !== -1) {
      const children = [
        nodeOf('mark', at + this.#origin, at + 1 + this.#origin),
        nodeOf('mark', address - 1 + this.#origin, address + this.#origin),
      ]
      this.#nodes.push(nodeOf('link', at + this.#origin, address + this.#origin, children))
      return address
    }
    const tag = this.#endOf(TAG, at)
    const end = tag === -1 ? this.#rawEnd(at) : tag
    return end === -1 ? at + 1 : this.#add('html', at, end)
  }

  #endOf(pattern: RegExp, at: number): number {
    pattern.lastIndex = at
    return pattern.test(this.#text) ? pattern.lastIndex : -1
  }

  /** The end of a comment, instruction, declaration or CDATA section that opens at `at`; -1 without one. */
  #rawEnd(at: number): number {
    for (const [opening, closing] of [
      ['<!--', '-->'],
      ['<?', '?>'],
      ['<![CDATA[', ']]>'],
      ['<!', '>'],
    ] as const) {
      if (!this.#text.startsWith(opening, at)) continue
      if (at >= (this.#endless.get(closing) ?? Infinity)) return -1
      const end = this.#text.indexOf(closing, at + 2)
      if (end === -1) this.#endless.set(closing, at)
      return end === -1 ? -1 : end + closing.length
    }
    return -1
  }

  #emphasis(at: number): number {
    const end = this.#runEnd(at)
    const run = runAt(this.#text, at, end)
    if (run.opens || run.closes) this.#runs.push(run)
    return end
  }

  /** Turns the runs from `from` on into signs, as far as they pair. */
  #addSigns(from: number): void {
    for (const { start, end } of signsIn(this.#runs.slice(from))) this.#add('mark', start, end)
    this.#runs.length = from
  }

  #open(at: number, isImage: boolean): number {
    this.#brackets.push({ at, isImage, nodes: this.#nodes.length, runs: this.#runs.length })
    return isImage ? at + 2 : at + 1
  }

  #close(at: number): number {
    const bracket = this.#brackets.pop()
    if (bracket === undefined) return at + 1
    const isSpent = this.#brackets.length < this.#spent && !bracket.isImage
    this.#spent = Math.min(this.#spent, this.#brackets.length)
    if (isSpent) return at + 1
    const shown = bracket.at + (bracket.isImage ? 2 : 1)
    if (this.#isFootnote(shown, at)) {
      this.#nodes.length = bracket.nodes
      this.#runs.length = bracket.runs
      return this.#add('image', bracket.at, at + 1)
    }
    const end = this.#targetEnd(shown, at)
    if (end === -1) return at + 1
    this.#addLink(bracket, shown, at, end)
    return end
  }

  /** `[^1]`, whose text may stand far off. */
  #isFootnote(shown: number, close: number): boolean {
    return (
      this.#text[shown] === '^' &&
      close - shown > 1 &&
      close - shown < LONGEST_LABEL &&
      !/\s/.test(this.#text.slice(shown, close))
    )
  }

  #addLink(bracket: Bracket, shown: number, at: number, end: number): void {
    this.#addSigns(bracket.runs)
    const inner = this.#nodes.splice(bracket.nodes)
    const children = [
      nodeOf('mark', bracket.at + this.#origin, shown + this.#origin),
      ...inOrder(inner),
      nodeOf('mark', at + this.#origin, end + this.#origin),
    ]
    const kind = bracket.isImage ? 'image' : 'link'
    this.#nodes.push(nodeOf(kind, bracket.at + this.#origin, end + this.#origin, children))
    if (!bracket.isImage) this.#spent = this.#brackets.length
  }

  /** Where the link ends whose words are `shown`–`close`; -1 where it leads nowhere. */
  #targetEnd(shown: number, close: number): number {
    const after = this.#text[close + 1]
    const direct = after === '(' ? this.#endOf(TARGET, close + 1) : -1
    if (direct !== -1) return direct
    if (this.#labels.size === 0) return -1
    const label = after === '[' ? this.#labelAt(close + 1) : null
    if (label !== null && label !== '')
      return this.#labels.has(labelOf(label)) ? close + 3 + label.length : -1
    if (close - shown > LONGEST_LABEL || !this.#labels.has(labelOf(this.#text.slice(shown, close)))) return -1
    return label === '' ? close + 3 : close + 1
  }

  #labelAt(at: number): string | null {
    LABEL.lastIndex = at
    return LABEL.exec(this.#text)?.[1] ?? null
  }
}
