/** Every page by its address, its code loaded when it is first opened. */
import { askEarly, askPagesEarly } from './answers.ts'
import type { PageRoute } from './page-route.ts'
import { listQuery } from './library-query.ts'
import { yearAgo } from './words.ts'

/** Every view of a postmortem asks for it by its handle. */
const earlyPostmortem: PageRoute['early'] = ({ handle }) =>
  askEarly('GET /postmortems/{postmortemId}', { params: { postmortemId: handle ?? '' } })

/** The order in the address is asked for ahead only where it is the usual one. */
const earlyLibrary = (): void => {
  const search = new URLSearchParams(location.search)
  if (!search.has('sort')) askPagesEarly('GET /postmortems', listQuery(search.get('q') ?? '', null))
  askEarly('GET /classes', { query: { from: yearAgo() } })
}

export const ROUTES: readonly PageRoute[] = [
  {
    path: '/',
    load: async () => (await import('./pages/desk/desk-page.tsx')).DeskPage,
    early: () => askEarly('GET /desk'),
  },
  {
    path: '/actions',
    load: async () => (await import('./pages/actions/actions-page.tsx')).ActionsPage,
    early: () => location.search === '' && askPagesEarly('GET /actions', { query: { open: 'true' } }),
  },
  {
    path: '/library',
    load: async () => (await import('./pages/library/library-page.tsx')).LibraryPage,
    early: earlyLibrary,
  },
  {
    path: '/postmortems/:handle',
    load: async () => (await import('./pages/reader/reader-page.tsx')).ReaderPage,
    early: earlyPostmortem,
  },
  {
    path: '/postmortems/:handle/original',
    load: async () => (await import('./pages/reader/original-page.tsx')).OriginalPage,
    early: earlyPostmortem,
  },
  {
    path: '/postmortems/:handle/history',
    load: async () => (await import('./pages/reader/history-page.tsx')).HistoryPage,
    early: earlyPostmortem,
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
    path: '/settings/wording',
    load: async () => (await import('./pages/settings/wording-page.tsx')).WordingPage,
  },
  {
    path: '/settings/tokens',
    load: async () => (await import('./pages/settings/tokens-page.tsx')).TokensPage,
  },
  {
    path: '/settings/activity',
    load: async () => (await import('./pages/settings/activity-page.tsx')).ActivityPage,
  },
  {
    path: '/trends',
    load: async () => (await import('./pages/trends/trends-page.tsx')).TrendsPage,
    early: () => location.search === '' && askEarly('GET /trends', { query: { by: 'month' } }),
  },
  {
    path: '/classes',
    load: async () => (await import('./pages/classes/classes-page.tsx')).ClassesPage,
    early: () => location.search === '' && askEarly('GET /classes', { query: {} }),
  },
  { path: '/help', load: async () => (await import('./pages/help/help-page.tsx')).HelpPage },
  {
    path: '/help/rules/:ruleId',
    load: async () => (await import('./pages/help/rule-page.tsx')).RulePage,
  },
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
