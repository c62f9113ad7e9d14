/** Canonical names of metadata fields and the keys, in four languages, that stand for them. */

export const FIELD_NAMES = [
  'title',
  'date',
  'started',
  'detected',
  'declared',
  'mitigated',
  'recovered',
  'period',
  'duration',
  'severity',
  'services',
  'status',
  'category',
  'zone',
  'supersededBy',
  'people',
  'language',
] as const
export type FieldName = (typeof FIELD_NAMES)[number]

/** The field that a key stands for; `key` is in the form of `headingKey`. */
export function fieldName(key: string): FieldName | null {
  if (key.length > 60) return null
  for (const [name, pattern] of PATTERNS) {
    if (pattern.test(key)) return name
  }
  return null
}

const PATTERNS: readonly (readonly [FieldName, RegExp])[] = [
  ['supersededBy', /^(?:superseded[ _-]?by|replaced[ _-]?by|supersededby|erstattet av|置き換え|被取代)/],
  ['title', /^(?:title|linktitle|name|incident (?:title|name)|タイトル|件名|tittel|标题)$/],
  [
    'severity',
    /^(?:(?:incident |issue |impact |overall )?(?:severity|sev|priority|criticality|urgency)(?:[ _-]?(?:level|rating|class))?(?: \(.*\))?|impact (?:level|rating)|(?:incident )?classification|incident (?:level|class)|重大度|深刻度|影響度|優先度|alvorlighet(?:sgrad)?|kritikalitet|prioritet|严重(?:程度|级别|性)|级别|等级|优先级)$/,
  ],
  [
    'duration',
    /^(?:(?:total |incident |outage |impact |approximate |downtime |overall )*(?:duration|downtime|outage time|impact time|length|length of (?:outage|incident))(?: of (?:the )?(?:incident|outage|impact))?(?: \(.*\))?|time[ _]to[ _](?:resolve|resolution|recover(?:y)?|repair|restore)|ttr|mttr|varighet|nedetid|継続時間|障害時間|所要時間|影響時間|持续时间|影响时长|时长|持续时长)$/,
  ],
  [
    'period',
    /^(?:(?:incident |outage |impact )?(?:period|window|time ?frame|timespan|time(?: of (?:incident|outage|impact))?)|date(?: and|\/| ?& ?) ?time|影響期間|発生期間|障害期間|期間|tidsrom|tidspunkt|影响时间|时间|时间范围)$/,
  ],
  [
    'detected',
    /^(?:(?:first |time |date |incident |issue )*(?:detected|noticed|discovered|reported|identified|alerted|acknowledged)(?: (?:at|on|time|date)| \(.*\))?|(?:detection|discovery|alert|report(?:ed)?) (?:time|date|at)|reported[ _]on|time of detection|検知(?:時刻|日時)?|発見日時|oppdaget|påvist|发现时间|检测时间)$/,
  ],
  ['declared', /^(?:(?:incident )?declared(?: at| on)?|incident opened|opened(?: at)?|宣言|meldt)$/],
  [
    'mitigated',
    /^(?:(?:time |incident )?(?:mitigated|repaired|contained|stabili[sz]ed)(?: (?:at|on|time))?|mitigation(?: (?:time|at|completed))?|緩和(?:日時|時刻)?|缓解时间)$/,
  ],
  [
    'recovered',
    /^(?:(?:time |incident |impact |outage |date |issue |service )*(?:resolved|recovered|restored|ended|ends?|finish(?:ed)?|fixed|closed|completed|till|until|to|stop(?:ped)?)(?:[ _]?(?:at|on|time|date|when))?(?: \(.*\))?|end[ _](?:time|date)(?: ?(?:\/|&|and) ?(?:time|date))?|resolution (?:time|date)|recovery (?:time|at)|resolvedwhen|solution completed|time of (?:recovery|resolution)|復旧(?:日時|時刻)?|解決日時|終了(?:日時|時刻)?|slutt(?:tid(?:spunkt)?)?|løst|恢复时间|解决时间|结束时间)$/,
  ],
  [
    'started',
    /^(?:(?:incident|impact|outage|issue|time|date|fault|problem|first)?[ _-]*(?:start(?:ed|s)?|began|begins|from|occur(?:red|s)|onset|introduced|happened)(?:[ _]?(?:at|on|time|date))?(?: \(.*\))?|start(?:ed)?[ _-]?(?:time|date|at)(?: ?(?:\/|&|and) ?(?:time|date))?|time of (?:incident|occurrence|start)|timestamp(?: \(.*\))?|fault occurs|発生(?:日時|時刻)|開始(?:日時|時刻)?|start(?:tid(?:spunkt)?)|startet|发生时间|开始时间)$/,
  ],
  [
    'date',
    /^(?:(?:incident |event |outage |issue |occurrence )?dates?(?: of (?:the )?(?:incident|outage|occurrence|event))?(?: \(.*\))?|day|when|created|created[ _]at|発生日|日付|日時|dato|日期|发生日期|事故日期)$/,
  ],
  [
    'services',
    /^(?:(?:affected |impacted |impacted\/affected )?(?:services?|systems?|components?|products?|applications?|apps?|application\/process)(?: (?:affected|impacted|involved|name))?(?: \(.*\))?|affected|影響サービス|影響を受けたサービス|対象サービス|関連サービス|berørte? (?:tjenester?|systemer?)|tjenester?|systemer?|影响服务|影响范围|受影响(?:的)?服务|服务|系统)$/,
  ],
  ['status', /^(?:(?:incident |current |document |postmortem )?(?:status|state)|ステータス|状態|状态)$/],
  [
    'category',
    /^(?:category|categories|type|incident type|kind|class|tags?|labels?|分類|カテゴリ|kategori|类型|分类)$/,
  ],
  ['zone', /^(?:time ?zone|timezone|tz|タイムゾーン|tidssone|时区)$/],
  [
    'people',
    /^(?:authors?|owner|owners|attendees|attendance|participants|incident (?:lead|commander|manager)|lead|responders?|reporter|created by|written by|on[- ]call|detected by|contact|facilitator|scribe|who|present|担当(?:者)?|作成者|av|forfatter(?:e)?|deltakere|作者|负责人|发现人|処理者)$/,
  ],
  ['language', /^(?:lang|language|locale)$/],
]
