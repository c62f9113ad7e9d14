/** Reference definitions at the start of a paragraph: `[label]: address "title"`. */

const DEFINITION =
  /\[((?:[^[\]\\]|\\[^]){1,999})\]:[ \t]*(?:\n[ \t]*)?(?:<[^<>\n]*>|[^<\s]\S*)(?:(?:[ \t]+|[ \t]*\n[ \t]*)(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*(?:\n|$)/y

/** References are the same whatever their case and white space. */
export const labelOf = (label: string): string => label.trim().toLowerCase().replaceAll(/\s+/g, ' ')

/** Notes the labels defined at the start of `paragraph`, and gives the length of their definitions. */
export function takeDefinitions(paragraph: string, labels: Set<string>): number {
  let at = 0
  while (paragraph[at] === '[' && paragraph[at + 1] !== '^') {
    DEFINITION.lastIndex = at
    const label = DEFINITION.exec(paragraph)?.[1]
    if (label === undefined) break
    labels.add(labelOf(label))
    at = DEFINITION.lastIndex
  }
  return at
}
