/** Decides which of the gathered entries are the document's timeline. */
import type { SectionName } from '../sections/names.ts'
import { withSubsections, type Section } from '../sections/section.ts'
import type { StampHints } from '../time/stamp.ts'
import { readHead } from './entry-head.ts'
import { isDateOnly, type FoundEntry, type Run } from './found-entry.ts'

/** Sections whose timed lines are never the timeline. */
const OTHER = new Set<SectionName>([
  'actions',
  'lessons',
  'wentWell',
  'wentWrong',
  'lucky',
  'tried',
  'recurrence',
  'people',
  'references',
  'severity',
])

/** Sections that give times for amounts ("10:00–10:30: 5 % errors"); only a long run of them tells a story. */
const AMOUNTS = new Set<SectionName>(['impact', 'detection', 'causes'])

/** Positions of the sections that are the timeline or hang under it, dated sections at the same level included. */
export function timelineSections(sections: readonly Section[], hints: StampHints): Set<number> {
  const chosen = new Set<number>()
  for (const section of sections) {
    if (section.name !== 'timeline' || chosen.has(section.index)) continue
    const members = withSubsections(sections, section)
    for (const member of members) chosen.add(member.index)
    const next = (members.at(-1)?.index ?? section.index) + 1
    for (const index of datedFollowers(sections, next, section.level, hints)) chosen.add(index)
  }
  for (const section of sections) {
    if (isOther(section)) {
      for (const member of withSubsections(sections, section)) chosen.delete(member.index)
    }
  }
  return chosen
}

/** `## Timeline` followed by `## July 22`, `## July 23`: days of the timeline that were set at its own level. */
function datedFollowers(
  sections: readonly Section[],
  start: number,
  level: number,
  hints: StampHints,
): number[] {
  const followers: number[] = []
  for (let index = start; index < sections.length; index += 1) {
    const section = sections[index] as Section
    const head = section.heading === null ? null : readHead(section.heading.raw, hints)
    if (section.level <= level && (head === null || head.prose || head.text.length > 80)) break
    followers.push(index)
  }
  return followers
}

/** A document's title ("Logs not shipped") says nothing of its sections. */
export function isTitle(section: Section): boolean {
  return section.level === 1 && section.index === 1
}

/** Whether a section is no part of the story: actions, lessons, references and the like. */
export function isOther(section: Section): boolean {
  return section.name !== null && OTHER.has(section.name) && !isTitle(section)
}

function inOtherSection(section: Section, sections: readonly Section[]): boolean {
  for (
    let at: Section | undefined = section;
    at !== undefined;
    at = at.parent === null ? undefined : sections[at.parent]
  ) {
    if (isOther(at)) return true
  }
  return false
}

/** Whether a run outside any section named timeline reads as one on its own. */
function standsAlone(run: Run, sections: readonly Section[], headless: boolean): boolean {
  if (inOtherSection(run.section, sections) || run.shape === 'chat' || run.shape === 'code') return false
  const share = run.timed / Math.max(run.size, 1)
  if (run.shape === 'label') return false
  if (run.shape === 'row') return run.clocked >= 2 || run.timed >= 3
  if (run.shape === 'heading') return run.clocked >= 2 && share >= 0.5
  if (run.prose > run.timed / 2 || run.pointed === run.timed) return false
  if (run.section.name !== null && AMOUNTS.has(run.section.name) && (run.clocked < 3 || share < 0.7))
    return false
  if (run.shape === 'line') return run.clocked >= 3 || (run.complete >= 2 && share >= 0.3)
  if (headless && run.bulleted) return run.timed >= 1
  return run.clocked >= 2 ? share >= 0.4 || run.clocked >= 4 : run.timed >= 3 && share >= 0.7
}

function inTimelinePart(run: Run): boolean {
  return run.inTimeline && run.shape !== 'chat' && run.shape !== 'code'
}

/**
 * The entries of the timeline, in the order of the file. A section named timeline wins; without one every run that
 * reads as a timeline counts; pasted chat or code counts only where the timeline section holds nothing else.
 */
export function selectEntries(found: readonly FoundEntry[], sections: readonly Section[]): FoundEntry[] {
  const headless = sections.every((section) => section.heading === null)
  const named = found.filter((entry) => inTimelinePart(entry.run) && !entry.onlyOpensDay)
  if (named.length > 0) {
    return found.filter((entry) => inTimelinePart(entry.run) || accompanies(entry.run))
  }
  const pasted = found.filter((entry) => entry.run.inTimeline && !entry.onlyOpensDay)
  if (pasted.length > 0) return pasted
  return found.filter((entry) => standsAlone(entry.run, sections, headless) && !isProse(entry))
}

/** "From 15:18 to 15:52 the service was down" at the head of a page is its summary. */
function isProse(entry: FoundEntry): boolean {
  return entry.run.shape === 'line' && entry.head.prose
}

/** Dated items in the same list as the part named timeline ("Context" beside "Key events"). */
function accompanies(run: Run): boolean {
  return run.besideTimeline && run.complete >= 1
}

/**
 * Parts entries from dates that only say which day the entries below them fall on.
 * A date opens a day when what follows it, before the next date of its kind, is timed without a date of its own.
 */
export function opensDay(entry: FoundEntry, next: FoundEntry | undefined): boolean {
  if (entry.onlyOpensDay) return true
  if (!isDateOnly(entry) || !entry.mayOpenDay || next === undefined) return false
  const { date, clock } = next.head.stamp.from
  if (entry.run.shape === 'heading' || entry.run.shape === 'item') {
    const below = next.run !== entry.run && next.line > entry.line && within(entry, next)
    return (
      below &&
      (clock !== null || next.head.stamp.placeholder || next.head.stamp.relative !== null || date !== null)
    )
  }
  return clock !== null && date === null
}

function within(entry: FoundEntry, next: FoundEntry): boolean {
  if (entry.run.shape === 'item') return next.run.shape === 'item' && next.depth > entry.depth
  return next.run.shape !== 'heading' || next.depth > entry.depth
}
