/** Nouns, pronouns and names that stand for people. */
import { setOf } from './list.ts'

/** Roles that are hardly ever a piece of software. */
export const PERSON_NOUNS =
  setOf(`engineer engineers developer developers programmer programmers dev devs admin admins administrator
  administrators sysadmin sysadmins dba dbas reviewer reviewers approver approvers deployer deployers author authors intern
  interns trainee trainees apprentice apprentices contractor contractors consultant consultants employee employees staff
  staffer technician technicians commander commanders responder responders on-call oncall on-caller maintainer maintainers
  committer committers tester testers analyst analysts architect architects colleague colleagues coworker coworkers co-worker
  person persons people individual individuals somebody someone sre sres ic newcomer newcomers guy
  guys boss cto ceo cio vp director directors teammate teammates hire hires joiner joiners volunteer volunteers human humans
  implementer implementers requester requesters submitter submitters electrician electricians caretaker dispatcher
  dispatchers webmaster designer designers manager-on-duty worker-on-shift secretary assignee assignees rotation-lead
  stakeholder stakeholders pm pms po scientist scientists clerk clerks nurse nurses coder coders hacker superuser superusers
  specialist specialists expert experts lead leads graduate graduates flatmate roommate officer officers junior juniors
  newbie rookie freelancer freelancers moderator moderators janitor cleaner cleaners foreman founder founders sysop teamlead mate mates
  brother sister wife husband friend friends son daughter father mother dad mum uncle aunt neighbour neighbor cousin girlfriend boyfriend
  postdoc professor lecturer librarian accountant plumber deputy clerk installer fitter doctor doctors bloke whoever chap lad`)

/** Roles that name software as often as people; the verb decides. */
export const EITHER_NOUNS =
  setOf(`operator operators agent agents client clients worker workers driver drivers leader leaders manager managers owner owners user users host hosts master member members provider supplier coordinator editor editors planner assistant
  supervisor guard customer customers partner partners`)

/** People outside the organisation whom the service is for. */
export const USER_NOUNS = setOf(
  'user users customer customers client clients visitor visitors subscriber subscribers tenant tenants',
)

export const PERSON_PRONOUNS = setOf('he she him her')
export const INDEFINITE = setOf('someone somebody anyone anybody nobody everyone everybody')
export const WE = setOf('we i us me')

/** Attackers act on purpose; saying what they did is a fact. */
export const ATTACKERS =
  setOf(`attacker attackers hacker hackers intruder intruders adversary adversaries spammer spammers actor actors
  abuser abusers scraper scrapers crawler crawlers thief phisher`)

/** Given names common enough to be met, few of them words or products. */
export const GIVEN_NAMES =
  setOf(`aaron abigail adam aditya adrian agnieszka ahmed aiko aisha akira alan albert alejandra alejandro aleksandra alex
  alexander alexandra alexis ali alice alicia alistair amanda amara amber amelia amelie amina amir amit amy ana anand
  ananya anders andre andrea andrei andrew andrzej andy angela anita anjali anna anne anthony antoine anton antonio
  aoife arjun artem arthur arvid ashley aurora ayesha barbara bartosz beatriz becky ben benjamin bernard bernd beth
  betty bilal bill bjorn bob bogdan boris brad brandon brenda brett brian bridget bruce bruno bryan caitlin camila
  camille carlos carmen carol caroline casper catherine charles charlie charlotte chen cheryl chiamaka chidi chinedu
  chioma chloe chris christian christina christine christopher claire clara clive cody colin connor courtney craig dan
  dana daniel daniela danielle darren dave david deborah declan deepak deirdre dennis derek diana diego dimitri divya
  dmitri dmitry dominic don donald doug dylan eduardo edward elena eli elias elise elizabeth ella emil emily emma eoin
  eric erica erik erin esteban ethan eva evan evelyn ewa farah farid fatima felipe felix femi fergus fernanda fernando
  finlay fiona francisco frank fred fredrik gabriel gareth gary gavin george gerald gina giovanni giulia giuseppe glenn
  gloria goran graeme greg gregory guillaume gunnar gustavo hamish hanna hannah hans harry haruto hassan hayley heather
  hector heike helen helena helene henrik henry hiroshi holger hugo ian ibrahim ifeanyi igor imani imogen imran ines
  ingrid irene irina isaac isabel itzel ivan ivana jack jaime jake jakub jamal james jamie jan jane janet janice jared
  jason javier jean jeff jeffrey jennifer jenny jens jeremy jerome jerry jesse jessica jim jimmy jin jin-ho joaquin joe
  joel joey johan joao john johnny jon jonas jonathan jorge jose joseph josh joshua juan judy julia julian julie julien jun
  jurgen justin karan karen karim karin katarzyna kate katherine kathleen kathy katie katya keith kelly ken kenji
  kenneth kevin khalid kieran kim kiran kirill kirk kirsten klaus kofi krzysztof kumar kurt kwame kyle lakshmi lars
  lasse laura laurent layla leah lee leila lena leo leon leslie liam linda lisa liu lorenzo lorraine louise luca lucas
  lucy ludmila luis luisa lukas lukasz luke maciej maksim malcolm manish manuel marc marcel marco marcus marek margaret
  maria mariam marie mario marisol mark marko martin mary mateo mateusz mathieu matt matteo matthew matthias maureen
  maurice max maxime maya megan mehmet mei mei-ling melanie mette mia michael michelle miguel mikael mike mikhail mikko
  milan minh mira mohamed mohammed molly monica morten muhammad mustafa nadia nadine nancy naomi natalia natalie
  nathalie nathan neal neha neil ngozi nguyen niall niamh nicholas nick nicole nigel nikhil nikita niklas nikola nikolai
  nils nina nkechi noah noel obinna oksana oleg olena olga oliver olivia olumide oluwaseun omar oscar otto owen pablo
  pascal patrick paul paula paulo pavel pawel pedro peter petra phil philip pieter piotr pooja prakash priya quang
  quentin rachel rafael rafal rahul raj rajesh ralph ramon randall rasmus raul ravi ray raymond rebecca renata ricardo
  richard rick rob robert roberto robin rodrigo rohan rohit rory ross roy rune russell ruth ryan sam samantha samuel
  sandeep sandra saoirse sara sarah sasha satoshi scott seamus sean sebastian sergei sergey shane shaun sheldon shreya
  siddharth simon siobhan sofia solveig sophia sophie soren stefan stefano stephane stephanie stephen steve steven sue
  suresh susan suzanne sven svetlana szymon takashi tariq teresa thandiwe themba theo thiago thomas thorsten tim timo
  timothy tobias tom tomas tomasz toni tony tracy travis tunde tyler uri varun veronica victor victoria vijay vikram
  vincent vivek vivian vlad walter wanjiru wei wesley will william wojciech xavier xiaoming ximena yael yann yasmin yuki
  yuri yusuf zach zachary zhang zoe zoltan`)

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
export const DOUBTFUL_NAMES =
  setOf(`will mark max don rob sue ray amber ivan jan jun may april june summer grace hope faith art bill chase
  drew frank gene grant jack jean pat penny rich rose ruby sandy skip stew ward dean guy kim lee sage iris ivy pearl jasmine jenkins
  aurora stella luna oscar felix julia crystal victor otto roman mercury gloria ken harbor`)
