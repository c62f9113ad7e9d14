/** The title of the browser's tab, which a screen reader says on arrival. */
import { useEffect } from 'preact/hooks'

/** Names the page while it is on screen; an empty name leaves the program's. */
export function useTitle(name: string): void {
  useEffect(() => {
    document.title = name === '' ? 'Highwater' : `${name} · Highwater`
  }, [name])
}
