/** The files of a folder that a person dropped or picked, each with its path inside the folder. */

export interface PickedFile {
  /** Inside the folder, with `/` between parts. */
  readonly path: string
  readonly file: File
}

export interface PickedFolder {
  /** The folder's own name, or the file's when it was a single one. */
  readonly name: string
  readonly files: readonly PickedFile[]
}

/** Folders that hold no postmortems and thousands of files. */
const PASSED_BY = /(?:^|\/)(?:\.[^/]+|node_modules)(?:\/|$)/

/** Files of an `<input type=file webkitdirectory>`, or of a plain one. */
export function pickedFiles(list: FileList): PickedFolder {
  const files = [...list].map((file) => ({
    path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
    file,
  }))
  return inFolder(files)
}

/** Files of a drop; folders are walked to the end. */
export async function droppedFiles(items: DataTransferItemList): Promise<PickedFolder> {
  // Entries must be taken before the first wait: the browser empties the list after the event.
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const files: PickedFile[] = []
  for (const entry of entries) await walk(entry, files)
  return inFolder(files)
}

async function walk(entry: FileSystemEntry, files: PickedFile[]): Promise<void> {
  const path = entry.fullPath.replace(/^\//, '')
  if (PASSED_BY.test(path)) return
  if (isFile(entry)) {
    files.push({ path, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) })
  } else if (isDirectory(entry)) {
    for (const inner of await listOf(entry)) await walk(inner, files)
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** A directory hands out its entries in batches until one is empty. */
async function listOf(directory: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = directory.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (batch.length === 0) return all
    all.push(...batch)
  }
}

/** Takes the common first folder off the paths, so that the same folder reads the same however it was brought. */
function inFolder(files: readonly PickedFile[]): PickedFolder {
  const kept = files
    .filter((one) => !PASSED_BY.test(one.path))
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  const [top] = kept[0]?.path.split('/') ?? []
  const shared = top !== undefined && kept.every((one) => one.path.startsWith(`${top}/`))
  if (!shared) return { name: kept.length === 1 ? (top ?? 'files') : 'files', files: kept }
  return { name: top, files: kept.map((one) => ({ path: one.path.slice(top.length + 1), file: one.file })) }
}
