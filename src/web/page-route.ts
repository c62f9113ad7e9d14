/** What a page is to the router: its address, its code, what it is given. */
import type { ComponentType } from 'preact'

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
  readonly early?: (params: PageProps['params']) => unknown
}
