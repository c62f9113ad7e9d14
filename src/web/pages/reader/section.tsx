/** A section of the reader: its heading, a link to copy, and its lead. */
import type { ComponentChildren } from 'preact'
import type { Section as SectionName } from '../../../domain/vocabulary.ts'
import { kept, useKept } from '../../kept.ts'
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

/** A place where notes for the authors can stand, by what they speak of. */
export interface Spot {
  /** Under the head, beside a passage of a section, with one part, with the parts of a list, or at the end. */
  readonly at: 'head' | 'section' | 'part' | 'list' | 'end'
  readonly section?: SectionName
  /** The text as it is written, and from where to where of its part it reaches. */
  readonly text?: string | null
  readonly from?: number
  readonly to?: number | undefined
  /** The event or factor. */
  readonly id?: string
  /** The names of the parts of a list, by their ids: those that are not shown where they stand. */
  readonly names?: ReadonlyMap<string, string>
}

/** Draws what stands at a place; null until there is anything, and for other readers always. */
export const marginNotes = kept<((spot: Spot) => ComponentChildren) | null>(null)

export function MarginSlot(spot: Spot) {
  return <>{useKept(marginNotes)?.(spot)}</>
}

interface MarginProps {
  readonly children: ComponentChildren
  readonly margin: ComponentChildren
  /** Where notes on this text stand. */
  readonly notes?: Spot
}

/** Text and, beside it, what it rests on; under it on a phone. */
export function WithMargin({ children, margin, notes }: MarginProps) {
  return (
    <div class={styles['row']} data-said>
      <div>{children}</div>
      {margin === null && notes === undefined ? null : (
        <div class={styles['margin']}>
          {margin}
          {notes === undefined ? null : <MarginSlot {...notes} />}
        </div>
      )}
    </div>
  )
}
