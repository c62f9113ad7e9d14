/** Idioms of blame: dropped the ball, turned a blind eye, let the certificate lapse. */
import { phraseStartingAt } from '../text/match.ts'
import { DEED_IDIOMS, LAPSE_IDIOMS } from '../words/idioms.ts'
import { actBySubject, isPassive, type Act, type Scene } from './act.ts'
import { ERR, MISDEED } from '../words/verbs.ts'
import { isTag, isWord } from '../text/look.ts'

/** The idiom that begins at `at`, or null. */
export function idiomAt(scene: Scene, at: number): Act | null {
  const lapse = phraseStartingAt(LAPSE_IDIOMS, scene.tokens, at)
  const match = lapse ?? phraseStartingAt(DEED_IDIOMS, scene.tokens, at)
  if (match === null || isPassive(scene.tokens, at)) return null
  // “left a note about the broken latch” leaves nothing broken.
  if (
    lapse === null &&
    isTag(scene.tokens, match.to, 'noun name code') &&
    !isWord(scene.tokens, match.to - 1, 'the this our')
  )
    return null
  return actBySubject(scene, 'failed', at, match.to, ERR, lapse === null ? MISDEED : ERR)
}
