/** Handles: what people call a thing aloud, `PM-204` for a postmortem and `A-31` for an action item. */

const PREFIXES = { postmortem: 'PM', action_item: 'A' } as const
export type HandleKind = keyof typeof PREFIXES

/** `toHandle('postmortem', 204)` is `PM-204`. */
export function toHandle(kind: HandleKind, number: number): string {
  return `${PREFIXES[kind]}-${String(number)}`
}

/** The number behind a handle of this kind, in any case; null when the text is not one. */
export function parseHandle(kind: HandleKind, text: string): number | null {
  const match = /^([A-Z]+)-([1-9]\d{0,8})$/i.exec(text.trim())
  return match?.[1]?.toUpperCase() === PREFIXES[kind] ? Number(match[2]) : null
}
