/** The frame of every settings page: the parts a person may see, and the part's own heading. */
import type { ComponentChildren } from 'preact'
import { Link, useLocation } from 'wouter-preact'
import type { Permission } from '../../../domain/permissions.ts'
import { useMe } from '../../session.ts'
import { useTitle } from '../../title.ts'
import styles from './settings.module.css'

const PARTS: readonly { href: string; label: string; permission?: Permission }[] = [
  { href: '/settings', label: 'Organisation', permission: 'directory.read' },
  { href: '/settings/people', label: 'People and roles', permission: 'directory.read' },
  { href: '/settings/catalogue', label: 'Teams, services, layers', permission: 'directory.read' },
  { href: '/settings/classes', label: 'Classes', permission: 'postmortem.read' },
  { href: '/settings/wording', label: 'Wording', permission: 'settings.write' },
  { href: '/settings/tokens', label: 'API tokens', permission: 'token.manage' },
  { href: '/settings/activity', label: 'Audit trail', permission: 'audit.read' },
]

interface Props {
  readonly title: string
  readonly lead: string
  /** The page's one deed, beside its heading. */
  readonly action?: ComponentChildren
  readonly children: ComponentChildren
}

export function SettingsFrame({ title, lead, action, children }: Props) {
  useTitle(title)
  const me = useMe()
  const [path] = useLocation()
  const shown = PARTS.filter(
    (part) => part.permission === undefined || me.permissions.includes(part.permission),
  )
  return (
    <div class={styles['page']}>
      <nav class={styles['nav']} aria-label="Settings">
        {shown.map((part) => (
          <Link key={part.href} href={part.href} {...(path === part.href ? { 'aria-current': 'page' } : {})}>
            {part.label}
          </Link>
        ))}
      </nav>
      <div>
        <div class={styles['head']}>
          <h1>{title}</h1>
          {action}
        </div>
        <p class={styles['lead']}>{lead}</p>
        {children}
      </div>
    </div>
  )
}
