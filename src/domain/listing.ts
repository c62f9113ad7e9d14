/** Tells a text that only lists from one that tells. */

/** Whether a text is mostly a list or a table: where its content is kept as data already, it need not be read again. */
export function isListing(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const listed = lines.filter((line) => /^\s*(?:[-*+|]|\d+[.):]|\*{0,2}\d{1,2}:\d{2})/u.test(line))
  return lines.length > 0 && listed.length / lines.length >= 0.5
}
