/** Whether there is room on the disk to bring in more. */
import { Refusal } from '../refusal.ts'

/** Below this the disk counts as nearly full: the database needs room to stay sound. */
export const LEAST_FREE_BYTES = 512 * 1024 * 1024

/** Free bytes where the database lies, or null where that cannot be known. */
export type FreeBytes = () => Promise<number | null>

/** Refuses with `disk_full` before anything is written. */
export async function demandRoom(freeBytes: FreeBytes): Promise<void> {
  const free = await freeBytes()
  if (free === null || free >= LEAST_FREE_BYTES) return
  const left = String(Math.floor(free / 1024 / 1024))
  throw new Refusal(
    'disk_full',
    `Only ${left} MB are free where the database lies. Make room, then import again; nothing was changed.`,
  )
}
