/** What was known, believed and not yet known at the cursor's minute: the same facts, sorted anew as it moves. */
import type { Clock } from './clock.ts'
import { type Column, type Fact, columnAt } from './knowledge.ts'
import styles from './timeline.module.css'

const COLUMNS = [
  ['known', 'Known'],
  ['believed', 'Believed'],
  ['notYet', 'Not yet known'],
] as const satisfies readonly (readonly [Column, string])[]

interface Props {
  readonly facts: readonly Fact[]
  readonly at: number
  /** What happened at that minute; empty for nothing. */
  readonly beside: string
  readonly clock: Clock
}

export function KnowledgePanel({ facts, at, beside, clock }: Props) {
  return (
    <div class={styles['know']}>
      <header>
        <h3>
          State of knowledge at <output>{clock(at)}</output>
        </h3>
        <p>{beside}</p>
        <p>Nothing that arrived later is shown as known</p>
      </header>
      <div class={styles['three']}>
        {COLUMNS.map(([column, name]) => {
          const inside = facts.filter((fact) => columnAt(fact, at) === column)
          return (
            <div key={column} class={styles[column]}>
              <h4>
                {name} <span>{inside.length}</span>
              </h4>
              <ul>
                {inside.map((fact) => (
                  <li key={fact.text}>
                    {fact.text}
                    <small>{fact.note}</small>
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </div>
    </div>
  )
}
