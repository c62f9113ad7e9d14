/** Emphasis: which stars and underscores are signs, after the CommonMark specification’s rules on runs of them. */
import type { Stretch } from './node.ts'

/** A run of stars or underscores that are not yet told from text. */
export interface Run {
  readonly char: string
  /** What is left of it. */
  start: number
  end: number
  readonly length: number
  readonly opens: boolean
  readonly closes: boolean
}

const SPACE = /\s/
const PUNCTUATION = /[\p{P}\p{S}]/u

/** The run at `start`–`end` of `text`, with what its neighbours let it do. */
export function runAt(text: string, start: number, end: number): Run {
  const char = text.charAt(start)
  const [before, after] = [classOf(text[start - 1]), classOf(text[end])]
  const isLeft = after !== 'space' && (after !== 'punctuation' || before !== 'letter')
  const isRight = before !== 'space' && (before !== 'punctuation' || after !== 'letter')
  const isStar = char === '*'
  return {
    char,
    start,
    end,
    length: end - start,
    opens: isLeft && (isStar || !isRight || before === 'punctuation'),
    closes: isRight && (isStar || !isLeft || after === 'punctuation'),
  }
}

function classOf(char: string | undefined): 'space' | 'punctuation' | 'letter' {
  if (char === undefined || SPACE.test(char)) return 'space'
  return PUNCTUATION.test(char) ? 'punctuation' : 'letter'
}

/** The signs among `runs`, in no order. Each run is searched from once or leaves a floor that later searches stop at. */
export function signsIn(runs: readonly Run[]): Stretch[] {
  const signs: Stretch[] = []
  const open: Run[] = []
  const floors = new Map<string, number>()
  for (const run of runs) {
    while (run.closes && run.end > run.start) {
      const key = `${run.char}${run.length % 3}${run.opens}`
      const at = openerOf(open, run, floors.get(key) ?? 0)
      if (at === -1) {
        floors.set(key, open.length)
        break
      }
      pair(open[at] as Run, run, signs)
      open.length = (open[at] as Run).end > (open[at] as Run).start ? at + 1 : at
      for (const [one, floor] of floors) if (floor > open.length) floors.set(one, open.length)
    }
    if (run.opens && run.end > run.start) open.push(run)
  }
  return signs
}

function openerOf(open: readonly Run[], closer: Run, floor: number): number {
  for (let at = open.length - 1; at >= floor; at -= 1) {
    const opener = open[at] as Run
    if (opener.char === closer.char && fits(opener, closer)) return at
  }
  return -1
}

/** The rule of three. */
const fits = (opener: Run, closer: Run): boolean =>
  (!opener.closes && !closer.opens) ||
  (opener.length + closer.length) % 3 !== 0 ||
  (opener.length % 3 === 0 && closer.length % 3 === 0)

function pair(opener: Run, closer: Run, signs: Stretch[]): void {
  const units = opener.end - opener.start > 1 && closer.end - closer.start > 1 ? 2 : 1
  opener.end -= units
  signs.push({ start: opener.end, end: opener.end + units })
  signs.push({ start: closer.start, end: closer.start + units })
  closer.start += units
}
