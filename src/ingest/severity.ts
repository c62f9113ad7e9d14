/** Maps the severity a document gives onto the scale SEV1 to SEV4, and keeps it as written. */
import { withoutEdges } from './edges.ts'
import { plain } from './blocks/inline.ts'
import type { Fields } from './metadata/fields.ts'

export interface WrittenSeverity {
  /** `SEV1` to `SEV4`; null where the words fit no scale. */
  readonly severity: string | null
  readonly asWritten: string
  /** 0 to 1: how surely the mapping is what the author meant. */
  readonly sureness: number
}

const NUMBERED = /\b(?:sev(?:erity)?|s|p|prio(?:rity)?|tier|level)[-_ ]?([0-5])\b/i
const BARE = /^\W*([1-5])(?:\s*(?:\/\s*[45]|[-–—:(]|$))/

/** Words of usual scales, in the order of the levels. Tried from the top; negations and tails are cut off before. */
const WORDS: readonly (readonly [string, RegExp])[] = [
  [
    'SEV1',
    /\b(?:critical|catastrophic|emergency|blocker|highest|complete(?: or major)? outage|total outage|full outage|(?:fully|completely|all .{0,20}) (?:down|unavailable)|down|kritisk)\b|致命|緊急|重大(?!度)|严重|紧急/i,
  ],
  [
    'SEV2',
    /\b(?:high|major|severe|serious|urgent|partial outage|disrupted|høy|alvorlig|stor)\b|高|主要|较高/i,
  ],
  [
    'SEV3',
    /\b(?:medium|moderate|partial(?:ly)?(?: degradation)?|degraded|degradation|normal|middels|moderat)\b|中/i,
  ],
  [
    'SEV4',
    /\b(?:low(?:est)?|minor|notice|minimal|trivial|negligible|cosmetic|near[- ]miss|informational|info|none|lav|liten)\b|低|軽微|轻微/i,
  ],
]

/** The severity field nearest to the top, or null when the document has none that is filled in. */
export function severityOf(fields: Fields): WrittenSeverity | null {
  const candidates = fields.all.filter((field) => field.name === 'severity')
  for (const field of [...candidates].sort((a, b) => Number(b.top) - Number(a.top))) {
    const asWritten = plain(field.values[0] ?? '').slice(0, 200)
    if (asWritten === '' || isUnfilled(asWritten)) continue
    const mapped = mapSeverity(asWritten)
    if (mapped.severity === null && CLASSIFIED.test(field.key)) continue
    return { ...mapped, asWritten }
  }
  return null
}

/** Keys that name a severity only where the value is one: `Classification: Critical`. */
const CLASSIFIED = /class|rating/

const LEVEL = '(?:SEV[- ]?[0-5]|[PS][0-4]|[Pp]riority [1-4])'
const TOLD = [
  new RegExp(`\\b(${LEVEL})(?= (?:(?:was|is) )?(?:incident|outage|declared)\\b)`),
  new RegExp(
    `\\b(?:[Dd]eclared|[Cc]lassified|[Cc]ounted|[Rr]ated|[Tt]reated|[Rr]aised|[Uu]pgraded)\\b[^.!?\\n]{0,30}?\\b(${LEVEL})\\b(?! (?:support |AWS )?(?:ticket|case))`,
  ),
]
const LEADING =
  /^\W*((?:critical|high|medium|moderate|low|major|minor|severe)|sev[- ]?[0-5]|p[0-4])\s*(?:[-–—:(（]|$)/i

/** A severity told in running text (`a SEV-3 incident`, `P1 declared`), or that opens what is said of the impact. */
export function severityTold(impact: string | null, texts: readonly string[]): WrittenSeverity | null {
  const leading = LEADING.exec(plain((impact ?? '').slice(0, 80)))?.[1]
  const told = texts.flatMap((text) =>
    TOLD.flatMap((pattern) => pattern.exec(text.slice(0, 4_000))?.[1] ?? []),
  )
  const asWritten = leading ?? told[0]
  if (asWritten === undefined) return null
  const { severity, sureness } = mapSeverity(asWritten)
  return { severity, sureness: Math.min(sureness, 0.8), asWritten }
}

const UNFILLED =
  /^(?:n\/?a|tb[ad]|todo|unknown|x+|none|sev-?[xn]|critical ?[/|] ?(?:high|major).*|high ?[/|] ?medium.*|low ?[/|].*)$/i

/** `TBD`, `-`, `???`, `Critical / High / Medium`: still to be chosen. */
function isUnfilled(text: string): boolean {
  const words = withoutEdges(text, /\W/)
  return words === '' ? /[?-]/.test(text) : UNFILLED.test(words) || /^\W*low ?[/|]\W*$/i.test(text)
}

/** `SEV-4 (near-miss)` gives SEV4, `P1` SEV1, `Critical` SEV1, `moderate` SEV3. A number goes before words. */
export function mapSeverity(written: string): { severity: string | null; sureness: number } {
  const number = NUMBERED.exec(written)?.[1] ?? BARE.exec(written)?.[1]
  if (number !== undefined) {
    const level = Math.min(4, Math.max(1, Number(number)))
    return { severity: `SEV${level}`, sureness: Number(number) === level ? 0.95 : 0.7 }
  }
  const [head = written] = written.split(/\s[-–—]\s|[(（:,;/]/)
  for (const [text, sureness] of [
    [head, 0.9],
    [written, 0.7],
  ] as const) {
    const found = WORDS.find(([, pattern]) => pattern.test(text))
    if (found !== undefined) return { severity: found[0], sureness }
  }
  return { severity: null, sureness: 0.5 }
}
