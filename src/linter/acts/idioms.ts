/** Idioms of blame: dropped the ball, turned a blind eye, let the certificate lapse. */
import { phraseStartingAt } from '../text/match.ts'
import { DEED_IDIOMS, LAPSE_IDIOMS } from '../words/idioms.ts'
import { wordAt } from '../text/tag.ts'
import { actBySubject, isPassive, type Act, type Scene } from './act.ts'
import { ERR, MISDEED } from '../words/verbs.ts'

/** The idiom that begins at `at`, or null. */
export function idiomAt(scene: Scene, at: number): Act | null {
  const lapse = phraseStartingAt(LAPSE_IDIOMS, scene.tokens, at)
  const match = lapse ?? phraseStartingAt(DEED_IDIOMS, scene.tokens, at)
  if (match === null || isPassive(scene.tokens, at)) return null
  // “left a note about the broken latch” leaves nothing broken.
  if (
    lapse === null &&
    /^(?:noun|name|code)$/.test(scene.tokens[match.to]?.tag ?? '') &&
    !/^(?:the|this|our)$/.test(wordAt(scene.tokens, match.to - 1))
  )
    return null
  return actBySubject(scene, 'failed', at, match.to, ERR, lapse === null ? MISDEED : ERR)
}
