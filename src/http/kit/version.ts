/** Versions over HTTP: `ETag: "7"` on an answer, `If-Match: "7"` on a change of it. */
import { HttpRefusal } from './problem.ts'

const ONE_VERSION = /^(?:W\/)?"?(\d{1,10})"?$/

/** The version a change was made on; throws `version_needed` when the header is missing or names none. */
export function sentVersion(ifMatch: string | undefined): number {
  const read = ONE_VERSION.exec(ifMatch?.trim() ?? '')?.[1]
  if (read !== undefined) return Number(read)
  throw new HttpRefusal(
    'version_needed',
    'Send the version you changed in `If-Match`: the `ETag` of the answer you started from.',
  )
}

/** The headers that tell which version an answer is. */
export function versionHeaders(answer: unknown): Record<string, string> {
  if (typeof answer !== 'object' || answer === null || !('version' in answer)) return {}
  return typeof answer.version === 'number' ? { etag: `"${String(answer.version)}"` } : {}
}
