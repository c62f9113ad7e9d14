/** Light or dark: the system's choice unless the reader made one, kept in this browser. */
import { kept } from './kept.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** `public/theme.js` reads the same name before the first paint. */
const STORED = 'highwater.theme'

const shown = document.documentElement.dataset['theme']

/** The reader's choice. */
export const theme = kept<Theme>(shown === 'light' || shown === 'dark' ? shown : 'system')

/** Shows a theme now and remembers it; `system` forgets the choice. */
export function chooseTheme(choice: Theme): void {
  theme.value = choice
  if (choice === 'system') {
    delete document.documentElement.dataset['theme']
    localStorage.removeItem(STORED)
  } else {
    document.documentElement.dataset['theme'] = choice
    localStorage.setItem(STORED, choice)
  }
}
