/** Finds a sentence again in a text whose lines may be broken elsewhere. */

/** Where a sentence stands in a text, however its lines are broken; null when it is not there. */
export function findSentence(text: string, sentence: string): { start: number; end: number } | null {
  const words = sentence
    .trim()
    .split(/\s+/u)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  const match = new RegExp(words.join(String.raw`\s+`), 'u').exec(text)
  return match === null ? null : { start: match.index, end: match.index + match[0].length }
}
