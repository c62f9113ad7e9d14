/** Splits a line into key and value: `**Key**: value`, `**Key:** value`, `Key: value`, `Key：値`. */

export interface KeyValue {
  readonly key: string
  /** Inline mark-up kept; may be empty. */
  readonly value: string
  readonly bold: boolean
}

const LONGEST_KEY = 60

/** The key and value of a line, or null when the line is plain text. A bold opening without a colon counts as a key. */
export function splitKeyValue(text: string): KeyValue | null {
  return splitBold(text) ?? splitPlain(text)
}

function splitBold(text: string): KeyValue | null {
  const mark = ['**', '__', "'''"].find((each) => text.startsWith(each))
  const emphasis = mark ?? (/^[_*][^_*\s]/.test(text) ? text.slice(0, 1) : null)
  if (emphasis === null) return null
  const close = text.indexOf(emphasis, emphasis.length)
  if (close === -1 || close > LONGEST_KEY + 20) return null
  let key = text.slice(emphasis.length, close)
  let value = text.slice(close + emphasis.length).trim()
  const inside = /[:：]\s*$/.test(key)
  const after = /^[:：]/.test(value)
  if (mark === undefined && !inside && !after) return null
  // `**Duration: 3h**` holds both.
  const both = inside || after ? null : /^([^:：]{2,40})[:：]\s*(\S.*)$/.exec(key)
  if (both !== null && value === '') return { key: both[1] as string, value: both[2] as string, bold: true }
  if (after) value = value.slice(1).trim()
  else if (!inside) value = value.replace(/^(?:[-–—]\s)/, '')
  key = key.replace(/[:：]\s*$/, '').trim()
  return key === '' ? null : { key, value, bold: true }
}

function splitPlain(text: string): KeyValue | null {
  const colon = /[:：]/.exec(text.slice(0, LONGEST_KEY + 1))
  if (colon === null || colon.index === 0) return null
  const key = text.slice(0, colon.index).trim()
  const rest = text.slice(colon.index + 1)
  if (colon[0] === ':' && rest !== '' && !/^\s/.test(rest)) return null
  if (!/^[\p{L}][\p{L}\p{N} /()'’_&.-]*$/u.test(key) || key.split(/\s+/).length > 7) return null
  return { key, value: rest.trim(), bold: false }
}
