/** The stretch of time a page of numbers is about: kept in its address, so that a link shows the same. */
import { useLocation, useSearch } from 'wouter-preact'
import type { Day, Instant } from '../domain/instant.ts'
import { dayOf } from '../domain/calendar.ts'
import { SelectField, TextField } from './parts/field.tsx'
import styles from './period.module.css'
import { timeWords, today } from './words.ts'

export interface Period {
  readonly from?: Day
  readonly to?: Day
  readonly by: 'month' | 'quarter'
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

const dayIn = (value: string | null): Day | undefined =>
  value !== null && DAY.test(value) && !Number.isNaN(Date.parse(value)) ? (value as Day) : undefined

/** The period in the address, and how to change it. What is usual is left out of the address. */
export function usePeriod(): [Period, (change: { from?: string; to?: string; by?: string }) => void] {
  const search = new URLSearchParams(useSearch())
  const [path, go] = useLocation()
  const [from, to] = [dayIn(search.get('from')), dayIn(search.get('to'))]
  const period: Period = {
    by: search.get('by') === 'quarter' ? 'quarter' : 'month',
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
  const change = (wanted: { from?: string; to?: string; by?: string }) => {
    const next = new URLSearchParams(search)
    for (const [name, value] of Object.entries(wanted)) {
      if (value === '' || (name === 'by' && value === 'month')) next.delete(name)
      else next.set(name, value)
    }
    go(next.size === 0 ? path : `${path}?${next.toString()}`, { replace: true })
  }
  return [period, change]
}

interface Props {
  readonly period: Period
  readonly onChange: ReturnType<typeof usePeriod>[1]
  /** The usual length, as words: `Last 12 months`. */
  readonly usual: string
  /** Lengths in months that can be chosen. */
  readonly lengths: readonly number[]
  /** Whether months or quarters can be chosen. */
  readonly steps: boolean
}

const OWN = 'own'

/** Ready-made lengths, own dates, and months or quarters. */
export function PeriodPicker({ period, onChange, usual, lengths, steps }: Props) {
  const chosen = lengths.find((months) => period.to === undefined && period.from === monthsAgo(months))
  const value = period.from === undefined && period.to === undefined ? '' : (chosen?.toString() ?? OWN)
  const choose = (wanted: string) => {
    if (wanted === '') onChange({ from: '', to: '' })
    else if (wanted === OWN) onChange({ from: period.from ?? monthsAgo(12), to: period.to ?? today() })
    else onChange({ from: monthsAgo(Number(wanted)), to: '' })
  }
  return (
    <div class={styles['picker']}>
      <SelectField
        label="Period"
        value={value}
        options={[
          ['', usual],
          ...lengths.map((months) => [String(months), `Last ${months} months`] as const),
          [OWN, 'Own dates'],
        ]}
        onChoose={choose}
      />
      {value === OWN ? (
        <>
          <TextField
            label="From"
            type="date"
            value={period.from ?? ''}
            onText={(from) => onChange({ from })}
          />
          <TextField label="Until" type="date" value={period.to ?? ''} onText={(to) => onChange({ to })} />
        </>
      ) : null}
      {steps ? (
        <SelectField
          label="By"
          value={period.by}
          options={[
            ['month', 'Month'],
            ['quarter', 'Quarter'],
          ]}
          onChoose={(by) => onChange({ by })}
        />
      ) : null}
    </div>
  )
}

/** The first day of the month so many months back, this month counted. */
function monthsAgo(months: number): string {
  const [year = 0, month = 1] = today().split('-').map(Number)
  const index = year * 12 + (month - 1) - (months - 1)
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
}

/** `December 2025 to November 2026`; days where it does not begin or end with a month. */
export function periodWords(period: { readonly from: Instant; readonly to: Instant }, zone?: string): string {
  const last = new Date(Date.parse(period.to) - 1).toISOString() as Instant
  const whole =
    dayOf(period.from, zone ?? 'UTC').endsWith('-01') && dayOf(period.to, zone ?? 'UTC').endsWith('-01')
  const month = new Intl.DateTimeFormat('en-GB', {
    month: 'long',
    year: 'numeric',
    ...(zone === undefined ? {} : { timeZone: zone }),
  })
  const words = (at: Instant) => (whole ? month.format(new Date(at)) : timeWords(at, 'day', zone))
  const [from, to] = [words(period.from), words(last)]
  return from === to ? from : `${from} to ${to}`
}

/** The library's list of what lies in a period: every figure opens one. */
export function listOf(
  period: { readonly from: Instant; readonly to: Instant },
  zone: string,
  more: readonly string[] = [],
): string {
  const query = [...more, `after:${dayOf(period.from, zone)}`, `before:${dayOf(period.to, zone)}`].join(' ')
  return `/library?q=${encodeURIComponent(query)}`
}

/** Incidents proper: near misses and drills are counted apart. */
export const INCIDENTS_ONLY = ['-kind:near_miss', '-kind:drill'] as const

/** A filter value as the library's search box wants it: in quotes where it holds a space. */
export const filterWord = (name: string, value: string): string =>
  `${name}:${/\s/.test(value) ? `"${value}"` : value}`
