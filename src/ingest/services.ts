/** Reads the services a document names as affected. */
import { plain } from './blocks/inline.ts'
import type { Fields } from './metadata/fields.ts'

const MOST = 50
const NONE = /^\W*(?:n\/?a|none|tb[ad]|unknown|todo|all|なし|-)\W*$/i

/** Names in the order in which they stand, each once; a sentence in place of names is left out. */
export function servicesOf(fields: Fields): string[] {
  const names = new Map<string, string>()
  for (const field of fields.all) {
    if (field.name !== 'services') continue
    for (const value of field.values) {
      for (const name of splitNames(value)) {
        if (!names.has(name.toLowerCase()) && names.size < MOST) names.set(name.toLowerCase(), name)
      }
    }
  }
  return [...names.values()]
}

function splitNames(value: string): string[] {
  const parts = plain(value.slice(0, 2_000).replaceAll(/<br\s*\/?>/gi, ','))
    .split(/[,;、，；|]|\s\/\s|\s(?:and|og|及び|および)\s/)
    .map((part) => part.trim().replace(/\.$/, ''))
  return parts.filter(
    (part) => part !== '' && part.length <= 60 && !NONE.test(part) && part.split(/\s+/).length <= 6,
  )
}
