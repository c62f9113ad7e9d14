/** Buttons, and links that look like them. */
import type { ComponentChildren, JSX } from 'preact'
import { Link } from 'wouter-preact'
import styles from './button.module.css'

export type ButtonKind = 'plain' | 'first' | 'quiet'

const look = (kind: ButtonKind, busy = false): string =>
  [styles['button'], kind === 'plain' ? '' : styles[kind], busy ? styles['busy'] : '']
    .filter(Boolean)
    .join(' ')

interface ButtonProps extends Omit<JSX.ButtonHTMLAttributes, 'class' | 'type'> {
  /** `first` is the one filled button of a view. */
  readonly kind?: ButtonKind
  readonly type?: 'button' | 'submit'
  /** Work is under way: further presses do nothing. */
  readonly busy?: boolean
  readonly children: ComponentChildren
}

export function Button({ kind = 'plain', type = 'button', busy = false, onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      class={look(kind, busy)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      {...(busy
        ? { onClick: (event: Event) => event.preventDefault() }
        : onClick === undefined
          ? {}
          : { onClick })}
    />
  )
}

interface ButtonLinkProps {
  readonly href: string
  readonly kind?: ButtonKind
  readonly children: ComponentChildren
}

/** A link within the page that looks like a button. */
export function ButtonLink({ href, kind = 'plain', children }: ButtonLinkProps) {
  return (
    <Link href={href} class={look(kind)}>
      {children}
    </Link>
  )
}
