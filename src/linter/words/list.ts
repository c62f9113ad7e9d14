/**
 * Word lists are written as running text and read as sets. `~drop` stands for every form of a verb, `user+` for a noun and its
 * plural, `_` for a space inside a phrase.
 */
import { formsOf } from './forms.ts'

/** `entry` → `entries`, `process` → `processes`, `host` → `hosts`. */
const pluralOf = (noun: string): string =>
  /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}${/(?:[sxz]|[cs]h)$/.test(noun) ? 'es' : 's'}`

/** What a word of a list stands for. */
function meant(word: string): readonly string[] {
  if (word.startsWith('~')) return formsOf(word.slice(1))
  if (word.length > 1 && word.endsWith('+')) return [word.slice(0, -1), pluralOf(word.slice(0, -1))]
  return [word.replaceAll('_', ' ')]
}

/** The words of a list parted by white space or by `parting`. */
export const wordsOf = (list: string, parting: RegExp | string = /\s+/): readonly string[] =>
  list
    .split(parting)
    .filter((word) => word !== '')
    .flatMap(meant)

export const setOf = (list: string): ReadonlySet<string> => new Set(wordsOf(list))

/** The nouns of a list and their plurals. */
export const nouns = (list: string): ReadonlySet<string> => setOf(list.replaceAll(/\S+/g, '$&+'))

/** The verbs of a list, base forms, in every form. */
export const verbs = (list: string): ReadonlySet<string> => setOf(list.replaceAll(/\S+/g, '~$&'))
