/** Words that stand for one another in phrases: `$units` in a phrase book is any of them. */
import { PERSON_NOUNS } from './people.ts'
import { TEAM_NOUNS } from './teams.ts'
import { setOf } from './list.ts'

export const GROUPS: Readonly<Record<string, Iterable<string>>> = {
  all: setOf('everyone everybody people engineers developers staff team teams'),
  bad: setOf(
    'poor inadequate insufficient inappropriate improper unacceptable sloppy unprofessional shoddy amateurish',
  ),
  be: setOf('be being been was were is are'),
  care: setOf('care attention thought consideration diligence judgement judgment'),
  careful: setOf(
    'careful cautious vigilant mindful aware attentive diligent thorough disciplined conscious conscientious',
  ),
  careless: setOf('careless negligent incompetent reckless sloppy irresponsible lazy inattentive complacent'),
  checks: setOf(
    'check checks review test testing validation verification approval rehearsal dry-run staging',
  ),
  done: setOf(
    'applied approved built changed deployed done enabled executed made merged performed promoted pushed released reviewed rolled run shipped written',
  ),
  error: setOf('mistake mistakes error errors'),
  green: setOf('inexperienced untrained unqualified'),
  his: setOf('his her their your our its'),
  hold: setOf('hold conduct provide organise organize arrange schedule run give offer deliver'),
  minor: setOf('minor small brief short tiny little slight temporary'),
  mistakenly: setOf('inadvertently accidentally mistakenly unintentionally incorrectly erroneously'),
  more: setOf('more extra greater better closer'),
  much: setOf('considerable significant noticeable substantial'),
  muchly: setOf('considerably significantly noticeably substantially'),
  outage: setOf('outage incident failure issue problem downtime disruption errors degradation'),
  people: [...PERSON_NOUNS, ...TEAM_NOUNS, 'operator', 'operators'],
  the: setOf('the a an this that our some any'),
  units: setOf('seconds minutes hours days weeks months'),
  vary: setOf('rose increased dropped fell climbed grew slowed degraded'),
}
