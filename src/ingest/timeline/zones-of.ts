/** Which zone the times of a document are in, and how that is known: line, column, timeline, document, option, or assumed. */
import type { ZoneBasis } from '../draft.ts'
import type { BlockTree } from '../blocks/block.ts'
import { plain } from '../blocks/inline.ts'
import type { Section } from '../sections/section.ts'
import { readZone } from '../time/zone-names.ts'
import type { Zone } from '../time/zone-offset.ts'
import { declaredIn, zoneIn } from './declared-zone.ts'
import type { FoundEntry } from './found-entry.ts'

export interface DocumentZone {
  readonly zone: Zone
  readonly basis: ZoneBasis
  /** Zones that the text names for its times, the declared one first. */
  readonly named: readonly Zone[]
}

const CLOCK_WITH_ZONE =
  /\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]\.?m\.?)?(Z\b|[\s(（]{1,2}(?=[A-Zu+-]))?/giu
const BARE_LINE = 300
const SHARE = 0.2

/** What a section heading or the first words of a timeline declare. */
function declaredByTimeline(sections: readonly Section[], timeline: ReadonlySet<number>): Zone | null {
  for (const section of sections) {
    if (!timeline.has(section.index)) continue
    const inHeading = section.heading === null ? null : zoneIn(section.heading.text)
    if (inHeading !== null) return inHeading
    for (const block of section.blocks) {
      if (block.kind !== 'paragraph' || block.lines.length > 4) continue
      const text = plain(block.lines.map((line) => line.text).join(' '))
      const declared = declaredIn(text) ?? (text.length < 60 && !/\d/.test(text) ? zoneIn(text) : null)
      if (declared !== null) return declared
    }
  }
  return null
}

function declaredByDocument(tree: BlockTree): Zone | null {
  let inCode = false
  for (const { text } of tree.lines) {
    if (/^\s*(?:```|~~~)/.test(text)) inCode = !inCode
    if (inCode || text.length > BARE_LINE * 4) continue
    const declared = declaredIn(plain(text))
    if (declared !== null) return declared
  }
  return null
}

interface Count {
  readonly zones: Map<Zone, number>
  clocks: number
}

/** Zones written right after times anywhere in the text, with how often each is. */
function countZones(text: string): Count {
  const count: Count = { zones: new Map(), clocks: 0 }
  for (const match of text.matchAll(CLOCK_WITH_ZONE)) {
    count.clocks += 1
    const end = match.index + match[0].length
    const mark = match[1]
    const zone = mark === undefined ? null : /^z/i.test(mark) ? 'UTC' : (readZone(text, end)?.zone ?? null)
    if (zone !== null) count.zones.set(zone, (count.zones.get(zone) ?? 0) + 1)
  }
  return count
}

function byFrequency(zones: ReadonlyMap<Zone, number>): Zone[] {
  return [...zones].sort((a, b) => b[1] - a[1]).map(([zone]) => zone)
}

/** The zone of the lines that name none. */
export function documentZone(
  tree: BlockTree,
  sections: readonly Section[],
  timeline: ReadonlySet<number>,
  entries: readonly FoundEntry[],
  option: Zone | null,
): DocumentZone {
  const count = countZones(tree.text)
  const onLines = byFrequency(count.zones)
  const column = entries.find((entry) => entry.zone !== null)?.zone ?? null
  const declared = declaredByTimeline(sections, timeline) ?? column ?? declaredByDocument(tree)
  if (declared !== null) {
    return {
      zone: declared,
      basis: 'document',
      named: [declared, ...onLines.filter((zone) => zone !== declared)],
    }
  }
  const stamped = new Map<Zone, number>()
  let clocked = 0
  for (const { head } of entries) {
    if (head.stamp.from.clock === null) continue
    clocked += 1
    const { zone } = head.stamp.from
    if (zone !== null) stamped.set(zone, (stamped.get(zone) ?? 0) + 1)
  }
  const [commonest] = byFrequency(stamped)
  if (commonest !== undefined && (stamped.get(commonest) ?? 0) >= clocked * SHARE) {
    return { zone: commonest, basis: 'stated', named: onLines }
  }
  const [anywhere] = onLines
  const uses = anywhere === undefined ? 0 : (count.zones.get(anywhere) ?? 0)
  if (anywhere !== undefined && (clocked === 0 || uses >= Math.min(count.clocks, 40) * SHARE)) {
    return { zone: anywhere, basis: 'stated', named: onLines }
  }
  if (option !== null) return { zone: option, basis: 'option', named: onLines }
  return { zone: 'UTC', basis: 'assumed', named: onLines }
}
