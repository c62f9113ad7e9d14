/** One class of the register: its lane and numbers, and folded beneath what it is, how sure the numbers are, and what to decide. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import type { RegisterRow } from '../../../contract/classes.ts'
import { epoch } from '../../../domain/instant.ts'
import type { Instant } from '../../../domain/instant.ts'
import { ClassLane } from '../../charts/class-lane.tsx'
import { linear } from '../../charts/scale.ts'
import { monthTicks } from '../../charts/time-ticks.ts'
import { filterWord, listOf } from '../../period.tsx'
import { countOf, moneyWords, timeWords } from '../../words.ts'
import { rateWords, repeatWords, sinceFunding } from './class-standing.ts'
import styles from './classes-page.module.css'
import { Suggestions } from './suggestions.tsx'

interface Period {
  readonly from: Instant
  readonly to: Instant
}

interface Props {
  readonly row: RegisterRow
  readonly period: Period
  readonly zone: string
  readonly width: number
}

/** Beginnings of months, or of every so many, that the lane has room for. */
const marksOf = (period: Period, zone: string, width: number) =>
  monthTicks(epoch(period.from), epoch(period.to), Math.max(3, Math.floor(width / 74)), zone)

export function LaneAxis({ period, zone, width }: Omit<Props, 'row'>) {
  const x = linear([epoch(period.from), epoch(period.to)], [7, width - 7])
  return (
    <svg class={styles['axisSvg']} viewBox={`0 0 ${width} 18`}>
      {marksOf(period, zone, width).map((tick) => (
        <text key={tick.at} x={x(tick.at)} y="13" text-anchor={x(tick.at) > width - 30 ? 'end' : 'middle'}>
          {tick.label}
        </text>
      ))}
    </svg>
  )
}

export function ClassRow({ row, period, zone, width }: Props) {
  const [open, setOpen] = useState(false)
  const times = row.occurrences.length
  const list = listOf(period, zone, [filterWord('class', row.class.name)])
  return (
    <li class={times === 0 ? styles['quiet'] : undefined}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary class={styles['row']}>
          <span class={styles['name']}>
            <b>{row.class.name}</b>
            {row.suggested === 0 ? null : <small>{countOf(row.suggested, 'suggestion')} to decide</small>}
          </span>
          <span class={styles['number']} data-label="Times">
            {times}
          </span>
          <span class={styles['number']} data-label="Repeats">
            {row.repeats}
          </span>
          <span class={styles['number']} data-label="Since last">
            {row.daysSinceLast === null ? '–' : `${Math.floor(row.daysSinceLast)} d`}
          </span>
        </summary>
        {open ? <About row={row} period={period} list={list} zone={zone} /> : null}
      </details>
      <div class={styles['lane']}>
        <ClassLane
          from={epoch(period.from)}
          to={epoch(period.to)}
          windowDays={row.class.windowDays}
          occurrences={row.occurrences.map((one) => ({
            at: epoch(one.at),
            repeat: one.repeat,
            href: `/postmortems/${one.postmortem.handle}`,
            title: `${one.postmortem.handle} ${one.postmortem.title}, ${timeWords(one.at, 'day')}`,
          }))}
          funding={row.funding.map((one) => ({
            at: epoch(one.at),
            funded: one.state === 'funded',
            words: fundingWords(one),
          }))}
          months={marksOf(period, zone, width).map((tick) => tick.at)}
          width={width}
          label={`${row.class.name}: ${countOf(times, 'occurrence')}, ${countOf(row.repeats, 'repeat')}`}
        />
      </div>
    </li>
  )
}

function fundingWords(one: RegisterRow['funding'][number]): string {
  const amount = one.amount === null ? '' : ` ${moneyWords(one.amount, one.currency)}`
  return `${one.state}${amount} on ${timeWords(one.at, 'day')}`
}

interface AboutProps {
  readonly row: RegisterRow
  readonly period: Period
  readonly zone: string
  readonly list: string
}

function About({ row, period, list }: AboutProps) {
  const until = (row.daysSinceLast === null ? period.to : new Date().toISOString()) as Instant
  const observed =
    row.rate === null
      ? null
      : (new Date(epoch(endOf(period, until)) - row.rate.days * 86_400_000).toISOString() as Instant)
  const standing = observed === null ? null : sinceFunding(row, observed, endOf(period, until))
  const work = [
    row.openActions === 0 ? '' : countOf(row.openActions, 'open action'),
    row.verifiedActions === 0 ? '' : `${row.verifiedActions} verified`,
  ].filter(Boolean)
  return (
    <div class={styles['about']}>
      {row.class.description === null ? null : <p class={styles['description']}>{row.class.description}</p>}
      {standing === null ? null : (
        <p>
          <b>{standing.certainty}</b> {standing.sentence}
        </p>
      )}
      <dl>
        <Fact name="How often">{rateWords(row)}</Fact>
        {row.occurrences.length === 0 ? null : <Fact name="Repeats">{repeatWords(row)}</Fact>}
        <Fact name="Window">{countOf(row.class.windowDays, 'day')}</Fact>
        {row.class.layers.length === 0 ? null : (
          <Fact name="Layers that should catch it">
            {row.class.layers.map((layer) => layer.name).join(', ')}
          </Fact>
        )}
        {row.funding.length === 0 ? null : (
          <Fact name="Money">{row.funding.map(fundingWords).join('; ')}</Fact>
        )}
        {work.length === 0 ? null : (
          <Fact name="Work">
            <Link href={`/actions?classId=${row.class.id}&state=`}>{work.join(', ')}</Link>
          </Fact>
        )}
        {row.class.words.length === 0 ? null : (
          <Fact name="Suggested by the words">{row.class.words.join(', ')}</Fact>
        )}
      </dl>
      {row.occurrences.length === 0 ? null : (
        <p>
          <Link href={list}>{countOf(row.occurrences.length, 'postmortem')} of this class</Link>
        </p>
      )}
      {row.suggested === 0 ? null : <Suggestions classId={row.class.id} name={row.class.name} />}
    </div>
  )
}

const endOf = (period: Period, now: Instant): Instant => (period.to < now ? period.to : now)

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
