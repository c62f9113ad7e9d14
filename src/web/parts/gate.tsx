/** The ground of pages before anyone is signed in. */
import type { ComponentChildren } from 'preact'
import { BrandMark } from '../brand.tsx'
import styles from './gate.module.css'

interface Props {
  readonly title: string
  readonly lead?: ComponentChildren
  readonly children: ComponentChildren
  readonly onSubmit?: () => void
}

export function Gate({ title, lead, children, onSubmit }: Props) {
  const submit = (event: Event) => {
    event.preventDefault()
    onSubmit?.()
  }
  return (
    <div class={styles['gate']}>
      <header class={styles['brand']}>
        <BrandMark />
        Highwater
      </header>
      <main id="main" class={styles['sheet']} tabIndex={-1}>
        <h1>{title}</h1>
        {lead === undefined ? null : <p class={styles['lead']}>{lead}</p>}
        <form class={styles['form']} onSubmit={submit}>
          {children}
        </form>
      </main>
      <svg class={styles['water']} viewBox="0 0 1200 110" preserveAspectRatio="none" aria-hidden="true">
        <path class={styles['area']} d={`${CURVE} L1200 110 L0 110Z`} />
        <path class={styles['line']} d={CURVE} />
      </svg>
    </div>
  )
}

/** A flood curve: quiet, a quick rise, its high water, a slow fall. */
const CURVE =
  'M0 88 C180 88 260 86 330 70 C390 56 410 30 470 20 C540 8 590 10 640 12 C700 15 730 34 790 52 C860 72 930 84 1040 87 C1100 88 1150 88 1200 88'
