/** Sends a folder to the server file by file, and goes on while the reader looks at other pages. */
import type { ImportId } from '../../../domain/ids.ts'
import { forgetAnswers } from '../../answers.ts'
import { kept } from '../../kept.ts'
import { call, problemFrom } from '../../server.ts'
import type { PickedFile, PickedFolder } from './folder.ts'

export interface Upload {
  readonly importId: ImportId
  readonly label: string
  readonly total: number
  /** Files sent or refused so far. */
  readonly done: number
  /** Files the server would not take, with what it said. */
  readonly refused: readonly { readonly path: string; readonly message: string }[]
  readonly state: 'sending' | 'stopped' | 'done'
  readonly current: string
}

/** The upload under way, or the last one of this visit. */
export const upload = kept<Upload | null>(null)

/** Files on their way at once: enough to hide the network, few enough for a small server. */
const AT_ONCE = 4
/** The server's limit for one file. */
const LARGEST = 25 * 1024 * 1024

const update = (change: (now: Upload) => Partial<Upload>): void => {
  const now = upload.value
  if (now !== null) upload.value = { ...now, ...change(now) }
}

const warnOnLeaving = (event: BeforeUnloadEvent): void => event.preventDefault()

/** Begins an import of a picked folder and sends it. Throws `ApiProblem` when the import cannot begin. */
export async function startUpload(folder: PickedFolder, zone: string | null): Promise<ImportId> {
  const batch = await call('POST /imports', {
    body: { source: 'upload', label: folder.name, zone, total: folder.files.length },
  })
  upload.value = {
    importId: batch.id,
    label: folder.name,
    total: folder.files.length,
    done: 0,
    refused: [],
    state: 'sending',
    current: '',
  }
  void sendAll(batch.id, folder.files)
  return batch.id
}

/** Stops after the files on their way; what was read stays. */
export function stopUpload(): void {
  update(() => ({ state: 'stopped' }))
}

async function sendAll(importId: ImportId, files: readonly PickedFile[]): Promise<void> {
  addEventListener('beforeunload', warnOnLeaving)
  const waiting = files.values()
  const worker = async () => {
    for (const one of waiting) {
      if (upload.value?.state !== 'sending') return
      await sendOne(importId, one)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  await finish(importId)
  removeEventListener('beforeunload', warnOnLeaving)
  update((now) => ({ state: now.state === 'sending' ? 'done' : now.state, current: '' }))
  forgetAnswers()
}

async function sendOne(importId: ImportId, { path, file }: PickedFile): Promise<void> {
  update(() => ({ current: path }))
  const refuse = (message: string) => update((now) => ({ refused: [...now.refused, { path, message }] }))
  if (file.size > LARGEST) {
    refuse('Larger than 25 MiB. Split it, or leave it out.')
  } else {
    try {
      await call('POST /imports/{importId}/files', { params: { importId }, query: { path }, body: file })
    } catch (thrown) {
      const problem = problemFrom(thrown)
      refuse(problem.detail ?? problem.title)
    }
  }
  update((now) => ({ done: now.done + 1 }))
}

async function finish(importId: ImportId): Promise<void> {
  try {
    await call('POST /imports/{importId}/finish', { params: { importId } })
  } catch (thrown) {
    const problem = problemFrom(thrown)
    update((now) => ({ refused: [...now.refused, { path: '', message: problem.detail ?? problem.title }] }))
  }
}
