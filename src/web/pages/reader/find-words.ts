/** Finds the words of a finding on the page: the text there has lost its mark-up, so letters and digits alone are compared. */

const LETTER = /[\p{L}\p{N}]/u

/** A text as its letters and digits, each with its place. */
export interface Letters {
  readonly letters: string
  readonly at: readonly number[]
}

export function lettersOf(text: string): Letters {
  let letters = ''
  const at: number[] = []
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charAt(index)
    if (!LETTER.test(unit)) continue
    letters += unit.toLowerCase()
    at.push(index)
  }
  return { letters, at }
}

/** How often the words stand in a text before an offset. */
export function timesBefore(text: string, offset: number, words: string): number {
  const { letters: wanted } = lettersOf(words)
  const { letters } = lettersOf(text.slice(0, offset))
  let times = 0
  if (wanted === '') return 0
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + wanted.length)) times += 1
  return times
}

/** Where the words stand in a text after so many others alike; where there are fewer, the last; null when nowhere. */
export function placeOfWords(
  { letters, at }: Letters,
  words: string,
  times: number,
): { readonly start: number; readonly end: number } | null {
  const { letters: wanted } = lettersOf(words)
  if (wanted === '') return null
  let found = letters.indexOf(wanted)
  if (found < 0) return null
  for (let time = 0; time < times; time += 1) {
    const next = letters.indexOf(wanted, found + wanted.length)
    if (next < 0) break
    found = next
  }
  return { start: at[found] ?? 0, end: (at[found + wanted.length - 1] ?? 0) + 1 }
}

/** The words on the page below an element, notes left out; null when they are not there. */
export function rangeOfWords(root: Element, words: string, times: number): Range | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('[data-notes], sup') === null
      ? NodeFilter.FILTER_ACCEPT
      : NodeFilter.FILTER_REJECT,
  )
  const nodes: { readonly node: Node; readonly from: number }[] = []
  let text = ''
  while (walker.nextNode() !== null) {
    nodes.push({ node: walker.currentNode, from: text.length })
    text += walker.currentNode.textContent ?? ''
  }
  const place = placeOfWords(lettersOf(text), words, times)
  if (place === null) return null
  const range = document.createRange()
  const at = (offset: number) => nodes.findLast((one) => one.from <= offset)
  const [first, last] = [at(place.start), at(place.end - 1)]
  if (first === undefined || last === undefined) return null
  range.setStart(first.node, place.start - first.from)
  range.setEnd(last.node, place.end - last.from)
  return range
}
