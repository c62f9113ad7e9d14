/** Guesses how wide a text is when drawn in the page's face, so that labels can be placed without a browser. */

/** Widths in em of Inter at regular weight, by group of letters that are alike. */
const WIDTHS: readonly (readonly [letters: RegExp, em: number])[] = [
  [/[ilj.,:;'’|!ı]/u, 0.27],
  [/[ftrI()[\]{}/\\ \-“”"]/u, 0.36],
  [/[mwMW@%—…]/u, 0.86],
  [/[A-Z&]/u, 0.68],
  [/[0-9+=<>~·]/u, 0.62],
  [/[\u2E80-\u9FFF\uAC00-\uD7AF\uFF00-\uFFEF]/u, 1],
]
const OTHER = 0.56
const BOLDER = 1.05

const known = new Map<string, number>()

function letterWidth(letter: string): number {
  let width = known.get(letter)
  if (width === undefined) {
    width = WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER
    known.set(letter, width)
  }
  return width
}

/** Width in user units of a text at a size; a little more rather than less. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0
  for (const letter of text) sum += letterWidth(letter)
  return sum * size * (bold ? BOLDER : 1)
}

/** The text cut to a width at a word, with an ellipsis where something was left out. */
export function cutText(text: string, width: number, size: number, bold = false): string {
  return wrapText(text, width, size, 1, bold)[0] ?? ''
}

/** The text in at most `lines` lines of a width; what does not fit ends in an ellipsis. */
export function wrapText(text: string, width: number, size: number, lines: number, bold = false): string[] {
  const fits = (line: string) => textWidth(line, size, bold) <= width
  const wrapped: string[] = []
  let line = ''
  for (const word of text.trim().split(/\s+/u)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer) || line === '') {
      line = longer
      continue
    }
    wrapped.push(line)
    line = word
    if (wrapped.length === lines) break
  }
  if (wrapped.length < lines) {
    if (line !== '') wrapped.push(line)
    line = ''
  }
  const cut = line !== ''
  return wrapped.map((one, i) => (fits(one) && !(cut && i === wrapped.length - 1) ? one : ended(one, fits)))
}

/** Takes words, then letters, off the end until the line with its ellipsis fits. */
function ended(line: string, fits: (line: string) => boolean): string {
  let kept = line
  while (kept !== '' && !fits(`${kept}…`)) {
    kept = kept.includes(' ') ? kept.slice(0, kept.lastIndexOf(' ')) : Array.from(kept).slice(0, -1).join('')
  }
  return `${kept.replace(/[\s,;:.–-]+$/u, '')}…`
}
