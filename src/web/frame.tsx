/** The frame of every page: skip link, bar, where to go, find or do anything, and who is signed in. */
import type { ComponentChildren, ComponentType } from 'preact'
import { useState } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import { dropAnswers } from './answers.ts'
import { BAR } from './bar.ts'
import { BrandMark } from './brand.tsx'
import styles from './frame.module.css'
import { kept, useKept } from './kept.ts'
import { Icon } from './parts/icon.tsx'
import { useKeys } from './parts/keys.tsx'
import { Menu, type MenuItem } from './parts/menu.tsx'
import { signOut } from './server.ts'
import type { Me } from './session.ts'
import { chooseTheme, theme } from './theme.ts'

interface Props {
  /** Null until known; the frame keeps its place. */
  readonly me: Me | null
  readonly path: string
  readonly children: ComponentChildren
}

export function Frame({ me, path, children }: Props) {
  const places = BAR.filter(
    (one) => me !== null && (one.permission === undefined || me.permissions.includes(one.permission)),
  )
  return (
    <>
      <a class={styles['skip']} href="#main">
        Go to the text
      </a>
      <header class={styles['bar']}>
        <Link class={styles['brand']} href="/" aria-label="Highwater, to your desk">
          <BrandMark />
          Highwater
        </Link>
        <nav class={styles['nav']} aria-label="Main">
          {places.map((one) => (
            <Link
              key={one.href}
              href={one.href}
              {...(isAt(path, one.href) ? { 'aria-current': 'page' } : {})}
            >
              {one.label}
            </Link>
          ))}
        </nav>
        {me === null ? null : (
          <>
            <Find me={me} />
            <Menu
              buttonClass={styles['small'] ?? ''}
              label="Menu"
              items={places.map((one) => ({ label: one.label, href: one.href }))}
            />
            <MyMenu me={me} />
          </>
        )}
      </header>
      <main id="main" class={styles['main']} tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

/** A page and what is below it count as one place. */
function isAt(path: string, href: string): boolean {
  if (href === '/library' && path.startsWith('/postmortems/')) return true
  return path === href || (href !== '/' && path.startsWith(`${href}/`))
}

function MyMenu({ me }: { me: Me }) {
  const chosen = useKept(theme)
  const [, go] = useLocation()
  const leave = async () => {
    await signOut()
    dropAnswers()
    go('/sign-in')
  }
  const may = (permission: Me['permissions'][number]) => me.permissions.includes(permission)
  const items: MenuItem[] = [
    {
      label: 'Settings',
      href: '/settings',
      heading: (
        <>
          <b>{me.person.name}</b>
          {me.organisation.name}
        </>
      ),
    },
    ...(may('postmortem.import') ? [{ label: 'Bring in old postmortems', href: '/imports' }] : []),
    { label: 'What the words mean', href: '/help' },
    {
      label: 'As the system',
      checked: chosen === 'system',
      onChoose: () => chooseTheme('system'),
      heading: 'Light and dark',
    },
    { label: 'Light', checked: chosen === 'light', onChoose: () => chooseTheme('light') },
    { label: 'Dark', checked: chosen === 'dark', onChoose: () => chooseTheme('dark') },
    { label: 'Sign out', onChoose: () => void leave(), heading: 'This session' },
  ]
  return (
    <Menu
      buttonClass={styles['me'] ?? ''}
      label={
        <>
          <span aria-hidden="true">{initials(me.person.name)}</span>
          <span class="hide">{me.person.name}: settings and sign out</span>
        </>
      }
      items={items}
    />
  )
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase()
}

/** Whether the palette or the list of keys lies over the page. */
const over = kept<'palette' | 'keys' | null>(null)

type Overlay = ComponentType<{ me: Me; onClose: () => void }>

const OVERLAYS = {
  palette: async (): Promise<Overlay> => (await import('./palette/palette.tsx')).Palette,
  keys: async (): Promise<Overlay> => (await import('./palette/key-list.tsx')).KeyList,
} as const

function Find({ me }: { me: Me }) {
  const [loaded, setLoaded] = useState<Partial<Record<'palette' | 'keys', Overlay>>>({})
  const open = (which: 'palette' | 'keys') => {
    over.value = which
    if (loaded[which] === undefined) {
      void OVERLAYS[which]().then((one) => setLoaded((known) => ({ ...known, [which]: one })))
    }
  }
  useKeys({ 'Ctrl+k': () => open('palette'), '?': () => open('keys') })
  const which = useKept(over)
  const Shown = which === null ? undefined : loaded[which]
  return (
    <>
      <button type="button" class={styles['find']} onClick={() => open('palette')}>
        <Icon name="search" size={15} />
        <span>Find or do anything</span>
        <kbd>Ctrl K</kbd>
      </button>
      {Shown === undefined ? null : <Shown me={me} onClose={() => (over.value = null)} />}
    </>
  )
}
