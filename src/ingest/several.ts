/** Recognises a file that holds many incidents, one below each dated heading, and cuts it into them. */
import type { BlockTree } from './blocks/block.ts'
import { textBetween } from './sections/draft-sections.ts'
import type { Section } from './sections/section.ts'
import { passagesOf } from './sections/passage.ts'
import { withSubsections } from './sections/section.ts'

export interface IncidentPart {
  readonly text: string
  /** Line of the part's heading in the file. */
  readonly line: number
  readonly endLine: number
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const DATED = new RegExp(
  `\\b(?:19|20)\\d{2} ?[-/.] ?\\d{1,2} ?[-/.] ?\\d{1,2}\\b|\\b\\d{1,2} ?[-/.] ?\\d{1,2} ?[-/.] ?(?:19|20)\\d{2}\\b|\\b(?:19|20)\\d{2}[01]\\d[0-3]\\d\\b|\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d{2}\\b|\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH},? (?:19|20)\\d{2}\\b|(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日`,
  'i',
)
const REPORT_PARTS = new Set([
  'timeline',
  'causes',
  'impact',
  'actions',
  'resolution',
  'detection',
  'lessons',
  'summary',
  'wentWell',
  'wentWrong',
])

/** The incidents of a file that holds two or more reports under dated headings of one level; else none. */
export function incidentParts(tree: BlockTree, sections: readonly Section[]): IncidentPart[] {
  const byLevel = new Map<number, Section[]>()
  for (const section of sections) {
    if (!isDatedHeading(section) || insideReport(sections, section)) continue
    const peers = byLevel.get(section.level)
    if (peers === undefined) byLevel.set(section.level, [section])
    else peers.push(section)
  }
  for (const [level, dated] of [...byLevel].sort(([a], [b]) => a - b)) {
    const days = new Set(dated.map((section) => DATED.exec(section.heading?.text ?? '')?.[0]))
    if (dated.length < 2 || days.size < dated.length * 0.6) continue
    const told = dated.filter((section) => partsTold(sections, section) >= 2)
    const full = told.length >= 2 && told.length >= dated.length * 0.6
    const parts = full ? told : briefReports(sections, dated, level)
    if (parts.length > 0) {
      return parts.map((section) => ({
        text: textBetween(tree, section.line, section.treeEndLine),
        line: section.line,
        endLine: section.treeEndLine,
      }))
    }
  }
  return []
}

/** Three or more dated and titled accounts in prose, where no section at their level tells of a single incident. */
function briefReports(
  sections: readonly Section[],
  dated: readonly Section[],
  level: number,
): readonly Section[] {
  const titled = dated.filter((section) => {
    const words = (section.heading?.text ?? '').replace(DATED, '').match(/\p{L}{3,}/gu) ?? []
    return words.length >= 2 && section.treeEndLine - section.line >= 2 && hasProse(section)
  })
  const single = sections.some(
    (section) =>
      section.name !== null &&
      section.level <= level &&
      section.level > 1 &&
      REPORT_PARTS.has(section.name) &&
      !dated.includes(section),
  )
  return titled.length >= 3 && titled.length >= dated.length * 0.6 && !single ? titled : []
}

function hasProse(section: Section): boolean {
  return section.blocks.some(
    (block) => block.kind === 'paragraph' || block.kind === 'list' || block.kind === 'table',
  )
}

function isDatedHeading(section: Section): boolean {
  return section.heading !== null && section.heading.style !== 'bold' && DATED.test(section.heading.text)
}

/** Whether an enclosing section below the title tells a part of one report, as a timeline with dated headings does. */
function insideReport(sections: readonly Section[], section: Section): boolean {
  for (let parent = section.parent, steps = 0; parent !== null && steps < 8; steps += 1) {
    const above = sections[parent] as Section
    if (above.level > 1 && above.name !== null && above.name !== 'summary') return true
    parent = above.parent
  }
  return section.name !== null && section.name !== 'summary'
}

/** How many different things that reports tell stand below a heading. */
function partsTold(sections: readonly Section[], section: Section): number {
  const below = withSubsections(sections, section)
  const shifted = below.map((each, index) => ({ ...each, index, parent: null }))
  const names = passagesOf(shifted, shifted[0] ?? null).map((passage) => passage.name)
  return new Set(names.filter((name) => REPORT_PARTS.has(name))).size
}
