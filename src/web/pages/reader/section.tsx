/** A section of the reader: its heading, a link to copy, and its lead. */
import type { ComponentChildren } from 'preact'
import { Icon } from '../../parts/icon.tsx'
import { say } from '../../parts/toast.tsx'
import styles from './section.module.css'

interface Props {
  readonly id: string
  readonly title: string
  readonly lead?: ComponentChildren
  readonly children: ComponentChildren
}

export function Section({ id, title, lead, children }: Props) {
  return (
    <section class={styles['section']} id={id} aria-labelledby={`${id}-heading`}>
      <div class={styles['head']}>
        <h2 id={`${id}-heading`}>{title}</h2>
        <CopyLink id={id} title={title} />
      </div>
      {lead === undefined ? null : <p class={styles['lead']}>{lead}</p>}
      {children}
    </section>
  )
}

/** Copies the address of a section; as a plain link it also works where nothing can be copied. */
function CopyLink({ id, title }: { id: string; title: string }) {
  const copy = () => {
    const address = `${location.origin}${location.pathname}#${id}`
    navigator.clipboard?.writeText(address).then(
      () => say('Link to this section copied.'),
      () => say('The browser did not allow copying; the link is in the address bar.'),
    )
  }
  return (
    <a class={styles['copy']} href={`#${id}`} aria-label={`Copy link to “${title}”`} onClick={copy}>
      <Icon name="link" />
    </a>
  )
}

/** Text and, beside it, what it rests on; under it on a phone. */
export function WithMargin({ children, margin }: { children: ComponentChildren; margin: ComponentChildren }) {
  return (
    <div class={styles['row']}>
      <div>{children}</div>
      {margin === null ? null : <div class={styles['margin']}>{margin}</div>}
    </div>
  )
}
