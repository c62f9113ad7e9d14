/** Tells the kind of an action from its words: changes of process are told apart, the rest is technical. */
import type { ActionKind } from '../../domain/vocabulary.ts'

/** Tried in this order; the more special first. */
const KINDS: readonly (readonly [ActionKind, RegExp])[] = [
  [
    'training',
    /\b(?:train(?:ing|ings)?|workshop|game ?days?|fire ?drills?|drills?|tabletop|onboarding|educate|teach|knowledge[- ](?:sharing|transfer)|lunch and learn)\b|訓練|研修|勉強会|opplæring|øvelse|培训|演练/i,
  ],
  ['escalation_level', /\bescalat\w+|エスカレーション|eskaler/i],
  [
    'rollback_rule',
    /\b(?:roll(?:ing)?[- ]?back (?:plan|procedure|policy|rule|criteria|process|strategy|path)|revert (?:policy|procedure|criteria)|when to roll back|back-?out plan)\b|ロールバック(?:手順|基準|方針)|回滚(?:策略|流程)/i,
  ],
  [
    'on_call_communication',
    /\b(?:on-?call|pager ?duty|paging|status ?page|communicat\w+|announce\w*|notify (?:users|customers|the team|stakeholders)|incident channel|slack channel|inform (?:users|customers|the team)|stand-?by)\b|連絡|周知|当番|vakt|informere|通知(?:用户|团队)|值班/i,
  ],
  [
    'alert_threshold',
    /\b(?:alert\w*|alarm\w*|monitor\w*|thresholds?|observab\w+|metrics?|dashboards?|grafana|prometheus|pingdom|icinga|nagios|sentry|health ?checks?|synthetic|probe|slo|telemetry|logging)\b|アラート|監視|検知|閾値|メトリクス|ログ|overvåk\w*|varsl(?:e|ing)\w*|alarm|监控|告警|报警/i,
  ],
  [
    'runbook',
    /\b(?:runbooks?|playbooks?|document\w*|docs|wiki|readme|procedure|instructions|how-?to|guide(?:line)?s?|checklists?|faq)\b|手順書?|ドキュメント|ランブック|文書|dokument\w*|rutine|文档|手册/i,
  ],
  [
    'other_process',
    /\b(?:(?:the|a|our|this|review|release|incident|deploy(?:ment)?|approval|handling|change|onboarding|postmortem|post-mortem|follow-up) process|polic(?:y|ies)|review (?:process|all|the)|code review|meeting|schedule a|agree|discuss|decide|retro\w*|post-?mortem|sla|contract|vendor|approval|sign-?off|change management|freeze|standard practice|prioriti[sz]e|ownership|planning)\b|プロセス|運用|ルール|レビュー|prosess|avklare|diskutere|流程|规范|制度/i,
  ],
]

/** The kind that the words suggest; `technical` when none of a process do. */
export function kindOf(text: string): ActionKind {
  const sample = text.slice(0, 400)
  for (const [kind, pattern] of KINDS) if (pattern.test(sample)) return kind
  return 'technical'
}
