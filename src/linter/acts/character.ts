/** Judgements of character: was careless, was not careful enough, showed poor judgement. */
import { agentOf } from '../text/agent.ts'
import { phraseAt } from '../text/phrase-at.ts'
import { actBySubject, type Act, type Scene } from './act.ts'
import { ERR } from '../words/verbs.ts'
import { hasTag, isOneOf, isTag, isWord, tagAt, wordAt } from '../text/look.ts'
import { setOf } from '../words/list.ts'

/** What only people are called. */
const CHARACTER = setOf(
  'careless clueless clumsy complacent distracted foolish impatient inattentive incompetent ' +
    'irresponsible lax lazy negligent overconfident reckless sloppy stupid thoughtless unprepared unprofessional',
)

/** Said of software as well; with a person or a team as subject it is a judgement. */
const CHARACTER_OF_PEOPLE = setOf('confused inexperienced late slow unhelpful unresponsive')

const NEGATED = setOf(
  'attentive careful cautious competent diligent disciplined experienced mature qualified responsive ' +
    'thorough vigilant',
)

/** “An inattentive release manager promoted …”. */
function inattentiveOne(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  if (!CHARACTER.has(wordAt(tokens, at)) && !isWord(tokens, at, 'sleepy clumsy hasty tired')) return null
  const phrase = phraseAt(tokens, at + 1)
  if (phrase === null || tagAt(tokens, at - 1) === 'aux' || hasTag(tokens, 'modal', phrase.to)) return null
  const agent = agentOf(tokens, phrase, null, scene.roster)
  if (agent.kind !== 'person' && agent.kind !== 'team') return null
  return { kind: 'character', agent, trigger: at, verb: 'be', object: at + 1, from: at, to: phrase.to }
}

/** “took four hours to pick up the phone”: said of teams and vendors; of a person it is a fact of the timeline. */
function wasLate(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  if (!isWord(tokens, at, 'took takes needed waited')) return null
  const to = tokens.findIndex((token, index) => index > at && index < at + 8 && token.tag === 'to')
  if (
    to === -1 ||
    !isWord(tokens, to + 1, 'acknowledge admit answer call escalate get join pick react reply respond tell')
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
    (isTag(tokens, be, 'adv neg') || wordAt(tokens, be) === 'being' || wordAt(tokens, be) === 'been')
  ) {
    if (tagAt(tokens, be) === 'neg') isNegated = true
    be -= 1
  }
  if (!isWord(tokens, be, 'was were is are been got had has became being grown grew')) return null
  if (isNegated && isWord(tokens, be, 'is are')) return null
  const isJudged = isNegated ? NEGATED.has(lower) : CHARACTER.has(lower) || CHARACTER_OF_PEOPLE.has(lower)
  if (!isJudged) return null
  return actBySubject(
    scene,
    'character',
    be,
    at + 1,
    lower,
    CHARACTER.has(lower) && !isOneOf(lower, 'lazy sloppy distracted') ? ERR : null,
  )
}
