/** Word lists are written as running text and read as sets. */

/** The words of a list parted by white space; `_` stands for a space inside a phrase. */
export function wordsOf(list: string): readonly string[] {
  return list
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll('_', ' '))
}

export const setOf = (list: string): ReadonlySet<string> => new Set(wordsOf(list))

/** `entry` → `entries`, `process` → `processes`, `host` → `hosts`. */
const pluralOf = (noun: string): string =>
  /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}${/(?:[sxz]|[cs]h)$/.test(noun) ? 'es' : 's'}`

/** The nouns of a list and their plurals. */
export const nouns = (list: string): ReadonlySet<string> =>
  new Set(wordsOf(list).flatMap((noun) => [noun, pluralOf(noun)]))
