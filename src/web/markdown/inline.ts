/** Reads one run of Markdown text into inline pieces, in time linear in its length. */
import { type Inline, type References, safeAddress } from './tree.ts'

/** Emphasis inside emphasis is followed this deep; deeper marks stay as written. */
const DEEPEST = 6

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}
const ESCAPABLE = /[!-/:-@[-`{-~]/
const BARE = /^https?:\/\/[^\s<>]+/i
const MARKS = ['**', '__', '~~', '*', '_'] as const
const KINDS = { '**': 'strong', __: 'strong', '~~': 'struck', '*': 'emphasis', _: 'emphasis' } as const

class Reader {
  readonly #text: string
  readonly #references: References
  readonly #depth: number
  readonly #pieces: Inline[] = []
  #at = 0
  #plain = ''
  /** Marks of which no end lies ahead, so that each is looked for once. */
  readonly #endless = new Set<string>()

  constructor(text: string, references: References, depth: number) {
    this.#text = text
    this.#references = references
    this.#depth = depth
  }

  read(): readonly Inline[] {
    while (this.#at < this.#text.length) {
      if (!this.#special()) {
        this.#plain += this.#text[this.#at]
        this.#at += 1
      }
    }
    this.#flush()
    return this.#pieces
  }

  #flush(): void {
    if (this.#plain !== '') this.#pieces.push({ kind: 'text', text: this.#plain })
    this.#plain = ''
  }

  #push(piece: Inline, end: number): true {
    this.#flush()
    this.#pieces.push(piece)
    this.#at = end
    return true
  }

  #special(): boolean {
    switch (this.#text.charAt(this.#at)) {
      case '\\':
        return this.#escape()
      case '&':
        return this.#entity()
      case '`':
        return this.#code()
      case '\n':
        return this.#lineEnd()
      case '<':
        return this.#angle()
      case '!':
        return this.#text[this.#at + 1] === '[' && this.#bracket(true)
      case '[':
        return this.#bracket(false)
      case '*':
      case '_':
      case '~':
        return this.#depth < DEEPEST && this.#emphasis()
      case 'h':
      case 'H':
        return this.#bare()
      default:
        return false
    }
  }

  #escape(): boolean {
    const next = this.#text[this.#at + 1] ?? ''
    if (next === '\n') return this.#push({ kind: 'break' }, this.#at + 2)
    if (!ESCAPABLE.test(next)) return false
    this.#plain += next
    this.#at += 2
    return true
  }

  #entity(): boolean {
    const found = /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/i.exec(
      this.#text.slice(this.#at, this.#at + 12),
    )
    if (found === null) return false
    const code = found[1] === undefined ? Number.parseInt(found[2] ?? '', 16) : Number(found[1])
    const character = found[3] === undefined ? characterOf(code) : NAMED[found[3].toLowerCase()]
    if (character === undefined) return false
    this.#plain += character
    this.#at += found[0].length
    return true
  }

  #code(): boolean {
    const ticks = /^`+/.exec(this.#text.slice(this.#at, this.#at + 20))?.[0] ?? '`'
    const end = this.#find(ticks, this.#at + ticks.length, (at) => this.#text[at + ticks.length] !== '`')
    if (end < 0) return false
    const inside = this.#text.slice(this.#at + ticks.length, end).replaceAll('\n', ' ')
    const text = /^ .*[^ ].* $/.test(inside) ? inside.slice(1, -1) : inside
    return this.#push({ kind: 'code', text }, end + ticks.length)
  }

  #lineEnd(): boolean {
    const hard = this.#plain.endsWith('  ')
    this.#plain = this.#plain.trimEnd()
    if (hard) return this.#push({ kind: 'break' }, this.#at + 1)
    this.#plain += ' '
    this.#at += 1
    return true
  }

  #angle(): boolean {
    const end = this.#text.indexOf('>', this.#at)
    if (end < 0 || end - this.#at > 2_000) return false
    const inside = this.#text.slice(this.#at + 1, end)
    if (/^br\s*\/?$/i.test(inside)) return this.#push({ kind: 'break' }, end + 1)
    const address = /^[^\s<>]+$/.test(inside) ? safeAddress(inside) : null
    if (address === null) return false
    return this.#push({ kind: 'link', href: address, inside: [{ kind: 'text', text: inside }] }, end + 1)
  }

  #bare(): boolean {
    if (/\w/.test(this.#text[this.#at - 1] ?? '')) return false
    const found = BARE.exec(this.#text.slice(this.#at, this.#at + 2_000))?.[0]
    if (found === undefined) return false
    const address = found.replace(/[.,;:!?'")\]*_]+$/, '')
    return this.#push(
      { kind: 'link', href: address, inside: [{ kind: 'text', text: address }] },
      this.#at + address.length,
    )
  }

  #bracket(image: boolean): boolean {
    const open = this.#at + (image ? 1 : 0)
    const close = closing(this.#text, open)
    if (close < 0) return false
    const label = this.#text.slice(open + 1, close)
    const target = this.#target(label, close + 1)
    if (target === null) return false
    const href = safeAddress(target.address)
    if (image) return this.#push({ kind: 'image', href, text: label }, target.end)
    const inside = readInline(label, this.#references, this.#depth + 1)
    if (href !== null) return this.#push({ kind: 'link', href, inside }, target.end)
    this.#flush()
    this.#pieces.push(...inside)
    this.#at = target.end
    return true
  }

  /** Where a bracket leads: `(address "title")`, `[name]`, or its own words as the name. */
  #target(label: string, from: number): { address: string; end: number } | null {
    const rest = this.#text.slice(from, from + 2_000)
    const direct =
      /^\(\s*(?:<([^<>\n]*)>|([^\s()<]*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+["'(][^"')]*["')])?\s*\)/.exec(rest)
    if (direct !== null) return { address: direct[1] ?? direct[2] ?? '', end: from + direct[0].length }
    const named = /^\[([^\]\n]{0,200})\]/.exec(rest)
    const name = named === null || named[1] === '' ? label : (named[1] ?? '')
    const address = this.#references.get(name.trim().toLowerCase())
    return address === undefined ? null : { address, end: from + (named?.[0].length ?? 0) }
  }

  #emphasis(): boolean {
    const mark = MARKS.find((one) => this.#text.startsWith(one, this.#at))
    if (mark === undefined) return false
    const from = this.#at + mark.length
    if (/\s|^$/.test(this.#text[from] ?? '') || (mark.startsWith('_') && isWord(this.#text[this.#at - 1])))
      return false
    const end = this.#find(mark, from + 1, (at) => this.#ends(mark, at))
    if (end < 0) return false
    const inside = readInline(this.#text.slice(from, end), this.#references, this.#depth + 1)
    return this.#push({ kind: KINDS[mark], inside }, end + mark.length)
  }

  #ends(mark: string, at: number): boolean {
    if (/\s/.test(this.#text[at - 1] ?? ' ')) return false
    const after = this.#text[at + mark.length]
    if (mark.startsWith('_')) return !isWord(after)
    return mark !== '*' || (after !== '*' && this.#text[at - 1] !== '*')
  }

  #find(mark: string, from: number, fits: (at: number) => boolean): number {
    if (this.#endless.has(mark)) return -1
    for (let at = this.#text.indexOf(mark, from); at >= 0; at = this.#text.indexOf(mark, at + 1)) {
      if (fits(at)) return at
    }
    this.#endless.add(mark)
    return -1
  }
}

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character)

function characterOf(code: number): string | undefined {
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined
}

/** The bracket that closes the one at `open`, within 1,000 characters; -1 when there is none. */
function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length && at - open < 1_000; at += 1) {
    const character = text[at]
    if (character === '\\') at += 1
    else if (character === '[') depth += 1
    else if (character === ']') {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return -1
}

/** Reads text into inline pieces. What is not Markdown, HTML included, stays text. */
export function readInline(text: string, references: References, depth = 0): readonly Inline[] {
  return new Reader(text, references, depth).read()
}
