/** Tells the phase of a timeline event by its wording, in English, Japanese, Chinese and Norwegian; `context` when the words do not say. */
import type { Phase } from '../../domain/vocabulary.ts'

/** Tried in order: the first pattern that the beginning of the text fits decides. */
const PHASES: readonly (readonly [Phase, RegExp])[] = [
  [
    'recovery',
    /\b(?:recover(?:y|ed|s|ing)?|resolved|restored|mitigated|all[- ]clear|back (?:to normal|up|online|in service)|returns? to normal|returned to normal|healthy again|service is (?:up|healthy)|incident (?:is )?(?:closed|over|ended|resolved)|outage (?:ends?|ended|over)|errors? (?:stop|stopped|subside|cease)|confirmed (?:fixed|working|resolved)|fully (?:operational|recovered|restored)|fix (?:is )?(?:confirmed|verified|working|live|effective)|unblocked|end of (?:the )?(?:incident|outage|impact)|impact (?:ends?|ended))\b|復旧|回復|解消|収束|恢复|已恢复|解决|gjenopprettet|løst|tilbake til normal|friskmeldt|oppe igjen/iu,
  ],
  [
    'alarm',
    /\b(?:alert(?:s|ed|ing)?|alarms?|paged?|pages|pager ?duty|pingdom|icinga|alertmanager|opsgenie|monitor(?:ing)? (?:fires|fired|triggered|alert\w*|detect\w*)|sentry|stackdriver|uptime ?robot|nagios|PROBLEM|\[no data\]|\[alerting\]|notification (?:fires|fired)|high priority alarm|warning (?:starts )?fir(?:es|ing)|health ?check (?:fails|failed|failing))\b|アラート|警報|監視.{0,10}(?:検|通知)|告警|报警|alarm|varsel/iu,
  ],
  [
    'detection',
    /\b(?:first (?:report|notice|mention|detect|sign)\w*|detect(?:s|ed|ion)?|notice[sd]?|noticing|report(?:s|ed)?(?: (?:by|from|that|of|on|in|issue|problem))|user reports?|users? (?:begin|began|start|started) (?:to )?report|customers? (?:report|reach|complain|contact)\w*|reports? (?:come|came|coming|start|started|begin)|complain\w*|discover(?:s|ed|y)?|spotted|became aware|was made aware|raised (?:by|in)|observed|incident (?:was )?(?:declared|opened|raised|created)|asked (?:in|about|why))\b|検知|発見|ユーザー.{0,12}(?:報告|指摘)|に気づ|发现|反馈|oppdag\w*|meld(?:te|t|er|ing)|rapporter(?:t|te)|varslet/iu,
  ],
  [
    'alarm',
    /\b(?:outage|incident|impact|disruption|downtime|degradation|errors?|failures?|5\d\d s?)\s(?:begins?|began|starts?|started|spike|spiking|increase|increasing)\b|\b(?:starts?|started|begins?|began) (?:to )?(?:fail|failing|return|returning|crash|crashing|time|timing|serving errors|degrad\w*)\b|\b(?:goes|went|is|were|was) (?:down|offline|unavailable|unreachable|hard down)\b|\bfault occurs?\b|\bexpires?\b|\b(?:drops?|dropped|falls?|fell) to (?:zero|0)|reach(?:es|ed) 0\s?%|発生|障害|開始.{0,6}エラー|故障|中断|feil(?:et|er)?\b|gikk ned|nede\b/iu,
  ],
  [
    'response',
    /\b(?:investigat\w*|roll(?:s|ed|ing)?[ -]?back|rollback|revert\w*|restart\w*|deploy(?:s|ed|ing)?|redeploy\w*|hot-?fix\w*|fix(?:es|ed|ing)?|patch(?:es|ed|ing)?|merg(?:e|es|ed|ing)|escalat\w*|scal(?:e|es|ed|ing)|disabl\w*|enabl\w*|block(?:s|ed|ing)?|delet\w*|remov\w*|clean(?:s|ed|ing)?|creat\w*|increas\w*|reboot\w*|kill\w*|identif\w*|determin\w*|diagnos\w*|found|finds|figure[sd]?|realiz\w*|realis\w*|suspect\w*|debug\w*|check(?:s|ed|ing)?|try|tries|tried|trying|attempt\w*|decid\w*|agree[sd]?|call(?:s|ed)?|join(?:s|ed)?|ask(?:s|ed|ing)?|notif\w*|announc\w*|post(?:s|ed)?|open(?:s|ed)?|start(?:s|ed)? (?:to |look|work|trouble)|look(?:s|ed|ing)? (?:at|into)|work(?:s|ed|ing)? on|switch\w*|migrat\w*|updat\w*|upgrad\w*|drain\w*|depool\w*|repool\w*|appl(?:y|ies|ied)|run(?:s|ning)?|ran|contact\w*|respon[ds]\w*|acknowledg\w*|mitigat\w*|quarantin\w*|rotat\w*|revok\w*|confirm\w*|verif\w*|edit(?:s|ed)?|push(?:es|ed)?|stop(?:s|ped)?|set(?:s|ting)?|add(?:s|ed)?|chang(?:e|es|ed))\b|対応|調査|修正|再起動|ロールバック|適用|実装|特定|切り分け|緩和|デプロイ|確認|修复|排查|重启|回滚|处理|定位|部署|undersøk\w*|feilsøk\w*|rull(?:et|er)|restart\w*|rett(?:et|er)|deploy\w*|slett\w*|start(?:et|er) (?:på nytt|feilsøking)/iu,
  ],
]

const JUDGED = 240

/** The phase that the wording of an event tells. */
export function phaseOf(text: string): Phase {
  const beginning = text.slice(0, JUDGED)
  for (const [phase, pattern] of PHASES) if (pattern.test(beginning)) return phase
  return 'context'
}
