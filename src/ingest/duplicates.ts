/** Finds documents that tell of the same incident: the same text twice, or two reports of one incident. */
import type { DraftDocument, ReadDocument } from './draft.ts'

export interface DuplicateSource {
  readonly document: ReadDocument
  /** Any digest of the file's bytes; equal digests mean equal files. */
  readonly contentHash: string
}

export interface Duplicate {
  /** The path that stays: of the longer report. */
  readonly path: string
  readonly duplicateOf: string
  readonly reason: 'same_content' | 'same_incident' | 'superseded'
  /** 0 to 1. */
  readonly confidence: number
}

const STOP = new Set(
  'incident report postmortem post mortem on of the a an and in for to at due with from by is was issue outage'.split(
    ' ',
  ),
)

/**
 * Pairs of documents of one import that tell of the same incident; `path` is the one that may be left out.
 * Compares only documents of the same day, so the work stays near linear. Never merges anything by itself.
 */
export function findDuplicates(sources: readonly DuplicateSource[]): Duplicate[] {
  const found: Duplicate[] = []
  const settled = new Set<string>()
  const add = (duplicate: Duplicate) => {
    if (settled.has(duplicate.path) || duplicate.path === duplicate.duplicateOf) return
    settled.add(duplicate.path)
    found.push(duplicate)
  }
  for (const group of groupBy(sources, (each) => [each.contentHash])) {
    const [first, ...others] = group.filter(({ document }) => isWholeFile(document))
    for (const other of first === undefined ? [] : others) {
      const paths = { path: other.document.path, duplicateOf: (first as DuplicateSource).document.path }
      add({ ...paths, reason: 'same_content', confidence: 1 })
    }
  }
  const reports = sources.flatMap(({ document }) => (document.status === 'postmortem' ? [document] : []))
  for (const report of reports) addSuperseded(report, reports, add)
  for (const group of groupBy(reports, daysOf)) compareGroup(group, add)
  return found
}

/** A file that was read, not one that was left out, nor a part of a file. */
function isWholeFile(document: ReadDocument): boolean {
  return document.status !== 'skipped' && !document.path.includes('#')
}

function addSuperseded(
  report: DraftDocument,
  reports: readonly DraftDocument[],
  add: (d: Duplicate) => void,
): void {
  const target = report.supersededBy?.replace(/^[./]+/, '').toLowerCase()
  if (target === undefined || target.length < 3) return
  const stem = target.split('/').at(-1) ?? target
  const by = reports.find(
    (each) =>
      each !== report &&
      (each.path.toLowerCase().endsWith(stem) ||
        each.path.toLowerCase().includes(stem) ||
        each.title.toLowerCase() === target),
  )
  if (by !== undefined)
    add({ path: report.path, duplicateOf: by.path, reason: 'superseded', confidence: 0.95 })
}

/** Groups larger than this are days on which whole archives were dated; comparing all pairs would tell nothing. */
const LARGEST_GROUP = 60

function compareGroup(group: readonly DraftDocument[], add: (d: Duplicate) => void): void {
  if (group.length > LARGEST_GROUP) return
  for (const [i, a] of group.entries()) {
    for (const b of group.slice(i + 1)) {
      const confidence = sameIncident(a, b)
      if (confidence < 0.6) continue
      const [kept, left] = weight(a) >= weight(b) ? [a, b] : [b, a]
      add({ path: left.path, duplicateOf: kept.path, reason: 'same_incident', confidence })
    }
  }
}

/** The likelihood, hand-set, that two reports of one day tell of one incident: like titles, the same minute, the same times. */
function sameIncident(a: DraftDocument, b: DraftDocument): number {
  if (a.path.split('#')[0] === b.path.split('#')[0]) return 0
  const titles = overlap(wordsOf(a.title), wordsOf(b.title))
  const started = a.incident.startedAt !== null && a.incident.startedAt === b.incident.startedAt
  const times = overlap(timesOf(a), timesOf(b))
  return Math.min(0.98, titles * 0.7 + (started ? 0.25 : 0) + times * 0.5)
}

function daysOf(document: DraftDocument): string[] {
  return document.incident.startedOn === null ? [] : [document.incident.startedOn]
}

function wordsOf(title: string): Set<string> {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []
  return new Set(words.filter((word) => !STOP.has(word) && !/^\d+$/.test(word)))
}

function timesOf(document: DraftDocument): Set<string> {
  return new Set(
    document.timeline.flatMap((event) => (event.at === null || event.precision === 'day' ? [] : [event.at])),
  )
}

/** Shared part of two sets (Jaccard); 0 when either is empty. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const each of a) if (b.has(each)) shared += 1
  return shared / (a.size + b.size - shared)
}

function weight(document: DraftDocument): number {
  return (
    document.timeline.length * 2 +
    document.actions.length +
    Object.values(document.sections).filter(Boolean).length
  )
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [item])
      else group.push(item)
    }
  }
  return [...groups.values()].filter((group) => group.length > 1)
}
