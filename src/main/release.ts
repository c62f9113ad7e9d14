/** The release of this program, as its package says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder with package.json: two levels up from the source, three from what is built of it. */
export const PACKAGE_ROOT = findRoot(import.meta.dirname)

/** Where the built page lies. */
export const PAGE_FOLDER = join(PACKAGE_ROOT, 'dist', 'web')

/** For example `0.1.0`. */
export const RELEASE = readRelease(PACKAGE_ROOT)

function findRoot(directory: string): string {
  const built = /^(.*)[/\\]dist[/\\]src[/\\]main$/.exec(directory)
  return built?.[1] ?? join(directory, '..', '..')
}

function readRelease(root: string): string {
  const read = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version?: unknown }
  return typeof read.version === 'string' ? read.version : 'unknown'
}
