/** Splits the prose of a block into sentences, past versions, domains, times and abbreviations. */
import type { Span } from '../document/block.ts'

const ABBREVIATIONS = new Set(
  'e.g i.e eg ie etc vs approx mr mrs ms dr prof cf inc ltd co corp fig u.s u.k resp incl est'.split(' '),
)

const CLOSERS = new Set(['"', "'", '”', '’', ')', ']', '}', '*', '_'])

/** A line that opens a new entry although no blank line stands before it. */
const NEW_ENTRY = /^[ \t]*(?:[•‣▪–—]|\d{1,2}:\d{2}|\d{4}-\d{2}-\d{2}|[A-Z][A-Za-z ]{0,30}: )/

/** The sentences' spans, trimmed of white space, none empty. Linear in the text's length. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (let at = nextStop(text, 0); at !== -1; at = nextStop(text, at + 1)) {
    const end = boundaryAt(text, at, start)
    if (end === -1) continue
    addTrimmed(spans, text, start, end)
    start = end
    at = end - 1
  }
  addTrimmed(spans, text, start, text.length)
  return spans
}

const STOP = /[.!?…\n]/g

/** Offset of the next sign that may end a sentence; -1 without one. */
function nextStop(text: string, from: number): number {
  STOP.lastIndex = from
  return STOP.test(text) ? STOP.lastIndex - 1 : -1
}

function boundaryAt(text: string, at: number, start: number): number {
  const char = text[at]
  if (char === '\n') return NEW_ENTRY.test(text.slice(at + 1, at + 48)) ? at + 1 : -1
  let end = at + 1
  while (end < text.length && end < at + 12 && isCloser(text[end] ?? '')) end += 1
  if (end < text.length && !/\s/.test(text[end] ?? '')) return -1
  if (char === '.' && endsAbbreviation(text, at, start)) return -1
  return opensSentence(text, end) ? end : -1
}

const isCloser = (char: string): boolean => CLOSERS.has(char) || char === '.' || char === '!' || char === '?'

function endsAbbreviation(text: string, at: number, start: number): boolean {
  let from = at
  while (from > start && from > at - 12 && /[\p{L}.]/u.test(text[from - 1] ?? '')) from -= 1
  const word = text.slice(from, at)
  // A single capital is an initial: “J. Smith”.
  return /^\p{Lu}$/u.test(word) ? word !== 'I' : ABBREVIATIONS.has(word.toLowerCase())
}

function opensSentence(text: string, from: number): boolean {
  let at = from
  while (at < text.length && /\s/.test(text[at] ?? '')) at += 1
  return at >= text.length || !/\p{Ll}/u.test(text[at] ?? '')
}

function addTrimmed(spans: Span[], text: string, from: number, to: number): void {
  let start = from
  let end = to
  while (start < end && /\s/.test(text[start] ?? '')) start += 1
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1
  if (end > start) spans.push({ start, end })
}
