/** Nouns, pronouns and names that stand for people. */
import { nouns, setOf } from './list.ts'

/** Roles that are hardly ever a piece of software. */
export const PERSON_NOUNS = nouns(
  'accountant admin administrator analyst apprentice approver architect assignee aunt author bloke ' +
    'boss boyfriend brother caretaker ceo chap cio cleaner clerk co-worker coder colleague commander committer ' +
    'consultant contractor cousin coworker cto dad daughter dba deployer deputy designer dev developer director ' +
    'dispatcher doctor electrician employee engineer expert father fitter flatmate foreman founder freelancer friend ' +
    'girlfriend graduate guy hacker hire human husband ic implementer individual installer intern janitor joiner junior ' +
    'lad lead lecturer librarian maintainer manager-on-duty mate moderator mother mum neighbor neighbour newbie ' +
    'newcomer nurse officer on-call on-caller oncall people person plumber pm po postdoc professor programmer requester ' +
    'responder reviewer rookie roommate rotation-lead scientist secretary sister somebody someone son specialist sre ' +
    'staff staffer stakeholder submitter superuser sysadmin sysop teamlead teammate technician tester trainee uncle ' +
    'volunteer vp webmaster whoever wife worker-on-shift',
)

/** Roles that name software as often as people; the verb decides. */
export const EITHER_NOUNS = nouns(
  'agent assistant client coordinator customer driver editor guard host leader manager master ' +
    'member operator owner partner planner provider supervisor supplier user worker',
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
  'aaron abigail adam aditya adrian agnieszka ahmed aiko aisha akira alan albert alejandra ' +
    'alejandro aleksandra alex alexander alexandra alexis ali alice alicia alistair amanda amara amber amelia amelie ' +
    'amina amir amit amy ana anand ananya anders andre andrea andrei andrew andrzej andy angela anita anjali anna anne ' +
    'anthony antoine anton antonio aoife arjun artem arthur arvid ashley aurora ayesha barbara bartosz beatriz becky ' +
    'ben benjamin bernard bernd beth betty bilal bill bjorn bob bogdan boris brad brandon brenda brett brian bridget ' +
    'bruce bruno bryan caitlin camila camille carlos carmen carol caroline casper catherine charles charlie charlotte ' +
    'chen cheryl chiamaka chidi chinedu chioma chloe chris christian christina christine christopher claire clara clive ' +
    'cody colin connor courtney craig dan dana daniel daniela danielle darren dave david deborah declan deepak deirdre ' +
    'dennis derek diana diego dimitri divya dmitri dmitry dominic don donald doug dylan eduardo edward elena eli elias ' +
    'elise elizabeth ella emil emily emma eoin eric erica erik erin esteban ethan eva evan evelyn ewa farah farid ' +
    'fatima felipe felix femi fergus fernanda fernando finlay fiona francisco frank fred fredrik gabriel gareth gary ' +
    'gavin george gerald gina giovanni giulia giuseppe glenn gloria goran graeme greg gregory guillaume gunnar gustavo ' +
    'hamish hanna hannah hans harry haruto hassan hayley heather hector heike helen helena helene henrik henry hiroshi ' +
    'holger hugo ian ibrahim ifeanyi igor imani imogen imran ines ingrid irene irina isaac isabel itzel ivan ivana jack ' +
    'jaime jake jakub jamal james jamie jan jane janet janice jared jason javier jean jeff jeffrey jennifer jenny jens ' +
    'jeremy jerome jerry jesse jessica jim jimmy jin jin-ho joao joaquin joe joel joey johan john johnny jon jonas ' +
    'jonathan jorge jose joseph josh joshua juan judy julia julian julie julien jun jurgen justin karan karen karim ' +
    'karin katarzyna kate katherine kathleen kathy katie katya keith kelly ken kenji kenneth kevin khalid kieran kim ' +
    'kiran kirill kirk kirsten klaus kofi krzysztof kumar kurt kwame kyle lakshmi lars lasse laura laurent layla leah ' +
    'lee leila lena leo leon leslie liam linda lisa liu lorenzo lorraine louise luca lucas lucy ludmila luis luisa ' +
    'lukas lukasz luke maciej maksim malcolm manish manuel marc marcel marco marcus marek margaret maria mariam marie ' +
    'mario marisol mark marko martin mary mateo mateusz mathieu matt matteo matthew matthias maureen maurice max maxime ' +
    'maya megan mehmet mei mei-ling melanie mette mia michael michelle miguel mikael mike mikhail mikko milan minh mira ' +
    'mohamed mohammed molly monica morten muhammad mustafa nadia nadine nancy naomi natalia natalie nathalie nathan ' +
    'neal neha neil ngozi nguyen niall niamh nicholas nick nicole nigel nikhil nikita niklas nikola nikolai nils nina ' +
    'nkechi noah noel obinna oksana oleg olena olga oliver olivia olumide oluwaseun omar oscar otto owen pablo pascal ' +
    'patrick paul paula paulo pavel pawel pedro peter petra phil philip pieter piotr pooja prakash priya quang quentin ' +
    'rachel rafael rafal rahul raj rajesh ralph ramon randall rasmus raul ravi ray raymond rebecca renata ricardo ' +
    'richard rick rob robert roberto robin rodrigo rohan rohit rory ross roy rune russell ruth ryan sam samantha samuel ' +
    'sandeep sandra saoirse sara sarah sasha satoshi scott seamus sean sebastian sergei sergey shane shaun sheldon ' +
    'shreya siddharth simon siobhan sofia solveig sophia sophie soren stefan stefano stephane stephanie stephen steve ' +
    'steven sue suresh susan suzanne sven svetlana szymon takashi tariq teresa thandiwe themba theo thiago thomas ' +
    'thorsten tim timo timothy tobias tom tomas tomasz toni tony tracy travis tunde tyler uri varun veronica victor ' +
    'victoria vijay vikram vincent vivek vivian vlad walter wanjiru wei wesley will william wojciech xavier xiaoming ' +
    'ximena yael yann yasmin yuki yuri yusuf zach zachary zhang zoe zoltan',
)

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
