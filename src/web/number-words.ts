/** Numbers as a sentence says them: words up to twelve, figures above. */
import { countWords } from './words.ts'

const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const

/** `three`, `47`. Zero is `no`, as in `no repeats`. */
export const numberWord = (count: number): string => WORDS[count] ?? countWords(count)

/** With its thing: `one layer`, `47 layers`. */
export const numberOf = (count: number, one: string, many = `${one}s`): string =>
  `${numberWord(count)} ${count === 1 ? one : many}`

/** With a capital, for the beginning of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `a`, `a and b`, `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`
