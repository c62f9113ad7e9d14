/** The orders of the library, as the page names them. */
export const LIBRARY_SORT_WORDS = {
  newest: 'newest',
  oldest: 'oldest',
  updated: 'last changed',
  relevance: 'best match',
} as const
export type LibrarySort = keyof typeof LIBRARY_SORT_WORDS
