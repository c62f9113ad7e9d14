/** Keys: the hint that names them, and the hook that listens for them. */
import { useEffect, useRef } from 'preact/hooks'
import styles from './keys.module.css'

/** `<Keys keys={['J', 'K']}>move</Keys>` */
export function Keys({ keys, children }: { keys: readonly string[]; children: string }) {
  return (
    <span class={styles['keys']}>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
      {children}
    </span>
  )
}

/** Keys to what they do. `Ctrl+k` also stands for ⌘K. */
export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>

const TYPING =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable]'

/** Listens while on screen. Single keys are left alone while a person types or a dialog is open. */
export function useKeys(map: KeyMap): void {
  const current = useRef(map)
  current.current = map
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return
      const held = event.ctrlKey || event.metaKey
      const act = current.current[held ? `Ctrl+${event.key.toLowerCase()}` : event.key]
      if (act === undefined || (!held && isTaken(event.target))) return
      act(event)
      event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

function isTaken(target: EventTarget | null): boolean {
  const typing = target instanceof Element && target.closest(TYPING) !== null
  return typing || document.querySelector('dialog[open], [popover]:popover-open') !== null
}
