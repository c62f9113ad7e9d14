/** Tells a sentence about what happened from one about how things are, will be or might be. */
import type { Token } from './tokens.ts'
import { hasWord, isTag, isWord } from './look.ts'
import { setOf } from '../words/list.ts'

const SUPPOSING = setOf('can may might must should will would')
const PAST_AUXILIARY = setOf('been could did got had was were')

/** Whether the sentence tells what happened; one without a verb counts as doing so, a question never. */
export function tellsOfPast(tokens: readonly Token[]): boolean {
  if (tokens.at(-1)?.text === '?' || hasWord(tokens, SUPPOSING)) return false
  if (!tokens.some(({ tag }) => tag === 'verb' || tag === 'aux' || tag === 'base')) return true
  return tokens.some(({ lower }, at) => PAST_AUXILIARY.has(lower) || isPastVerb(tokens, at))
}

/** “failed”, “saw”; not “is shared”. */
function isPastVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  if (token.tag !== 'verb' || token.lower.endsWith('s')) return false
  let before = at - 1
  while (isTag(tokens, before, 'adv neg')) before -= 1
  return !isWord(tokens, before, 'is are be being get+')
}
