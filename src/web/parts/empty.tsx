/** A state with nothing in it: says why, and what to do next. */
import type { ComponentChildren } from 'preact'
import styles from './empty.module.css'

interface Props {
  readonly title: string
  readonly children?: ComponentChildren
  readonly actions?: ComponentChildren
}

export function EmptyState({ title, children, actions }: Props) {
  return (
    <div class={styles['empty']}>
      <h2>{title}</h2>
      {children === undefined ? null : <p>{children}</p>}
      {actions === undefined ? null : <div class={styles['actions']}>{actions}</div>}
    </div>
  )
}
