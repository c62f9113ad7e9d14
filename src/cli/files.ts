/** Finds and reads the files a command is pointed at: folders in depth; links that leave the folder are passed over. */
import { createReadStream } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'

/** The largest file that is read; a larger one is reported. */
export const LARGEST_FILE = 25 * 1024 * 1024

export interface FoundFile {
  /** The folder that was named, or that the named file lies in: absolute, links followed, so that it is the same every time. */
  readonly folder: string
  /** Path as shown and stored: inside that folder, with `/`. */
  readonly path: string
  /** Where to read it. */
  readonly file: string
  readonly bytes: number
}

/** A file or folder that could not be looked at, and why. */
export interface Unreadable {
  readonly path: string
  readonly message: string
}

export interface Found {
  readonly files: readonly FoundFile[]
  readonly unreadable: readonly Unreadable[]
}

const PASSED_OVER = new Set(['.git', '.hg', '.svn', 'node_modules'])

const MESSAGES: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ELOOP: 'is a link that leads to itself',
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return MESSAGES[(error as NodeJS.ErrnoException).code ?? ''] ?? error.message
}

/** Every file below the named files and folders, sorted by path; nothing is thrown, what fails is reported. */
export async function findFiles(named: readonly string[]): Promise<Found> {
  const parts = await Promise.all(named.map(findOne))
  return {
    files: parts.flatMap((part) => part.files).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    unreadable: parts.flatMap((part) => part.unreadable),
  }
}

async function findOne(name: string): Promise<Found> {
  try {
    const info = await stat(name)
    if (info.isDirectory()) return await findInside(await realpath(name), name)
    if (!info.isFile())
      return { files: [], unreadable: [{ path: name, message: 'is no file and no folder' }] }
    const real = await realpath(name)
    const file = { folder: dirname(real), path: basename(name), file: name, bytes: info.size }
    return { files: [file], unreadable: [] }
  } catch (error) {
    return { files: [], unreadable: [{ path: name, message: messageOf(error) }] }
  }
}

async function findInside(root: string, shown: string): Promise<Found> {
  const files: FoundFile[] = []
  const unreadable: Unreadable[] = []
  const open = [root]
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    try {
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        const full = join(folder, entry.name)
        if (!entry.isDirectory()) {
          const one = await look(root, full, entry.isSymbolicLink())
          if (one !== null && 'message' in one) unreadable.push({ ...one, path: join(shown, one.path) })
          else if (one !== null) files.push(one)
        } else if (!PASSED_OVER.has(entry.name)) open.push(full)
      }
    } catch (error) {
      unreadable.push({ path: join(shown, relative(root, folder)), message: messageOf(error) })
    }
  }
  return { files, unreadable }
}

async function look(root: string, full: string, isLink: boolean): Promise<FoundFile | Unreadable | null> {
  const path = relative(root, full).split(sep).join('/')
  try {
    const real = isLink ? await realpath(full) : full
    if (isLink && real !== root && !real.startsWith(root + sep)) {
      return {
        path,
        message: 'is a link to outside the folder; name that file or folder itself to import it',
      }
    }
    const info = await stat(real)
    return info.isFile() ? { folder: root, path, file: full, bytes: info.size } : null
  } catch (error) {
    return { path, message: messageOf(error) }
  }
}

/** The bytes of a found file, or why they cannot be had. Reads no more than is allowed, whatever the file said of its size. */
export async function readFound(found: FoundFile): Promise<Uint8Array<ArrayBuffer> | Unreadable> {
  try {
    const parts: Buffer[] = []
    // `end` belongs to what is read: one byte more than is allowed tells a file that is too large.
    for await (const part of createReadStream(found.file, { end: LARGEST_FILE })) parts.push(part as Buffer)
    const bytes = new Uint8Array(Buffer.concat(parts))
    return bytes.length > LARGEST_FILE ? { path: found.path, message: 'is larger than 25 MiB' } : bytes
  } catch (error) {
    return { path: found.path, message: messageOf(error) }
  }
}
