/** Tells a notice of planned work from an incident. */

const PLANNED_TITLE =
  /\b(?:maintenance|upgrade|upgrading|migration|migrating|migrate|planned|scheduled|update of|(?:version|security|kernel|jenkins|core|lts|plugins?|system) updates?|update (?!cent)[^\n]{0,60}\b(?:to|for|clusters?|credentials?)|decommission\w*|deployment of|installation of|removal of|removing|operation (?:on|window)|reindex\w*|reset|restart (?:of )?\w|deprecat\w+|brownout|renewal|rotation|retirement|shutdown of|end of life|move to|moving to|switch to|preparation|reboot of|replacement of|rollout|patching)\b|メンテナンス|計画停止|vedlikehold|planlagt|维护|升级/i
const INCIDENT_TITLE =
  /\b(?:outage|down(?!grade|load)|incident|failure|failing|fail(?:s|ed)?|degraded?|degradation|disruption|disrupted|unavailab\w+|unreachable|broken|errors?|issues?|problems?|not (?:updated|working|available|responding)|slow(?:ness)?|latency|leak\w*|expired|crash\w*|lost|missing|postmortem|post-mortem|emergency|unexpected|stuck|overload\w*|timeouts?|blocked|corrupt\w*|interruption|delayed|exhaust\w*|breach|vulnerab\w+|unable)\b|障害|nedetid|feil|故障/i
const PLANNED_BODY =
  /\b(?:(?:a|the|this|our|next|new) (?:maintenance|upgrade|migration|operation)|maintenance (?:window|is|was|has|will|operation|period|on)|(?:is|was|are|were|has been|have been) (?:planned|scheduled)|will be (?:upgraded|updated|migrated|restarted|stopped|unavailable|down|performed|applied|moved|rebooted|offline|interrupted|switched|replaced|done|shut|deleted|installed|in maintenance|impacted|closed)|we (?:will|plan to|are going to|'ll|are planning to|plan on)|we are (?:migrating|upgrading|updating|performing|going to)|planned (?:for|on|maintenance|operation|outage|downtime)|scheduled (?:for|on|maintenance|operation|outage|downtime)|(?:will|may|might|could|should) (?:be|have|experience|occur|take|last|see)|in order to (?:upgrade|migrate|install|update|apply)|expect(?:ed)? (?:downtime|outage|impact|some|no)|no (?:outage|impact|downtime|interruption) (?:is |are )?(?:expected|planned)|upgrad(?:e|ed|ing) (?:of|to|from)|closing maintenance|expect(?:ing)? an? (?:outage|downtime|interruption)|so that (?:it|they|we) can|the operation|starting at|operation (?:is|was|has|finished)|start(?:ing)? (?:of )?(?:the )?maintenance|in progress maintenance)\b/gi
const INCIDENT_BODY =
  /\b(?:we (?:are|have been|were) (?:investigating|experiencing|aware|currently (?:analy[sz]ing|investigating))|investigat\w+|is (?:currently )?(?:down|unavailable|unreachable|broken|failing|not (?:working|responding|available|updated|accessible))|(?:was|were|are|went|has been|have been) (?:down|unavailable|unreachable|broken|failing|offline|lost|inaccessible|not (?:working|available|updated))|outage (?:was|is|has|of|started|caused)|root cause|caused by|because of|due to|reported (?:by|an?|that|as)|users? (?:are|were|reported)|restored|mitigat\w+|unexpected(?:ly)?|errors?|fail(?:ed|ing|ure|s)?|crash\w*|http ?[/ ]?5\d\d|post-?mortem|incident|problem|issue (?:with|was|is|has)|degraded|unable to|noticed|outage)\b/gi

/** Told as what is still to come; where nothing tells of trouble, the notice is of planned work whatever its title. */
const ANNOUNCED =
  /\bwill be (?:down|unavailable|offline|interrupted|restarted|stopped|upgraded|updated|migrated|in maintenance)\b|\b(?:is|are) (?:planned|scheduled) (?:for|on)\b/i

const NOTICE = /^(?:notice|maintenance|planned|scheduled|info(?:rmational)?|none)\b/
/** `issues.example.org` says nothing of an issue. */
const HOST = /[a-z0-9-]+(?:\.[a-z0-9-]+){1,6}/gi
const MAINTENANCE = /\b(?:maintenance|planned|scheduled)\b|メンテナンス|vedlikehold|维护/i

/** A title is told by its first words. */
const LONGEST_TITLE = 500

export interface PlannedWorkSignals {
  readonly title: string
  /** The last part of the path. */
  readonly stem: string
  readonly text: string
  /** A severity that a status page gives, in lower case; null without one. */
  readonly severity: string | null
}

/**
 * Log-odds that a notice announces planned work rather than an incident: above 0 it does. The weights are
 * hand-set from notices of both kinds; the title weighs most since it is what the writer calls the thing.
 */
export function plannedWorkScore(signals: PlannedWorkSignals): number {
  const stem = signals.stem.slice(0, LONGEST_TITLE).replaceAll(/[-_.]+/g, ' ')
  let score = -1
  const title = signals.title.slice(0, LONGEST_TITLE).replaceAll(HOST, ' ')
  const announced = PLANNED_TITLE.test(title)
  const noticed = signals.severity !== null && NOTICE.test(signals.severity)
  if (announced) score += MAINTENANCE.test(title) ? 3 : 2
  else if (PLANNED_TITLE.test(stem)) score += 1.5
  else if (!noticed) score -= 1.5
  if (INCIDENT_TITLE.test(title)) score -= 1.5
  if (INCIDENT_TITLE.test(stem)) score -= 0.5
  const sample = signals.text.slice(0, 6_000)
  score += Math.min(3, (sample.match(PLANNED_BODY)?.length ?? 0) * 0.6)
  const incident = sample.match(INCIDENT_BODY)?.length ?? 0
  score -= Math.min(3, incident * 0.5)
  if (incident === 0 && ANNOUNCED.test(sample)) score += 5
  if (signals.severity !== null) {
    if (noticed) score += 1.5
    else if (/^(?:down|critical|major|sev|outage)\b/.test(signals.severity)) score -= 1
  }
  return score
}
