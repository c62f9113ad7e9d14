/** What a period says, in sentences made from its numbers, each with how sure one may be. Never why, never who. */
import type { Trends } from '../../../contract/trends.ts'
import { shareOf } from '../../../domain/statistics/wilson.ts'
import type { Share } from '../../../domain/statistics/wilson.ts'
import { LEAST_FOR_XMR } from '../../../domain/statistics/xmr.ts'
import { capital, listed, numberOf, numberWord } from '../../number-words.ts'
import { SECTION_WORDS, countOf, minutesWords, timeWords } from '../../words.ts'
import { MAIN_SECTIONS } from './main-sections.ts'

/** How sure one may be, as the words that stand beside a claim. */
export const CERTAINTY_WORDS = {
  change: 'A change.',
  no_change: 'No change seen.',
  not_yet_sure: 'Not yet sure.',
  too_early: 'Too early to tell.',
  not_enough: 'Not enough data.',
  counted: 'Counted.',
} as const
export type CertaintyWord = keyof typeof CERTAINTY_WORDS

export interface Sentence {
  /** Address of the figure it was made from. */
  readonly figure: string
  /** Its gist, ending in a stop or comma. */
  readonly lead: string
  readonly rest: string
  readonly certainty: CertaintyWord
  /** What the certainty rests on. */
  readonly why: string
}

type Bucket = Trends['incidents']['buckets'][number]

/** Fewest on either side before two shares are compared. */
const LEAST_EACH = 8

/** The sentences of a period, those that can be made; empty where nothing was recorded. */
export function sentencesOf(trends: Trends): Sentence[] {
  if (trends.incidents.n === 0) return []
  return [
    incidentsSentence(trends),
    repeatsSentence(trends),
    classSentence(trends),
    detectSentence(trends),
    actionsSentence(trends),
    coverageSentence(trends),
  ].filter((one) => one !== null)
}

/** Buckets that are over; one that is not would look like a fall. */
export const over = (trends: Trends): Bucket[] =>
  trends.incidents.buckets.filter((bucket) => bucket.to <= trends.asOf)

/** `October`, or `July to September` for a quarter. */
export function bucketWords(
  bucket: { readonly from: Bucket['from']; readonly to: Bucket['to'] },
  zone: string,
): string {
  const name = (at: number) =>
    new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: zone }).format(new Date(at))
  const [first, last] = [name(Date.parse(bucket.from)), name(Date.parse(bucket.to) - 1)]
  return first === last ? first : `${first} to ${last}`
}

const RULE_WORDS: Readonly<Record<string, string>> = {
  beyond_limit: 'beyond a limit',
  run_of_eight: 'the last of eight in a row on one side of the mean',
  three_of_four: 'three of four near one limit',
  large_step: 'a step larger than usual',
}

/** The rule a point broke, as words. */
export const ruleWords = (rule: string): string => RULE_WORDS[rule] ?? rule.replaceAll('_', ' ')

function incidentsSentence(trends: Trends): Sentence | null {
  const { limits } = trends.incidents
  const done = over(trends)
  const last = done.at(-1)
  const figure = '#incidents'
  if (last === undefined) {
    return {
      figure,
      lead: `${capital(numberOf(trends.incidents.n, 'incident'))} so far.`,
      rest: 'The period is not over.',
      certainty: 'too_early',
      why: `No whole ${trends.period.by} yet.`,
    }
  }
  const lead = `${capital(numberOf(last.count, 'incident'))} in ${bucketWords(last, trends.period.timeZone)}.`
  if (limits === null) {
    return {
      figure,
      lead,
      rest: `${capital(numberOf(trends.incidents.n, 'incident'))} in the whole period.`,
      certainty: 'not_enough',
      why: `Limits need ${numberOf(LEAST_FOR_XMR, trends.period.by)}; ${numberOf(done.length, 'is', 'are')} over.`,
    }
  }
  const signals = done.filter((bucket) => bucket.signal !== null)
  const usual = `Between ${numberWord(Math.ceil(limits.lower))} and ${numberWord(Math.floor(limits.upper))} is usual in this period.`
  if (signals.length === 0) {
    return {
      figure,
      lead,
      rest: usual,
      certainty: 'no_change',
      why: 'Every point keeps within its limits, by all four rules.',
    }
  }
  const named = signals.map((bucket) => bucketWords(bucket, trends.period.timeZone))
  const why = signals.map(
    (bucket) => `${bucketWords(bucket, trends.period.timeZone)}: ${ruleWords(bucket.signal ?? '')}`,
  )
  return {
    figure,
    lead,
    rest: `${usual} ${capital(listed(named))} ${named.length === 1 ? 'stands' : 'stand'} out.`,
    certainty: 'change',
    why: `${why.join('; ')}.`,
  }
}

/** The two halves of a period's repeats, whole buckets only. */
export function repeatHalves(trends: Trends): readonly [Share, Share] {
  const buckets = trends.repeatShare.buckets.filter((bucket) => bucket.to <= trends.asOf)
  const half = Math.floor(buckets.length / 2)
  const sum = (some: typeof buckets): Share =>
    shareOf(
      some.reduce((total, one) => total + one.count, 0),
      some.reduce((total, one) => total + one.n, 0),
    )
  return [sum(buckets.slice(0, buckets.length - half)), sum(buckets.slice(buckets.length - half))]
}

/** Whether two shares differ: only when their intervals leave each other out. */
export function compareShares(before: Share, after: Share): CertaintyWord {
  if (Math.min(before.n, after.n) < LEAST_EACH || before.interval === null || after.interval === null)
    return 'not_enough'
  const apart = before.interval.low > after.interval.high || after.interval.low > before.interval.high
  return apart ? 'change' : 'not_yet_sure'
}

function repeatsSentence(trends: Trends): Sentence | null {
  const { whole } = trends.repeatShare
  if (whole.n === 0) return null
  const figure = '#repeats'
  const [before, after] = repeatHalves(trends)
  const certainty = compareShares(before, after)
  const counts = `${after.count} of ${after.n} in the later half, ${before.count} of ${before.n} in the earlier one.`
  if (certainty === 'not_enough') {
    return {
      figure,
      lead: `${capital(numberWord(whole.count))} of ${numberWord(whole.n)} repeated a class`,
      rest: 'within its window.',
      certainty,
      why: `${countOf(whole.n, 'incident')} with a confirmed class are too few to compare halves.`,
    }
  }
  const down = (after.share ?? 0) < (before.share ?? 0)
  const same = Math.abs((after.share ?? 0) - (before.share ?? 0)) < 0.05
  const lead =
    certainty === 'change'
      ? `Repeats are ${down ? 'rarer' : 'more common'},`
      : same
        ? 'Repeats are about as common as they were,'
        : `Repeats look ${down ? 'rarer' : 'more common'},`
  return {
    figure,
    lead,
    rest: counts,
    certainty,
    why: certainty === 'change' ? 'The intervals lie apart.' : 'The intervals overlap.',
  }
}

function classSentence(trends: Trends): Sentence | null {
  const top = trends.byClass.find((row) => row.class !== null)
  if (top === undefined || top.class === null || top.total < 2) return null
  const level = trends.byClass.filter((row) => row.class !== null && row.total === top.total)
  const names = listed(level.slice(0, 3).map((row) => row.class?.name ?? ''))
  const repeats = level.reduce((sum, row) => sum + row.repeats, 0)
  return {
    figure: '#classes',
    lead: `${names} came up most,`,
    rest: `${numberOf(top.total, 'time')}${level.length > 1 ? ' each' : ''}; ${numberWord(repeats)} of ${level.length > 1 ? 'these' : 'them'} ${repeats === 1 ? 'was a repeat' : 'were repeats'}.`,
    certainty: 'counted',
    why: 'Confirmed classes only; suggestions do not count.',
  }
}

function detectSentence(trends: Trends): Sentence | null {
  const { median, p90, n, unknown } = trends.durations.detect
  if (median === null) return null
  const why = `n ${n}${unknown === 0 ? '' : `, ${unknown} unknown`}.`
  return {
    figure: '#durations',
    lead: `Half of the incidents were noticed within ${minutesWords(median)}.`,
    rest: p90 === null ? '' : `One in ten took ${minutesWords(p90)} or longer.`,
    certainty: n < LEAST_EACH ? 'not_enough' : 'counted',
    why,
  }
}

function actionsSentence(trends: Trends): Sentence | null {
  const { n, overdue, noDue, noOwner } = trends.openActions
  if (n === 0) return null
  const lacks = [
    noDue === 0 ? '' : `${numberWord(noDue)} ${noDue === 1 ? 'has' : 'have'} no due date`,
    noOwner === 0 ? '' : `${numberWord(noOwner)} no owner`,
  ].filter(Boolean)
  return {
    figure: '#actions',
    lead:
      overdue === 0
        ? `${capital(numberOf(n, 'action'))} ${n === 1 ? 'is' : 'are'} open, none overdue.`
        : `${capital(numberWord(overdue))} of ${numberOf(n, 'open action')} ${overdue === 1 ? 'is' : 'are'} overdue.`,
    rest: lacks.length === 0 ? '' : `${capital(listed(lacks))}.`,
    certainty: 'counted',
    why: `As of ${timeWords(trends.asOf, 'day', trends.period.timeZone)}.`,
  }
}

function coverageSentence(trends: Trends): Sentence | null {
  const main = trends.coverage.filter((row) => MAIN_SECTIONS.includes(row.section) && row.share !== null)
  const [least] = main.sort((a, b) => (a.share ?? 0) - (b.share ?? 0))
  if (least === undefined) return null
  const level = main.filter((row) => row.count === least.count)
  const names = listed(level.map((row) => SECTION_WORDS[row.section].toLowerCase()))
  const plural = level.length > 1 || names.endsWith('s')
  const full = least.count === least.n
  return {
    figure: '#coverage',
    lead: full
      ? 'Every postmortem has its main parts.'
      : `${capital(names)} ${plural ? 'are' : 'is'} most often missing,`,
    rest: full
      ? ''
      : `${level.length > 1 ? 'each ' : ''}from ${numberWord(least.n - least.count)} of ${numberWord(least.n)} postmortems.`,
    certainty: least.n < LEAST_EACH ? 'not_enough' : 'counted',
    why: `n ${least.n}.`,
  }
}
