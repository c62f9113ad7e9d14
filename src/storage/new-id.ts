/** Makes identifiers: UUIDv7 (RFC 9562), so that newer things sort after older ones on every server. */
import { randomBytes } from 'node:crypto'
import type { Id } from '../domain/ids.ts'

let lastMs = 0
let sequence = 0

/** A new identifier. Within one process each is greater than the one before, also within a millisecond. */
export function newId<T extends string>(now: number = Date.now()): Id<T> {
  const bytes = randomBytes(16)
  if (now > lastMs) {
    lastMs = now
    sequence = bytes.readUInt16BE(6) & 0x7ff
  } else if (++sequence > 0xfff) {
    lastMs += 1
    sequence = 0
  }
  bytes.writeUIntBE(lastMs, 0, 6)
  bytes.writeUInt16BE(0x7000 | sequence, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<T>
}
