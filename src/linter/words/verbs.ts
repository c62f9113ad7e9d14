/** Verbs by what they say of whoever does them. */
import { byForm, byFiniteForm } from './forms.ts'
import { bases, nouns, setOf, verbs } from './list.ts'

/** What takes care, attention or a decision: not doing it is laid at somebody's door. Base forms. */
export const DILIGENCE_VERBS = bases(
  'acknowledge act add address alert announce answer anticipate apologise apologize apply approve ask ' +
    'assign audit back backup bother budget bump call care catch check communicate compare complete configure ' +
    'confirm consider consult coordinate copy cover delete deploy disable document double double-check enable ' +
    'enforce ensure escalate examine explain finish fix flag follow give hand handover honor honour include ' +
    'inform inspect investigate involve keep know label learn leave let listen lock log look make mention ' +
    'merge migrate monitor notice notify open own page patch pay pin plan post prepare prioritise prioritize ' +
    'protect provide question raise react read realise realize record rehearse remove renew reply report ' +
    'respect respond restart revert review roll rollback rotate run schedule secure see set share spot start ' +
    'stop tag take tell test think track train try understand update upgrade use validate verify wait want ' +
    'warn watch write',
)

/** Lacking these is the situation, not a lapse: “did not have access”. Base forms. */
export const SITUATION_VERBS = bases(
  'affect appear break cause change contribute deserve do exist experience get have hear hold ' +
    'intend lead lose mean need own recall receive remember result suffer suspend work',
)

/** Verbs of knowing, deciding and telling. */
const OF_MIND_AND_SPEECH =
  'admit announce approve assume bother care communicate consult coordinate decide disregard err escalate ' +
  'explain guess honor honour inform know misjudge misread mistype misunderstand neglect notify panic ' +
  'promise read realise realize respect rush sleep tell think warn wave'

/** Only people do these; an `operator` or `agent` that does them is a person. Base forms. */
export const HUMAN_VERBS = bases(
  OF_MIND_AND_SPEECH +
    ' acknowledge apologise apologize ask believe check click confirm dismiss document follow hand listen look ' +
    'notice paste pay plan post prioritise prioritize reply respond review test trust type verify',
)

/** Stands for an act that only people do, whatever the verb: a `client` or an `operator` that did it is a person. */
export const ERR = 'err'

/** Stands for a wrong act that software does as well: only a name that no list has becomes a person by it. */
export const MISDEED = 'misdeed'

/** Nothing but people does these, whatever the subject is called. Base forms. */
export const PLAINLY_HUMAN = bases(
  OF_MIND_AND_SPEECH +
    ' confuse forget mention miscount misdeed misdiagnose mishandle mislabel overlook underestimate',
)

/** People do these to alerts and procedures, software to labels and keys; the object decides. Base forms. */
export const OBJECT_DECIDES = bases('bypass dismiss disregard forget ignore miss omit overlook skip')

/** What is put before people, beside `PRACTICES`. */
export const FOR_PEOPLE = nouns(
  'about advice alarm email how instructions mail meeting notification our page prompt signs that to us we',
)

/** Things only an organisation says or promises: with a company's name as subject they speak of its people. Base forms. */
export const COMPANY_VERBS = bases(
  'acknowledge admit announce answer apologise apologize check communicate conceal deceive disclose ' +
    'document err escalate explain follow forget honor honour ignore inform mention misdeed misinform mislead ' +
    'neglect notify promise provide refuse renew reply respect respond review share tell test validate verify ' +
    'warn withhold',
)

/** Verbs that lay a lapse at somebody's door by themselves: base forms by form. */
export const LAPSE_VERBS = byForm(
  'botch bungle bypass conceal confuse deceive defy dismiss disregard downplay fat-finger flout flub forget ' +
    'fumble ignore misconfigure miscount misdiagnose mishandle misinterpret misjudge mislabel mislay mislead ' +
    'mismanage misplace misread misreport miss mistype misunderstand neglect omit overlook skip underestimate ' +
    'violate withhold',
)

/** Adverbs that call an act wrong. */
export const ERROR_ADVERBS = setOf(
  'accidentally blindly carelessly erroneously foolishly hastily improperly inadvertently ' +
    'incorrectly mistakenly needlessly negligently recklessly stupidly unintentionally unknowingly wrongly',
)

/** Verbs that say somebody brought the damage about: base forms by past and present. */
export const CAUSE_VERBS = byFiniteForm(
  'block breach break cause clobber corrupt crash delay destroy hose introduce leak overload ' +
    'overwrite prolong ruin sabotage trash trigger wipe wreck',
)

/** Damage that a passive lays at somebody's door when it names them: “was dropped by the on-call DBA”. */
export const DAMAGE_VERBS = verbs(
  'botch break bypass cause corrupt create cut delete destroy disable disconnect drop erase expose ' +
    'forget ignore introduce kill leak misconfigure mishandle misread miss neglect overlook overwrite remove skip ' +
    'terminate trigger truncate unplug wipe',
)

/** Deeds that read as damage beside a name. */
export const DAMAGING_DEEDS = verbs(
  'corrupt cut delete deploy destroy disable drain drop erase format kill leak merge nuke overwrite ' +
    'purge push reboot release remove reset ship terminate truncate unplug wipe',
)

/** Things that are harm: causing, introducing or delaying them is laid at somebody's door. */
export const HARM_NOUNS = nouns(
  'breach bug corruption crash defect degradation delay deploy deployment disaster disruption downtime ' +
    'error failure fault fix impact incident interruption issue leak loss mess misconfiguration outage ' +
    'pipeline problem production recovery regression release rollback typo vulnerability',
)

/** What makes a change somebody's bad work. */
export const BAD_WORK = setOf(
  'bad broken buggy careless defective erroneous faulty flawed half-baked half-finished incomplete ' +
    'incorrect insecure invalid junk malformed rotten sloppy unreviewed unsafe untested wrong',
)

/** Done by hand, to hand in work or to handle things. */
const BY_HAND =
  'apply approve choose click copy delete deploy drop edit enter execute merge open paste pick promote push ' +
  'reboot remove replace reset restart run select stop type use'

/** Handing in work. */
export const DELIVERY_VERBS = verbs(
  BY_HAND +
    ' change close commit configure create disable flash give install introduce invoke key make modify point ' +
    'publish release revert roll send set ship specify submit target upload write',
)

/** What hands do to things, and get wrong. */
export const HANDLING_VERBS = verbs(
  BY_HAND +
    ' boot cut disconnect drain flip format grab hit nuke press pull reload restore swap switch terminate ' +
    'unplug wipe yank',
)

/** Leading words of an action that name no end. */
export const WEAK_ACTION_VERBS = setOf(
  'analyse analyze assess brainstorm check consider debate determine discuss evaluate examine explore ' +
    'figure find follow identify inspect investigate look plan reassess reconsider reflect research rethink ' +
    'review revisit study talk think understand',
)

/** Base forms of verbs that end an improvement in the air. */
export const GENERIC_IMPROVE = setOf(
  'beef better boost enhance expand extend harden improve increase more optimise optimize raise ' +
    'ramp refine revamp rework step streamline strengthen tighten',
)

/** Verbs that begin an action which builds or changes something. */
export const STRONG_ACTION_VERBS = bases(
  'add alert automate block build change configure convert create cut delete deploy disable document drop ' +
    'enable enforce fix implement install introduce limit make merge migrate move page patch pin provision ' +
    'publish raise refuse reject remove rename replace require rewrite rotate run schedule set ship split ' +
    'store switch test update upgrade use validate verify write',
)
