/** Checks a text that somebody sends; nothing of it is kept. */
import type { LintResult } from '../../linter/linter.ts'
import { readWordingGround } from '../../storage/wording-store.ts'
import type { Work } from '../work.ts'
import { checkText } from './check-text.ts'
import { optionsOf } from './find-wording.ts'

/** What the linter says of it, with the organisation's own names and settings. */
export async function lintText(work: Work, text: string): Promise<LintResult> {
  return checkText(text, optionsOf(await readWordingGround(work.db)))
}
