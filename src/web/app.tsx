/** The whole page: finds the route of the address, loads its code, and draws it inside the frame of who is signed in. */
import { type ComponentType, Fragment } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { matchRoute, useLocation, useRouter } from 'wouter-preact'
import { askEarly, useAnswer } from './answers.ts'
import { Frame } from './frame.tsx'
import { ProblemNotice } from './parts/problem-notice.tsx'
import { Toasts } from './parts/toast.tsx'
import type { PageProps, PageRoute } from './page-route.ts'
import { NOT_FOUND, ROUTES } from './routes.ts'
import { Session } from './session.ts'

interface Found {
  readonly route: PageRoute
  readonly params: PageProps['params']
}

function useFound(path: string): Found {
  const { parser } = useRouter()
  for (const route of ROUTES) {
    const [fits, params] = matchRoute(parser, route.path, path)
    if (fits) return { route, params }
  }
  return { route: NOT_FOUND, params: {} }
}

interface Shown extends Found {
  readonly View: ComponentType<PageProps>
  readonly path: string
}

/** The page of the address once its code is here; until then the one before, or null at first. */
function useShown(path: string): Shown | null {
  const found = useFound(path)
  const [shown, show] = useState<Shown | null>(null)
  useEffect(() => {
    let current = true
    found.route.early?.(found.params)
    const loaded = found.route.load()
    void loaded.then((View) => current && show({ ...found, View, path }))
    return () => {
      current = false
    }
  }, [path])
  return shown
}

/** Begins a new page at its top with the focus on it, as a full load would; going back keeps the browser's place. */
function useArrival(shown: Shown | null): void {
  useEffect(() => {
    if (shown === null) return
    const main = document.getElementById('main')
    if (arrived && main !== null) {
      if (!goingBack) window.scrollTo(0, 0)
      main.focus({ preventScroll: true })
    }
    arrived = true
    goingBack = false
  }, [shown?.path])
}

let arrived = false
let goingBack = false
addEventListener('popstate', () => {
  goingBack = true
})

export function App() {
  const [path] = useLocation()
  const shown = useShown(path)
  useArrival(shown)
  const open = shown === null ? isOpen(path) : shown.route.open === true
  return (
    <>
      {open ? (
        shown === null ? null : (
          <shown.View params={shown.params} />
        )
      ) : (
        <Inside shown={shown} path={path} />
      )}
      <Toasts />
    </>
  )
}

/** Everything that asks for someone to be signed in. */
function Inside({ shown, path }: { shown: Shown | null; path: string }) {
  const me = useAnswer('GET /me')
  const [, go] = useLocation()
  const signedOut = me.problem?.status === 401
  useEffect(() => {
    if (signedOut)
      go(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`, { replace: true })
  }, [signedOut])
  if (me.data === undefined) {
    return me.problem === null || signedOut ? (
      <Frame me={null} path={path} children={null} />
    ) : (
      <Frame me={null} path={path}>
        <ProblemNotice problem={me.problem} onAgain={me.again} />
      </Frame>
    )
  }
  return (
    <Session.Provider value={me.data}>
      <Frame me={me.data} path={path}>
        {shown === null ? null : (
          <Fragment key={shown.route.path + JSON.stringify(shown.params)}>
            <shown.View params={shown.params} />
          </Fragment>
        )}
      </Frame>
    </Session.Provider>
  )
}

const isOpen = (path: string): boolean => ROUTES.some((route) => route.path === path && route.open === true)

if (!isOpen(location.pathname)) askEarly('GET /me')
