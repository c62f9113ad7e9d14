/** Finds the Markdown that `lint` is pointed at: files, folders in depth, standard input. */
import { realpath } from 'node:fs/promises'
import { relative } from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import { decode } from '../../ingest/decode.ts'
import { findFiles, readFound, type FoundFile } from '../files.ts'

/** A text to check, or why there is none. */
export type Given = { readonly path: string } & ({ readonly text: string } | { readonly error: string })

const MARKDOWN = /\.(?:md|markdown|mdx|md\.erb)$/i

/** In folders only Markdown counts; a file that is named is checked whatever it is called. */
export async function* textsIn(
  named: readonly string[],
  input: AsyncIterable<Uint8Array>,
): AsyncGenerator<Given> {
  for (const name of named) {
    if (name === '-') {
      yield { path: '-', text: await readAll(input) }
      continue
    }
    const found = await findFiles([name])
    for (const one of found.unreadable) yield { path: one.path, error: one.message }
    const isFolder = found.files.some((one) => one.file !== name)
    const wanted = isFolder ? found.files.filter((one) => MARKDOWN.test(one.path)) : found.files
    for (const one of wanted) yield await readOne(one)
  }
}

/** Files found otherwise: Markdown, and those that are named themselves. */
export async function* textsOf(files: readonly string[], named: readonly string[]): AsyncGenerator<Given> {
  const wanted = new Set(await Promise.all(named.map((name) => realpath(name).catch(() => name))))
  for (const file of files.filter((one) => MARKDOWN.test(one) || wanted.has(one))) {
    const found = await findFiles([file])
    for (const one of found.unreadable) yield { path: shownPath(one.path), error: one.message }
    for (const one of found.files) yield await readOne({ ...one, file })
  }
}

async function readOne(file: FoundFile): Promise<Given> {
  const path = shownPath(file.file)
  const bytes = await readFound(file)
  if (!(bytes instanceof Uint8Array)) return { path, error: bytes.message }
  const decoded = decode(bytes)
  if (!decoded.ok)
    return { path, error: decoded.reason === 'too_large' ? 'is larger than 25 MiB' : 'is not text' }
  // The mark stays a unit of the file, so that offsets count from its start.
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return { path, text: hasMark ? ` ${decoded.text}` : decoded.text }
}

/** Relative to the working folder where it lies in it, with `/`. */
function shownPath(file: string): string {
  const path = relative(process.cwd(), file)
  return (path.startsWith('..') ? file : path).replaceAll('\\', '/')
}
