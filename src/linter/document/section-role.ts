/** What part of a postmortem a heading opens; rules ask for it before they speak. */

import type { Block } from './block.ts'

export type SectionRole =
  | 'summary'
  | 'impact'
  | 'timeline'
  | 'causes'
  | 'detection'
  | 'resolution'
  | 'went-well'
  | 'went-wrong'
  | 'lucky'
  | 'lessons'
  | 'actions'
  | 'people'
  | 'reference'
  | 'template'
  | 'other'

/** Tried in order, the most telling first: “what went wrong and action items” is about actions. */
const ROLES: readonly (readonly [SectionRole, RegExp])[] = [
  ['template', /\b(?:template|instructions?|how to (?:use|fill))\b/],
  [
    'actions',
    /\b(?:actions?|actionables?|aksjonspunkter|follow[ -]?ups?|to[ -]?dos?|next steps?|remediations?|corrective|preventati?ve|prevention|recommendations?|improvements?|(?:counter-?)?measures|future work|tasks?|backlog check|going forward)\b/,
  ],
  ['timeline', /\b(?:time ?line|chronology|sequence of events|events log|log of events)\b/],
  ['went-well', /\bwent (?:well|right|good)|\bworked well|\bwhat worked\b/],
  [
    'went-wrong',
    /\bwent (?:wrong|poorly|badly|less well)|\bdid(?: not|n't) (?:go|work)|\bgo(?:ne)? better|\bbe(?:en)? improved|\bdidn.t\b/,
  ],
  ['lucky', /\bluck(?:y|ily)?\b|\bfortunate/],
  [
    'causes',
    /\bcauses?\b|\bcontribut|\bfive whys?\b|\b5[ -]?whys?\b|\bwhy(?:s|'s)?\b|\broot\b|\bfactors?\b|\banalysis\b|\btrigger\b|\brca\b|\bfault\b/,
  ],
  [
    'lessons',
    /\blessons?\b|\blearn(?:ed|t|ing|ings)\b|\btakeaways?\b|\bconclusions?\b|\breflections?\b|\bsurpris/,
  ],
  ['detection', /\bdetect|\balert|\bmonitor|\bhow (?:did )?we f(?:ind|ound) out/],
  ['impact', /\bimpact|\baffected\b|\bscope\b|\bcustomers?\b|\bdamage\b|\bsymptoms?\b/],
  [
    'people',
    /\b(?:responders?|participants?|att?endees?|authors?|people|contributors?|roles|acknowledge?ments?|credits?|thanks)\b/,
  ],
  ['resolution', /\bresol|\brecover|\bmitigat|\bresponse|\bfix\b|\bfixes\b|\brepair/],
  [
    'reference',
    /\b(?:references?|links?|resources|appendix|glossary|definitions?|supporting|metadata|raw logs?|evidence)\b/,
  ],
  [
    'summary',
    /\b(?:summary|overview|abstract|tl;?dr|what happened|description|background|synopsis|introduction|incident|status)\b/,
  ],
]

/** The role a heading's words give, or null when they give none: then the section keeps the role of the one around it. */
export function roleOfHeading(heading: string): SectionRole | null {
  const words = heading.toLowerCase().replaceAll('_', ' ').replaceAll('’', "'").slice(0, 200)
  const role = ROLES.find(([, pattern]) => pattern.test(words))?.[0] ?? null
  // What is done is an account, no list of actions to come.
  return role === 'actions' && /✅|\b(?:done|completed|taken)\b/.test(words) ? 'resolution' : role
}

/** The roles of headings seen so far, by depth. */
export interface Outline {
  readonly roles: readonly {
    readonly depth: number
    readonly role: SectionRole | null
    /** Whether the heading is a time or date, to which all below it is tied. */
    readonly isTimed: boolean
  }[]
}

export const START: Outline = { roles: [] }

const OPENS_WITH_TIME = /^\W*(?:\d{1,2}:\d{2}|\d{4}-\d{2}-\d{2}|t[+-]\d)/i

/** The outline after a heading: those as deep or deeper are closed. */
export function openSection(outline: Outline, depth: number, heading: string): Outline {
  const kept = outline.roles.filter((one) => one.depth < depth)
  const role = depth === 1 && kept.length === 0 ? titleRole(heading) : roleOfHeading(heading)
  return { roles: [...kept, { depth, role, isTimed: OPENS_WITH_TIME.test(heading) }] }
}

/** Bold words alone on their line, or a list item's bold key: “**Impact**: …”, “- **Review actions**:”. */
const LABEL = /^(?:\*\*|__)([^*_\n]{3,60}?):?(?:\*\*|__)(:?)[ \t]*(?=(\S?))/

/** Depths below any heading's: first bold lines, then list items by their own depth. */
const LABEL_DEPTH = 7

/** The outline in force for a block: what a heading, a bold line or an item's bold key opens, and what ends where it stands. */
export function outlineAt(outline: Outline, block: Block, source: string): Outline {
  if (block.isQuote || block.cell !== null) return outline
  if (block.kind === 'heading') return openSection(outline, block.depth, block.text)
  const depth = block.item === null ? LABEL_DEPTH : LABEL_DEPTH + 1 + block.item.depth
  const kept = block.item === null ? depth + 1 : depth
  const open = outline.roles.some((one) => one.depth >= kept) ? closeFrom(outline, kept) : outline
  const [, label = '', colon = '', rest = ''] = LABEL.exec(source.slice(block.start, block.start + 80)) ?? []
  const isLabel = label !== '' && (block.item === null ? rest === '' : colon === ':' || rest === '')
  if (!isLabel || roleOfHeading(label) === null || label.split(' ').length > 5) return open
  return openSection(open, depth, label)
}

const closeFrom = (outline: Outline, depth: number): Outline => ({
  roles: outline.roles.filter((one) => one.depth < depth),
})

/** A title names the incident; only the barest title is a section. */
function titleRole(heading: string): SectionRole | null {
  return heading.trim().split(/\s+/).length <= 3 ? roleOfHeading(heading) : null
}

/** Whether the nearest heading is a time. */
export function isTimedIn(outline: Outline): boolean {
  return outline.roles.at(-1)?.isTimed ?? false
}

/** The role in force: the nearest heading's that has one. */
export function roleIn(outline: Outline): SectionRole {
  return outline.roles.findLast((one) => one.role !== null)?.role ?? 'other'
}
