/** Walks the syntax tree of a source file. */
import { parseSync } from 'oxc-parser'

export type Node = Readonly<Record<string, unknown>>

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Shows every node of a file to `see`, parents first; where it answers false, what lies below is passed over. */
export function walkSource(file: string, text: string, see: (node: Node) => boolean): void {
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file} cannot be parsed`)
  walk(program, see)
}

function walk(value: unknown, see: (node: Node) => boolean): void {
  if (Array.isArray(value)) for (const one of value) walk(one, see)
  else if (isNode(value)) {
    if (typeof value['type'] === 'string' && !see(value)) return
    for (const one of Object.values(value)) walk(one, see)
  }
}
