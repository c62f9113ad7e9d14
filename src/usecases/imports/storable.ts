/** Makes what was read from a file storable: a text column holds neither NUL nor half of a character. */

/** The same value with every such character replaced by the sign for "no character" (U+FFFD). */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD').toWellFormed() as T
  if (Array.isArray(value)) return value.map((item: unknown) => storable(item)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, storable(inner)])) as T
}
