/** The path of a file within an import: relative, with `/` between folders, and never out of its folder. */
import { Refusal } from '../refusal.ts'

/** Drive letters, and addresses that begin at a root or a home. */
const ABSOLUTE = /^(?:[A-Za-z]:|[\\/~])/

/** Checks and tidies a path; throws `path_refused`. */
export function toFilePath(written: string): string {
  const parts = written.split(/[\\/]/).filter((part) => part !== '' && part !== '.')
  if (ABSOLUTE.test(written) || parts.includes('..') || parts.length === 0) {
    throw new Refusal(
      'path_refused',
      'Give the path of the file within its folder, such as 2024/report.md.',
      [{ field: 'path', message: 'is not a path within a folder' }],
    )
  }
  return parts.join('/')
}
