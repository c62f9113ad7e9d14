/** Cuts a sentence into tokens: words, contractions taken apart, numbers, code, punctuation. */
import { CODE, type Span } from '../document/block.ts'

/** Part of speech, as far as the tagger tells. */
export type Tag =
  | 'det'
  | 'prep'
  | 'sub'
  | 'rel'
  | 'conj'
  | 'pron'
  | 'modal'
  | 'aux'
  | 'neg'
  | 'adv'
  | 'adj'
  | 'noun'
  | 'name'
  | 'verb'
  | 'base'
  | 'ing'
  | 'to'
  | 'poss'
  | 'num'
  | 'code'
  | 'punct'

export interface Token extends Span {
  /** As written. */
  readonly text: string
  /** In lower case, contractions spelt out: `n't` is `not`, `'ve` is `have`. */
  readonly lower: string
  readonly tag: Tag
  /** Within quotation marks. */
  readonly isQuoted: boolean
}

/** A token that the tagger has still to look at. */
export interface DraftToken extends Token {
  lower: string
  tag: Tag
  isQuoted: boolean
}

/** A word may hold single joints: `v2.3.1`, `on-call`, `10:05`, `and/or`, `foo_bar`. */
const TOKEN = /[\p{L}\p{N}\uE001_@#$€£%~+]+(?:[-'’.,/:\\&]+[\p{L}\p{N}\uE001_%+]+)*|\S/gu

const ENDINGS: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'ve", 'have'],
  ["'d", 'had'],
  ["'ll", 'will'],
  ["'re", 'are'],
  ["'m", 'am'],
  ["'s", "'s"],
]

/** Written without their apostrophe, or irregular. */
const WHOLE: Readonly<Record<string, readonly [number, string, string]>> = {
  "can't": [2, 'can', 'not'],
  "won't": [2, 'will', 'not'],
  cannot: [3, 'can', 'not'],
  didnt: [3, 'did', 'not'],
  doesnt: [4, 'does', 'not'],
  dont: [2, 'do', 'not'],
  wasnt: [3, 'was', 'not'],
  werent: [4, 'were', 'not'],
  shouldnt: [6, 'should', 'not'],
  couldnt: [5, 'could', 'not'],
  wouldnt: [5, 'would', 'not'],
}

/** The tokens of `text[span]`, offsets from the start of `text`. */
export function tokensOf(text: string, span: Span): DraftToken[] {
  const tokens: DraftToken[] = []
  const sentence = text.slice(span.start, span.end)
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(sentence); match !== null; match = TOKEN.exec(sentence)) {
    addWord(tokens, match[0], span.start + match.index)
  }
  return tokens
}

function addWord(tokens: DraftToken[], word: string, start: number): void {
  const lower = word.toLowerCase().replaceAll('’', "'")
  // What is longer than any contraction is none.
  const isWhole = word.length > 40 || (!lower.includes("'") && !Object.hasOwn(WHOLE, lower))
  if (isWhole || word.startsWith(CODE)) {
    push(tokens, word, lower, start)
    return
  }
  const whole = Object.hasOwn(WHOLE, lower) ? WHOLE[lower] : undefined
  if (whole !== undefined) {
    push(tokens, word.slice(0, whole[0]), whole[1], start)
    push(tokens, word.slice(whole[0]), whole[2], start + whole[0])
    return
  }
  const ending = ENDINGS.find(([tail]) => lower.length > tail.length && lower.endsWith(tail))
  if (ending === undefined) {
    push(tokens, word, lower, start)
    return
  }
  const cut = word.length - ending[0].length
  // `shouldn't've`: the rest may hold another one.
  addWord(tokens, word.slice(0, cut), start)
  push(tokens, word.slice(cut), ending[1], start + cut)
}

function push(tokens: DraftToken[], text: string, lower: string, start: number): void {
  tokens.push({ text, lower, start, end: start + text.length, tag: 'noun', isQuoted: false })
}
