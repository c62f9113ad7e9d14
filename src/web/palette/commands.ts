/** What the palette offers besides postmortems: pages to go to and things to do. */
import { BAR } from '../bar.ts'
import type { Me } from '../session.ts'
import { chooseTheme } from '../theme.ts'

export interface Entry {
  readonly group: string
  readonly label: string
  readonly detail?: string
  /** Other words by which it is found. */
  readonly also?: string
  readonly href?: string
  readonly act?: () => void
}

/** The pages and deeds open to a person. */
export function commandsFor(me: Me): readonly Entry[] {
  const may = (permission: Me['permissions'][number]) => me.permissions.includes(permission)
  const pages = BAR.filter((one) => one.permission === undefined || may(one.permission))
  return [
    ...pages.map((one) => ({ group: 'Go to', label: one.label, href: one.href })),
    { group: 'Go to', label: 'Settings', href: '/settings', also: 'organisation people tokens severity' },
    ...(may('settings.write')
      ? [
          {
            group: 'Go to',
            label: 'Wording',
            href: '/settings/wording',
            also: 'linter rules vendors settings',
          },
        ]
      : []),
    { group: 'Go to', label: 'What the words mean', href: '/help', also: 'help glossary keyboard' },
    ...(may('postmortem.import')
      ? [{ group: 'Do', label: 'Bring in old postmortems', href: '/imports', also: 'import folder markdown' }]
      : []),
    { group: 'Do', label: 'Light page', act: () => chooseTheme('light'), also: 'theme' },
    { group: 'Do', label: 'Dark page', act: () => chooseTheme('dark'), also: 'theme' },
    { group: 'Do', label: 'Page as the system', act: () => chooseTheme('system'), also: 'theme light dark' },
  ]
}
