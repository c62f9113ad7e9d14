/** The pages of the bar. */
import type { Permission } from '../domain/permissions.ts'

/** Pages of the bar, in order; each shown to those who may use it. */
export const BAR: readonly { href: string; label: string; permission?: Permission }[] = [
  { href: '/', label: 'Desk' },
  { href: '/library', label: 'Library', permission: 'postmortem.read' },
  { href: '/actions', label: 'Actions', permission: 'postmortem.read' },
  { href: '/trends', label: 'Trends', permission: 'trend.read' },
  { href: '/classes', label: 'Classes', permission: 'postmortem.read' },
]
