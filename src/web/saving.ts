/** A write from a form: busy while it runs, its problem kept for the form to show. */
import { useState } from 'preact/hooks'
import type { Problem } from '../contract/common.ts'
import { problemFrom } from './server.ts'

export interface Saving {
  readonly busy: boolean
  readonly problem: Problem | null
  /** Runs a write; resolves to whether it went through. */
  readonly run: (write: () => Promise<unknown>) => Promise<boolean>
  readonly refuse: (problem: Problem) => void
}

export function useSaving(): Saving {
  const [busy, setBusy] = useState(false)
  const [problem, refuse] = useState<Problem | null>(null)
  const run = async (write: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true)
    refuse(null)
    try {
      await write()
      return true
    } catch (thrown) {
      refuse(problemFrom(thrown))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, run, refuse }
}
