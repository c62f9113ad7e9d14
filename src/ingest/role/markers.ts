/** Counts the marks by which a template, an index or a page without content gives itself away. */
import type { Block, BlockTree } from '../blocks/block.ts'
import { plain } from '../blocks/inline.ts'

export interface Markers {
  /** Words outside of code, comments and front matter. */
  readonly words: number
  /** Places left to be filled in: `YYYY-MM-DD`, `{{ name }}`, `[Incident Title]`, `<summary>`, `TBD`. */
  readonly placeholders: number
  /** Instructions to a writer: `Describe what …`, an italic or quoted question. */
  readonly prompts: number
  /** Line of the first placeholder or prompt; null without one. */
  readonly firstBlankLine: number | null
  /** List items and table rows that are nothing but a link. */
  readonly linkItems: number
  readonly items: number
  /** Sentences about how reports are to be written. */
  readonly aboutReports: number
}

const PLACEHOLDERS =
  /\b(?:y{2,4}[-/.]?m{1,2}[-/.]?d{1,2}|d{1,2}[-/.]m{1,2}[-/.]y{2,4}|20xx|hh:?mm|xx:xx|00:00:00|pm-?n{3,4}|lorem ipsum|dolor sit|xxx|yyy|zzz)\b|\{\{[^{}\n]{1,80}\}\}|<(?:date|time|title|name|summary|one-line[^<>\n]{0,40}|insert[^<>\n]{0,60}|describe[^<>\n]{0,60}|your[^<>\n]{0,60}|[a-z]+(?:[ _-][a-z]+){1,8})>|\[(?:date|time|title|name|number|insert[^[\]\n]{0,60}|your[^[\]\n]{0,60}|describe[^[\]\n]{0,80}|e\.g\.[^[\]\n]{0,80}|\p{L}[^\s[\]]{1,40}(?: [^\s[\]]{1,40}){1,20})\](?![([])/giu
const PROMPTS =
  /^(?:\*|_|>|\(|\[|<!--)*\s*(?:describe|explain|provide|summari[sz]e|list (?:the|all|any|what|who|out)|include|add (?:a|any|the|your)|write|state (?:the|what)|report (?:when|how|what)|outline|detail (?:the|how|what)|note (?:any|the)|use this|replace|fill in|give (?:a|an|some|the)|bulleted$|optional|quick summary|short (?:event )?(?:summary|description)|brief (?:summary|description|overview)|who and what|how was the|what (?:did|do) you|did (?:you|the right)|what happened\.|what broke|what actually|what improvements|to be (?:done|filled)|clear description|copy th|each list item|beskriv|kort beskrivelse|hva skjedde\?|簡潔に|ここに|記述|请描述|填写)/i
const ABOUT_REPORTS =
  /\b(?:this (?:directory|folder|repository|repo|page|section|site) (?:holds|contains|documents|collects|lists|is|serves|has|provides)|post-?mortems? (?:are|is|should|must|usually|help|document|process|template|follow)|incident (?:reports?|process|response process) (?:are|is|should|must)|when (?:to|should (?:we|you|i)) (?:write|create|do)|how to (?:write|use|create|report|add)|use (?:this|the) template|copy (?:this|the|`?template)|new post-?mortem|blameless culture|make a copy|naming convention|table of contents|see the template|we number them|adding a new)\b/gi

export function markersOf(tree: BlockTree): Markers {
  const counter = new Counter()
  for (const block of tree.blocks) counter.block(block)
  return counter
}

class Counter implements Markers {
  words = 0
  placeholders = 0
  prompts = 0
  firstBlankLine: number | null = null
  linkItems = 0
  items = 0
  aboutReports = 0

  block(block: Block): void {
    switch (block.kind) {
      case 'heading':
        this.text(block.raw, block.line)
        break
      case 'paragraph':
        this.text(block.lines.map((line) => line.text).join(' '), block.line)
        break
      case 'list':
        for (const item of block.items) {
          const text = item.lines.map((line) => line.text).join(' ')
          this.item(text)
          this.text(text, item.line)
        }
        break
      case 'table':
        for (const row of block.rows) {
          this.item(row.cells[0] ?? '')
          this.text(row.cells.join(' . '), row.line)
        }
        break
      case 'quote':
        for (const inner of block.blocks) this.block(inner)
        break
      case 'code':
      case 'comment':
      case 'html':
      case 'rule':
      case 'frontMatter':
        break
    }
  }

  private text(raw: string, line: number): void {
    const text = raw.length > 20_000 ? raw.slice(0, 20_000) : raw
    this.words += wordCount(raw)
    const before = this.placeholders + this.prompts
    this.placeholders += text.match(PLACEHOLDERS)?.length ?? 0
    if (PROMPTS.test(text.trim())) this.prompts += 1
    if (this.placeholders + this.prompts > before) this.firstBlankLine ??= line
    this.aboutReports += text.match(ABOUT_REPORTS)?.length ?? 0
  }

  private item(raw: string): void {
    this.items += 1
    if (!raw.includes('](') && !raw.includes('http')) return
    const text = plain(raw)
    const bare = /^\W*\[[^\]]{1,200}\]\([^)]{1,300}\)/.test(raw.slice(0, 1_000)) || /^<?https?:/.test(text)
    if (bare) this.linkItems += 1
  }
}

/** Words, an ideograph counting for half a word. */
export function wordCount(text: string): number {
  const latin = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  const ideographs = text.match(/[\u3040-\u30ff\u4e00-\u9fff]/g)?.length ?? 0
  return latin + Math.floor(ideographs / 2)
}
