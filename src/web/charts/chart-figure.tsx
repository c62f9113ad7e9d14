/** A figure: its conclusion as the title, what it is made of beneath, the drawing, a table for screen readers, and its list. */
import type { ComponentChildren } from 'preact'
import styles from './chart.module.css'
import { useWidth } from './use-width.ts'

/** The same numbers as the drawing, as rows. */
export interface DataTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

interface Props {
  readonly id?: string
  /** The conclusion, as a sentence. */
  readonly title: string
  /** Period, population, n and method. */
  readonly made: ComponentChildren
  /** Drawn for the width it is given. */
  readonly draw?: (width: number) => ComponentChildren
  readonly table?: DataTable
  /** What stands below: how to read it, the list behind it. */
  readonly children?: ComponentChildren
}

export function ChartFigure({ id, title, made, draw, table, children }: Props) {
  const [room, width] = useWidth<HTMLDivElement>()
  return (
    <figure class={styles['figure']} id={id}>
      <figcaption>
        <h2>{title}</h2>
        <p>{made}</p>
      </figcaption>
      <div ref={room} class={styles['room']}>
        {draw?.(width)}
      </div>
      {table === undefined ? null : <HiddenTable caption={title} table={table} />}
      {children === undefined ? null : <div class={styles['below']}>{children}</div>}
    </figure>
  )
}

/** There for a screen reader in place of the drawing. */
export function HiddenTable({ caption, table }: { caption: string; table: DataTable }) {
  return (
    // A table grows with its cells whatever its width says: what encloses it is what hides it.
    <div class="hide">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {table.head.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
