/** A table of things with named columns; each row becomes a labelled card on a phone. */
import type { ComponentChildren } from 'preact'
import styles from './table.module.css'

export interface Column<T> {
  readonly head: string
  readonly cell: (row: T) => ComponentChildren
  /** `lead` names the row and heads its card; `number` stands to the right; `wide` needs a wide screen; `act` holds buttons. */
  readonly kind?: 'lead' | 'number' | 'wide' | 'act'
}

interface Props<T> {
  /** Said to a screen reader; not drawn. */
  readonly caption: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
}

export function Table<T>({ caption, columns, rows, keyOf }: Props<T>) {
  return (
    <table class={styles['table']}>
      <caption class="hide">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.head} scope="col" class={styles[column.kind ?? '']}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) => (
              <td key={column.head} data-label={column.head} class={styles[column.kind ?? '']}>
                {/* One element, so that the card's grid has two columns: the label and this. */}
                <div>{column.cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
