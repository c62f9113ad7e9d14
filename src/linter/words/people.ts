/** Nouns, pronouns and names that stand for people. */
import { nouns, setOf } from './list.ts'

/** Roles that are hardly ever a piece of software. */
export const PERSON_NOUNS = nouns(
  'admin administrator analyst apprentice approver architect author boss brother captain ceo chief cio clerk colleague commander committer consultant contractor coworker cto dba deployer deputy designer dev developer director dispatcher doctor employee engineer expert freelancer friend graduate guy hacker hire human ic idiot installer intern janitor junior lead maintainer moderator newbie newcomer nurse officer on-call oncall people person pm po programmer responder reviewer rookie somebody someone specialist sre staff staffer stakeholder sysadmin teamlead teammate technician tester trainee volunteer vp whoever',
)

/** Roles that name software as often as people; the verb decides. */
export const EITHER_NOUNS = nouns(
  'agent assistant client coordinator customer driver editor guard host leader manager master ' +
    'member operator owner planner supervisor user worker',
)

/** People outside the organisation whom the service is for. */
export const USER_NOUNS = nouns(`client customer subscriber tenant user visitor`)

export const PERSON_PRONOUNS = setOf('he she him her')
export const INDEFINITE = setOf('anybody anyone everybody everyone nobody somebody someone')
export const WE = setOf('we i us me')

/** Attackers act on purpose; saying what they did is a fact. */
export const ATTACKERS = nouns(
  `abuser actor adversary attacker crawler hacker intruder phisher scraper spammer thief`,
)

/** Given names common enough to be met, few of them words or products. */
export const GIVEN_NAMES = setOf(
  'aaron adam adrian ahmed alan albert alejandro alex alexander ali alice amir amy ana anders andre andrei ' +
    'andrew andrzej andy anne anthony antoine antonio aoife arjun artem arthur beatriz ben benjamin bob ' +
    'bogdan boris brad brandon brian bryan carlos carol charles charlie charlotte chen chidi chinedu chloe ' +
    'chris christian christopher claire colin craig dan daniel dave david declan diego dmitri dmitry doug ' +
    'dylan eduardo edward eli elizabeth emil emily eric erik erin ethan eva ewa farid felix francisco frank ' +
    'fred fredrik gabriel gary gavin george giovanni giuseppe greg gregory gustavo hamish hans haruto hassan ' +
    'helen henrik henry hiroshi hugo ian ibrahim imani ingrid irene itzel ivan jack jake jakub jamal james ' +
    'jamie jan jane jared jason javier jeff jennifer jenny jerry jim jin joao joaquin joe johan john jon ' +
    'jonas jonathan jorge jose joseph josh joshua juan julian julie julien jun justin karan karen karim kate ' +
    'katie keith kelly ken kenji kevin khalid kim klaus kofi kumar kwame kyle lakshmi lars lee leo leon ' +
    'leslie liam liu lucas lucy luis lukasz luke maciej maksim manuel marc marcel marco marcus marek marie ' +
    'mark marko martin mary mateo matt matteo matthew matthias max megan mei mei-ling mette mia michael ' +
    'michelle miguel mikael mike mikhail milan minh mohamed mohammed morten muhammad nadine nancy naomi ' +
    'nathalie nathan neil ngozi nguyen niamh nick nicole nikhil nikolai noel oleg oliver oluwaseun omar oscar ' +
    'otto owen pablo patrick paul pavel pawel pedro peter phil philip pieter piotr prakash priya rachel ' +
    'rafael rahul raj rajesh ramon raul ravi raymond ricardo richard rick rob robert roberto robin rohan ross ' +
    'russell ryan sam samuel sandeep saoirse scott sean sebastian sergei sergey shane simon siobhan sophie ' +
    'soren stefan stephanie stephen steve steven susan sven takashi tariq thandiwe thiago thomas tim tobias ' +
    'tom tomas tomasz toni tony tracy travis tunde tyler varun victor vijay vincent vivek vivian walter ' +
    'wanjiru wei will william wojciech xavier yasmin yuki yuri yusuf zhang zoe',
)

/** How very many given names end, and few other words. */
const ENDS_AS_NAME = /^[a-z]{2,}(?:[^aeiou]a|[ei]a|ah|iko|ez)$/

/** Words and products that end so as well. */
const ENDS_ALIKE = setOf(
  'africa agenda alexa alibaba alpha america area asana asia athena australia beta california camera ' +
    'canada cassandra china comma criteria data delta extra gamma hydra idea india java jira ' +
    'kenya kibana korea lambda media meta metadata mozilla nokia nova nvidia omega quota replica russia ' +
    'saga schema sigma terra tesla virginia wikipedia',
)

/** Whether the word, in lower case, ends as given names do; companies are called so as well. */
export const endsAsName = (lower: string): boolean => ENDS_AS_NAME.test(lower) && !ENDS_ALIKE.has(lower)

/** Whether the word, in lower case, is a listed given name, accents aside. */
export function isGivenName(lower: string): boolean {
  if (GIVEN_NAMES.has(lower)) return true
  return (
    /\P{ASCII}/u.test(lower) &&
    GIVEN_NAMES.has(
      lower
        .normalize('NFD')
        .replaceAll(/\p{M}/gu, '')
        .replaceAll('ł', 'l')
        .replaceAll('ø', 'o')
        .replaceAll('ı', 'i'),
    )
  )
}

/** Given names that are also words or products; without the roster they count only before a surname or after a title. */
export const DOUBTFUL_NAMES = setOf(
  'amber april art aurora bill chase crystal dean don drew faith felix frank gene gloria grace ' +
    'grant guy harbor hope iris ivan ivy jack jan jasmine jean jenkins julia jun june ken kim lee luna mark max may ' +
    'mercury oscar otto pat pearl penny ray rich rob roman rose ruby sage sandy skip stella stew sue summer victor ward ' +
    'will',
)
