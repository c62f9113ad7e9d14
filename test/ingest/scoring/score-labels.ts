/** Compares drafts with the labels made by hand: events, actions, start, and what confidence said of them. */
import type { DraftDocument, ReadDocument } from '../../../src/ingest/draft.ts'
import type { Label, LabelledAction } from './corpus.ts'
import { add, Calibration, share, spoken, type Share } from './measures.ts'

export interface Tally {
  readonly role: Share
  readonly eventRecall: Share
  readonly eventPrecision: Share
  readonly lineRecall: Share
  readonly linePrecision: Share
  readonly actionRecall: Share
  readonly actionPrecision: Share
  readonly status: Share
  readonly owner: Share
  readonly link: Share
  readonly due: Share
  readonly start: Share
  readonly startDay: Share
  readonly severity: Share
  readonly parts: Share
  readonly partStart: Share
}

export function tally(): Tally {
  return {
    role: share(),
    eventRecall: share(),
    eventPrecision: share(),
    lineRecall: share(),
    linePrecision: share(),
    actionRecall: share(),
    actionPrecision: share(),
    status: share(),
    owner: share(),
    link: share(),
    due: share(),
    start: share(),
    startDay: share(),
    severity: share(),
    parts: share(),
    partStart: share(),
  }
}

/** Minutes only: `2024-02-01T09:12:30Z` gives `2024-02-01T09:12Z`. */
function minuteOf(instant: string): string {
  return `${instant.slice(0, 16)}Z`
}

function isDayOnly(value: string | null): boolean {
  return value !== null && value.length === 10
}

/** `postmortem`, `several` or the reason the file was skipped for. */
export function outcome(documents: readonly ReadDocument[]): string {
  const [first] = documents
  return first === undefined ? 'nothing' : (first.reason ?? first.status)
}

/** Scores what was read of one file into the tallies given; `verbose` prints each miss by its line. */
export function scoreLabel(
  label: Label,
  documents: readonly ReadDocument[],
  into: readonly Tally[],
  calibration: Calibration,
  verbose: boolean,
): void {
  const drafts = documents.filter((each): each is DraftDocument => each.status === 'postmortem')
  if (label.reads !== undefined) scoreRole(label.path, label.reads, outcome(documents), into, verbose)
  else if (drafts.length === 0 && verbose) console.log(`  ${label.path}: read as ${outcome(documents)}`)
  if (label.incidents !== undefined) scoreParts(label, drafts, into, verbose)
  if (label.incidents !== undefined && label.timeline === undefined) return
  const draft = together(drafts)
  for (const each of into) {
    scoreEvents(label, draft, each, calibration, verbose)
    scoreActions(label, draft, each, calibration, verbose)
    scoreStart(label, draft, each, calibration, verbose)
    scoreSeverity(label, draft, each, calibration, verbose)
    verbose = false
    calibration = new Calibration()
  }
}

/** The drafts of one file as one: the events and actions of all its incidents. */
function together(drafts: readonly DraftDocument[]): DraftDocument | undefined {
  const [first] = drafts
  return (
    first && {
      ...first,
      timeline: drafts.flatMap((each) => each.timeline),
      actions: drafts.flatMap((each) => each.actions),
    }
  )
}

function scoreRole(
  path: string,
  wanted: string,
  got: string,
  into: readonly Tally[],
  verbose: boolean,
): void {
  for (const each of into) add(each.role, Number(got === wanted), 1)
  if (verbose && got !== wanted) console.log(`  role ${path}: ${wanted}, read as ${got}`)
}

function scoreEvents(
  label: Label,
  draft: DraftDocument | undefined,
  into: Tally,
  calibration: Calibration,
  verbose: boolean,
): void {
  const wanted = label.timeline ?? []
  const found = draft?.timeline ?? []
  const matched = wanted.filter((event) =>
    found.some((each) => each.line === event.line && sameMoment(event.at, each.at, each.precision)),
  )
  const byLine = wanted.filter((event) => found.some((each) => each.line === event.line))
  const lines = new Set(wanted.map((event) => event.line))
  add(into.eventRecall, matched.length, wanted.length)
  add(into.eventPrecision, Math.min(matched.length, found.length), found.length)
  add(into.lineRecall, byLine.length, wanted.length)
  add(into.linePrecision, found.filter((each) => lines.has(each.line)).length, found.length)
  const size = Math.max(wanted.length, found.length)
  if (draft !== undefined)
    calibration.add('timeline', draft.confidence.timeline, size === 0 ? 1 : matched.length / size)
  if (verbose && (matched.length < wanted.length || found.length > matched.length)) {
    const missed = wanted
      .filter((event) => !matched.includes(event))
      .map((event) => `${event.line}:${event.at}`)
    const extra = found
      .filter((each) => !matched.some((event) => event.line === each.line))
      .map((each) => `${each.line}:${each.at}${each.precision === 'day' ? ' (day)' : ''}`)
    console.log(`  events ${label.path}\n    missed ${missed.join(' ')}\n    extra  ${extra.join(' ')}`)
  }
}

function sameMoment(labelled: string | null, found: string | null, precision: string): boolean {
  if (labelled === null || found === null) return labelled === null && found === null
  return isDayOnly(labelled)
    ? precision === 'day' && found.startsWith(labelled)
    : precision !== 'day' && minuteOf(found) === labelled
}

function scoreActions(
  label: Label,
  draft: DraftDocument | undefined,
  into: Tally,
  calibration: Calibration,
  verbose: boolean,
): void {
  const wanted = label.actions ?? []
  const found = draft?.actions ?? []
  const pairs = wanted.flatMap((action) => {
    const other = found.find((each) => each.line === action.line)
    return other === undefined ? [] : [{ action, other }]
  })
  add(into.actionRecall, pairs.length, wanted.length)
  add(into.actionPrecision, pairs.length, found.length)
  const miss = (what: string, action: LabelledAction, got: unknown) => {
    if (verbose)
      console.log(
        `  ${what} ${label.path}:${action.line} labelled ${JSON.stringify(action)} read ${String(got)}`,
      )
  }
  for (const { action, other } of pairs) {
    add(into.status, Number(other.status === action.status), 1)
    add(into.owner, Number((other.owner !== null) === action.owner), 1)
    add(into.link, Number((other.link !== null) === action.link), 1)
    add(into.due, Number(other.due === action.due), 1)
    if (other.status !== action.status) miss('status', action, other.status)
    if ((other.owner !== null) !== action.owner) miss('owner', action, other.owner)
    if ((other.link !== null) !== action.link) miss('link', action, other.link)
    if (other.due !== action.due) miss('due', action, other.due)
  }
  const size = Math.max(wanted.length, found.length)
  if (draft !== undefined)
    calibration.add('actions', draft.confidence.actions, size === 0 ? 1 : pairs.length / size)
  if (verbose && (pairs.length < wanted.length || found.length > pairs.length)) {
    const missed = wanted
      .filter((each) => !pairs.some(({ action }) => action === each))
      .map((each) => each.line)
    const extra = found.filter((each) => !pairs.some(({ other }) => other === each)).map((each) => each.line)
    console.log(`  actions ${label.path}\n    missed ${missed.join(' ')}   extra ${extra.join(' ')}`)
  }
}

/** Right to within a minute where a minute is labelled; a labelled day asks for the day. */
function scoreStart(
  label: Label,
  draft: DraftDocument | undefined,
  into: Tally,
  calibration: Calibration,
  verbose: boolean,
): void {
  if (label.startedAt == null) return
  const accepted = [label.startedAt, ...(label.startedAtAlternatives ?? [])]
  const right = accepted.some((each) => startIs(each, draft))
  add(isDayOnly(label.startedAt) ? into.startDay : into.start, Number(right), 1)
  if (draft !== undefined) calibration.add('startedAt', draft.confidence.startedAt, Number(right))
  if (verbose && !right) {
    console.log(
      `  start ${label.path}: ${accepted.join(' or ')}, read ${draft?.incident.startedAt ?? draft?.incident.startedOn ?? null}`,
    )
  }
}

function startIs(value: string, draft: DraftDocument | undefined): boolean {
  if (draft === undefined) return false
  if (isDayOnly(value)) return draft.incident.startedOn === value
  const at = draft.incident.startedAt
  return at !== null && Math.abs(Date.parse(at) - Date.parse(value)) <= 60_000
}

function scoreSeverity(
  label: Label,
  draft: DraftDocument | undefined,
  into: Tally,
  calibration: Calibration,
  verbose: boolean,
): void {
  if (label.severityWritten === undefined) return
  const right = (draft !== undefined && draft.incident.severityAsWritten !== null) === label.severityWritten
  add(into.severity, Number(right), 1)
  if (verbose && !right)
    console.log(`  severity ${label.path}: read ${draft?.incident.severityAsWritten ?? null}`)
  if (draft !== undefined) calibration.add('severity', draft.confidence.severity, Number(right))
}

function scoreParts(
  label: Label,
  drafts: readonly DraftDocument[],
  into: readonly Tally[],
  verbose: boolean,
): void {
  const wanted = label.incidents ?? []
  for (const each of into)
    add(each.parts, Math.min(drafts.length, wanted.length), Math.max(drafts.length, wanted.length))
  for (const [index, incident] of wanted.entries()) {
    if (incident.startedAt === null) continue
    const accepted = [incident.startedAt, ...(incident.startedAtAlternatives ?? [])]
    const right = accepted.some((value) => startIs(value, drafts[index]))
    for (const each of into) add(each.partStart, Number(right), 1)
    if (verbose && !right) {
      console.log(
        `  part start ${label.path}:${incident.line}: ${accepted.join(' or ')}, read ${drafts[index]?.incident.startedAt}`,
      )
    }
  }
}

export function printTally(name: string, each: Tally): void {
  console.log(`\n${name}`)
  const rows: [string, Share][] = [
    ['told what it is', each.role],
    ['events, line and minute: recall', each.eventRecall],
    ['events, line and minute: precision', each.eventPrecision],
    ['events, line only: recall', each.lineRecall],
    ['events, line only: precision', each.linePrecision],
    ['start within a minute', each.start],
    ['start, day where only a day is known', each.startDay],
    ['actions: recall', each.actionRecall],
    ['actions: precision', each.actionPrecision],
    ['actions found: status right', each.status],
    ['actions found: owner or none', each.owner],
    ['actions found: link or none', each.link],
    ['actions found: due right', each.due],
    ['severity found or none', each.severity],
    ['files of many incidents: count', each.parts],
    ['files of many incidents: starts', each.partStart],
  ]
  for (const [what, value] of rows) if (value.of > 0) console.log(`  ${what.padEnd(38)} ${spoken(value)}`)
}

/** One source in one line, right out of all: events found and taken, actions found and taken, starts. */
export function printRow(source: string, each: Tally): void {
  const brief = (value: Share) => `${value.right}/${value.of}`.padStart(8)
  console.log(
    `  ${source.padEnd(22)} events ${brief(each.eventRecall)} ${brief(each.eventPrecision)}  actions ${brief(each.actionRecall)} ${brief(each.actionPrecision)}  start ${brief(each.start)}  start day ${brief(each.startDay)}`,
  )
}
