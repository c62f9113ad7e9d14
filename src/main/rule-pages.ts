/** The pages of the linter's rules, as they lie beside the program. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PACKAGE_ROOT } from './release.ts'

/** The page of a known rule, in Markdown. */
export const readRulePage = (ruleId: string): Promise<string> =>
  readFile(join(PACKAGE_ROOT, 'docs', 'rules', `${ruleId}.md`), 'utf8')
