/** A chip: one piece of evidence with its number, what it reads and where it is from. */
import type { ComponentChildren } from 'preact'
import styles from './chip.module.css'

interface Props {
  /** The number by which the text refers to it. */
  readonly number?: number
  readonly label: string
  readonly detail?: ComponentChildren
  /** Where it leads; outside links open in their own tab. */
  readonly href?: string | null
}

export function Chip({ number, label, detail, href }: Props) {
  const inside = (
    <>
      {number === undefined ? null : <span class={styles['number']}>{number}</span>}
      <span>
        <b>{label}</b>
        {detail === undefined ? null : <small>{detail}</small>}
      </span>
    </>
  )
  if (href === undefined || href === null) return <span class={styles['chip']}>{inside}</span>
  const outside = !href.startsWith('#') && !href.startsWith('/')
  return (
    <a
      class={styles['chip']}
      href={href}
      {...(outside ? { target: '_blank', rel: 'noopener noreferrer nofollow' } : {})}
    >
      {inside}
    </a>
  )
}
