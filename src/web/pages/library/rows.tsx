/** The rows of the library, in groups or one list, with the columns a reader chose. */
import type { PostmortemCard } from '../../../contract/postmortems.ts'
import type { Instant } from '../../../domain/instant.ts'
import { Link } from 'wouter-preact'
import { Icon } from '../../parts/icon.tsx'
import { LayerStrip } from '../../parts/layer-glyph.tsx'
import { SeverityMark } from '../../parts/severity.tsx'
import { countOf, countWords, dayWords, POSTMORTEM_STATE_WORDS, timeWords } from '../../words.ts'
import { ClassStrip } from './class-strip.tsx'
import { type Group, groupWords, weakLayerWords } from './grouping.ts'
import styles from './rows.module.css'

/** Columns that can be hidden, in order. */
export const COLUMNS = {
  services: 'Service',
  impact: 'Impact',
  layers: 'Layers met',
  verified: 'Verified',
  state: 'State',
} as const
export type ColumnKey = keyof typeof COLUMNS

interface Props {
  readonly groups: readonly Group[]
  /** Whether groups have a heading each. */
  readonly grouped: boolean
  readonly shown: ReadonlySet<ColumnKey>
  /** Place of the marked row over all groups; -1 for none. */
  readonly current: number
  readonly period: { readonly from: string; readonly to: string } | null
  readonly rankOf: (severity: string | null) => number | null
}

export function Rows({ groups, grouped, shown, current, period, rankOf }: Props) {
  const firstStrip = groups.findIndex((group) => group.row !== null)
  let before = 0
  return (
    <table class={styles['table']}>
      <caption class="hide">Postmortems{grouped ? ' grouped by class' : ''}</caption>
      <Head shown={shown} />
      {groups.map((group, at) => {
        const start = before
        before += group.cards.length
        return (
          <tbody key={group.key}>
            {grouped ? (
              <GroupHead group={group} columns={3 + shown.size} period={period} dated={at === firstStrip} />
            ) : null}
            {group.cards.map((card, index) => (
              <Row
                key={card.id}
                card={card}
                shown={shown}
                isCurrent={start + index === current}
                rank={rankOf(card.severity)}
              />
            ))}
          </tbody>
        )
      })}
    </table>
  )
}

const NUMBERS = new Set<ColumnKey>(['impact', 'verified'])
const WIDE = new Set<ColumnKey>(['services', 'layers'])

function Head({ shown }: { shown: ReadonlySet<ColumnKey> }) {
  return (
    <thead>
      <tr>
        <th scope="col">When</th>
        <th scope="col">Title, and what was learned</th>
        <th scope="col">Severity</th>
        {(Object.keys(COLUMNS) as ColumnKey[])
          .filter((key) => shown.has(key))
          .map((key) => (
            <th
              key={key}
              scope="col"
              class={NUMBERS.has(key) ? styles['number'] : WIDE.has(key) ? styles['wide'] : undefined}
            >
              {COLUMNS[key]}
            </th>
          ))}
      </tr>
    </thead>
  )
}

interface GroupProps {
  readonly group: Group
  readonly columns: number
  readonly period: Props['period']
  readonly dated: boolean
}

function GroupHead({ group, columns, period, dated }: GroupProps) {
  const weak = weakLayerWords(group)
  return (
    <tr class={styles['group']}>
      <th colSpan={columns} scope="rowgroup">
        <div>
          <span>
            <h2>
              {group.key === '' ? group.name : <Link href={`/classes#${group.key}`}>{group.name}</Link>}
            </h2>
            <span class={styles['count']}>{group.cards.length}</span>
          </span>
          <p>
            {groupWords(group)} {weak === null ? null : <b>{weak}</b>}
          </p>
          {group.row === null || period === null ? null : (
            <span class={styles['strip']}>
              <ClassStrip row={group.row} period={period} dated={dated} />
            </span>
          )}
        </div>
      </th>
    </tr>
  )
}

interface RowProps {
  readonly card: PostmortemCard
  readonly shown: ReadonlySet<ColumnKey>
  readonly isCurrent: boolean
  readonly rank: number | null
}

function Row({ card, shown, isCurrent, rank }: RowProps) {
  return (
    <tr
      class={`${styles['row']} ${isCurrent ? styles['current'] : ''}`}
      aria-current={isCurrent ? 'true' : undefined}
      data-row={card.handle}
    >
      <td class={styles['when']}>
        <When at={card.impactStartedAt} on={card.impactStartedOn} />
        <span class={styles['handle']}>{card.handle}</span>
      </td>
      <td class={styles['title']}>
        <Link href={`/postmortems/${card.handle}`}>{card.title}</Link>
        <Sub card={card} />
      </td>
      <td class={styles['severity']}>
        <SeverityMark code={card.severity} rank={rank} kind={card.kind} />
      </td>
      {shown.has('services') ? (
        <td class={`${styles['wide']} ${styles['services']}`}>{card.services.join(', ')}</td>
      ) : null}
      {shown.has('impact') ? (
        <td class={`${styles['number']} ${styles['impact']}`}>
          <Minutes minutes={card.impactMinutes} />
        </td>
      ) : null}
      {shown.has('layers') ? (
        <td class={`${styles['wide']} ${styles['layers']}`}>
          <LayerStrip layers={card.layers} />
        </td>
      ) : null}
      {shown.has('verified') ? (
        <td class={`${styles['number']} ${styles['verified']}`}>
          {card.actionsTotal === 0 ? (
            <span class="none">none yet</span>
          ) : (
            <>
              {card.actionsVerified}
              <span class={styles['soft']}>/{card.actionsTotal}</span>
            </>
          )}
        </td>
      ) : null}
      {shown.has('state') ? (
        <td class={`${styles['state']} ${styles['soft']}`}>{POSTMORTEM_STATE_WORDS[card.state]}</td>
      ) : null}
    </tr>
  )
}

function When({ at, on }: { at: Instant | null; on: string | null }) {
  if (at !== null) {
    return <time dateTime={at}>{timeWords(at, isThisYear(at) ? 'date' : 'day')}</time>
  }
  if (on !== null) return <time dateTime={on}>{dayWords(on)}</time>
  return <span class="none">no date</span>
}

const isThisYear = (at: Instant): boolean => new Date(at).getFullYear() === new Date().getFullYear()

/** In minutes up to four hours, then in hours, so that a column can be compared at a glance. */
function Minutes({ minutes }: { minutes: number | null }) {
  if (minutes === null) return <span class="none">no value</span>
  const [value, unit] = minutes <= 240 ? [Math.round(minutes), 'min'] : [Math.round(minutes / 60), 'h']
  return (
    <>
      {countWords(value)}
      <span class={styles['soft']}> {unit}</span>
    </>
  )
}

/** What matters about it on one line: a repeat, what is open, what was learned or where the words were found. */
function Sub({ card }: { card: PostmortemCard }) {
  const confirmed = card.classes.some((one) => one.standing === 'confirmed')
  const suggested = confirmed ? undefined : card.classes.find((one) => one.standing === 'suggested')
  return (
    <span class={styles['sub']}>
      {card.repeatAfterDays === null ? null : (
        <span class={styles['repeat']}>
          <Icon name="repeat" />
          after {countOf(Math.round(card.repeatAfterDays), 'day')}
        </span>
      )}
      {suggested === undefined ? null : <span class={styles['flag']}>suggested: {suggested.name}</span>}
      {card.openClaims === 0 ? null : (
        <span class={styles['flag']}>{countOf(card.openClaims, 'open claim')}</span>
      )}
      {card.snippet === null ? (
        card.learned === null ? null : (
          <span>{card.learned}</span>
        )
      ) : (
        <span>{marked(card.snippet)}</span>
      )}
    </span>
  )
}

/** A snippet with its matches marked: the server writes `**` around each. */
function marked(snippet: string) {
  return snippet.split('**').map((piece, at) => (at % 2 === 1 ? <mark key={at}>{piece}</mark> : piece))
}
