/** Short words about what just happened, with a way to undo it. */
import { kept, useKept } from '../kept.ts'
import styles from './toast.module.css'

interface Toast {
  readonly key: number
  readonly text: string
  readonly undo?: () => void
}

const toasts = kept<readonly Toast[]>([])
let made = 0

const SHOWN_MS = 8_000

/** Says what happened for eight seconds; with `undo`, offers to take it back. */
export function say(text: string, undo?: () => void): void {
  made += 1
  const key = made
  toasts.value = [...toasts.value.slice(-2), { key, text, ...(undo === undefined ? {} : { undo }) }]
  setTimeout(() => take(key), SHOWN_MS)
}

function take(key: number): void {
  toasts.value = toasts.value.filter((toast) => toast.key !== key)
}

/** Where toasts appear; once, in the frame. */
export function Toasts() {
  return (
    <div class={styles['region']} role="status" aria-live="polite">
      {useKept(toasts).map((toast) => (
        <div key={toast.key} class={styles['toast']}>
          <span>{toast.text}</span>
          {toast.undo === undefined ? null : (
            <button
              type="button"
              onClick={() => {
                take(toast.key)
                toast.undo?.()
              }}
            >
              Undo
            </button>
          )}
        </div>
      ))}
    </div>
  )
}
