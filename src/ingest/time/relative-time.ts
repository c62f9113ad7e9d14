/** Times told from another one: `+5 minutes`, `2 hours later`, `10分後`, `T+00:05`, `+0:05`. */

/** Minutes after the entry before, or after the start (`T+5`, `+0:05`); negative before it. */
export interface RelativeTime {
  readonly minutes: number
  readonly base: 'previous' | 'start'
}

const RELATIVE =
  /(?:(T)\s?([+-])\s?(\d{1,4})(?::(\d{2})(?::\d{2})?)?\s?(s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?|d(?:ays?)?)?(?![\p{L}\d]|:\d)|(\+)(\d{1,2}):([0-5]\d)(?::[0-5]\d)?(?!\d)|\+\s?(?:約\s?)?(\d{1,4})\s?(s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?|d(?:ays?)?|分|時間)(?!\p{L})|(\d{1,4}|a few)\s?(seconds?|min(?:ute)?s?|hours?|days?)\s(?:later|after)(?!\p{L})|(\d{1,4})\s?(分|時間|小时|分钟)後)/iuy

function minutesIn(amount: number, unit: string | undefined, otherwise: number): number {
  const first = (unit ?? '').charAt(0).toLowerCase()
  if (first === '') return amount * otherwise
  if (first === 's') return amount / 60
  if (first === 'd') return amount * 1440
  return first === 'h' || first === '時' || first === '小' ? amount * 60 : amount
}

/** Reads the relative time that begins exactly at `position`; "a few" counts as three. */
export function readRelative(text: string, position: number): { relative: RelativeTime; end: number } | null {
  RELATIVE.lastIndex = position
  const match = RELATIVE.exec(text)
  if (match === null) return null
  const end = RELATIVE.lastIndex
  const [anchor, sign, whole, part, unit] = match.slice(1)
  if (anchor !== undefined) {
    const size = part === undefined ? minutesIn(Number(whole), unit, 1) : Number(whole) * 60 + Number(part)
    return { relative: { minutes: sign === '-' ? -size : size, base: 'start' }, end }
  }
  if (match[6] !== undefined) {
    return { relative: { minutes: Number(match[7]) * 60 + Number(match[8]), base: 'start' }, end }
  }
  const amount = match[9] ?? match[11] ?? match[13] ?? '0'
  const minutes = /\D/.test(amount) ? 3 : minutesIn(Number(amount), match[10] ?? match[12] ?? match[14], 1)
  return { relative: { minutes, base: 'previous' }, end }
}
