/** A folder on the server's own disk: found readable, and its files listed without ever leaving it. */
import { lstat, opendir, realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { Refusal } from '../refusal.ts'

/** The folder's true path, or a refusal that says what is wrong with it. */
export async function checkFolder(path: string): Promise<string> {
  const refuse = (why: string): Refusal =>
    new Refusal('folder_unreadable', `${path} ${why}`, [{ field: 'path', message: why }])
  if (!isAbsolute(path)) throw refuse('is not a full path. Begin it at the root, such as /srv/postmortems.')
  try {
    const real = await realpath(path)
    if (!(await lstat(real)).isDirectory()) throw refuse('is a file, not a folder.')
    await (await opendir(real)).close()
    return real
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw refuse(whyUnreadable(error))
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist on the server.',
  EACCES: 'may not be read by the account that the server runs under.',
  EPERM: 'may not be read by the account that the server runs under.',
  ENOTDIR: 'passes through a file.',
  ELOOP: 'is a circle of links.',
  ENAMETOOLONG: 'is longer than paths can be.',
}

/** Why the system refused, as the end of a sentence that begins with the path. */
export function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  return REASONS[code] ?? `cannot be read (${code === '' ? String(error) : code}).`
}

/** One thing found in a folder: a file to read, or why it is not read. */
export type Found =
  | { readonly path: string; readonly file: string; readonly bytes: number }
  | { readonly path: string; readonly refused: 'link_leaves_folder' | 'unreadable'; readonly message: string }

/** What tools keep for themselves and no one wrote as a report. */
const PASSED_OVER = new Set(['.git', '.hg', '.svn', 'node_modules'])

/** What folder imports take to be text worth reading; other files are passed over without a word. */
const WORTH_READING = /\.(?:md|markdown|mdx|txt|rst|adoc|org|erb|html?)$/i

/** Walks a folder in order of path. Links are followed only to places within it, and each place is visited once. */
export async function* walkFolder(
  root: string,
  folder = root,
  visited = new Set<string>(),
): AsyncGenerator<Found> {
  visited.add(folder)
  for (const name of await namesIn(folder)) {
    if (PASSED_OVER.has(name)) continue
    const place = join(folder, name)
    const path = relative(root, place).split(sep).join('/')
    try {
      const real = await realpath(place)
      if (real !== root && !real.startsWith(root + sep)) {
        const message = 'It is a link to a place outside the folder.'
        yield { path, refused: 'link_leaves_folder', message }
        continue
      }
      const stats = await lstat(real)
      if (stats.isDirectory() && !visited.has(real)) yield* inside(root, real, visited)
      else if (stats.isFile() && WORTH_READING.test(name)) yield { path, file: real, bytes: stats.size }
    } catch (error) {
      yield { path, refused: 'unreadable', message: `It ${whyUnreadable(error)}` }
    }
  }
}

/** A folder that cannot be opened is told of, and the walk goes on beside it. */
async function* inside(root: string, folder: string, visited: Set<string>): AsyncGenerator<Found> {
  try {
    yield* walkFolder(root, folder, visited)
  } catch (error) {
    const path = relative(root, folder).split(sep).join('/')
    yield { path, refused: 'unreadable', message: `It ${whyUnreadable(error)}` }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  const names: string[] = []
  for await (const entry of await opendir(folder)) names.push(entry.name)
  return names.sort()
}
