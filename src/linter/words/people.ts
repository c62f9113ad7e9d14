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
  setOf(`aaron abigail adam adrian ahmed aisha alan albert alejandro alex alexander alexandra alexis alice alicia ali
  amanda amber amelia amir amit amy ana andre andrea andreas andrew andrzej andy angela anita anja anna anne annika anthony
  antonio arjun arthur ashley astrid aurora barbara beatriz ben benjamin bernard beth bill bjorn bob bogdan boris brad brandon
  brenda brian bruce bruno camille carla carlos carmen carol caroline catherine cecilia charles charlie charlotte chen chloe
  chris christian christina christine christopher claire clara claudia colin connor craig cristina cynthia dan daniel daniela
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
  paula pavel pedro peter petra phil philip philipp pierre piotr pooja prakash priya rachel raj rafael rahul raj ralph ramon
  raquel raul ravi ray raymond rebecca renee ricardo richard rick rita rob robert roberto robin roger roland roman ron ronald
  rosa ross roy ruben ruth ryan sabine sally sam samantha samir samuel sandra sanjay sara sarah sasha satoshi scott sean
  sebastian sergei sergey sergio shane shannon sharon sheila shreya simon sofia sonia sophia sophie srinivas stefan stefano
  stella stephan stephanie stephen steve steven stuart sue sunil susan suzanne sven sylvia takashi tamara tanya tara tatiana
  teresa terry theo theresa thomas tim timothy tobias todd tom tomas tomasz tony tracy trevor tristan tyler ulrich ursula uwe
  valentina valerie vanessa vera veronica victor victoria vijay vikram vincent viktor vladimir walter wei wendy werner
  wilhelm will william wolfgang xavier yan yuki yuri yusuf yvonne zach zachary zoe zhang dana kwame chidi ngozi amara tunde
  oluwaseun ayesha hamid reza soren mette freja sanne joost maarten willem pieter aoife siobhan declan ewa agnieszka zofia
  katya irina svetlana thandiwe sipho lerato nomsa imani jamal latoya tyrone marisol joaquin ximena itzel mira anjali divya
  karan rohan sneha tariq yasmin leyla elif mehmet emre ayse haruto sakura dmitri casper bianca mateusz kaito xiaoming tane aylin minh linh thuy nguyen jin soo hyun jisoo
  mei-ling meera siddharth guilherme katarzyna marek thulani paulo hamza kwabena farid ludmila zanele ifeanyi emeka rajesh
  camila kofi nokuthula aroha jiho rosalind okonkwo saoirse sandeep mikkel chiamaka tuomas bilal imran usman zainab khadija
  yasin samira nasser walid karim rashid tarek hiba layla mariam salma youssef mustafa kerem burak deniz selin ozan gizem
  zeynep murat serkan onur arnav aditya ishaan vihaan rohit amol anand anil ashok bharat dinesh ganesh girish harsh kavita
  kiran lakshmi madhu manish mukesh nitin pankaj pradeep rajiv ritu rupa sachin sangeeta satish shankar shyam suresh swati
  uday umesh varun venkat vinay vivek yash ananya anjana aparna deepika geeta ishita jaya kalyani lata meena mohan nandini
  nisha padma pallavi radha rekha rishi sagar shilpa sonal tejas usha vidya cheng guang jian jun-ho meng ming qiang qing rui
  xiang xiao xiu yong zhen zhi aiko akira asuka ayumi daichi daiki fumiko haruka hideo hiro hitomi kaori kazuki keiko kenta
  koji makoto mariko masato mayumi michiko misaki naoki natsumi nobuo rika ryo sachiko satoru shinji shota sota taro tomoko
  yoko yuna yuta min-jun seo-yeon ji-woo soo-jin eun-ji hye-jin dong-hyun trang hanh huong lan-anh phuong quang tien tuan
  achieng adebayo adaeze aminata ayodele babajide chinedu chioma efua ekene fatou femi folake funmilayo ibrahima kamau kemi
  kojo kwasi lindiwe makena mamadou mandla mwangi naledi njeri nkechi nneka obinna olumide ousmane palesa rudo sekou tendai
  themba thabo titilayo wanjiru wangari yetunde zola zuri alejandra alonso araceli benicio bruna catarina cesar consuelo
  cristobal diogo elisa emiliano enrique esteban facundo fabio fabiana felipe fernanda florencia gael gonzalo guadalupe
  heitor helder ignacio joao jimena jacinta lautaro larissa leandro leticia lucila luciana maite marcelo matheus mauro
  nicolau octavio paola patricio paloma rafaela ramiro renata rodrigo rogerio sebastiao silvia soledad thiago valeria vitoria
  yolanda adele agathe aline amelie anais antoine arnaud aurelie bastien benoit celine chantal clement corinne damien
  delphine elodie emilie etienne fabien fabrice florian franck gaelle genevieve gilles helene josephine laetitia lucie luc
  madeleine manon margaux marion mathieu mathilde maxime mireille nathalie noemie odile pascal quentin remi romain sandrine
  solene stephane sylvain sylvie thibault valentin vincente virginie yann yannick yves achim anke annegret axel bernd birgit
  bjarne christoph cornelia detlef eckhard elke florentine friedrich gisela gunther hannes hartmut heike heiko heinz helga
  henning hilde holger horst ilse ingo jochen jorg jurgen jutta karsten katja lothar maike manfred mareike marlene meike
  moritz niklas olaf reinhard renate rudiger sebastien silke sigrid steffen susanne thorsten tilman torben torsten ulrike
  volker wiebke aino antti eero eeva eino elina eerik hanna heikki ilkka jaakko janne jari jukka juha kaisa kari kimmo kirsi
  lauri leena markku marja matti mikko minna olli outi paavo pekka petri pirjo riikka sami sanna satu seppo tapio tarja teemu
  timo tuija tuula veikko ville agnes anders arvid asger birger carl einar ebba eirik elin elsa erling espen eskil frida
  fredrik frode geir gitte goran gunnar gunilla gustav hakon halvor hanne harald havard helle hedda inge inger ingvild jens
  johanna jorgen kaare kasper katrine kerstin kirsten kjell knut kristian kristoffer lasse leif linnea ludvig maja malin
  margit marit mikael morten nils olof oystein oyvind pernille rasmus rikke rune signe sigurd simen solveig stian svein terje
  thea thorvald tora tore tove trine trond trygve vegard vibeke vidar viggo yngve bartosz beata bozena dariusz dorota eliza
  elzbieta grazyna grzegorz hubert iwona jadwiga jakub janusz jaroslaw joachim jolanta justyna kacper kamil kasia kazimierz
  krystyna krzysztof leszek lukasz maciej magda magdalena malgorzata marcin michalina miroslaw patryk pawel przemek radek
  rafal roksana ryszard slawomir stanislaw szymon tadeusz urszula wiktor wojciech zbigniew zuzanna alena anastasia anatoly
  andrei anton arkady artem darya denis ekaterina evgeny fyodor galina gleb grigory inna kirill konstantin ksenia larisa
  lidia lyudmila maksim marat nadezhda nikita oksana olena pavlo polina raisa rostislav ruslan stanislav taras tatyana timur
  vadim valery vasily vitaly vlad vladislav volodymyr yaroslav yegor yelena yevgeny yulia zhanna adina alin bogdana bojan
  branka catalin cosmin dejan dorin dragana dragan drazen dusan gabor gheorghe hrvoje ilinca iulia ivana ivo janos jelena
  jovan katalin laszlo liviu luka mihai mihaela milan milena milos mircea mirela nemanja nenad nikola octavian oana ovidiu
  predrag radu razvan roxana sanja sanjin silviu slobodan snezana sorin stoyan tamas teodor tihomir vesna vlado zoltan zoran
  zsolt aidan alana aleksandr alfie ailsa alistair annabel arlo beatrice bradley bridget caitlin carys cerys cillian ciaran
  clive cormac dafydd damian darren deirdre dermot desmond donal dougal duncan eamon eilidh elaine elliot emlyn eoin esme
  euan ewan fergus finlay fraser freya gareth gavin geraint gethin graeme grainne gwen hamish hayley hilary howard imogen
  iona isla iwan jasper jemima jill jodie keiran kieran kirsty lachlan leanne leslie lesley lorna lorraine lynn maeve mairead
  malcolm maureen mhairi moira morag morwenna nerys niall nuala oisin oonagh orla owain owen padraig padraic paddy philippa
  pippa rhian rhiannon rhys roisin rory rosemary ruairi ruaridh russell seamus shona sinead sorcha stacey tegan tracey valmai
  becky betty bobby brett brittany bryan bryce cassie cheryl cody colby corey courtney cyndi darlene darryl debbie dolores
  dwayne dwight ellie ezra garrett gina glenn gwendolyn hailey irma janelle janice jared jasmin jeannie joey jolene judy
  kaitlyn kelsey kendra kerry kirk kristi kurt kyra leroy lindsay lindsey lori lynne mackenzie marcy marge marsha maya meghan
  meredith micah miranda molly myra nadine neal nolan odessa phyllis quincy randall regina rhonda rodney roxanne ruthie
  sabrina shana shaun shauna shelby sheldon sonya stacy sylvester tabitha tammy tanner tasha terrence tiffany toni travis
  tricia vaughn vivian wendell wesley whitney mahmoud hossam sherif amina bassem dalia faisal ghada haitham jalal khalid
  munir nabil rania saeed saif suhail tamer wael yara ziad arash azadeh behnam dariush farhad golnaz kaveh mahsa maryam mehdi
  nasrin neda omid parisa parviz saman shirin siamak soheila amos avi avraham ayelet chaim efrat eitan gideon gilad hadas
  itai maayan miriam moshe noam ofer rivka ronen shira shlomo tomer uri yael yaakov yair yonatan yosef yuval`)

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
