/** Turns the bytes of a file into text, or says why it is not text. */

/** Files above this many bytes are not read. */
export const LARGEST_FILE = 25 * 1024 * 1024

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding; readonly damaged: boolean }
  | { readonly ok: false; readonly reason: 'not_text' | 'too_large' }

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** How much of a file is looked at to tell text from other data. */
const SAMPLE = 64 * 1024

/**
 * Reads UTF-8 and UTF-16 with or without a byte order mark, and falls back to Windows-1252 for single-byte text.
 * The mark itself is not part of the text. `damaged` says that some bytes had no meaning and were replaced.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > LARGEST_FILE) return { ok: false, reason: 'too_large' }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be')
  const sample = bytes.subarray(0, SAMPLE)
  const wide = wideEncoding(sample)
  if (wide !== null) return decoded(bytes, wide)
  if (looksBinary(sample)) return { ok: false, reason: 'not_text' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { ok: true, text, encoding: 'utf-8', damaged: false }
  } catch {
    return decodeBroken(bytes)
  }
}

function decoded(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  return { ok: true, text, encoding, damaged: text.includes('\uFFFD') }
}

/** Mostly good UTF-8 keeps its good part; text with scattered high bytes is taken for Windows-1252. */
function decodeBroken(bytes: Uint8Array): Decoded {
  const utf8 = decoded(bytes, 'utf-8')
  if (!utf8.ok) return utf8
  let broken = 0
  let high = 0
  for (const ch of utf8.text.slice(0, SAMPLE)) {
    if (ch === '\uFFFD') broken += 1
    else if (ch > '\u007f') high += 1
  }
  if (broken > Math.min(SAMPLE, bytes.length) / 4) return { ok: false, reason: 'not_text' }
  return broken > high ? decoded(bytes, 'windows-1252') : utf8
}

/** UTF-16 without a mark: nearly every other byte of Western text is zero. */
function wideEncoding(sample: Uint8Array): Encoding | null {
  if (sample.length < 8) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < sample.length; i += 1) {
    if (sample[i] === 0) {
      if (i % 2 === 0) even += 1
      else odd += 1
    }
  }
  const half = sample.length / 2
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be'
  return null
}

/** A few stray NUL bytes are forgiven; other control bytes in number mean data. */
function looksBinary(sample: Uint8Array): boolean {
  if (startsWithSignature(sample)) return true
  let control = 0
  for (const byte of sample) {
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control += 1
  }
  return control > 4 + sample.length * 0.01
}

/** PDF, ZIP (and office files), PNG, JPEG, GIF, gzip, ELF. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x50, 0x4b, 0x03, 0x04],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b, 0x08],
  [0x7f, 0x45, 0x4c, 0x46],
]

function startsWithSignature(sample: Uint8Array): boolean {
  return SIGNATURES.some((signature) => signature.every((byte, i) => sample[i] === byte))
}
