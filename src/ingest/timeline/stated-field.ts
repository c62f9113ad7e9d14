/** What the time readers need of a metadata field. */
import { plain } from '../blocks/inline.ts'

export interface StatedField {
  /** The field's canonical name: `started`, `date`, `period`, `detected`, `recovered`, `duration`, … */
  readonly name: string
  /** The key as written, in lower case. */
  readonly key: string
  /** Never empty. */
  readonly values: readonly string[]
  readonly line: number
  /** `frontMatter`, or how the key stands in the text. */
  readonly place: string
}

/** Front matter dates are whole days even where a parser has put midnight to them. */
const MIDNIGHT = /T00:00:00(?:\.000)?Z?$/

/** The value without mark-up. */
export function valueOf(field: StatedField): string {
  const value = plain(field.values.join(' '))
  return field.place === 'frontMatter' ? value.replace(MIDNIGHT, '') : value
}

/** The fields of one canonical name, in the order of the file. */
export function fieldsNamed(fields: readonly StatedField[], name: string): StatedField[] {
  return fields.filter((field) => field.name === name)
}
