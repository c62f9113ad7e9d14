/** Harm: caused the outage, broke the build, took down the cluster; caused by, due to a mistake by, deleted by. */
import { agentOf } from '../text/agent.ts'
import { phraseBook, phraseStartingAt } from '../text/match.ts'
import { phraseAt } from '../text/phrase-at.ts'
import type { Token } from '../text/tokens.ts'
import { BAD_WORK, CAUSE_VERBS, DAMAGE_VERBS, ERR, HARM_NOUNS, MISDEED } from '../words/verbs.ts'
import { actByPhrase, actBySubject, clauseEnd, isPassive, type Act, type Scene } from './act.ts'
import { hasTag, hasWord, isOneOf, isTag, isWord, tagAt, wordAt } from '../text/look.ts'
import { setOf } from '../words/list.ts'

/** The harm that the token at `at` gives away, or null. */
export function harmAt(scene: Scene, at: number): Act | null {
  return (
    caused(scene, at) ??
    tookDown(scene, at) ??
    doneBy(scene, at) ??
    mistakeOf(scene, at) ??
    failureOf(scene, at) ??
    answersFor(scene, at) ??
    laidAt(scene, at) ??
    itWas(scene, at) ??
    wasTheOne(scene, at) ??
    behindBacks(scene, at)
  )
}

function caused(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  const lower = wordAt(tokens, at)
  const isPerfect = lower === 'broken' && hasWord(tokens, 'has have had', at - 3, at)
  const verb = isPerfect ? 'break' : CAUSE_VERBS.get(lower)
  if (verb === undefined || !(isPerfect || tagAt(tokens, at) === 'verb') || isPassive(tokens, at)) return null
  if (wordAt(tokens, at + 1) === 'by') return null
  const object = phraseAt(tokens, at + 1)
  const head = object === null ? '' : wordAt(tokens, object.head)
  const isWeak = isOneOf(verb, 'trigger introduce block delay')
  if (isWeak && !HARM_NOUNS.has(head)) return null
  // Who breaks what is ours is somebody, whatever they are called.
  const isOurs = isWord(tokens, at + 1, 'our us')
  return actBySubject(scene, 'caused', at, at + 1, verb, isOurs ? MISDEED : verb)
}

/** “took down”, “brought the site down”, “took production offline”. */
function tookDown(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  if (!isWord(tokens, at, 'took takes brought knocked locked threw') || isPassive(tokens, at)) return null
  const end = Math.min(tokens.length, at + 6)
  for (let next = at + 1; next < end; next += 1) {
    const lower = wordAt(tokens, next)
    if (
      isOneOf(lower, 'down offline out') &&
      !/^(?:took|takes|brought) (?:out|us)/.test(`${wordAt(tokens, at)} ${wordAt(tokens, at + 1)}`)
    )
      return actBySubject(scene, 'caused', at, next + 1, 'take')
    if (isTag(tokens, next, 'punct verb sub prep')) return null
  }
  return null
}

/** “was dropped by the on-call DBA”, “caused by the networking team”, “deletion of nodes by a new intern”. */
function doneBy(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  if (wordAt(tokens, at) === 'of' && wordAt(tokens, at - 1) === 'fault') {
    const isDenied = hasTag(tokens, 'neg', at - 4, at)
    return isDenied ? null : actByPhrase(scene, 'caused', at - 1, at, ERR)
  }
  if (
    isWord(tokens, at, 'of in within at') &&
    isWord(tokens, at - 1, 'carelessness negligence incompetence sloppiness complacency')
  )
    return actByPhrase(scene, 'caused', at - 1, at, ERR)
  if (wordAt(tokens, at) === 'of' && hasWord(tokens, SLOPPY, at - 2, at))
    return actByPhrase(scene, 'caused', at - 1, at, ERR)
  if (wordAt(tokens, at) !== 'by') return null
  const done = tokens[at - 1]
  if (done === undefined) return null
  if (done.tag === 'verb' && isPassive(tokens, at - 1) && isOfTheWrong(tokens, at - 1))
    return actByPhrase(scene, 'caused', at - 1, at)
  if (isJudgedDeed(tokens, at) || isHarmfulDeed(tokens, at)) return actByPhrase(scene, 'caused', at - 1, at)
  if ((DAMAGE_VERBS.has(done.lower) || CAUSE_VERBS.has(done.lower)) && !isHarmless(tokens, at - 1))
    return actByPhrase(scene, 'caused', at - 1, at)
  const down = tokens.findLastIndex((_, index) => index < at && index > at - 5 && isTakenDown(tokens, index))
  if (down > 0) return actByPhrase(scene, 'caused', down - 1, at, ERR)
  const nounAt = nominalBefore(tokens, at)
  return nounAt === -1 ? null : actByPhrase(scene, 'caused', nounAt, at, ERR)
}

/** “The wrong rule was pushed by”, “a broken build was shipped by”. */
const isOfTheWrong = (tokens: readonly Token[], verb: number): boolean =>
  tokens
    .slice(Math.max(0, verb - 8), verb)
    .some(
      (token, index, before) => BAD_WORK.has(token.lower) && isTag(before, index + 1, 'noun name code adj'),
    )

/** “taken down by”, “brought offline by”. */
const isTakenDown = (tokens: readonly Token[], at: number): boolean =>
  (isWord(tokens, at, 'down offline about') && isWord(tokens, at - 1, 'taken brought knocked')) ||
  (isWord(tokens, at, 'aside off') && isWord(tokens, at - 1, 'brushed waved set shrugged fobbed'))

/** “Wrong command entered by the technician”, “started by a developer who had not read the guide”. */
function isJudgedDeed(tokens: readonly Token[], by: number): boolean {
  const deed = tokens.findLastIndex((token, at) => at < by && at > by - 6 && token.tag === 'verb')
  if (deed === -1) return false
  const isWrong = hasWord(tokens, 'wrong incorrect faulty', deed - 4, deed)
  return (deed === by - 1 && isWrong) || (isPassive(tokens, deed) && isWhoHadNot(tokens, by))
}

/** “Changes made by the CRM team corrupted 1,290 profiles.” */
function isHarmfulDeed(tokens: readonly Token[], by: number): boolean {
  const doer = phraseAt(tokens, by + 1)
  return doer !== null && isTag(tokens, by - 1, 'verb noun') && CAUSE_VERBS.has(wordAt(tokens, doer.to))
}

function isWhoHadNot(tokens: readonly Token[], by: number): boolean {
  const who = tokens.findIndex((token, at) => at > by && at < by + 6 && token.lower === 'who')
  return who !== -1 && hasTag(tokens, 'neg', who + 1, who + 4)
}

/** “created by” and “removed by” need harm beside them to be more than a fact. */
function isHarmless(tokens: readonly Token[], at: number): boolean {
  return (
    isWord(tokens, at, 'created cut disconnected exposed killed removed terminated') &&
    !hasWord(tokens, HARM_NOUNS, 0, at)
  )
}

function nominalBefore(tokens: readonly Token[], by: number): number {
  for (let at = by - 1; at >= 0 && by - at < 9; at -= 1) {
    const lower = wordAt(tokens, at)
    if (at === by - 1 && isOneOf(lower, 'made committed introduced')) continue
    if (
      (LAPSE_NOUN.has(lower) && !isOneOf(lower, 'cleanup doing habit handling')) ||
      isOneOf(lower, 'deletion removal slip wipe') ||
      SLOPPY.has(lower)
    )
      return at
    if (BAD_WORK.has(lower) || isOneOf(lower, 'poor inadequate insufficient')) return at
    if (isTag(tokens, at, 'verb base aux punct sub rel')) return -1
  }
  return -1
}

/** “Mary's mistake”, “due to an engineer's oversight”, “the deploy team's negligence”, “Bob's code caused”. */
function mistakeOf(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  const token = tokens[at] as Token
  const isOfPronoun = isOneOf(token.lower, 'his her')
  const isPossessive = isOfPronoun || token.tag === 'poss' || token.text === "'" || token.text === '’'
  if (!isPossessive) return null
  const owner = isOfPronoun ? ownerOf(at) : ownerBefore(scene, at)
  if (owner === null) return null
  const lapse = lapseNounAfter(tokens, at)
  if (lapse === -1) return null
  return {
    kind: 'caused',
    agent: owner.agent,
    trigger: lapse,
    verb: 'cause',
    object: lapse + 1,
    from: owner.from,
    to: clauseEnd(tokens, lapse + 1),
  }
}

export const LAPSE_NOUN = setOf(
  'arrogance blunder carelessness cleanup complacency disregard doing error+ failure fault habit handling ' +
    'haste ignorance inattention incompetence inexperience insistence lack laziness misconfiguration ' +
    'misjudgement misjudgment mistake+ misunderstanding negligence omission overconfidence oversight ' +
    'recklessness refusal reluctance silence typo',
)
const SLOPPY = setOf(
  'absent-minded botched careless clumsy half-baked hasty lazy negligent reckless rushed shoddy slapdash ' +
    'sloppy thoughtless',
)
const WORK_NOUN = setOf(
  'build change code commit config configuration deploy deployment fix hotfix merge migration patch pr push ' +
    'release rollout script test update upgrade',
)

function lapseNounAfter(tokens: readonly Token[], poss: number): number {
  for (let at = poss + 1; at < Math.min(tokens.length, poss + 4); at += 1) {
    const lower = wordAt(tokens, at)
    if ((SLOPPY.has(lower) || BAD_WORK.has(lower)) && isTag(tokens, at + 1, 'noun name code')) return at + 1
    if (isOneOf(lower, 'cleanup handling'))
      return isWord(tokens, at - 1, 'careless sloppy reckless hasty negligent') ? at : -1
    if (LAPSE_NOUN.has(lower)) return at
    if (WORK_NOUN.has(lower)) return harmVerbFrom(tokens, at + 1)
    if (!isTag(tokens, at, 'adj noun adv verb')) return -1
  }
  return -1
}

/** “… change to the cache key broke”: past what the work was on, to the harm it did. */
function harmVerbFrom(tokens: readonly Token[], from: number): number {
  for (let at = from; at < Math.min(tokens.length, from + 9); at += 1) {
    // “… is what broke it”
    if (wordAt(tokens, at + 1) === 'what') at += 2
    if (
      CAUSE_VERBS.has(wordAt(tokens, at)) ||
      isWord(tokens, at, 'took brought knocked deleted dropped killed')
    )
      return at
    if (isTag(tokens, at, 'punct aux verb sub rel neg')) return -1
  }
  return -1
}

/** “The failure of the operator to verify the host”, “her failure to”, “our failure to test”. */
function failureOf(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  if (!isWord(tokens, at, 'failure refusal neglect')) return null
  const owner = wordAt(tokens, at - 1)
  if (isOneOf(owner, 'our my his her') && wordAt(tokens, at + 1) === 'to') {
    const kind = isOneOf(owner, 'our my') ? 'we' : 'person'
    const phrase = { from: at - 1, to: at, head: at - 1, of: null }
    return { ...lapse(scene, at, at + 2), agent: { kind, isNamed: false, phrase }, from: at - 1 }
  }
  if (!isWord(tokens, at + 1, 'of by')) return null
  const phrase = phraseAt(tokens, at + 2)
  if (phrase === null || wordAt(tokens, phrase.to) !== 'to') return null
  const verb = wordAt(tokens, phrase.to + 1)
  const agent = agentOf(tokens, phrase, verb, scene.roster)
  return { ...lapse(scene, at, phrase.to + 2), agent, from: tagAt(tokens, at - 1) === 'det' ? at - 1 : at }
}

/** What failures have in common; `object` is the index past the verb that was not done. */
function lapse({ tokens }: Scene, at: number, object: number): Omit<Act, 'agent' | 'from'> {
  const verb = wordAt(tokens, object - 1)
  return { kind: 'failed', trigger: at, verb, object, to: clauseEnd(tokens, object) }
}

const ownerOf = (at: number): { agent: Act['agent']; from: number } => ({
  agent: { kind: 'person', isNamed: false, phrase: { from: at, to: at + 1, head: at, of: null } },
  from: at,
})

function ownerBefore(scene: Scene, poss: number): { agent: Act['agent']; from: number } | null {
  let from = poss - 1
  while (from > 0 && isTag(scene.tokens, from - 1, 'det adj noun name') && poss - from < 6) from -= 1
  const phrase = { from, to: poss, head: poss - 1, of: null }
  const agent = agentOf(scene.tokens, phrase, ERR, scene.roster)
  return agent.kind === 'none' || agent.kind === 'system' ? null : { agent, from }
}

/** “The fault lies with the engineer”, “it comes down to the storage people not testing”, “this one is on Farid”. */
function laidAt(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  const owing = phraseStartingAt(OWING, tokens, at)
  const tracing = phraseStartingAt(TRACING, tokens, at)
  const match = owing ?? tracing ?? phraseStartingAt(LAYING, tokens, at)
  if (match === null) return null
  const phrase = phraseAt(tokens, match.to)
  if (phrase === null) return null
  if (owing !== null && !isDoing(tokens, phrase.to)) return null
  if (
    tracing !== null &&
    !isDoing(tokens, phrase.to) &&
    !/^(?:and|,|\.|)$/.test(tokens[phrase.to]?.text ?? '')
  )
    return null
  if (owing !== null && !hasWord(tokens, WRONGDOING, phrase.to, phrase.to + 6)) return null
  const agent = agentOf(tokens, phrase, owing === null ? ERR : null, scene.roster)
  return {
    kind: 'caused',
    agent,
    trigger: at,
    verb: 'cause',
    object: phrase.to,
    from: at,
    to: clauseEnd(tokens, phrase.to),
  }
}

const WRONGDOING = setOf('accidentally incorrect missing mistakenly never not untested without wrong')

const isDoing = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens, at, 'not being having never') || wordAt(tokens, at).endsWith('ing')

/** “due to an engineer applying the wrong plan”: only wrong or missing deeds make the reason somebody's. */
const OWING = phraseBook(`
because of
due to
resulted|resulting|stemmed from
`)

/** What somebody was “doing” follows. */
const TRACING = phraseBook(`
boiled|boils|came|comes|goes|traced|traces|went back|down to
`)

const LAYING = phraseBook(`
blame|fault|responsibility * lies|rests|sits on|with
blame|fault|responsibility belongs|falls|lay|lies|rests|sits on|with
blame|responsibility for … belongs|falls|lay|lies|rests|sits on|with
delay|downtime|gap|incident|one|outage is|was on
falls|lay|lies|rests|sits entirely|fully|solely|squarely on|with
`)

/** “The subscriptions group replayed the queue behind our backs.” */
function behindBacks(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  if (wordAt(tokens, at) !== 'behind' || !isWord(tokens, at + 2, 'back+')) return null
  const verb = tokens.findLastIndex((token, index) => index < at && token.tag === 'verb')
  return verb === -1 ? null : actBySubject(scene, 'failed', verb, at, MISDEED)
}

/** What was done; “who noticed” and “who suggested” are praise. */
const isDeed = (tokens: readonly Token[], at: number): boolean =>
  tagAt(tokens, at) === 'verb' &&
  !isWord(
    tokens,
    at,
    '~notice ~spot ~find ~suggest ~fix ~restore ~report ~raise ~help ~catch ~save ~detect ~page ~call ~remember ~know ~see ~realise',
  )

/** “The intern was the one who deleted the bucket.” */
function wasTheOne(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  if (wordAt(tokens, at) !== 'one' || !isWord(tokens, at + 1, 'who that') || !isDeed(tokens, at + 2))
    return null
  const isSaid = wordAt(tokens, at - 1) === 'the' && isWord(tokens, at - 2, 'was is')
  return isSaid ? actBySubject(scene, 'caused', at - 2, at + 3, 'cause', MISDEED) : null
}

/** “It was the tech lead who disabled the lock.” */
function itWas(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  if (wordAt(tokens, at) !== 'it' || !isWord(tokens, at + 1, 'was is')) return null
  const phrase = phraseAt(tokens, at + 2)
  if (phrase === null || !isWord(tokens, phrase.to, 'who that')) return null
  const deed = phrase.to + 1
  if (!isDeed(tokens, deed)) return null
  const agent = agentOf(tokens, phrase, MISDEED, scene.roster)
  return {
    kind: 'caused',
    agent,
    trigger: at,
    verb: 'cause',
    object: deed + 1,
    from: at,
    to: clauseEnd(tokens, deed + 1),
  }
}

/** “is to blame”, “was at fault”, “is responsible for the outage”; “blame lies with”. */
function answersFor(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  if (!isWord(tokens, at, 'is are was were')) return null
  let next = at + 1
  while (isTag(tokens, next, 'adv')) next += 1
  const words = tokens.slice(next, next + 3).map((token) => token.lower)
  const isHeld =
    (words[0] === 'to' && words[1] === 'blame') ||
    (words[0] === 'at' && words[1] === 'fault') ||
    (words[0] === 'responsible' &&
      words[1] === 'for' &&
      hasWord(
        tokens,
        'breakage bug disruption downtime error failure incident mess mistake outage',
        next + 2,
        next + 10,
      ))
  return isHeld ? actBySubject(scene, 'caused', at, next + 2, 'cause', MISDEED) : null
}
