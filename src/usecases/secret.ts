/** Secrets that are shown once: made of 256 random bits, known afterwards by their SHA-256 alone. */
import { createHash, randomBytes } from 'node:crypto'

/** 43 characters that need no escaping in an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const hashSecret = (secret: string): Uint8Array => createHash('sha256').update(secret).digest()
