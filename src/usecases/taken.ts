/** Turns a broken rule of the database into the refusal that a person understands. */
import { violationOf } from '../storage/violation.ts'
import { Refusal } from './refusal.ts'

/**
 * Runs a write; a value that the unique `index` keeps apart becomes `name_taken` or `email_taken`, a reference to what is
 * not there `reference_unknown`.
 */
export async function withoutClash<T>(
  clash: { readonly index: string; readonly code: 'name_taken' | 'email_taken'; readonly field: string },
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const violation = violationOf(error)
    if (violation?.kind === 'unique' && violation.constraint === clash.index) {
      const message = 'is taken by another'
      throw new Refusal(
        clash.code,
        `The ${clash.field === 'email' ? 'e-mail address' : 'name'} ${message}.`,
        [{ field: clash.field, message }],
      )
    }
    throw asUnknownReference(error) ?? error
  }
}

/** The refusal for a reference to what is not there; null for any other error. */
export function asUnknownReference(error: unknown): Refusal | null {
  const violation = violationOf(error)
  if (violation?.kind !== 'foreign_key') return null
  return new Refusal(
    'reference_unknown',
    `It refers to something that does not exist (${violation.constraint}).`,
  )
}

/** Runs a write; a reference to what is not there becomes `reference_unknown`. */
export async function knownReferences<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    throw asUnknownReference(error) ?? error
  }
}
