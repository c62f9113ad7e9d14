/** The people whom a document's fields name: authors, participants, leads. */
import { plain } from '../blocks/inline.ts'
import type { Fields } from './fields.ts'

const SEPARATOR = /\s*(?:[,;/&、，]|\band\b|\bog\b)\s*/u
const NAME = /^\p{L}[\p{L} .'-]{1,30}$/u
/** What noticed or is on call may be a machine or a rota. */
const NOT_PEOPLE = /detect|on[- ]?call/
const MOST = 200

/** Names in lower case. */
export function peopleOf(fields: Fields): ReadonlySet<string> {
  const names = new Set<string>()
  for (const field of fields.all) {
    if (field.name !== 'people' || NOT_PEOPLE.test(field.key)) continue
    for (const name of field.values.flatMap((value) => plain(value).slice(0, 1_000).split(SEPARATOR))) {
      const bare = name
        .replace(/\s*[（(].*$/u, '')
        .replace(/[.。]\s.*$/u, '')
        .trim()
      if (NAME.test(bare) && names.size < MOST) names.add(bare.toLowerCase())
    }
  }
  return names
}
