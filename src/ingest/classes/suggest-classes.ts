/** Suggests incident classes for a document from the words it uses, most of all in its title and where it tells causes. */
import type { ClassEntry } from './class-entry.ts'
import { CLASS_REGISTER } from './register.ts'

/** A part of a document and how much its words weigh. */
export interface WeightedText {
  readonly text: string
  readonly weight: number
}

export interface ClassSuggestion {
  readonly class: string
  /** 0 to 1: the share of such suggestions expected to be right. */
  readonly confidence: number
}

const LONGEST = 30_000
const STRONG = 3
const SOME = 1
const MOST = 3

interface Weighted {
  readonly index: number
  readonly weight: number
}

/** A register made ready: stems and phrases to the classes they speak for. */
interface Lexicon {
  readonly ids: readonly string[]
  readonly phrases: ReadonlyMap<string, readonly Weighted[]>
  /** Words of languages without spaces, looked for as parts of the text. */
  readonly parts: readonly { readonly part: string; readonly index: number }[]
}

let known: Lexicon | null = null

/** The classes that best fit, best first, at most three; none where no word speaks for any. */
export function suggestClasses(texts: readonly WeightedText[], register = CLASS_REGISTER): ClassSuggestion[] {
  const lexicon = register === CLASS_REGISTER ? (known ??= lexiconOf(register)) : lexiconOf(register)
  const scores = scoreClasses(texts, lexicon)
  const ranked = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  const best = scores[ranked[0] ?? 0] ?? 0
  if (best <= 0) return []
  const shares = scores.map((score) => Math.exp((score - best) / TEMPERATURE))
  const sum = shares.reduce((a, b) => a + b, 0)
  return ranked
    .slice(0, MOST)
    .filter((index) => (scores[index] ?? 0) > 0)
    .map((index) => ({
      class: lexicon.ids[index] as string,
      confidence: honest((shares[index] as number) / sum),
    }))
}

/** Scores this far apart make one class e times as likely as the other. */
const TEMPERATURE = 2.2

/**
 * Shares are surer than they should be: words of one incident come together. The line through the labelled documents'
 * shares and their rightness is what is shown (`npm run bench:ingest` prints how it holds).
 */
function honest(share: number): number {
  return Math.round((0.08 + share * 0.58) * 100) / 100
}

function scoreClasses(texts: readonly WeightedText[], lexicon: Lexicon): number[] {
  const scores = lexicon.ids.map(() => 0)
  const counts = new Map<string, number>()
  for (const { text, weight } of texts) {
    const sample = text.slice(0, LONGEST)
    countPhrases(sample, lexicon, counts, weight)
    for (const { part } of lexicon.parts) {
      const found = occurrences(sample, part)
      if (found > 0) counts.set(part, (counts.get(part) ?? 0) + found * weight)
    }
  }
  for (const [phrase, count] of counts) {
    // The tenth mention says little more than the third.
    const gain = Math.log2(1 + count)
    for (const { index, weight } of lexicon.phrases.get(phrase) ?? [])
      scores[index] = (scores[index] ?? 0) + gain * weight
  }
  for (const { part, index } of lexicon.parts) {
    const count = counts.get(part)
    if (count !== undefined) scores[index] = (scores[index] ?? 0) + Math.log2(1 + count) * STRONG
  }
  return scores
}

function countPhrases(text: string, lexicon: Lexicon, counts: Map<string, number>, weight: number): void {
  let before = ''
  let twoBefore = ''
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}']+/gu)) {
    const stem = stemOf(word)
    for (const phrase of [stem, `${before} ${stem}`, `${twoBefore} ${before} ${stem}`]) {
      if (lexicon.phrases.has(phrase)) counts.set(phrase, (counts.get(phrase) ?? 0) + weight)
    }
    twoBefore = before
    before = stem
  }
}

function occurrences(text: string, part: string): number {
  let found = 0
  for (let at = text.indexOf(part); at !== -1 && found < 20; at = text.indexOf(part, at + part.length))
    found += 1
  return found
}

function lexiconOf(register: readonly ClassEntry[]): Lexicon {
  const phrases = new Map<string, Weighted[]>()
  const parts: { part: string; index: number }[] = []
  const put = (phrase: string, index: number, weight: number) => {
    const key = (phrase.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []).map(stemOf).join(' ')
    const held = phrases.get(key) ?? []
    if (!held.some((each) => each.index === index)) phrases.set(key, [...held, { index, weight }])
  }
  for (const [index, entry] of register.entries()) {
    for (const phrase of phrasesOf(entry.strong)) put(phrase, index, STRONG)
    for (const phrase of phrasesOf(entry.some)) put(phrase, index, SOME)
    for (const phrase of phrasesOf(entry.otherLanguages)) {
      if (/[\u3040-\u30ff\u4e00-\u9fff]/.test(phrase)) parts.push({ part: phrase, index })
      else put(phrase, index, STRONG)
    }
  }
  return { ids: register.map((entry) => entry.id), phrases, parts }
}

function phrasesOf(list: string): string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
}

/** A rough stem, the same for text and register: endings of English number and tense go. */
function stemOf(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word
  return word
    .replace(/'s?$/, '')
    .replace(/ies$/, 'y')
    .replace(/(?:ing|ed|es|s)$/, '')
    .replace(/e$/, '')
}
