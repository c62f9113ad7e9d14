/** A menu on the browser's own popover: opened by a button, walked with the arrow keys, closed by Escape. */
import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { Link } from 'wouter-preact'
import styles from './menu.module.css'

export interface MenuItem {
  readonly label: string
  readonly onChoose?: () => void
  readonly href?: string
  /** For a choice among several: whether this one is made. */
  readonly checked?: boolean
  /** A line above this item that names what follows. */
  readonly heading?: ComponentChildren
}

interface Props {
  /** What is inside the button. */
  readonly label: ComponentChildren
  /** Said to a screen reader when the button shows no words. */
  readonly name?: string
  readonly items: readonly MenuItem[]
  readonly buttonClass: string
}

export function Menu({ label, name, items, buttonClass }: Props) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const entries = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
  const close = () => menu.current?.hidePopover()
  return (
    <>
      <button
        ref={button}
        type="button"
        class={buttonClass}
        popovertarget={id}
        aria-haspopup="menu"
        {...(name === undefined ? {} : { 'aria-label': name })}
      >
        {label}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        class={styles['menu']}
        onToggle={(event) => {
          if (event.newState !== 'open') return
          place(menu.current, button.current)
          entries()[0]?.focus()
        }}
        onKeyDown={(event) => walk(event, entries())}
      >
        {items.map((item) => (
          <Entry key={item.label} item={item} close={close} />
        ))}
      </div>
    </>
  )
}

function Entry({ item, close }: { item: MenuItem; close: () => void }) {
  const choose = () => {
    close()
    item.onChoose?.()
  }
  const role = item.checked === undefined ? 'menuitem' : 'menuitemradio'
  const checked = item.checked === undefined ? {} : { 'aria-checked': item.checked }
  return (
    <>
      {item.heading === undefined ? null : <div class={styles['heading']}>{item.heading}</div>}
      {item.href === undefined ? (
        <button type="button" role={role} {...checked} tabIndex={-1} onClick={choose}>
          {item.label}
        </button>
      ) : (
        <Link href={item.href} role={role} tabIndex={-1} onClick={close}>
          {item.label}
        </Link>
      )}
    </>
  )
}

/** Puts the menu under its button, inside the window. */
function place(menu: HTMLElement | null, button: HTMLElement | null): void {
  if (menu === null || button === null) return
  const at = button.getBoundingClientRect()
  const left = Math.min(at.left, window.innerWidth - menu.offsetWidth - 8)
  const below = at.bottom + 4
  const top =
    below + menu.offsetHeight > window.innerHeight ? Math.max(8, at.top - menu.offsetHeight - 4) : below
  menu.style.left = `${Math.max(8, left)}px`
  menu.style.top = `${top}px`
}

const STEPS: Readonly<Record<string, (at: number, length: number) => number>> = {
  ArrowDown: (at, length) => (at + 1) % length,
  ArrowUp: (at, length) => (at - 1 + length) % length,
  Home: () => 0,
  End: (_, length) => length - 1,
}

function walk(event: KeyboardEvent, entries: readonly HTMLElement[]): void {
  const step = STEPS[event.key]
  if (step === undefined || entries.length === 0) return
  event.preventDefault()
  entries[step(entries.indexOf(document.activeElement as HTMLElement), entries.length)]?.focus()
}
