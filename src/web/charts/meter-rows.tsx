/** Counts or shares as rows with a bar: a name that leads to its list, the bar, the numbers. */
import { Link } from 'wouter-preact'
import styles from './meter-rows.module.css'

export interface MeterRow {
  readonly name: string
  /** The list behind it; null where there is none. */
  readonly href: string | null
  /** Filled part of the bar, 0 to 1. */
  readonly part: number
  /** `9 of 13` */
  readonly words: string
  /** 95 % interval, 0 to 1, drawn as a line over the bar. */
  readonly interval?: { readonly low: number; readonly high: number } | null
}

interface Props {
  readonly caption: string
  readonly head: readonly [name: string, words: string]
  readonly rows: readonly MeterRow[]
}

export function MeterRows({ caption, head, rows }: Props) {
  return (
    <table class={styles['table']}>
      <caption class="hide">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head[0]}</th>
          <td />
          <th scope="col" class={styles['words']}>
            {head[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.href === null ? row.name : <Link href={row.href}>{row.name}</Link>}</th>
            <td class={styles['bar']} aria-hidden="true">
              <span>
                <i style={{ width: `${row.part * 100}%` }} />
                {row.interval === undefined || row.interval === null ? null : (
                  <b
                    style={{
                      left: `${row.interval.low * 100}%`,
                      width: `${(row.interval.high - row.interval.low) * 100}%`,
                    }}
                  />
                )}
              </span>
            </td>
            <td class={styles['words']}>{row.words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
