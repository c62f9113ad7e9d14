/** The job that lints every postmortem whose findings were made by other rules; after a crash it goes on with the rest. */
import { type Ground, performChange } from '../usecases/perform.ts'
import { type LintedSoFar, lintNext } from '../usecases/wording/lint-again.ts'
import type { JobKind } from './queue.ts'

export const lintAgainJob = (ground: Ground): JobKind<object> => ({
  name: 'lint-again',
  run: async (_, signal) => {
    let soFar: LintedSoFar | null = null
    do {
      signal.throwIfAborted()
      const from: LintedSoFar | null = soFar
      soFar = await performChange(ground, null, (work) => lintNext(work, from))
    } while (soFar !== null)
  },
})
