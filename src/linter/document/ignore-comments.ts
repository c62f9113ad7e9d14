/** Reads the comments that set findings aside: `<!-- highwater-ignore person-failed, should-have: reason -->`. */
import type { IgnoreComment } from './block.ts'

const REACH = {
  'highwater-ignore': 'next',
  'highwater-ignore-section': 'section',
  'highwater-ignore-file': 'file',
} as const

type Word = keyof typeof REACH

const isWord = (word: string): word is Word => Object.hasOwn(REACH, word)

/** A reason that nobody has filled in yet. */
const UNFILLED = /^(?:<[^<>]{0,80}>|…|\.{3})$/

/** The comments in a piece of HTML; without a rule's name they set every rule aside. A comment without a reason counts for nothing. */
export function ignoreCommentsIn(html: string, offset: number): IgnoreComment[] {
  const found: IgnoreComment[] = []
  let at = html.indexOf('<!--')
  while (at !== -1) {
    const end = html.indexOf('-->', at + 4)
    if (end === -1) break
    const comment = readComment(html.slice(at + 4, end), offset + at, offset + end + 3)
    if (comment !== null) found.push(comment)
    at = html.indexOf('<!--', end + 3)
  }
  return found
}

function readComment(inner: string, start: number, end: number): IgnoreComment | null {
  const colon = inner.indexOf(':')
  const reason = colon === -1 ? '' : inner.slice(colon + 1).trim()
  if (reason === '' || UNFILLED.test(reason)) return null
  const [word = '', ...rules] = inner
    .slice(0, colon)
    .split(/[\s,]+/)
    .filter((part) => part !== '')
  return isWord(word) ? { start, end, rules, reason, reach: REACH[word] } : null
}
