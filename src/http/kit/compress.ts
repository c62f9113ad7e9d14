/** Compresses an answer on its way out where the asker takes it and it is worth it. */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const WORTH_BYTES = 2_048

/** The response itself, or its gzip. Files and what is compressed already pass as they are. */
export async function compressAnswer(request: Request, response: Response): Promise<Response> {
  const type = response.headers.get('content-type') ?? ''
  if (!/^application\/(?:problem\+)?json\b/.test(type)) return response
  if (response.headers.has('content-encoding') || response.body === null) return response
  if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) return response
  const bytes = new Uint8Array(await response.arrayBuffer())
  const { status, headers } = response
  headers.append('vary', 'accept-encoding')
  if (bytes.byteLength < WORTH_BYTES) return new Response(bytes, { status, headers })
  headers.set('content-encoding', 'gzip')
  headers.delete('content-length')
  return new Response(new Uint8Array(await promisify(gzip)(bytes, { level: 4 })), { status, headers })
}
