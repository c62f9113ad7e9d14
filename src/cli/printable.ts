/** Text of documents and file names as a line for a terminal: what would steer the terminal is shown as a mark. */

/** Control characters, line ends among them, and those that turn the direction of writing. */
const STEERING = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu

/** One line with its end; a text of several lines becomes one. */
export function printable(text: string): string {
  return `${text.replaceAll(STEERING, '\uFFFD')}\n`
}
