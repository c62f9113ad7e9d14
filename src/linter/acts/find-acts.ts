/** Runs the detectors over a sentence and keeps the acts that stand: not asked, guessed, feared, prevented or excused. */
import type { Token } from '../text/tag.ts'
import type { Act, Scene } from './act.ts'
import { characterAt } from './character.ts'
import { errorAt } from './errors.ts'
import { harmAt } from './harm.ts'
import { idiomAt } from './idioms.ts'
import { lapseAt } from './lapses.ts'
import { isExcused, isSupposed } from './standing.ts'

const DETECTORS = [idiomAt, lapseAt, errorAt, harmAt, characterAt]

/** Acts of a sentence in the order of its words; of two that overlap on one trigger the first found stays. */
export function actsIn(scene: Scene): Act[] {
  const acts: Act[] = []
  for (const [at, token] of scene.tokens.entries()) {
    if (token.isQuoted || !isTelling(token)) continue
    for (const detect of DETECTORS) {
      const act = detect(scene, at)
      if (act === null) continue
      if (stands(scene.tokens, act) && !acts.some((other) => other.trigger === act.trigger)) acts.push(act)
      break
    }
  }
  return acts
}

/** Most words give nothing away; they are passed over quickly. */
const isTelling = (token: Token): boolean =>
  token.tag !== 'det' && token.tag !== 'num' && token.tag !== 'code' && token.tag !== 'to'

function stands(tokens: readonly Token[], act: Act): boolean {
  if (act.agent.kind === 'none' || act.agent.kind === 'system' || act.agent.kind === 'attacker') return false
  return !isSupposed(tokens, act) && !isExcused(tokens, act)
}
