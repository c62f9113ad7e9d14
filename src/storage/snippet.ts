/** Cuts the sentence of a text in which a search found its words, with `**` around each. */

const LONGEST = 220
const CJK = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]/u

/** A pattern that finds words by their stems; null when there are none to find. */
function patternOf(stems: readonly string[]): RegExp | null {
  const parts = stems
    .filter((stem) => stem !== '')
    .map((stem) => {
      const text = stem.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/[iy]$/, '[iy]')
      return CJK.test(stem) ? text : String.raw`(?<![\p{L}\p{N}])${text}[\p{L}\p{N}]*`
    })
  return parts.length === 0 ? null : new RegExp(parts.join('|'), 'giu')
}

/** The same text without accents, letter for letter, so that places in it are places in the text. */
function withoutAccents(text: string): string {
  return text.replaceAll(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFD').charAt(0))
}

/** Markdown as plain words on one line. */
function plain(markdown: string): string {
  return markdown
    .replaceAll(/!?\[([^\]\n]{0,300})\]\([^)\n]{0,500}\)/g, '$1')
    .replaceAll(/^[ \t]{0,20}(?:#{1,6}|[-*+>|]|\d{1,4}[.)])[ \t]+/gm, '')
    .replaceAll(/[*_`|]+/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/**
 * The passage of the first text that holds any of the words, at most some 220 characters; null when none does.
 * `stems` are beginnings of words in lower case without accents.
 */
export function makeSnippet(texts: readonly string[], stems: readonly string[]): string | null {
  const pattern = patternOf(stems)
  if (pattern === null) return null
  for (const markdown of texts) {
    const text = plain(markdown)
    const folded = withoutAccents(text)
    const first = folded.search(pattern)
    if (first !== -1) return mark(text, folded, pattern, passageAround(text, first))
  }
  return null
}

interface Passage {
  readonly start: number
  readonly end: number
}

function passageAround(text: string, place: number): Passage {
  const before = text.slice(Math.max(0, place - LONGEST / 2), place)
  const sentence = Math.max(...['. ', '! ', '? ', '。'].map((mark) => before.lastIndexOf(mark) + mark.length))
  const from = Math.max(0, place - LONGEST / 2)
  const found = ['. ', '! ', '? ', '。'].some((mark) => before.includes(mark))
  const start = found ? from + sentence : wordStart(text, from)
  return { start, end: wordEnd(text, Math.min(text.length, start + LONGEST)) }
}

function wordStart(text: string, place: number): number {
  return place === 0 ? 0 : text.indexOf(' ', place) + 1
}

function wordEnd(text: string, place: number): number {
  if (place >= text.length) return text.length
  const space = text.lastIndexOf(' ', place)
  return space > place - 40 ? space : place
}

function mark(text: string, folded: string, pattern: RegExp, passage: Passage): string {
  let marked = ''
  let done = passage.start
  for (const match of folded.slice(passage.start, passage.end).matchAll(pattern)) {
    const start = passage.start + match.index
    marked += `${text.slice(done, start)}**${text.slice(start, start + match[0].length)}**`
    done = start + match[0].length
  }
  marked += text.slice(done, passage.end)
  return `${passage.start > 0 ? '… ' : ''}${marked}${passage.end < text.length ? ' …' : ''}`
}
