/** A dialog on the browser's own element: it keeps the focus inside, closes on Escape and gives the focus back. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import styles from './dialog.module.css'
import { Icon } from './icon.tsx'

interface Props {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ComponentChildren
}

export function Dialog({ title, open, onClose, children }: Props) {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    if (open && element.current?.open === false) element.current.showModal()
    if (!open) element.current?.close()
  }, [open])
  if (!open) return null
  return (
    <dialog
      ref={element}
      class={styles['dialog']}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === element.current && onClose()}
    >
      <div class={styles['head']}>
        <h2 id={id}>{title}</h2>
        <button type="button" class={styles['close']} aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <div class={styles['body']}>{children}</div>
    </dialog>
  )
}

/** The buttons at the end of a dialog. */
export function DialogActions({ children }: { children: ComponentChildren }) {
  return <div class={styles['actions']}>{children}</div>
}
