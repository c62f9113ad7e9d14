/** What opens a block at the start of a line. */

export interface Fence {
  readonly char: string
  readonly length: number
}

const FENCE = /^(?:`{3,}(?!`)(?![^\n]*`)|~{3,})/

export function fenceIn(rest: string): Fence | null {
  const signs = FENCE.exec(rest)?.[0]
  return signs === undefined ? null : { char: signs.charAt(0), length: signs.length }
}

export function closesFence(fence: Fence, rest: string): boolean {
  const signs = /^(?:`+|~+)(?=[ \t]*$)/.exec(rest)?.[0]
  return signs?.[0] === fence.char && signs.length >= fence.length
}

export interface ListMark {
  /** Tells lists apart: the bullet, or what stands behind the number. */
  readonly sign: string
  readonly length: number
}

/** A bullet or number with white space behind it. What interrupts a paragraph begins with 1 and holds words. */
export function listMarkIn(rest: string, interrupts: boolean): ListMark | null {
  const mark = /^(?:[*+-]|(\d{1,9})[.)])(?=[ \t]|$)/.exec(rest)
  if (mark === null) return null
  const [signs, number = '1'] = mark
  if (interrupts && (Number(number) !== 1 || rest.slice(signs.length).trim() === '')) return null
  return { sign: signs.slice(-1), length: signs.length }
}

export interface HashHeading {
  readonly depth: number
  /** Units of what stands behind the signs, closing ones left out. */
  readonly words: number
}

export function hashHeadingIn(rest: string): HashHeading | null {
  const depth = /^#{1,6}(?=[ \t]|$)/.exec(rest)?.[0].length
  if (depth === undefined) return null
  return { depth, words: rest.slice(depth).replace(/(?:^|[ \t])#+[ \t]*$/, '').length }
}

/** Whether the check box is ticked that an item's text opens with; null without one. */
export function checkBoxIn(text: string): boolean | null {
  const box = /^\[([ \tx])\][ \t]/i.exec(text)?.[1]
  return box === undefined ? null : box.toLowerCase() === 'x'
}

export const isRule = (rest: string): boolean =>
  /^(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/.test(rest)

/** The level that a line of `=` or `-` gives to the paragraph above it; 0 for another line. */
export const underlineLevel = (rest: string): number =>
  /^=+[ \t]*$/.test(rest) ? 1 : /^-+[ \t]*$/.test(rest) ? 2 : 0

/** How raw HTML that a line opens ends; null ends at a blank line. */
const RAW: readonly (readonly [RegExp, RegExp | null])[] = [
  [/^<(?:script|pre|style|textarea)(?:\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [
    /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|\/?>|$)/i,
    null,
  ],
]

const TAG_ALONE = /^<(?:\/[a-z][a-z0-9-]*\s*|[a-z][a-z0-9-]*(?:\s[^<>]*|\/)?)>\s*$/i

export interface RawHtml {
  readonly ends: RegExp | null
}

export function rawHtmlIn(rest: string, interrupts: boolean): RawHtml | null {
  if (!rest.startsWith('<')) return null
  const found = RAW.find(([opens]) => opens.test(rest))
  if (found !== undefined) return { ends: found[1] }
  return !interrupts && TAG_ALONE.test(rest) ? { ends: null } : null
}

/** `[^1]:` */
export const footnoteMarkIn = (rest: string): string | null =>
  /^\[\^[^\]\s]{1,200}\]:/.exec(rest)?.[0] ?? null

/** Where the settings end that a text may open with; 0 without them. */
export function frontMatterEnd(text: string): number {
  const fence = /^(?:---|\+\+\+)[ \t]*\n/.exec(text)?.[0]
  if (fence === undefined) return 0
  const closing = fence.startsWith('-') ? /^---[ \t]*$/gm : /^\+\+\+[ \t]*$/gm
  closing.lastIndex = fence.length
  return closing.exec(text) === null ? 0 : closing.lastIndex
}
