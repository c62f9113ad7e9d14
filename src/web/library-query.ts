/** The question the library asks for what stands in its address: the same for the page and for asking ahead of it. */
import type { LibrarySort } from './pages/library/sorts.ts'

/** What `GET /postmortems` is called with. */
export function listQuery(
  query: string,
  sort: LibrarySort | null,
): { query: { q?: string; sort?: LibrarySort } } {
  return { query: { ...(query === '' ? {} : { q: query }), ...(sort === null ? {} : { sort }) } }
}
