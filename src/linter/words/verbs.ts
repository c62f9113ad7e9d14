/** Verbs by what they say of whoever does them. */
import { byForm, byPast } from './forms.ts'
import { nouns, setOf, verbs } from './list.ts'

/** What takes care, attention or a decision: not doing it is laid at somebody's door. Base forms. */
export const DILIGENCE_VERBS =
  setOf(`check test verify validate read review follow tell warn notify inform communicate coordinate document
  double-check confirm consult ask escalate monitor watch notice spot look pay update renew rotate rollback revert backup
  back announce share raise flag report acknowledge respond reply answer consider think anticipate plan prepare prioritise
  prioritize fix address act investigate hand handover bother care ensure make know realise realize understand listen learn
  configure enable disable remove add include set run rerun restart deploy merge approve assign schedule track record write
  log explain provide call page ack engage involve staff train enforce apply take complete finish start stop wait recheck
  inspect examine audit scan research sanitise sanitize clean delete migrate upgrade patch use catch see want try bump copy
  keep give heed mention alert cc invite sign scale provision rehearse drill exercise specify define proofread compare
  double react roll post let hand respect honour honor leave attend question secure protect double-click reproduce budget forward own
  answer cover bring apologise apologize tag label pin lock close`)

/** Lacking these is the situation, not a lapse: “did not have access”. Base forms. */
export const SITUATION_VERBS =
  setOf(`have receive get hear need suspend cause contribute break own exist appear work change intend mean
  affect result lead do experience suffer lose deserve recall remember possess hold`)

/** Only people do these; an \`operator\` or \`agent\` that does them is a person. Base forms. */
export const HUMAN_VERBS =
  setOf(`check read review notice neglect tell warn inform communicate coordinate document consult
  ask escalate acknowledge realise realize assume misread misunderstand decide think bother follow look verify
  misjudge disregard know believe approve hand escalate announce explain reply pay confirm prioritise prioritize listen test
  care respond mistype plan type paste click err post respect honour honor rush wave sleep admit promise apologise apologize
  panic guess trust dismiss notify`)

/** Stands for an act that only people do, whatever the verb: a `client` or an `operator` that did it is a person. */
export const ERR = 'err'

/** Stands for a wrong act that software does as well: only a name that no list has becomes a person by it. */
export const MISDEED = 'misdeed'

/** Nothing but people does these, whatever the subject is called. Base forms. */
export const PLAINLY_HUMAN =
  setOf(`err misdeed forget neglect overlook assume decide misread misunderstand misjudge tell warn inform communicate escalate
  coordinate bother consult realise realize approve explain think promise panic guess respect honour honor announce mention
  notify disregard mislabel mistype miscount miscommunicate rush wave sleep misdiagnose mishandle underestimate read care know admit`)

/** People do these to alerts and procedures, software to labels and keys; the object decides. Base forms. */
export const OBJECT_DECIDES = setOf('ignore forget skip omit overlook miss disregard bypass dismiss')

/** What is put before people. */
export const FOR_PEOPLE = nouns(
  `about advice alarm alert approval banner canary checklist checks dashboard documentation dry email freeze handover how instructions mail meeting message notification our page policy procedure prompt request review runbook signs step that ticket to us warning we`,
)

/** Things only an organisation says or promises: with a company's name as subject they speak of its people. Base forms. */
export const COMPANY_VERBS =
  setOf(`notify inform tell warn communicate announce acknowledge explain escalate disclose document honour honor
  test verify validate review check renew follow respect err misdeed reply answer respond admit apologise apologize provide share mention ignore forget neglect refuse promise misinform`)

/** Verbs that lay a lapse at somebody's door by themselves: base forms by form. */
export const LAPSE_VERBS =
  byForm(`forget neglect overlook miss ignore disregard omit skip misread misunderstand misinterpret misjudge
  mishandle mismanage misdiagnose misconfigure mistype fat-finger botch bungle fumble flub bypass violate dismiss underestimate
  downplay misplace miscount mislabel misreport miscommunicate`)

/** Adverbs that call an act wrong. */
export const ERROR_ADVERBS =
  setOf(`mistakenly accidentally wrongly incorrectly inadvertently erroneously carelessly unintentionally improperly
  negligently recklessly sloppily foolishly blindly hastily stupidly thoughtlessly unwisely lazily needlessly unknowingly`)

/** Verbs that say somebody brought the damage about: base forms by past. */
export const CAUSE_VERBS =
  byPast(`cause break crash trigger introduce corrupt ruin wreck sabotage block delay prolong overload leak wipe
  breach overwrite destroy hose trash clobber`)

/** Damage that a passive lays at somebody's door when it names them: “was dropped by the on-call DBA”. */
export const DAMAGE_VERBS = verbs(
  `botch break bypass cause corrupt create cut delete destroy disable disconnect drop erase expose forget ignore introduce kill leak mishandle misread miss neglect overlook overwrite remove skip terminate trigger truncate unplug wipe misconfigure`,
)

/** Deeds that read as damage beside a name. */
export const DAMAGING_DEEDS = verbs(
  `corrupt cut delete deploy destroy disable drain drop erase format kill leak merge nuke overwrite purge push reboot release remove reset ship terminate truncate unplug wipe`,
)

/** Things that are harm: causing, introducing or delaying them is laid at somebody's door. */
export const HARM_NOUNS = nouns(
  `api breach breakage bug build chaos checkout cluster corruption crash customers damage data database defect degradation delay deploy deployment disaster disruption downtime error everything failure fault fix impact incident integration interruption issue leak login loss mess misconfiguration network outage pipeline problem prod production recovery regression release rollback service site system typo vulnerability`,
)

/** What makes a change somebody's bad work. */
export const BAD_WORK =
  setOf(`bad faulty buggy broken untested unreviewed incorrect wrong flawed defective sloppy half-baked half-finished
  incomplete invalid erroneous unsafe insecure careless rotten junk dodgy bogus malformed`)

/** Handing in work. */
export const DELIVERY_VERBS = verbs(
  `apply approve change choose click close commit configure copy create delete deploy disable drop edit enter execute flash give install introduce invoke key make merge modify open paste pick point promote publish push reboot release remove replace restart revert roll run select send set ship specify stop submit target type upload use write`,
)

/** Leading words of an action that name no end. */
export const WEAK_ACTION_VERBS =
  setOf(`investigate consider discuss explore evaluate examine reflect research think brainstorm review analyse
  analyze study assess look figure find understand talk revisit check ponder debate contemplate determine inspect follow reassess rethink reconsider plan identify`)

/** Base forms of verbs that end an improvement in the air. */
export const GENERIC_IMPROVE =
  setOf(`improve enhance better strengthen optimise optimize increase refine streamline harden tighten boost
  revamp rework polish more extend expand beef step ramp bolster sharpen solidify raise`)

/** Verbs that begin an action which builds or changes something. */
export const STRONG_ACTION_VERBS =
  setOf(`add alert automate block build change configure convert create cut delete deploy disable document drop
  enable enforce fix implement install introduce limit lower make merge migrate move page patch pin provision publish raise
  refuse reject remove rename replace require rewrite rotate run schedule set ship split store switch test turn update
  upgrade use validate verify write`)
