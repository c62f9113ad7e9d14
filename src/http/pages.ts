/** The web page's files: hashed ones kept for ever, the page itself asked for anew, each compressed once. */
import { readFile, readdir } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
}
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest', '.txt', '.map'])
const PAGE = '/index.html'

interface PageFile {
  readonly path: string
  readonly type: string
  readonly compressed: boolean
  readonly immutable: boolean
}

type Encoding = 'br' | 'gzip' | 'identity'

/** Answers a request for a file or a page of the application; null for what is neither. */
export type ServePages = (request: Request) => Promise<Response | null>

/**
 * Reads which files there are, once: an address can only name one of them, so no path leads out of the folder.
 * An empty or missing folder gives a page that says what to run.
 */
export async function createPages(folder: string): Promise<ServePages> {
  const files = await listFiles(folder)
  const bodies = new Map<string, Promise<Buffer>>()
  const load = (file: PageFile, encoding: Encoding): Promise<Buffer> => {
    const key = `${encoding} ${file.path}`
    const body = bodies.get(key) ?? encode(file.path, encoding)
    bodies.set(key, body)
    return body
  }
  return async (request) => {
    const { pathname } = new URL(request.url)
    if (request.method !== 'GET' && request.method !== 'HEAD') return null
    const file = files.get(pathname) ?? (isPage(pathname) ? files.get(PAGE) : undefined)
    if (file === undefined) return isPage(pathname) ? notBuilt() : null
    const encoding = encodingFor(file, request.headers.get('accept-encoding') ?? '')
    return respond(request, file, encoding, await load(file, encoding))
  }
}

/** A page of the application has no dot in its last part and lies outside the programs' addresses. */
const isPage = (pathname: string): boolean =>
  !/^\/(?:api|assets)(?:\/|$)/.test(pathname) && !/\.[^/]*$/.test(pathname)

async function listFiles(folder: string): Promise<Map<string, PageFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => {
        const address = `/${relative(folder, path).split(sep).join('/')}`
        const extension = extname(path)
        return [
          address,
          {
            path,
            type: TYPES[extension] ?? 'application/octet-stream',
            compressed: COMPRESSED.has(extension),
            immutable: address.startsWith('/assets/'),
          },
        ]
      }),
  )
}

function encodingFor(file: PageFile, accepted: string): Encoding {
  if (!file.compressed) return 'identity'
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
}

async function encode(path: string, encoding: Encoding): Promise<Buffer> {
  const bytes = await readFile(path)
  if (encoding === 'identity') return bytes
  if (encoding === 'gzip') return promisify(gzip)(bytes, { level: 9 })
  return promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  })
}

function respond(request: Request, file: PageFile, encoding: Encoding, body: Buffer): Response {
  return new Response(request.method === 'HEAD' ? null : Uint8Array.from(body), {
    headers: {
      'content-type': file.type,
      'content-length': String(body.byteLength),
      'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(file.compressed ? { vary: 'accept-encoding' } : {}),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    },
  })
}

const notBuilt = (): Response =>
  new Response('The web page is not built yet. Run `npm run build`, or start with `npm start`.\n', {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
