/** Actions on people alone: train, remind, tell everybody. */
import { isActionPlace, isBounded, leadOf } from '../actions/lead.ts'
import type { Token } from '../text/tag.ts'
import { phraseBook, phraseStartingAt } from '../text/match.ts'
import type { SentenceRule } from './rule.ts'
import { quoted, hitAt, wordsFrom } from './wording.ts'
import { hasWord } from '../text/look.ts'
import { RCA2 } from './sources.ts'

const LEADS = phraseBook(`
train|retrain|re-train|educate|remind|coach|teach|sensitise|sensitize
raise|raising|spread awareness
make|making sure|$all aware|$all
make|making the $people aware
$hold a|more|additional|some|further|refresher training|trainings|workshop
$hold training|trainings|education|coaching
training for|on|of
$hold|do an|a awareness|lunch|brown-bag|knowledge|training|refresher|brownbag
give|offer the|all|everyone|new … refresher|training|reminder|briefing|course|session
refresher
brief|rebrief the|all|everyone|new
send|write an|a email|e-mail|mail|reminder|message|memo
send|circulate reminder|reminders|email
tell|ask|inform|encourage|urge|instruct users|$all
tell|ask|inform|encourage|urge|instruct|notify the|all|our $people
communicate|reiterate|emphasise|emphasize|stress the|to|importance|that
share|sharing this|the|learnings|lessons|knowledge
`)

export const trainOrRemind: SentenceRule = {
  id: 'train-or-remind',
  category: 'weak-action',
  severity: 'warning',
  why: 'Training and reminders are weaker actions: they wear off, and leave the system as it was',
  source: RCA2,
  language: 'en',
  scope: 'sentence',
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
        lead,
        facts.tokens.length,
        `Which change to the system stands beside ${quoted(wordsFrom(facts, context, lead, lead + 3))}?`,
        ['Add a stronger action', '<guard, default or check in the system>, with a note to <team>'],
      ),
    ]
  },
}

const trainsModel = (tokens: readonly Token[], lead: number): boolean =>
  hasWord(tokens, 'model+ classifier network embedding+', lead, lead + 6)
