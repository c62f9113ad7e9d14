/** Actions on people alone: train, remind, tell everybody. */
import { isActionPlace, isBounded, leadOf } from '../actions/lead.ts'
import type { Token } from '../text/tokens.ts'
import { phraseBook, phraseStartingAt } from '../text/match.ts'
import type { SentenceRule } from './rule.ts'
import { quoted, hitAt, wordsFrom } from './wording.ts'
import { RCA2 } from './sources.ts'
import { hasWord } from '../text/look.ts'

const LEADS = phraseBook(`
$hold a|additional|further|more|refresher|some training|trainings|workshop
$hold coaching|education|training|trainings
ask|encourage|inform|instruct|notify|tell|urge all|our|the $people
ask|encourage|inform|instruct|tell|urge $all|users
coach|educate|re-educate|re-train|remind|retrain|sensitise|sensitize|teach|train
communicate|emphasise|emphasize|reiterate|stress importance|that|the|to
do|$hold a|an awareness|brown-bag|brownbag|knowledge|lunch|refresher|training
give|offer all|everyone|new|the … briefing|course|refresher|reminder|session|training
make|making $all|sure $all|aware
make|making the $people aware
raise|raising|spread awareness
refresher
send|write a|an e-mail|email|mail|memo|message|reminder
training for|of|on
`)

export const trainOrRemind: SentenceRule = {
  id: 'train-or-remind',
  category: 'weak-action',
  severity: 'warning',
  why: 'Training and reminders are weaker actions: they wear off, and leave the system as it was',
  source: RCA2,
  silentIn: [],
  check(facts, context) {
    if (!isActionPlace(facts, context.role)) return []
    const lead = leadOf(facts.tokens)
    if (
      lead === -1 ||
      phraseStartingAt(LEADS, facts.tokens, lead) === null ||
      isBounded(facts, lead) ||
      trainsModel(facts.tokens, lead)
    )
      return []
    return [
      hitAt(
        facts,
        context,
        lead,
        facts.tokens.length,
        `Which change to the system stands beside ${quoted(wordsFrom(facts, context, lead, lead + 3))}?`,
        ['Add a stronger action', '<guard, default or check in the system>, with a note to <team>'],
      ),
    ]
  },
}

const trainsModel = (tokens: readonly Token[], lead: number): boolean =>
  hasWord(tokens, 'model+ network', lead, lead + 6)
