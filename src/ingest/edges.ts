/** What stands at the edges of a text, told in one walk; a pattern that ends in `+$` tries again from each place. */

/** How far the text goes when the characters at its end that `one` matches are left out. */
function endWithout(text: string, one: RegExp): number {
  let end = text.length
  while (end > 0 && one.test(text.charAt(end - 1))) end -= 1
  return end
}

/** The text without the characters at its end that `one`, a pattern for a single character, matches. */
export function withoutEnd(text: string, one: RegExp): string {
  return text.slice(0, endWithout(text, one))
}

/** The text without such characters at either edge. */
export function withoutEdges(text: string, one: RegExp): string {
  const end = endWithout(text, one)
  let start = 0
  while (start < end && one.test(text.charAt(start))) start += 1
  return text.slice(start, end)
}

/** The signs behind the last word: what is neither letter, digit nor underscore of ASCII. */
export function signsAtEnd(text: string): string {
  return text.slice(endWithout(text, /\W/))
}

/** Whether the words stand in square brackets on one line, with nothing but signs around them. */
export function isBracketed(text: string): boolean {
  const lines = text.split(/[\n\r\u2028\u2029]/)
  const spoken = lines.filter((line) => /\w/.test(line))
  if (spoken.length > 1) return false
  return (spoken.length === 1 ? spoken : lines).some((line) => {
    const open = line.indexOf('[')
    const close = line.lastIndexOf(']')
    return open !== -1 && close > open && !/\w/.test(line.slice(0, open) + line.slice(close))
  })
}
