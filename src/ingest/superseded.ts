/** Finds what a document says replaces it. */
import { withoutEdges } from './edges.ts'
import { plain } from './blocks/inline.ts'
import type { Fields } from './metadata/fields.ts'

const SENTENCE =
  /\b(?:superseded|replaced|obsoleted)[*_]{0,3} by:?[*_]{0,3}\s+(.{2,200}?)(?:[.;]\s|[.;]?$)|\b(?:see|moved to|continued in):?\s+(\[[^\]]{1,120}\]\([^)]{1,200}\))\s+(?:instead|for the (?:full|final|current|updated) (?:report|post-?mortem|version))/i

/** Path or title as written; null where the text says nothing of the kind. */
export function supersededBy(fields: Fields, opening: string): string | null {
  const field = fields.all.find((each) => each.name === 'supersededBy')
  const value = field === undefined ? undefined : targetOf(field.values[0] ?? '')
  if (value !== undefined && value !== '' && !/^(?:null|none|n\/?a|~|-|false)$/i.test(value)) return value
  const match = SENTENCE.exec(opening.slice(0, 2_000))
  const found = match?.[1] ?? match?.[2]
  return found === undefined ? null : targetOf(found)
}

/** A link gives its target, anything else its words. */
function targetOf(raw: string): string {
  const link = /\]\(<?([^)\s>]{1,300})/.exec(raw)?.[1]
  return withoutEdges(link ?? plain(raw), /[\s"'`*_]/)
}
