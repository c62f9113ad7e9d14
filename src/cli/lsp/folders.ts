/** The folders open in the editor, each with its settings; a mistake in a settings file leaves the last good ones in force. */
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WrongUse } from '../command.ts'
import { namedIn, readSettings, SETTINGS_FILE, type LintSettings } from '../lint/settings.ts'

const NOTHING: LintSettings = { options: {}, baseline: null }

/** A folder's settings as last read, and the names of the files they came from. */
interface Folder {
  readonly settings: LintSettings
  readonly files: readonly string[]
}

export interface Folders {
  /** Waits for reading under way. A text in no open folder has the rules' own severities and no roster. */
  settingsFor(uri: string): Promise<LintSettings>
  /** Takes these folders, and reads their settings anew; answers what is wrong with them. */
  open(uris: readonly string[]): Promise<readonly string[]>
  /** Reads the settings of the same folders anew. */
  reload(): Promise<readonly string[]>
  /** Names of the files that settings are read from, without their folders. */
  fileNames(): readonly string[]
  /** Grows each time settings are read. */
  generation(): number
}

export function createFolders(): Folders {
  let folders = new Map<string, Folder>()
  let generation = 0
  let reading: Promise<unknown> = Promise.resolve()

  const readAll = async (uris: readonly string[]): Promise<string[]> => {
    const next = new Map<string, Folder>()
    const problems: string[] = []
    for (const uri of uris) {
      const { problem, ...folder } = await readFolder(uri, folders.get(uri)?.settings ?? NOTHING)
      next.set(uri, folder)
      if (problem !== null) problems.push(problem)
    }
    folders = next
    generation += 1
    return problems
  }
  const inTurn = (uris: () => readonly string[]): Promise<readonly string[]> => {
    const done = reading.then(() => readAll(uris()))
    reading = done
    return done
  }
  return {
    async settingsFor(uri) {
      await reading
      const within = [...folders.keys()].filter((folder) => uri.startsWith(`${folder}/`))
      const nearest = within.toSorted((a, b) => b.length - a.length)[0]
      return folders.get(nearest ?? '')?.settings ?? NOTHING
    },
    open: (uris) => inTurn(() => uris.map((uri) => uri.replace(/\/$/, ''))),
    reload: () => inTurn(() => [...folders.keys()]),
    fileNames: () => [...new Set([...folders.values()].flatMap((one) => one.files))],
    generation: () => generation,
  }
}

async function readFolder(
  uri: string,
  before: LintSettings,
): Promise<Folder & { readonly problem: string | null }> {
  const path = pathOf(uri)
  if (path === null) return { settings: NOTHING, files: [], problem: null }
  let files = [SETTINGS_FILE]
  try {
    const named = await namedIn(path)
    const more = [named.roster, named.baseline].flatMap((file) => (file === null ? [] : [basename(file)]))
    files = [...files, ...more]
    return { settings: await readSettings(named), files, problem: null }
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error
    return { settings: before, files, problem: error.message }
  }
}

/** Where a text lies; null for one that is in no file, such as a new one. */
export function pathOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null
  } catch (error) {
    if (error instanceof TypeError || error instanceof URIError) return null
    throw error
  }
}
