/** Reads the demonstration organisation from its files and moves it, by whole weeks, to end shortly before now. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { z } from 'zod'
import type { Day, Instant } from '../src/domain/instant.ts'
import { epoch } from '../src/domain/instant.ts'
import type { ActionState, PostmortemState, SponsorshipState } from '../src/domain/vocabulary.ts'
import { checkIncident, checkOrganisation } from './check-story.ts'
import type { Complaint } from './check-story.ts'
import { fillDates } from './imported-text.ts'
import { incidentFile, organisationFile } from './schema.ts'
import type { IncidentFile, OrganisationFile } from './schema.ts'
import type { Settled } from './story-time.ts'
import { addDays, settle, wallInstant } from './story-time.ts'

type SettledFile = Settled<Omit<IncidentFile, 'day' | 'imported' | 'timeline' | 'actions'>>

/** A timeline event; `ref` is how evidence and decisions of the same incident name it. */
export type DemoEvent = Settled<IncidentFile['timeline'][number]> & {
  readonly ref: string
  /** The clock time as the file writes it. */
  readonly asWritten: string
}

export type DemoSponsorship = Settled<NonNullable<IncidentFile['actions'][number]['sponsorship']>> & {
  readonly state: SponsorshipState
}

export type DemoAction = Omit<Settled<IncidentFile['actions'][number]>, 'sponsorship'> & {
  readonly state: ActionState
  readonly sponsorship: DemoSponsorship | null
}

/** One incident and its postmortem; people, teams, services, layers and classes are named by their keys. */
export interface DemoIncident extends SettledFile {
  /** From the file name, from 1. */
  readonly number: number
  readonly slug: string
  /** The day on which it began, in the organisation's zone. */
  readonly day: Day
  /** The postmortem's state. */
  readonly state: PostmortemState
  readonly timeline: readonly DemoEvent[]
  readonly actions: readonly DemoAction[]
  /** The text it was first written as, for those that were imported. */
  readonly original: { readonly fileName: string; readonly text: string } | null
}

export interface DemoOrganisation extends Omit<OrganisationFile, 'storyNow' | 'people'> {
  readonly people: Readonly<Record<string, OrganisationFile['people'][string] & { readonly email: string }>>
  /** The present of the story; nothing but due days and scheduled meetings lies after it. Less than a week before `now`. */
  readonly storyNow: Instant
  /** By the time of their numbers. */
  readonly incidents: readonly DemoIncident[]
}

/** The folder with `organisation.yaml`: beside this file, or where the sources keep it when this file is built. */
function demoFolder(): string {
  const beside = fileURLToPath(new URL('.', import.meta.url))
  return existsSync(`${beside}organisation.yaml`)
    ? beside
    : fileURLToPath(new URL('../../demo/', import.meta.url))
}

/**
 * The demonstration organisation as of `now`. Weekdays and clock times are those of the files.
 * Throws an `Error` that lists, file by file, every path that does not hold.
 */
export function readDemo(now: Instant, folder: string = demoFolder()): DemoOrganisation {
  const complaints: string[] = []
  const organisation = load(folder, 'organisation.yaml', organisationFile, complaints)
  if (organisation === null) throw refusal(complaints)
  complaints.push(...lines('organisation.yaml', checkOrganisation(organisation)))
  const shift = shiftInDays(organisation, now)
  const incidents: DemoIncident[] = []
  for (const name of incidentNames(folder)) {
    const path = `incidents/${name}`
    const file = load(folder, path, incidentFile, complaints)
    if (file === null) continue
    complaints.push(...lines(path, checkIncident(file, organisation)))
    if (file.imported !== null && !existsSync(`${folder}/imported/${file.imported}`))
      complaints.push(`${path}: imported: there is no imported/${file.imported}`)
    else incidents.push(settleIncident(file, name, shift, folder, organisation.timeZone))
  }
  if (complaints.length > 0) throw refusal(complaints)
  const [day, minutes] = splitWallTime(organisation.storyNow)
  const storyNow = wallInstant(addDays(day, shift), minutes, organisation.timeZone)
  return { ...organisation, people: withEmail(organisation), storyNow, incidents }
}

function refusal(complaints: readonly string[]): Error {
  return new Error(`The demonstration files do not hold together:\n${complaints.join('\n')}`)
}

function incidentNames(folder: string): readonly string[] {
  return readdirSync(`${folder}/incidents`)
    .filter((name) => /^\d{3}-[a-z0-9-]+\.yaml$/.test(name))
    .sort()
}

function load<T extends z.ZodType>(
  folder: string,
  path: string,
  schema: T,
  complaints: string[],
): z.output<T> | null {
  let raw: unknown
  try {
    raw = parse(readFileSync(`${folder}/${path}`, 'utf8'))
  } catch (error) {
    complaints.push(`${path}: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
  const read = schema.safeParse(raw)
  if (read.success) return read.data
  complaints.push(...read.error.issues.map((issue) => `${path}: ${writePath(issue.path)}: ${issue.message}`))
  return null
}

function writePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((sofar, part) => {
    if (typeof part === 'number') return `${sofar}[${part}]`
    return sofar === '' ? String(part) : `${sofar}.${String(part)}`
  }, '')
}

function lines(path: string, complaints: readonly Complaint[]): readonly string[] {
  return complaints.map((one) => `${path}: ${one.path}: ${one.message}`)
}

const WEEK_MS = 7 * 24 * 60 * 60_000

/** The whole weeks, in days, that bring the story's present to less than a week before `now`. */
function shiftInDays(organisation: OrganisationFile, now: Instant): number {
  const [day, minutes] = splitWallTime(organisation.storyNow)
  const written = epoch(wallInstant(day, minutes, organisation.timeZone))
  const days = Math.floor((epoch(now) - written) / WEEK_MS) * 7
  // A clock change in between can make the moved present an hour too late.
  const moved = epoch(wallInstant(addDays(day, days), minutes, organisation.timeZone))
  return moved > epoch(now) ? days - 7 : days
}

function splitWallTime(written: string): [Day, number] {
  const [day = '', time = ''] = written.split(' ')
  const [hour, minute] = time.split(':').map(Number)
  return [day as Day, (hour ?? 0) * 60 + (minute ?? 0)]
}

function withEmail(organisation: OrganisationFile): DemoOrganisation['people'] {
  return Object.fromEntries(
    Object.entries(organisation.people).map(([key, person]) => [
      key,
      { ...person, email: `${key}@${organisation.emailDomain}` },
    ]),
  )
}

function settleIncident(
  file: IncidentFile,
  fileName: string,
  shift: number,
  folder: string,
  zone: string,
): DemoIncident {
  const { day: storyDay, imported, timeline, actions, ...rest } = file
  const day = addDays(storyDay, shift)
  const text = imported === null ? null : readFileSync(`${folder}/imported/${imported}`, 'utf8')
  return {
    ...settle(rest, day, zone),
    number: Number(fileName.slice(0, 3)),
    slug: fileName.slice(4, -'.yaml'.length),
    day,
    state: file.steps.at(-1)?.to ?? 'draft',
    timeline: timeline.map((event) => ({
      ...settle(event, day, zone),
      ref: event.id ?? event.at.written,
      asWritten: event.at.written,
    })),
    actions: actions.map((action) => settleAction(action, day, zone)),
    original: imported === null || text === null ? null : { fileName: imported, text: fillDates(text, day) },
  }
}

function settleAction(action: IncidentFile['actions'][number], day: Day, zone: string): DemoAction {
  const asked = action.sponsorship
  return {
    ...settle(action, day, zone),
    state: action.steps.at(-1)?.to ?? 'proposed',
    sponsorship:
      asked === null ? null : { ...settle(asked, day, zone), state: asked.steps.at(-1)?.to ?? 'requested' },
  }
}
