/** Tells a sentence about what happened from one about how things are, will be or might be. */
import type { Token } from './tag.ts'

const SUPPOSING = /^(?:would|will|should|may|might|can|must)$/
const PAST_AUXILIARY = /^(?:was|were|did|had|could|been|got)$/

/** Whether the sentence tells what happened; one without a verb counts as doing so, a question never. */
export function tellsOfPast(tokens: readonly Token[]): boolean {
  if (tokens.at(-1)?.text === '?' || tokens.some(({ lower }) => SUPPOSING.test(lower))) return false
  if (!tokens.some(({ tag }) => tag === 'verb' || tag === 'aux' || tag === 'base')) return true
  return tokens.some(({ lower }, at) => PAST_AUXILIARY.test(lower) || isPastVerb(tokens, at))
}

/** “failed”, “saw”; not “is shared”. */
function isPastVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  if (token.tag !== 'verb' || token.lower.endsWith('s')) return false
  let before = at - 1
  while (/^(?:adv|neg)$/.test(tokens[before]?.tag ?? '')) before -= 1
  return !/^(?:is|are|be|being|get|gets)$/.test(tokens[before]?.lower ?? '')
}
