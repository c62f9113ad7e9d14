/**
 * Word lists are written as running text and read as sets. `~drop` stands for every form of a verb, `user+` for a noun and its
 * plural.
 */
import { formsOf } from './forms.ts'

/** `entry` → `entries`, `process` → `processes`, `host` → `hosts`. */
const pluralOf = (noun: string): string =>
  /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}${/(?:[sxz]|[cs]h)$/.test(noun) ? 'es' : 's'}`

/** The words of a list parted by spaces. */
export function wordsOf(list: string): readonly string[] {
  const words: string[] = []
  for (const word of list.split(' ')) {
    if (word.startsWith('~')) words.push(...formsOf(word.slice(1)))
    else if (word.length > 1 && word.endsWith('+')) words.push(word.slice(0, -1), pluralOf(word.slice(0, -1)))
    else if (word !== '') words.push(word)
  }
  return words
}

export const setOf = (list: string): ReadonlySet<string> => new Set(wordsOf(list))

/** The nouns of a list and their plurals. */
export const nouns = (list: string): ReadonlySet<string> => setOf(list.replaceAll(/\S+/g, '$&+'))

/** The verbs of a list, base forms, in every form. */
export const verbs = (list: string): ReadonlySet<string> => setOf(list.replaceAll(/\S+/g, '~$&'))

/** The verbs of a list as they stand, base forms; `baseOf` knows their other forms from then on. */
export const bases = (list: string): ReadonlySet<string> => {
  for (const base of list.split(' ')) formsOf(base)
  return new Set(list.split(' '))
}
