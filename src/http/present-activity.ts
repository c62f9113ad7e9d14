/** Entries of the record as the API shows them: values as short texts. */
import type { FieldChange } from '../domain/activity.ts'

const MOST_CHARACTERS = 2_000

/** A change with its values as a person reads them; long ones are cut. */
export const presentChange = ({ field, before, after }: FieldChange) => ({
  field,
  before: toText(before),
  after: toText(after),
})

function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text
}

/** Who did it; the server itself where nobody did. */
export const presentWho = (name: string | null): string => name ?? 'Highwater'
