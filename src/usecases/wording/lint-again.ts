/** Lints postmortems whose findings were made by other rules or settings, or never: a few at a time, in order of id. */
import type { PostmortemId } from '../../domain/ids.ts'
import { listToLint, readWordingSettings } from '../../storage/wording-store.ts'
import type { Caller, Change, Work } from '../work.ts'
import { lintedWith } from './find-wording.ts'
import { lintPostmortem } from './lint-postmortem.ts'

type Asked = Work<Caller | null>

const FEW = 10

/** How far it is: by which rules and settings, and up to which postmortem. */
export interface LintedSoFar {
  readonly by: string
  readonly last: PostmortemId
}

/** Whether any are left. */
export async function isLintingDue(work: Asked): Promise<boolean> {
  return (await dueAfter(work, null, 1)).ids.length > 0
}

async function dueAfter(work: Asked, soFar: LintedSoFar | null, limit: number) {
  const settings = await readWordingSettings(work.db)
  if (settings === null) return { by: '', ids: [] }
  const by = lintedWith(settings)
  // Settings that changed on the way begin it anew.
  const after = soFar?.by === by ? soFar.last : null
  return { by, ids: await listToLint(work.db, by, after, limit) }
}

/** Lints the next few; null when none are left. */
export async function lintNext(
  work: Change<Caller | null>,
  soFar: LintedSoFar | null,
): Promise<LintedSoFar | null> {
  const { by, ids } = await dueAfter(work, soFar, FEW)
  for (const id of ids) await lintPostmortem(work.db, id, 'rules')
  const last = ids.at(-1)
  return last === undefined ? null : { by, last }
}
