/** The words by which a line of an action section is told to be an action, a label over actions, or neither. */
import { withoutEnd } from '../edges.ts'

const GROUP =
  /^(?:(?:immediate|short|medium|mid|long|near)(?:er)?[- ]?(?:term)?|now|soon|later|future|next|phase \d|stage \d|priority \d|p[0-4]|high|medium|low|critical|urgent|must(?: have)?|should(?: have)?|nice to have|optional|process|technical|documentation|docs|monitoring|alerting|alerts|communication|infrastructure|testing|tests|tooling|code|code quality|engineering|organi[sz]ational|people|detection|detect|prevention|prevent|mitigation|mitigate|response|recovery|repair|investigate|learn|other|misc\w*|general|operational|completed|done|to-?do|in progress|open|planned|pending|remaining|outstanding|blocked|won'?t do|予防|検知|緩和|プロセス|短期|中期|長期|即時|恒久|応急|技術|組織|運用|その他|kort sikt|lang sikt|umiddelbart|短期|中期|长期|立即|预防|检测|缓解|流程)(?:[\s\-–—/&,+]*(?:and|or|term|sikt|fix(?:es)?|actions?|items?|improvements?|tasks?|follow-?ups?|measures?|steps?|changes?|priority|technical|testing|documentation|monitoring|alerting|prevention|detection|mitigation|response|対策|対応|改善|tiltak|措施|prevent|detect|mitigate|process|\([^()]{0,60}\)|（[^（）]{0,60}）|work|goals?|plan|recommendations?|enhancements?|done|completed|in progress|(?:this|next) (?:week|month|sprint|quarter)))*(?:[\s\-–—/&,+]*(?:within |\d).{0,30})?\W*$/i

/** Whether a heading or line only groups what follows: by horizon, kind, state. */
export function isGroupLabel(text: string): boolean {
  const words = withoutEnd(text.trim().replace(/^[^\p{L}\p{N}]+/u, ''), /[\s:：*_]/)
  return words.length <= 80 && GROUP.test(words)
}

const NOTHING =
  /^[^\p{L}\p{N}]*(?:none(?: (?:yet|identified|needed|required|at this time|so far|planned))?|n\/?a|not applicable|tb[ad]|todo|to be (?:determined|done|decided|filled.*|added|completed|discussed)|nothing.{0,40}|no (?:actions?|action items|follow[- ]?ups?|further actions?)(?: .{0,60})?|なし|特になし|ingen|无|xxx|action(?: item)?s?(?: here)?|each list item here|should link to.*|tracks the work.*|bullet(?:ed)?|list|item \d?|example.{0,30}|\[item \d\].*|\.{2,}|…|-+)[^\p{L}\p{N}]*$/iu

/** Whether a line says that there is nothing to do, or waits to be filled in. */
export function saysNothing(text: string): boolean {
  return text.trim() === '' || (text.length < 160 && NOTHING.test(text))
}

const WORK =
  /\b(?:will|should|must|need(?:s|ed)? to|have to|has to|going to|plan(?:s|ned|ning)? (?:to|on)|aim(?:s|ing)? to|intend(?:s|ing)? to|to be|want(?:s)? to|would like to|are (?:working|adding|building|moving|investigating|implementing|planning|considering|looking|reviewing|improving)|is (?:working|planning|going|to be)|we(?:'ll|'re (?:working|adding|building|going))|(?:have|has|had|we) (?:\w+ )?(?:added|implemented|updated|created|improved|introduced|deployed|enabled|disabled|changed|removed|moved|put in place|started|begun|scheduled|fixed|hardened|documented|opened|filed|raised)|it would be (?:good|useful|nice|better)|recommend\w*|propose\w*|suggest\w*|let'?s|ensure|make sure|consider)\b|する(?:。|こと|予定|$)|予定|検討|導入|追加|対応する|skal|bør|må|vil|应该|需要|计划|将/i

/** `Team to …`, `Second line to …`. */
const DOER = /^(?:the )?\p{Lu}[\p{L}'-]+(?: [\p{L}'-]+){0,2}? to /u

/** Whether a paragraph tells of work to do, or done to prevent. */
export function tellsWork(text: string): boolean {
  return WORK.test(text.slice(0, 1_500)) || startsWithVerb(text) || startsWithVerb(text.replace(DOER, ''))
}

const VERB =
  /^(?:chase|speak|liaise|draft|drive|organi[sz]e|sync|swap|rehearse|practi[cs]e|double[- ]check|back ?fill|lead|dig|sign|tweak|widen|add|adjust|adopt|arrange|assign|attach|bring|build|call|circulate|come up|contact|copy|cut|deliver|engage|ensure|gather|generate|go|graduate|help|hold|increase|inform|install|invest|invite|learn|let|link|look|map|meet|note|offer|order|own|pay|persist|poll|promote|propose|protect|prove|reach|re-?visit|read|rebuild|redesign|redirect|reflect|register|reintroduce|relax|release|rely|re-?run|respond|retire|return|revert|revoke|reword|route|sanitize|save|seek|select|send|shift|ship|shut|skip|sort|source|spread|subscribe|suggest|supply|take|tell|tidy|trial|trim|understand|unpin|wait|wrap|agree|align|allow|apply|ask|assess|audit|automate|avoid|back ?port|backup|block|build|bump|change|check|clarify|clean|collect|communicate|complete|configure|confirm|consider|consolidate|continue|convert|coordinate|create|decide|decommission|define|deploy|deprecate|design|determine|develop|disable|discuss|do|document|educate|enable|encourage|enforce|enhance|ensure|establish|evaluate|examine|expand|explore|expose|extend|figure out|file|find|finish|fix|follow|force|formali[sz]e|get|give|group|handle|harden|have|identify|implement|improve|include|increase|instrument|integrate|introduce|investigate|isolate|keep|limit|link|lock|log|look (?:at|into)|lower|make|mandate|merge|migrate|mirror|monitor|move|notify|open|optimi[sz]e|patch|perform|pin|plan|post|prepare|prevent|prioriti[sz]e|provide|provision|publish|pull|purge|put|raise|reach out|re-?balance|re-?build|re-?configure|record|reduce|refactor|remind|remove|rename|re-?order|repair|replace|replicate|report|request|require|research|resolve|restore|restrict|rethink|review|revise|revisit|rework|rewrite|roll ?out|rotate|run|scale|schedule|secure|see|separate|serve|set|set ?up|share|shorten|show|simplify|speed up|split|standardi[sz]e|start|stop|store|streamline|strengthen|support|switch|synchroni[sz]e|tag|talk|teach|test|throttle|tighten|track|train|try|tune|turn|unify|update|upgrade|use|validate|verify|warn|wire|work|write)\b/i

/** Whether a line begins with the plain form of a verb that work items begin with. */
export function startsWithVerb(text: string): boolean {
  return VERB.test(text.replace(/^[^\p{L}]+/u, ''))
}

const TOLD =
  /^(?:we |i |they |the team |team )?(?:pulled|compared|traced|checked|restored|redeployed|restarted|rebooted|reverted|rolled|investigated|identified|confirmed|verified|noticed|contacted|ran|stopped|started|scaled|deleted|killed|drained|cordoned|disabled|enabled|switched|failed over|manually|applied|deployed|asked|posted|notified|reset|cleared|renamed|recreated)\b/i

/** Whether a line tells what responders did, as the resolution does. */
export function tellsResponse(text: string): boolean {
  return TOLD.test(text.replace(/^[^\p{L}]+/u, ''))
}

/** A title under which what responders did stands, though it speaks of actions. */
export const RESPONSE_TITLE =
  /\bactions? (?:we )?(?:took|taken)\b(?!.*(?:prevent|avoid|future|follow))|\bimmediate (?:actions?|response|steps?) taken\b|\bresponse actions?\b|\bactions? during\b|resolution actions?/i
