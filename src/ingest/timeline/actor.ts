/** Finds who acts in a timeline line where the line itself begins with it: a handle, initials, a nick or a role. */

const HANDLE = /^(?:`|\*\*)?(@[\w.-]{2,39})/
const CHAT_NICK = /^<\s?[+@]?([\w.-]{2,30})>/
/** What people do and machines do not; `NAS stops` has no actor. */
const PERSON_ACTS =
  'suggest|see|saw|ask|say|said|note|notice|confirm|post|check|close|merge|deploy|join|investigat|find|found|fix|report|rais|restart|try|tri|look|updat|creat|revert|push|call|messag|repl|open|ran|run|tell|told|send|sent|think|thought|propose|agree|decid|escalat|contact|announc|mention|page|roll|add|set|put|get|got|go|went|declar|realis|realiz|identif|spot|observ|discover|work|apply|appli|remov|delet|clear|move|mov|point|take|took|begin|began|start|wake|woke|review|test|verif|scale|scal|to\\b|and\\b'
const INITIALS = new RegExp(
  `^([A-Z]{2,3}(?:/[A-Z]{2,3}){0,3})(?=\\s+(?:also\\s+|then\\s+)?(?:${PERSON_ACTS})|\\s*:)`,
)
const ROLE =
  /^(?:the\s+)?((?:on-?call(?: engineer| SRE)?|SRE|incident (?:commander|lead|manager)|IC|operator|support(?: team| engineer)?|ops|devops|platform team|security team|infra(?:structure)? team|[\w-]{3,20} team(?: member)?))\b(?=\s+(?:[a-z]|\())/i
const NOT_INITIALS = new Set([
  'API',
  'CPU',
  'CI',
  'CD',
  'DB',
  'DNS',
  'EC',
  'ECS',
  'EKS',
  'GKE',
  'AWS',
  'GCP',
  'HTTP',
  'ID',
  'IP',
  'IT',
  'JVM',
  'K8S',
  'LB',
  'MR',
  'NFS',
  'OK',
  'OS',
  'PR',
  'QA',
  'RAM',
  'RDS',
  'SLO',
  'SSL',
  'TLS',
  'UI',
  'URL',
  'VM',
  'VPN',
  'WAF',
  'UTC',
  'TTL',
  'BGP',
  'CDN',
  'SSO',
  'SDK',
  'MCS',
  'CP',
  'US',
  'EU',
  'UK',
  'PHP',
  'ES',
  'JS',
  'NO',
  'WE',
  'ALL',
  'THE',
  'NEW',
  'TLDR',
  'ETA',
  'IRC',
  'GC',
  'IO',
  'NTP',
  'SQL',
  'SSH',
  'FE',
  'BE',
  'AM',
  'PM',
  'AZ',
  'NAT',
  'ALB',
  'ELB',
  'VPC',
  'BFF',
  'RPC',
  'RAG',
  'ADR',
  'TBA',
  'WIP',
  'FYI',
  'IOPS',
])

/** The actor named at the start of the line, as written (`@nova`, `JP`, `on-call engineer`); null when none is. */
export function actorOf(text: string): string | null {
  const handle = HANDLE.exec(text) ?? CHAT_NICK.exec(text)
  if (handle !== null) return handle[1] ?? null
  const initials = INITIALS.exec(text)?.[1]
  if (initials !== undefined && !initials.split('/').some((each) => NOT_INITIALS.has(each))) return initials
  return ROLE.exec(text)?.[1] ?? null
}
