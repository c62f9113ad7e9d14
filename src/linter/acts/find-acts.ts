/** Runs the detectors over a sentence and keeps the acts that stand: not asked, guessed, feared, prevented or excused. */
import type { Token } from '../text/tokens.ts'
import type { Act, Scene } from './act.ts'
import { characterAt } from './character.ts'
import { errorAt } from './errors.ts'
import { harmAt } from './harm.ts'
import { idiomAt } from './idioms.ts'
import { lapseAt } from './lapses.ts'
import { isExcused, isSupposed } from './standing.ts'

/** Acts of a sentence in the order of its words; of two that overlap on one trigger the first found stays. */
export function actsIn(scene: Scene): Act[] {
  const acts: Act[] = []
  for (let at = 0; at < scene.tokens.length; at += 1) {
    const token = scene.tokens[at] as Token
    if (token.isQuoted || !isTelling(token)) continue
    const act = actAt(scene, at)
    if (act !== null && stands(scene.tokens, act) && !acts.some((other) => other.trigger === act.trigger))
      acts.push(act)
  }
  return acts
}

const actAt = (scene: Scene, at: number): Act | null =>
  idiomAt(scene, at) ??
  lapseAt(scene, at) ??
  errorAt(scene, at) ??
  harmAt(scene, at) ??
  characterAt(scene, at)

/** Most words give nothing away; they are passed over quickly. */
const isTelling = ({ tag, text }: Token): boolean =>
  tag !== 'det' &&
  tag !== 'num' &&
  tag !== 'code' &&
  tag !== 'to' &&
  (tag !== 'punct' || text === "'" || text === '’')

function stands(tokens: readonly Token[], act: Act): boolean {
  if (act.agent.kind === 'none' || act.agent.kind === 'system' || act.agent.kind === 'attacker') return false
  return !isSupposed(tokens, act) && !isExcused(tokens, act)
}
