/** Every page by its address, its code loaded when it is first opened. */
import type { ComponentType } from 'preact'
import type { Permission } from '../domain/permissions.ts'
import { askEarly } from './answers.ts'

/** What a page is given: the parts of its address. */
export interface PageProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

export interface PageRoute {
  /** As `/postmortems/:handle`. */
  readonly path: string
  readonly load: () => Promise<ComponentType<PageProps>>
  /** Open to whoever is not signed in, and drawn without the frame. */
  readonly open?: true
  /** Asks the server for what the page shows first, while its code is on its way. */
  readonly early?: (params: PageProps['params']) => void
}

export const ROUTES: readonly PageRoute[] = [
  {
    path: '/',
    load: async () => (await import('./pages/desk/desk-page.tsx')).DeskPage,
    early: () => askEarly('GET /desk'),
  },
  { path: '/actions', load: async () => (await import('./pages/actions/actions-page.tsx')).ActionsPage },
  {
    path: '/library',
    load: async () => (await import('./pages/library/library-page.tsx')).LibraryPage,
    early: () => askEarly('GET /classes', {}),
  },
  { path: '/imports', load: async () => (await import('./pages/imports/imports-page.tsx')).ImportsPage },
  {
    path: '/imports/:importId',
    load: async () => (await import('./pages/imports/import-page.tsx')).ImportPage,
  },
  {
    path: '/settings',
    load: async () => (await import('./pages/settings/organisation-page.tsx')).OrganisationPage,
  },
  {
    path: '/settings/people',
    load: async () => (await import('./pages/settings/people-page.tsx')).PeoplePage,
  },
  {
    path: '/settings/catalogue',
    load: async () => (await import('./pages/settings/catalogue-page.tsx')).CataloguePage,
  },
  {
    path: '/settings/classes',
    load: async () => (await import('./pages/settings/classes-settings-page.tsx')).ClassesSettingsPage,
  },
  {
    path: '/settings/tokens',
    load: async () => (await import('./pages/settings/tokens-page.tsx')).TokensPage,
  },
  {
    path: '/settings/activity',
    load: async () => (await import('./pages/settings/activity-page.tsx')).ActivityPage,
  },
  { path: '/help', load: async () => (await import('./pages/help/help-page.tsx')).HelpPage },
  { path: '/welcome', load: async () => (await import('./pages/imports/welcome-page.tsx')).WelcomePage },
  { path: '/setup', open: true, load: async () => (await import('./pages/setup/setup-page.tsx')).SetupPage },
  {
    path: '/password',
    open: true,
    load: async () => (await import('./pages/setup/password-page.tsx')).PasswordPage,
  },
  {
    path: '/sign-in',
    open: true,
    load: async () => (await import('./pages/sign-in/sign-in-page.tsx')).SignInPage,
  },
]

/** The page shown where no address fits. */
export const NOT_FOUND: PageRoute = {
  path: '*',
  load: async () => (await import('./pages/not-found/not-found-page.tsx')).NotFoundPage,
}

/** Pages of the bar, in order; each shown to those who may use it. */
export const BAR: readonly { href: string; label: string; permission?: Permission }[] = [
  { href: '/', label: 'Desk' },
  { href: '/library', label: 'Library', permission: 'postmortem.read' },
  { href: '/actions', label: 'Actions', permission: 'postmortem.read' },
  { href: '/trends', label: 'Trends', permission: 'trend.read' },
  { href: '/classes', label: 'Classes', permission: 'postmortem.read' },
]
