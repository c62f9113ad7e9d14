/** Judgements of character: was careless, was not careful enough, showed poor judgement. */
import { agentOf } from '../text/agent.ts'
import { phraseAt } from '../text/phrase-at.ts'
import { wordAt } from '../text/tag.ts'
import { setOf } from '../words/list.ts'
import { actBySubject, type Act, type Scene } from './act.ts'
import { ERR } from '../words/verbs.ts'

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

/** “An inattentive release manager promoted …”. */
function inattentiveOne(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  if (!CHARACTER.has(wordAt(tokens, at)) && !/^(?:sleepy|clumsy|hasty|tired)$/.test(wordAt(tokens, at)))
    return null
  const phrase = phraseAt(tokens, at + 1)
  if (phrase === null || tokens[at - 1]?.tag === 'aux') return null
  const agent = agentOf(tokens, phrase, null, scene.roster)
  if (agent.kind !== 'person' && agent.kind !== 'team') return null
  return { kind: 'character', agent, trigger: at, verb: 'be', object: at + 1, from: at, to: phrase.to }
}

/** “took four hours to pick up the phone”: said of teams and vendors; of a person it is a fact of the timeline. */
function wasLate(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  if (!/^(?:took|takes|needed|waited)$/.test(wordAt(tokens, at))) return null
  const to = tokens.findIndex((token, index) => index > at && index < at + 8 && token.tag === 'to')
  if (
    to === -1 ||
    !/^(?:answer|respond|reply|react|pick|acknowledge|get|call|tell|admit|escalate|join)$/.test(
      wordAt(tokens, to + 1),
    )
  )
    return null
  const act = actBySubject(scene, 'character', at, to + 2, 'late', ERR)
  return act.agent.kind === 'team' || act.agent.kind === 'vendor' ? act : null
}

/** The judgement that the token at `at` gives away, or null. */
export function characterAt(scene: Scene, at: number): Act | null {
  return wasLate(scene, at) ?? inattentiveOne(scene, at) ?? judgedAt(scene, at)
}

/** “was careless”, “were not careful enough”. */
function judgedAt(scene: Scene, at: number): Act | null {
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
    CHARACTER.has(lower) && !/^(?:lazy|sloppy|distracted)$/.test(lower) ? ERR : null,
  )
}
