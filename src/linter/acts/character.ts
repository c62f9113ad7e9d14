/** Judgements of character: was careless, was not careful enough, showed poor judgement. */
import { wordAt } from '../text/tag.ts'
import { setOf } from '../words/list.ts'
import { actBySubject, type Act, type Scene } from './act.ts'

/** What only people are called. */
const CHARACTER =
  setOf(`careless negligent sloppy lazy incompetent reckless complacent inattentive stupid irresponsible unprofessional
  clueless oblivious overconfident impatient thoughtless foolish clumsy inept undisciplined dishonest disorganised
  disorganized distracted unqualified unprepared lax`)

/** Said of software as well; with a person or a team as subject it is a judgement. */
const CHARACTER_OF_PEOPLE = setOf('late slow inexperienced unresponsive uncooperative unhelpful confused')

const NEGATED = setOf(
  'careful diligent thorough competent attentive experienced qualified cautious prudent vigilant disciplined responsive',
)

/** The judgement that the token at `at` gives away, or null. */
export function characterAt(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  const lower = wordAt(tokens, at)
  if (!CHARACTER.has(lower) && !CHARACTER_OF_PEOPLE.has(lower) && !NEGATED.has(lower)) return null
  let be = at - 1
  let isNegated = false
  while (
    be >= 0 &&
    (/^(?:adv|neg)$/.test(tokens[be]?.tag ?? '') ||
      tokens[be]?.lower === 'being' ||
      tokens[be]?.lower === 'been')
  ) {
    if (tokens[be]?.tag === 'neg') isNegated = true
    be -= 1
  }
  if (!/^(?:was|were|is|are|been|got|had|has|became|being)$/.test(wordAt(tokens, be))) return null
  if (isNegated && /^(?:is|are)$/.test(wordAt(tokens, be))) return null
  const isJudged = isNegated ? NEGATED.has(lower) : CHARACTER.has(lower) || CHARACTER_OF_PEOPLE.has(lower)
  if (!isJudged) return null
  return actBySubject(
    scene,
    'character',
    be,
    at + 1,
    lower,
    CHARACTER.has(lower) && !/^(?:lazy|sloppy|distracted)$/.test(lower) ? 'err' : null,
  )
}
