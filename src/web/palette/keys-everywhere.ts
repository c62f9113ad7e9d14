/** The keys of the page and what each does, as help says them. */
export const KEYS: readonly (readonly [keys: readonly string[], words: string])[] = [
  [['Ctrl', 'K'], 'Find or do anything (Command K on a Mac)'],
  [['/'], 'Search the library'],
  [['J'], 'Next in a list'],
  [['K'], 'The one before'],
  [['Enter'], 'Open it'],
  [['?'], 'These keys'],
  [['Esc'], 'Close what lies over the page'],
]
