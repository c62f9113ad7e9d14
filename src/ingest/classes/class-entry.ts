/** One entry of the register that classes are suggested from. */

export interface ClassEntry {
  /** Stable id, as in `certificate-or-credential`. */
  readonly id: string
  readonly name: string
  /** Words and phrases, set off by commas, that nearly always mean this class; phrases of up to three words. Matched by stem. */
  readonly strong: string
  /** Words that speak for it among others. */
  readonly some: string
  /** The same in Japanese, Norwegian and Chinese; those without spaces are matched as parts of the text. */
  readonly otherLanguages: string
}
