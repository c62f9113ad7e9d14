/** Takes inline mark-up off a piece of Markdown and leaves the words. Linear in the text. */

/** Links with a longer target are left as they stand, so that the search for their end is bounded. */
const LONGEST_TARGET = 1_000

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rarr: '→',
}

/** The words of a line or cell: links give their text, images their alternative text, code its content; marks, tags and comments go. */
export function plain(raw: string): string {
  let text = raw
  if (text.includes('<')) text = dropTags(text)
  if (text.includes('](') || text.includes('][') || text.includes('[[')) text = unlink(text)
  if (text.includes('`')) text = text.replaceAll('`', '')
  text = text.replaceAll(/\*{1,3}|~~|'''/g, '')
  text = text.replaceAll(/(?<![\p{L}\p{N}_])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![\p{L}\p{N}_])/gu, '')
  if (text.includes('&'))
    text = text.replaceAll(/&([a-z]{2,6});/g, (all, name: string) => ENTITIES[name] ?? all)
  if (text.includes('\\')) text = text.replaceAll(/\\([\\`*_{}[\]()#+\-.!|~<>])/g, '$1')
  return text.replaceAll(/[ \t\u00a0\u3000]+/g, ' ').trim()
}

/** Tags and comments taken out; `<br>` becomes a space; an autolink keeps its address. */
function dropTags(text: string): string {
  let out = ''
  let from = 0
  for (;;) {
    const open = text.indexOf('<', from)
    if (open === -1) return out + text.slice(from)
    const comment = text.startsWith('<!--', open)
    const close = comment ? text.indexOf('-->', open + 4) : text.indexOf('>', open + 1)
    if (close === -1) return out + text.slice(from)
    const inner = text.slice(open + 1, close)
    out += text.slice(from, open)
    if (comment) from = close + 3
    else if (inner.includes('<')) {
      from = text.lastIndexOf('<', close)
      out += text.slice(open, from)
    } else if (/^(?:https?:|mailto:)/.test(inner)) {
      out += inner
      from = close + 1
    } else if (/^\/?[a-z][a-z0-9-]*(?:[\s/][^<]*)?$/i.test(inner) || inner.startsWith('%')) {
      out += /^(?:br|\/p|\/li|\/td)\b/i.test(inner) ? ' ' : ''
      from = close + 1
    } else {
      out += `<${inner}>`
      from = close + 1
    }
  }
}

/** `[text](target)`, `[text][label]`, `![alt](target)` and `[[page|text]]` become their text. */
function unlink(text: string): string {
  const out: string[] = []
  const opens: number[] = []
  for (let i = 0; i < text.length; i += 1) {
    const ch = text[i] as string
    if (ch === '\\' && i + 1 < text.length) {
      out.push(ch, text[i + 1] as string)
      i += 1
    } else if (ch === '[') {
      opens.push(out.length)
      out.push(ch)
    } else if (ch === ']' && opens.length > 0) {
      i = closeLink(text, i, out, opens)
    } else out.push(ch)
  }
  return out.join('')
}

function closeLink(text: string, at: number, out: string[], opens: number[]): number {
  const open = opens.pop() as number
  const next = text[at + 1]
  const wiki = next === ']' && out[open - 1] === '[' && opens.length > 0
  if (wiki) {
    opens.pop()
    const pipe = out.length - open > LONGEST_TARGET ? -1 : out.indexOf('|', open + 1)
    out.fill('', open, Math.max(open, pipe) + 1)
    out[open - 1] = ''
    return at + 1
  }
  const end = next === '(' ? endOfTarget(text, at + 1) : next === '[' ? text.indexOf(']', at + 2) : -1
  if (end === -1 || end - at > LONGEST_TARGET) {
    out.push(']')
    return at
  }
  out[open] = ''
  if (out[open - 1] === '!') out[open - 1] = ''
  return end
}

function endOfTarget(text: string, open: number): number {
  let depth = 0
  const stop = Math.min(text.length, open + LONGEST_TARGET)
  for (let i = open; i < stop; i += 1) {
    const ch = text[i]
    if (ch === '[' || ch === '\n') return -1
    if (ch === '(') depth += 1
    else if (ch === ')') {
      depth -= 1
      if (depth === 0) return i
    }
  }
  return -1
}
