/** Words that stand for one another in phrases: `$units` in a phrase book is any of them. */
import { PERSON_NOUNS } from './people.ts'
import { TEAM_NOUNS } from './teams.ts'
import { DAMAGE_VERBS } from './verbs.ts'
import { setOf } from './list.ts'

export const GROUPS: Readonly<Record<string, ReadonlySet<string>>> = {
  all: setOf('developers engineers everybody everyone people staff team teams'),
  bad: setOf(
    'amateurish improper inadequate inappropriate insufficient poor shoddy sloppy unacceptable unprofessional',
  ),
  be: setOf('are be been being is was were'),
  care: setOf('attention care consideration diligence judgement judgment thought'),
  careful: setOf(
    'attentive aware careful cautious conscientious conscious diligent disciplined mindful thorough vigilant',
  ),
  careless: setOf('careless complacent inattentive incompetent irresponsible lazy negligent reckless sloppy'),
  checks: setOf(
    'approval check checks dry-run rehearsal review staging test testing validation verification',
  ),
  damaged: DAMAGE_VERBS,
  done: setOf(
    'applied approved built changed deployed done enabled executed made merged performed promoted pushed ' +
      'released reviewed rolled run shipped started uploaded written',
  ),
  error: setOf('mistake mistakes error errors'),
  green: setOf('inexperienced untrained unqualified'),
  his: setOf('her his their'),
  hold: setOf('arrange conduct deliver give hold offer organise organize provide run schedule'),
  minor: setOf('brief cosmetic little minor short slight small temporary tiny'),
  mistakenly: setOf('accidentally erroneously inadvertently incorrectly mistakenly unintentionally'),
  more: setOf('better closer extra greater more'),
  much: setOf('considerable significant noticeable substantial'),
  muchly: setOf('considerably dramatically noticeably sharply significantly substantially'),
  outage: setOf('degradation disruption downtime errors failure incident issue outage problem'),
  people: new Set([...PERSON_NOUNS, ...TEAM_NOUNS, 'operator', 'operators']),
  the: setOf('a an any our some that the this'),
  units: setOf('days hours minutes months seconds weeks'),
  vary: setOf('climbed degraded dropped fell grew increased rose slowed'),
}
