/** Canonical names of sections and the headings, in four languages, that stand for them. */
import { withoutEnd } from '../edges.ts'

export const SECTION_NAMES = [
  'summary',
  'impact',
  'timeline',
  'causes',
  'trigger',
  'detection',
  'response',
  'resolution',
  'actions',
  'lessons',
  'wentWell',
  'wentWrong',
  'lucky',
  'tried',
  'recurrence',
  'people',
  'severity',
  'references',
  'facts',
] as const
export type SectionName = (typeof SECTION_NAMES)[number]

const LONGEST = 90

/** The canonical name that a heading or a bold key stands for, or null. `text` is without mark-up. */
export function sectionName(text: string): SectionName | null {
  const key = headingKey(text)
  if (key === '' || key.length > LONGEST) return null
  for (const [name, pattern] of PATTERNS) {
    if (pattern.test(key)) return name
  }
  return null
}

/** Lower case, without numbering, emoji, emphasis, closing punctuation and doubled spaces. */
export function headingKey(text: string): string {
  const words = text
    .slice(0, 200)
    .toLowerCase()
    .replaceAll(/:[a-z0-9_+-]{2,30}:/g, ' ')
    .replaceAll(/[’‘]/g, "'")
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|[ivx]{1,4}[.)]|(?:step|part|section) \d{1,2}[:.]?)\s+/, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
  return withoutEnd(words, /[\s:：.…?？!-]/).replaceAll(/\s+/g, ' ')
}

/** Tried in this order: what is more special stands first. */
const PATTERNS: readonly (readonly [SectionName, RegExp])[] = [
  ['lucky', /\blucky\b|\bluck\b|運が良かった|^hvor hadde vi flaks|flaks|幸运/],
  [
    'wentWell',
    /^(?:what|things?|things that) (?:we did well|went well|went right|did go well|helped|worked(?: well)?|we did right|went great)|^(?:what )?went well|うまくいったこと|良かった(?:こと|点)|^hva gikk (?:bra|godt)|^(?:做得好|哪些做得好|顺利)/,
  ],
  [
    'wentWrong',
    /^(?:what|things?|things that) (?:went (?:wrong|poorly|badly)|didn't go|did not go|could have gone|could've gone|went less well|we did wrong|could be (?:better|improved)|hurt|made it worse)|^went (?:wrong|poorly)|うまくいかなかったこと|悪かった(?:こと|点)|^hva gikk (?:dårlig|galt)|^(?:做得不好|不足|哪些做得不好)/,
  ],
  [
    'tried',
    /tried that (?:didn't|did not) work|what (?:i|we) (?:was|were|got) wrong about|(?:didn't|did not) work$|^what (?:we|i|was) tried|^failed (?:attempts|approaches)/,
  ],
  [
    'actions',
    /^(?:(?:process|technical|engineering|agreed|required|planned|further|outstanding|long(?:er)?[- ]term|permanent|additional|necessary|suggested|proposed|recommended|future|our|post[- ]?incident|post-?mortem) )+(?:actions?(?: items?| points?)?|improvements?|changes|measures|tasks?|fix(?:es)?|work|mitigations?|items|steps|safeguards|commitments|follow[- ]?ups?)(?: .{0,40})?$|^longer[- ]term$/,
  ],
  [
    'actions',
    /^(?:to[- ]?do(?:'?s)?(?: list| items?)?|todo ?\/ ?follow[- ]?ups?|things (?:to do|(?:we|that) (?:will|want|need|should|plan).{0,40})|(?:what(?:'s| is)?|where)(?: (?:do|will|are) we)? (?:next|go(?:ing)? (?:from here|next))|what we(?:'ll| will| plan to| intend to| are going to| want to|) do (?:next|now|differently|about it|to .{0,40})|how (?:we|to|are we|can we|will we).{0,24} (?:prevent|avoid|stop|mak(?:e|ing) sure|ensur).{0,60})$/,
  ],
  [
    'actions',
    /^(?:(?:jira |github |follow[- ]up )?(?:tickets|issues|stories|bugs) (?:raised|filed|created|opened|logged)|commitments|countermeasures|measures\b.{0,40}|suggestions|proposals|(?:suggestions|proposals) (?:for|to) .{0,40}|repair items|remedial (?:actions?|work|steps)|mitigation items|work to (?:be done|do)|open (?:items|tasks)|(?:deferred|remaining) (?:work|tasks|items)|checklist of follow.{0,20}|fixes to (?:do|make|come))$|^(?:videre|planlagte|nye|forebyggende|korrigerende|langsiktige|kortsiktige) (?:tiltak|arbeid|oppfølging|aksjoner)|^(?:forbedring|forslag til forbedring|hva gjør vi\b|veien videre|oppgaver$)|^(?:後続対応|次のステップ|フォローアップ)|^(?:整改|下一步|行动计划)/,
  ],
  [
    'actions',
    /^(?:proposed |recommended |suggested |post-?mortem |post-?incident |review |remaining |open |next |key |immediate |short[- ]term |long[- ]term |incident )*(?:action|actions|action points?|action items?|actions? items?|actions taken\b.*prevent.*|follow[- ]?ups?(?: actions?| items?| work| tasks?)?|to-?dos?|tasks|next steps|remediations?(?: items?| actions?| plan| steps)?|corrective.*|mitigation plan|prevent(?:at)?ive.*|prevention\b.*|improvements?\b.*|recommendations?\b.*|backlog|actionables?|work items|tickets|future work|steps|plan)(?: \(.*\)| and .*| & .*| to .*| for .*| list| plan| table| summary| taken| tracker| tracking| needed| required| already .*| done.*)?$|^(?:what (?:are we doing|will we do|we will do|we are doing|happens next|can we do|should we do|we're doing|comes next|we are changing|we changed|we've changed|we have changed|can be done|do we do)|how (?:do|will|can|could|would) we (?:prevent|avoid|stop)|how to (?:prevent|avoid)|preventing\b|avoiding\b|moving forward|going forward|looking ahead|steps? (?:we|to|taken to prevent)|future (?:work|measures|steps|actions?|plans?|improvements?|prevention)\b|actions?\b)|アクション|再発防止|今後の(?:対応|対策|予定)|改善(?:策|項目)|恒久(?:対応|対策)|^対策|aksjonspunkt|^(?:tiltak|oppfølging|videre arbeid|aksjoner|neste steg)|^(?:预防|后续|行动项|改进|待办|措施|跟进|防范)/,
  ],
  [
    'timeline',
    /\btime ?line\b|^chronolog(?:y|ical)|^(?:course|run) of events|^key (?:event )?times?$|^(?:key )?timestamps?$|^time log$|^what happened,? and when$|^(?:status|live) updates$|^sequence of events|^(?:key )?events$|^order of events|^incident log$|^log(?: of events)?$|^what happened when|^chain of events|^(?:full )?history of (?:events|the incident)|^incident (?:updates|history)|^phase \d facts|^event log|タイムライン|経緯$|時系列|^(?:障害|対応|事象の)?経過|^tidslinje|^(?:hendelse(?:r|sforløp|sforløpet)|forløp|kronologi)$|时间线|时间轴|^(?:事件|事故|故障|处理)?经过|^处理过程/,
  ],
  [
    'recurrence',
    /^(?:is (?:this|it) a pattern|recurrence|recurring|is it a recurrence|similar incidents|previous (?:incidents|occurrences)|related incidents|past incidents|backlog check)|^(?:再発|類似)/,
  ],
  [
    'detection',
    /^(?:detection|detected|how (?:was|did|were) (?:it|we|this|the).{0,30}(?:detect|notice|discover|find out|found)|identified|identification|discovery|(?:time to )?detect|alerting|monitoring|how we (?:found|noticed|detected))|^検知|^発見|^(?:påvisning|deteksjon|oppdagelse|hvordan ble)|^(?:发现(?!人)|检测)/,
  ],
  [
    'causes',
    /^(?:the )?(?:probable |likely |primary |underlying |technical |proximate |direct |immediate |blameless |actual |suspected |possible |final |confirmed )*(?:root[- ]?causes?|causes?|cause analysis|analysis|rca|fault|diagnosis|contributing (?:factors?|causes?|conditions?)|five whys?|5[- ]whys?|whys?|why did (?:it|this) happen|why (?:it|this) happened|reasons?|explanation|technical (?:details?|analysis|background|explanation))(?:\b.*)?$|^what (?:went wrong technically|caused|was the cause|broke)|^why[ ?]|^why$|five why|\broot[- ]cause|contributing factor|^(?:how|why) did (?:it|this) (?:happen|occur)|^(?:根本)?原因|直接原因|寄与要因|なぜ|技術的詳細|^(?:rotårsak|årsak|medvirkende|bakenforliggende)|^(?:根因|原因|根本原因|分析|技术分析|问题分析)/,
  ],
  [
    'lessons',
    /^(?:key |main )?(?:lessons?|learnings?|learned|takeaways?|what (?:we|i|did we|have we|we've) learn|reflections?|retrospective|insights)|lessons? learn|教訓|学び|^(?:hva lærte vi|lærdom|læring|læringspunkter)|^(?:经验|教训|经验教训|反思|总结与)/,
  ],
  [
    'impact',
    /^(?:the |user |customer |business |services? |system |overall |incident |potential |actual |estimated |security |technical |scope and |severity (?:and|&) )*(?:impact|impacts|affected|damage|scope|blast radius|consequences?|what (?:was|is|were) (?:affected|impacted)|who was affected|who is affected|effects?|symptoms?)(?:\b.*)?$|影響|被害|^(?:konsekvens|påvirkning|innvirkning)|^(?:影响|影响范围)/,
  ],
  [
    'resolution',
    /^(?:the |our |immediate |temporary |final |permanent )*(?:how (?:was|did|were) (?:it|we|this|the).{0,30})?(?:resolution|resolutions|resolve|resolved|solution|solutions|fix|fixes|fixed|the fix|recovery|mitigation|mitigations|mitigated|mitigating|repair|repaired|workaround|restoration|how we fixed|remedy|restore)(?:\b.*)?$|^(?:緩和|復旧|解決|対応|暫定対応|応急)|^(?:løsning|gjenoppretting|utbedring|retting)|^(?:修复|解决|恢复|解决方案|处理)/,
  ],
  [
    'trigger',
    /^(?:trigger|context|background|lead[- ]?up|leadup|warning leadup|pre-?incident|setting|environment|what changed|introduction|intro)(?:\b.*)?$|^(?:きっかけ|背景|前提)|^(?:utløsende|bakgrunn|kontekst)|^(?:背景|触发)/,
  ],
  [
    'response',
    /^(?:incident )?(?:response|escalation|communication|communications|investigation|troubleshooting|debugging|how we responded)(?:\b.*)?$|^(?:エスカレーション|調査)|^(?:respons|håndtering)|^(?:排查|调查)/,
  ],
  [
    'summary',
    /^(?:executive |incident |issue |brief |high[- ]level |short |post-?mortem |problem |event )*(?:summary(?: of .*)?|overview|abstract|tl;?dr|at a glance|synopsis|(?:outage |incident |event )?description(?: of .*)?|in short|problem statement|the (?:problem|issue|incident)|what happened|incident|problem|issue)(?: ?[:(].*)?$|^(?:サマリー|概要|要約|インシデント概要)|^(?:sammendrag|oppsummering|kort fortalt|hva skjedde)|^(?:概述|摘要|总结|概要|事件概述|问题描述|现象)/,
  ],
  [
    'people',
    /^(?:attendees|participants|authors?|responders?|people|people involved|roles|team|on[- ]call|acknowledge?ments?|thanks|credits)(?: .{0,30})?$|^(?:担当|参加者|作成者)|^(?:deltakere|forfatter)|^(?:参与人|作者)/,
  ],
  ['severity', /^(?:severity|priority)\b|^重大度|^alvorlighet|^(?:严重|级别)/],
  [
    'references',
    /^(?:references?|links?|supporting (?:information|material|documents?)|appendix|appendices|evidence|related(?: .{0,30})?|further reading|resources|glossary|see also|external links|raw logs?|logs|graphs|screenshots|definitions|footnotes|notes)(?:\b.*)?$|^(?:参考|関連)|^(?:referanser|lenker|vedlegg)|^(?:参考|链接|附录)/,
  ],
  [
    'facts',
    /^(?:stats|statistics|metadata|details|incident details|key facts|facts|basic info(?:rmation)?|general(?: information)?|info|information|key (?:data|metrics|information))$|^(?:基本情報|インシデント情報)|^(?:fakta|nøkkelinfo)|^(?:基本信息|信息)/,
  ],
]
