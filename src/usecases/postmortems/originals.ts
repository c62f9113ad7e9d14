/** The imported originals of a postmortem: byte for byte, and the newest as text. */
import type { OriginalId, PostmortemId } from '../../domain/ids.ts'
import { decode } from '../../ingest/decode.ts'
import { listOriginals, readOriginal } from '../../storage/originals-store.ts'
import { found } from '../refusal.ts'
import type { Work } from '../work.ts'
import { loadPostmortem } from './load.ts'

export async function readOriginalBytes(
  work: Work,
  postmortemId: PostmortemId,
  originalId: OriginalId,
): Promise<{ readonly path: string; readonly bytes: Uint8Array }> {
  await loadPostmortem(work, postmortemId)
  return found(await readOriginal(work.db, postmortemId, originalId), 'original')
}

/** Longer texts are cut for reading; the bytes are always whole. */
const MOST_CHARACTERS = 500_000

export async function readOriginalText(
  work: Work,
  postmortemId: PostmortemId,
): Promise<{ readonly path: string; readonly text: string; readonly truncated: boolean }> {
  await loadPostmortem(work, postmortemId)
  const [newest] = await listOriginals(work.db, postmortemId)
  const id = found(newest, 'original').id
  const { path, bytes } = found(await readOriginal(work.db, postmortemId, id), 'original')
  const decoded = decode(bytes)
  const text = decoded.ok ? decoded.text : ''
  return { path, text: text.slice(0, MOST_CHARACTERS), truncated: text.length > MOST_CHARACTERS }
}
