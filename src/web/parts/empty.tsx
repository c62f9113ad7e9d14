/** A state with nothing in it: says why, and what to do next. */
import type { ComponentChildren } from 'preact'
import styles from './empty.module.css'

interface Props {
  readonly title: string
  /** 1 where it is the page's own heading. */
  readonly level?: 1 | 2
  readonly children?: ComponentChildren
  readonly actions?: ComponentChildren
}

export function EmptyState({ title, level = 2, children, actions }: Props) {
  const Heading = `h${level}` as const
  return (
    <div class={styles['empty']}>
      <Heading>{title}</Heading>
      {children === undefined ? null : <p>{children}</p>}
      {actions === undefined ? null : <div class={styles['actions']}>{actions}</div>}
    </div>
  )
}
