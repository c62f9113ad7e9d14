/** The figures of a period: a conclusion as title, what it is made of beneath, the drawing, and its list. */
import { Link } from 'wouter-preact'
import type { Trends } from '../../../contract/trends.ts'
import { shareOf } from '../../../domain/statistics/wilson.ts'
import { ChartFigure } from '../../charts/chart-figure.tsx'
import { ClassCells } from '../../charts/class-cells.tsx'
import { type IntervalBar, IntervalBars } from '../../charts/interval-bars.tsx'
import { MeterRows } from '../../charts/meter-rows.tsx'
import { MonthCounts } from '../../charts/month-counts.tsx'
import { StripPlot } from '../../charts/strip-plot.tsx'
import { capital, numberOf, numberWord } from '../../number-words.ts'
import { INCIDENTS_ONLY, filterWord, listOf, periodWords } from '../../period.tsx'
import { SECTION_WORDS, countOf, minutesWords, shareWords } from '../../words.ts'
import { bucketWords, compareShares, over, repeatHalves, ruleWords } from './trend-sentences.ts'
import styles from './trends-page.module.css'

interface Props {
  readonly trends: Trends
}

const POPULATION = 'Outages, degradations, security and data incidents'
const words = (trends: Trends): string => periodWords(trends.period, trends.period.timeZone)

/** `Nov ’25` at the beginning and in January, `Dec` elsewhere. */
function bucketLabel(from: string, zone: string, withYear: boolean): string {
  const month = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: zone }).format(new Date(from))
  const year = new Intl.DateTimeFormat('en-GB', { year: '2-digit', timeZone: zone }).format(new Date(from))
  return withYear ? `${month} ’${year}` : month
}

export function Incidents({ trends }: Props) {
  const { buckets, limits, n } = trends.incidents
  const { timeZone, by } = trends.period
  const signals = buckets.filter((bucket) => bucket.signal !== null)
  const points = buckets.map((bucket, i) => {
    const short = bucketLabel(bucket.from, timeZone, false)
    const january = short === 'Jan' || i === 0
    return {
      label: bucketLabel(bucket.from, timeZone, january),
      short: by === 'month' && buckets.length > 8 ? short.slice(0, 1) : short,
      count: bucket.count,
      signal: bucket.signal,
      open: bucket.to > trends.asOf,
      href: listOf(bucket, timeZone, INCIDENTS_ONLY),
    }
  })
  const open = points.some((point) => point.open)
  return (
    <ChartFigure
      id="incidents"
      title={incidentsTitle(trends)}
      made={`Incidents by ${by}, ${words(trends)}, n ${n}. ${POPULATION}; near misses and drills apart.`}
      draw={(width) => (
        <MonthCounts
          points={points}
          limits={limits}
          width={width}
          label={`Incidents by ${by}, with limits`}
        />
      )}
      table={{
        head: [capital(by), 'Incidents', 'Signal'],
        rows: buckets.map((bucket) => [
          bucketWords(bucket, timeZone),
          bucket.count,
          bucket.signal === null ? 'none' : ruleWords(bucket.signal),
        ]),
      }}
    >
      {limits === null
        ? `Limits are drawn from eight whole ${by}s on.`
        : signals.length === 0
          ? 'Shade: natural limits (XmR). No point fired a rule.'
          : `Shade: natural limits (XmR). Ringed points fired a rule: ${signals
              .map((bucket) => `${bucketWords(bucket, timeZone)}, ${ruleWords(bucket.signal ?? '')}`)
              .join('; ')}.`}
      {open ? ` A dashed point is not over yet and counts in no limit.` : ''}{' '}
      <Link href={listOf(trends.period, timeZone, INCIDENTS_ONLY)}>{countOf(n, 'incident')}</Link>
    </ChartFigure>
  )
}

function incidentsTitle(trends: Trends): string {
  const last = over(trends).at(-1)
  const zone = trends.period.timeZone
  if (last === undefined) return `${capital(numberOf(trends.incidents.n, 'incident'))} so far`
  const lead = `${capital(numberOf(last.count, 'incident'))} in ${bucketWords(last, zone)}`
  const { limits } = trends.incidents
  if (limits === null) return `${lead}; too few ${trends.period.by}s to say what is usual`
  if (last.signal !== null) return `${lead}: ${ruleWords(last.signal)}`
  return `${lead}, within what is usual`
}

/** Classes shown apart; the rest are put together. */
const MOST_CLASSES = 8

export function ByClass({ trends }: Props) {
  const { timeZone } = trends.period
  const named = trends.byClass.filter((row) => row.class !== null)
  const none = trends.byClass.find((row) => row.class === null)
  const shown = named.slice(0, MOST_CLASSES)
  const rest = named.slice(MOST_CLASSES)
  const add = (rows: typeof rest) =>
    rows.reduce<number[]>((sum, row) => row.counts.map((count, i) => count + (sum[i] ?? 0)), [])
  const panels = [
    ...shown.map((row) => ({
      name: row.class?.name ?? '',
      soft: false,
      ...row,
      href: listOf(trends.period, timeZone, [filterWord('class', row.class?.name ?? ''), ...INCIDENTS_ONLY]),
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            name: capital(numberOf(rest.length, 'other class', 'other classes')),
            soft: true,
            counts: add(rest),
            total: rest.reduce((sum, row) => sum + row.total, 0),
            href: '/classes',
          },
        ]),
    ...(none === undefined
      ? []
      : [
          {
            name: 'No class confirmed',
            soft: true,
            ...none,
            href: listOf(trends.period, timeZone, ['has:no-class', ...INCIDENTS_ONLY]),
          },
        ]),
  ]
  if (panels.length === 0) return null
  const most = Math.max(...panels.flatMap((panel) => panel.counts))
  const [first, last] = [trends.incidents.buckets[0], trends.incidents.buckets.at(-1)]
  return (
    <ChartFigure
      id="classes"
      title={classesTitle(named)}
      made={`Incidents by class and ${trends.period.by}, ${words(trends)}. One square is one incident; an incident may have several classes.`}
      draw={() => (
        <ul class={styles['panels']}>
          {panels.map((panel) => (
            <li key={panel.name}>
              <p>
                <Link href={panel.href}>{panel.name}</Link>
                <b>{panel.total}</b>
              </p>
              <ClassCells
                counts={panel.counts}
                most={most}
                soft={panel.soft}
                first={first === undefined ? '' : bucketLabel(first.from, timeZone, true)}
                last={last === undefined ? '' : bucketLabel(last.from, timeZone, true)}
                label={`${panel.name}: ${countOf(panel.total, 'incident')}`}
              />
            </li>
          ))}
        </ul>
      )}
      table={{
        head: ['Class', 'Incidents', 'Repeats'],
        rows: trends.byClass.map((row) => [row.class?.name ?? 'No class confirmed', row.total, row.repeats]),
      }}
    >
      A class counts only when a person confirmed it. <Link href="/classes">The register</Link>
    </ChartFigure>
  )
}

function classesTitle(named: Trends['byClass']): string {
  const repeated = named.filter((row) => row.repeats > 0).length
  if (named.length === 0) return 'No class is confirmed yet'
  if (repeated === 0)
    return `${capital(numberOf(named.length, 'class', 'classes'))} occurred; none came back within its window`
  return `${capital(numberWord(repeated))} of ${numberOf(named.length, 'class', 'classes')} came back within ${repeated === 1 ? 'its window' : 'their windows'}`
}

/** Months are put together by three: a month alone has too few for a share. */
const TOGETHER = { month: 3, quarter: 1 } as const

export function Repeats({ trends }: Props) {
  const { whole, buckets } = trends.repeatShare
  const { timeZone, by } = trends.period
  if (whole.n === 0) return null
  const size = TOGETHER[by]
  const bars: IntervalBar[] = []
  for (let i = 0; i < buckets.length; i += size) {
    const group = buckets.slice(i, i + size)
    const [first, last] = [group[0], group.at(-1)]
    if (first === undefined || last === undefined) continue
    const from = bucketLabel(first.from, timeZone, false)
    const to = bucketLabel(new Date(Date.parse(last.to) - 1).toISOString(), timeZone, true)
    bars.push({
      label: `${from}–${to}`,
      ...shareOf(
        group.reduce((sum, one) => sum + one.count, 0),
        group.reduce((sum, one) => sum + one.n, 0),
      ),
    })
  }
  return (
    <ChartFigure
      id="repeats"
      title={repeatsTitle(trends)}
      made={`Share of incidents with a confirmed class that repeat it within its window, by quarter, ${words(trends)}, n ${whole.n}. Shade: Wilson 95 % interval.`}
      draw={(width) => (
        <IntervalBars bars={bars} width={width} label="Repeat share by quarter, with intervals" />
      )}
      table={{
        head: ['Quarter', 'Repeats', 'Of', 'Share', 'Interval'],
        rows: bars.map((bar) => [
          bar.label,
          bar.count,
          bar.n,
          shareWords(bar.share),
          bar.interval === null
            ? 'no value'
            : `${shareWords(bar.interval.low)} to ${shareWords(bar.interval.high)}`,
        ]),
      }}
    >
      In the whole period {whole.count} of {whole.n}
      {whole.interval === null
        ? ''
        : `, ${shareWords(whole.interval.low)} to ${shareWords(whole.interval.high)} by its interval`}
      . <Link href={listOf(trends.period, timeZone, ['has:repeat'])}>{countOf(whole.count, 'repeat')}</Link>
    </ChartFigure>
  )
}

function repeatsTitle(trends: Trends): string {
  const { whole } = trends.repeatShare
  const [before, after] = repeatHalves(trends)
  const certainty = compareShares(before, after)
  const lead = `${shareWords(whole.share)} of classified incidents repeat`
  if (certainty === 'change') {
    return `Repeats became ${(after.share ?? 0) < (before.share ?? 0) ? 'rarer' : 'more common'} in the later half`
  }
  return certainty === 'not_enough'
    ? `${lead}; too few to see a change`
    : `${lead}; whether that changed is not yet sure`
}

export function Coverage({ trends }: Props) {
  const rows = trends.coverage.filter((row) => row.n > 0)
  if (rows.length === 0) return null
  const n = rows[0]?.n ?? 0
  const full = rows.filter((row) => row.count === row.n).length
  return (
    <ChartFigure
      id="coverage"
      title={`${capital(numberWord(full))} of ${numberOf(rows.length, 'part')} ${full === 1 ? 'is' : 'are'} in every postmortem`}
      made={`Postmortems with something written in each part, ${words(trends)}, n ${n}. Thin line: Wilson 95 % interval.`}
    >
      <MeterRows
        caption="Coverage of the parts of a postmortem"
        head={['Part', 'Written']}
        rows={rows.map((row) => ({
          name: SECTION_WORDS[row.section],
          href: null,
          part: row.share ?? 0,
          words: `${row.count} of ${row.n}`,
          interval: row.interval,
        }))}
      />
      <p class={styles['list']}>
        Detection and mitigation may be told within the timeline.{' '}
        <Link href={listOf(trends.period, trends.period.timeZone, INCIDENTS_ONLY)}>
          {countOf(n, 'postmortem')}
        </Link>
      </p>
    </ChartFigure>
  )
}

export function Durations({ trends }: Props) {
  const { detect, mitigate, recover } = trends.durations
  const strips = [
    { name: 'To detect', ...detect },
    { name: 'To mitigate', ...mitigate },
    { name: 'To recover', ...recover },
  ].filter((strip) => strip.n > 0)
  if (strips.length === 0) return null
  return (
    <ChartFigure
      id="durations"
      title={
        detect.median === null
          ? 'How long it took is known for too few'
          : `Half are noticed within ${minutesWords(detect.median)}${mitigate.median === null ? '' : ` and mitigated within ${minutesWords(mitigate.median)}`}`
      }
      made={`Time since the impact started, ${words(trends)}. Every point is one incident; line: median; shade: quartiles; the scale is logarithmic.`}
      draw={(width) => (
        <StripPlot strips={strips} width={width} label="Times to detect, mitigate and recover" />
      )}
      table={{
        head: ['Time', 'n', 'Unknown', 'Median', 'Lower quartile', 'Upper quartile', '90th percentile'],
        rows: strips.map((strip) => [
          strip.name,
          strip.n,
          strip.unknown,
          minutesWords(strip.median),
          minutesWords(strip.lowerQuartile),
          minutesWords(strip.upperQuartile),
          minutesWords(strip.p90),
        ]),
      }}
    >
      An unknown time is no value, never zero. No mean is given: a few long incidents would make it.{' '}
      <Link href={listOf(trends.period, trends.period.timeZone, INCIDENTS_ONLY)}>
        {countOf(trends.incidents.n, 'incident')}
      </Link>
    </ChartFigure>
  )
}

export function Actions({ trends }: Props) {
  const { n, bands, overdue } = trends.openActions
  const most = Math.max(1, ...bands.map((band) => band.count))
  const old = bands.filter((band) => band.from >= 90).reduce((sum, band) => sum + band.count, 0)
  return (
    <ChartFigure
      id="actions"
      title={
        n === 0
          ? 'No action is open'
          : old === 0
            ? `${capital(numberOf(n, 'action'))} ${n === 1 ? 'is' : 'are'} open, none older than 90 days`
            : `${capital(numberWord(old))} of ${numberOf(n, 'open action')} ${old === 1 ? 'is' : 'are'} older than 90 days`
      }
      made={`Open actions by age since they were proposed, as of now, n ${n}, ${overdue} overdue.`}
    >
      {n === 0 ? null : (
        <MeterRows
          caption="Open actions by age"
          head={['Age', 'Actions']}
          rows={bands.map((band) => ({
            name: band.to === null ? `${band.from} days and older` : `${band.from} to ${band.to - 1} days`,
            href: `/actions?open=true&ageFrom=${band.from}${band.to === null ? '' : `&ageTo=${band.to}`}`,
            part: band.count / most,
            words: String(band.count),
          }))}
        />
      )}
      <p class={styles['list']}>
        <Link href="/actions?overdue=true">{countOf(overdue, 'overdue action')}</Link>
      </p>
    </ChartFigure>
  )
}

export function BySeverity({ trends }: Props) {
  const rows = trends.bySeverity.filter((row) => row.total > 0)
  const most = Math.max(1, ...rows.map((row) => row.total))
  if (rows.length === 0) return null
  const [first] = rows
  return (
    <ChartFigure
      id="severity"
      title={`${capital(numberOf(first?.total ?? 0, 'incident'))} of ${trends.incidents.n} ${first?.total === 1 ? 'was' : 'were'} ${first?.severity ?? 'without a severity'}`}
      made={`Incidents by severity, ${words(trends)}, n ${trends.incidents.n}.`}
    >
      <MeterRows
        caption="Incidents by severity"
        head={['Severity', 'Incidents']}
        rows={rows.map((row) => ({
          name: row.severity ?? 'No severity',
          href:
            row.severity === null
              ? null
              : listOf(trends.period, trends.period.timeZone, [
                  filterWord('severity', row.severity),
                  ...INCIDENTS_ONLY,
                ]),
          part: row.total / most,
          words: String(row.total),
        }))}
      />
    </ChartFigure>
  )
}
