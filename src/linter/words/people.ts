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
  setOf(`aaron abigail adam adrian ahmed aisha alan albert alejandro alex alexander alexandra alexis alice alicia ali amanda amber
  amelia amir amit amy ana andre andrea andreas andrew andrzej andy angela anita anja anna anne annika anthony antonio arjun
  arthur ashley astrid aurora barbara beatriz ben benjamin bernard beth bill bjorn bob bogdan boris brad brandon brenda brian
  bruce bruno camille carla carlos carmen carol caroline catherine cecilia charles charlie charlotte chen chloe chris
  christian christina christine christopher claire clara claudia colin connor craig cristina cynthia dan daniel daniela
  danielle dave david deborah deepak denise dennis derek diana diego dieter dimitri dmitry dominic don donald donna doug
  dylan eduardo edward elena eli elias elise elizabeth ella ellen emil emily emma eric erica erik erika erin ethan eva evan
  evelyn farah fatima federico felix fernando filip fiona francesca francisco frank fred frederik gabriel gary george gerald
  giovanni giulia giuseppe gloria greg gregory guillaume gustavo hannah hans harold harry hassan heather hector heidi helen
  helena henrik henry hiroshi hugo ian ibrahim igor ines ingrid irene isaac isabel isabella ivan jack jacob jaime jake james
  jamie jan jana jane janet jason javier jean jeff jeffrey jenna jennifer jenny jeremy jerome jerry jesse jessica jim jimmy
  joan joanna joe joel johan johannes john johnny jon jonas jonathan jordi jorge jose joseph josh joshua juan julia julian
  julie julien jun justin kamal karen karin karl karthik katarina kate katherine kathleen kathy katie katrin keith kelly ken
  kenneth kenji kevin kim klaus kristen kristin kumar kyle lars laura lauren laurent leah lee lena leo leon leonard leila
  liam lijun linda lisa liu liz lorenzo louis louise luca lucas lucia lucy luis luisa lukas luke mallory manuel marc marcel
  marco marcus margaret maria marie marina mario mariusz mark marko markus marta martin mary mateo matt matteo matthew
  matthias maurice max megan mei melanie melissa mia michael michal michel michelle miguel mike mikhail mohamed mohammed
  monica monika muhammad nadia nancy naomi natalia natalie natasha nathan neha neil niamh nicholas nick nicola nicolas nicole
  nigel nikhil nikolai nina noah noel nora norman oleg oliver olivia olga omar oscar otto pablo pamela patricia patrick paul
  paula pavel pedro peter petra phil philip philipp pierre piotr pooja prakash priya rachel raj rafael rahul ralph ramon
  raquel raul ravi ray raymond rebecca renee ricardo richard rick rita rob robert roberto robin roger roland roman ron ronald
  rosa ross roy ruben ruth ryan sabine sally sam samantha samir samuel sandra sanjay sara sarah sasha satoshi scott sean
  sebastian sergei sergey sergio shane shannon sharon sheila shreya simon sofia sonia sophia sophie srinivas stefan stefano
  stella stephan stephanie stephen steve steven stuart sue sunil susan suzanne sven sylvia takashi tamara tanya tara tatiana
  teresa terry theo theresa thomas tim timothy tobias todd tom tomas tomasz tony tracy trevor tristan tyler ulrich ursula uwe
  valentina valerie vanessa vera veronica victor victoria vijay vikram vincent viktor vladimir walter wei wendy werner
  wilhelm will william wolfgang xavier yan yuki yuri yusuf yvonne zach zachary zoe zhang dana kwame chidi ngozi amara tunde
  oluwaseun ayesha hamid reza soren mette freja sanne joost maarten willem pieter aoife siobhan declan ewa agnieszka zofia
  katya irina svetlana thandiwe sipho lerato nomsa imani jamal latoya tyrone marisol joaquin ximena itzel mira anjali divya
  karan rohan sneha tariq yasmin leyla elif mehmet emre ayse haruto sakura aleksandra wanjiru jin-ho dmitri casper mateusz xiaoming minh linh thuy
  nguyen jin soo hyun jisoo mei-ling siddharth katarzyna marek paulo farid ludmila ifeanyi rajesh camila kofi saoirse sandeep
  chiamaka bilal imran zainab karim layla mariam youssef mustafa kerem murat aditya rohit anand anil dinesh ganesh kavita
  kiran lakshmi manish mukesh nitin rajiv sachin suresh varun venkat vivek ananya deepika mohan nisha padma radha sagar usha
  aiko akira haruka hideo kazuki kenta koji makoto mariko ryo taro yoko yuna min-jun trang quang tuan chinedu chioma femi
  nkechi nneka obinna olumide sekou themba alejandra alonso bruna cesar consuelo enrique esteban fabio felipe fernanda
  florencia gonzalo joao marcelo mauro paola renata rodrigo rogerio silvia thiago adele amelie antoine arnaud benoit celine
  chantal clement delphine elodie emilie etienne fabien fabrice florian franck helene luc madeleine manon mathieu maxime
  nathalie pascal quentin remi romain sandrine stephane sylvain sylvie thibault valentin yann yannick yves axel bernd birgit
  christoph gunther heike heinz holger horst ingo jochen jorg jurgen jutta karsten katja lothar manfred marlene niklas
  reinhard renate steffen susanne thorsten torsten volker aino antti eero hanna heikki janne jari jukka juha kari kimmo lauri
  leena mikko minna olli outi paavo pekka petri sami sanna teemu timo ville agnes anders arvid carl einar elin elsa espen
  fredrik geir goran gunnar gustav hakon harald inge ingvild jens johanna jorgen kasper kerstin kirsten knut kristian lasse
  leif linnea malin mikael morten nils olof oyvind rasmus rune signe sigurd solveig svein terje tove trond vegard viggo
  bartosz dariusz dorota grzegorz iwona jakub janusz kamil krzysztof lukasz maciej magda marcin miroslaw patryk pawel rafal
  slawomir szymon tadeusz wojciech zbigniew zuzanna anastasia andrei anton artem darya denis ekaterina evgeny galina gleb
  kirill konstantin ksenia larisa lidia maksim nadezhda nikita oksana olena pavlo ruslan stanislav taras tatyana timur vadim
  vitaly vlad volodymyr yaroslav yulia dejan dragan gabor ivana janos jelena jovan laszlo mihai milan milos nikola radu
  slobodan sorin tamas vesna zoltan alistair beatrice bradley bridget caitlin ciaran clive darren deirdre desmond eamon
  elaine eoin euan ewan fergus finlay fraser freya gareth gavin graeme gwen hamish hayley hilary howard imogen isla jill
  jodie kieran kirsty leanne leslie lorraine lynn malcolm maureen moira niall nuala orla owain owen paddy philippa rhys rory
  rosemary russell seamus shona sinead stacey tracey becky betty bobby brett bryan cheryl cody corey courtney darryl debbie
  dwayne gina glenn irma janice jared jasmin jeannie joey judy kelsey kerry kirk kurt kyra lindsay lori marge marsha maya
  meghan miranda molly nadine neal phyllis randall regina rhonda sabrina shaun shelby sheldon sonya tabitha tammy tanner
  tasha terrence tiffany toni travis tricia vaughn vivian wendell wesley mahmoud amina khalid nabil rania saeed wael ziad
  maryam mehdi parisa shirin avi itai moshe noam uri yael yair yosef`)

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
