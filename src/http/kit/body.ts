/** Request bodies: read with a limit that holds while bytes arrive, as JSON or as they are. */
import { HttpRefusal } from './problem.ts'

export const JSON_LIMIT = 1024 * 1024
/** Enough for anything about signing in; those addresses are open to everybody. */
export const SIGN_IN_LIMIT = 64 * 1024
export const BYTES_LIMIT = 25 * 1024 * 1024

/** Reads the body; throws `body_too_large` as soon as more than `limit` bytes have come. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = (): HttpRefusal =>
    new HttpRefusal('body_too_large', `At most ${String(limit / 1024)} KiB are taken.`, {
      headers: { connection: 'close' },
    })
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, size)
}

/** The same request with its whole body in memory; throws `body_too_large` before more than `limit` bytes are held. */
export async function boundedRequest(request: Request, limit: number): Promise<Request> {
  if (request.body === null) return request
  const bytes = Buffer.from(await readBytes(request, limit))
  const { method, headers } = request
  // A server hands over a stream even when nothing was sent.
  return new Request(request.url, { method, headers, body: bytes.byteLength === 0 ? null : bytes })
}

/** Parses a JSON body; one that is not UTF-8 or not JSON is refused, never repaired. */
export function parseJson(request: Request, bytes: Uint8Array): unknown {
  const mediaType = request.headers.get('content-type') ?? ''
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(mediaType)) {
    throw new HttpRefusal('media_type_unsupported', 'Send the body as `application/json`.')
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new HttpRefusal('body_not_json', error instanceof Error ? error.message : 'It cannot be read.')
  }
}
