/** One line while its containers are read off it: where the reading stands, in units and in columns, tabs counted. */

export class Line {
  /** Where the reading stands. */
  at = 0
  /** Where the line ends, its line end not counted. */
  end = 0
  readonly #text: string
  #column = 0
  /** Columns of a tab that was taken in part. */
  #spare = 0

  constructor(text: string) {
    this.#text = text
  }

  open(start: number, end: number): void {
    this.at = start
    this.end = end
    this.#column = 0
    this.#spare = 0
  }

  /** Columns of white space ahead. */
  indent(): number {
    let columns = this.#spare
    for (let at = this.at; at < this.end; at += 1) {
      const char = this.#text[at]
      if (char === ' ') columns += 1
      else if (char === '\t') columns += 4 - ((this.#column + columns) % 4)
      else break
    }
    return columns
  }

  /** Offset of the first unit that is not white space; `end` on a blank line. */
  word(): number {
    let at = this.at
    while (at < this.end && (this.#text[at] === ' ' || this.#text[at] === '\t')) at += 1
    return at
  }

  charAt(offset: number): string {
    return this.#text.charAt(offset)
  }

  get isBlank(): boolean {
    return this.word() >= this.end
  }

  /** Takes white space of so many columns. */
  skip(columns: number): void {
    let left = columns
    while (left > 0) {
      const isTab = this.#spare === 0 && this.#text[this.at] === '\t'
      if (this.#spare === 0 && !isTab && this.#text[this.at] !== ' ') return
      if (this.#spare === 0) this.at += 1
      const width = this.#spare > 0 ? this.#spare : isTab ? 4 - (this.#column % 4) : 1
      const taken = Math.min(width, left)
      this.#column += taken
      this.#spare = width - taken
      left -= taken
    }
  }

  /** Takes so many units that are no white space. */
  take(units: number): void {
    this.at += units
    this.#column += units
  }
}
