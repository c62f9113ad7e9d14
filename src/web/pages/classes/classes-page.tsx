/** The register of incident classes: what comes back, on one line of time, with what was done about it. */
import { Link } from 'wouter-preact'
import type { Api } from '../../../contract/api.ts'
import type { ResultOf } from '../../../contract/kit.ts'
import { useAnswer } from '../../answers.ts'
import { EmptyState } from '../../parts/empty.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { INCIDENTS_ONLY, PeriodPicker, listOf, periodWords, usePeriod } from '../../period.tsx'
import { useMay, useMe } from '../../session.ts'
import { useTitle } from '../../title.ts'
import { useWidth } from '../../charts/use-width.ts'
import { countOf } from '../../words.ts'
import { ClassRow, LaneAxis } from './class-row.tsx'
import { inOrder, registerTitle } from './class-standing.ts'
import styles from './classes-page.module.css'

type Register = ResultOf<Api['GET /classes']>

export function ClassesPage() {
  useTitle('Classes')
  const [{ from, to }, change] = usePeriod()
  const query = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  const answer = useAnswer('GET /classes', { query }, { keep: true })
  const register = answer.data
  const mayWrite = useMay('class.write')
  const zone = useMe().organisation.timeZone
  return (
    <div class={styles['page']}>
      <header class={styles['head']}>
        <div>
          <p>
            Register of incident classes
            {register === undefined ? '' : `, ${periodWords(register.period, zone)}`}
          </p>
          <h1>{register === undefined ? 'Classes' : registerTitle(register.rows)}</h1>
        </div>
        <PeriodPicker
          period={{ ...query, by: 'month' }}
          onChange={change}
          usual="Last 2 years"
          lengths={[6, 12, 60]}
          steps={false}
        />
      </header>
      {answer.problem === null ? null : <ProblemNotice problem={answer.problem} onAgain={answer.again} />}
      {register === undefined ? (
        answer.problem === null ? (
          <Skeleton lines={10} size="1.4rem" />
        ) : null
      ) : register.rows.length === 0 ? (
        <EmptyState title="The register is empty.">
          A class is a named kind of failure, as an expired certificate.{' '}
          {mayWrite ? 'Add the first in the settings.' : ''}
        </EmptyState>
      ) : (
        <Lanes register={register} zone={zone} />
      )}
      {register === undefined ? null : (
        <footer class={styles['end']}>
          <span>
            A repeat is an incident of a confirmed class within that class’s window of the one before.
            Suggested classes are never counted.
          </span>
          {register.unclassified === 0 ? null : (
            <Link href={listOf(register.period, zone, ['has:no-class', ...INCIDENTS_ONLY])}>
              {countOf(register.unclassified, 'incident')} without a confirmed class
            </Link>
          )}
          {mayWrite ? <Link href="/settings/classes">Change the register</Link> : null}
        </footer>
      )}
    </div>
  )
}

function Lanes({ register, zone }: { register: Register; zone: string }) {
  const [room, width] = useWidth<HTMLDivElement>(560)
  const rows = inOrder(register.rows.filter((row) => row.class.active || row.occurrences.length > 0))
  return (
    <>
      <Key />
      <div class={styles['lanes']}>
        <div class={styles['axis']} aria-hidden="true">
          <span>Class</span>
          <div ref={room}>
            <LaneAxis period={register.period} zone={zone} width={width} />
          </div>
          <span class={styles['number']}>Times</span>
          <span class={styles['number']}>Repeats</span>
          <span class={styles['number']}>Since last</span>
        </div>
        <ul>
          {rows.map((row) => (
            <ClassRow key={row.class.id} row={row} period={register.period} zone={zone} width={width} />
          ))}
        </ul>
      </div>
    </>
  )
}

/** What the marks mean. */
function Key() {
  return (
    <ul class={styles['key']}>
      <li>
        <svg viewBox="0 0 14 14" aria-hidden="true">
          <circle cx="7" cy="7" r="5" class={styles['keyOpen']} />
        </svg>
        Occurrence
      </li>
      <li>
        <svg viewBox="0 0 14 14" aria-hidden="true">
          <circle cx="7" cy="7" r="5.5" class={styles['keyFilled']} />
        </svg>
        Repeat inside its window
      </li>
      <li>
        <svg viewBox="0 0 14 14" aria-hidden="true">
          <rect y="3" width="14" height="8" class={styles['keyWindow']} />
        </svg>
        Window
      </li>
      <li>
        <svg viewBox="0 0 14 14" aria-hidden="true">
          <rect x="2" width="12" height="14" class={styles['keyAfter']} />
          <path d="M2 0v14" class={styles['keyFunded']} />
        </svg>
        Funded, and time since
      </li>
    </ul>
  )
}
