/** Reads the timeline of a text in a test, and tells it in short lines. */
import { scan } from '../blocks/scan.ts'
import { fieldsOf } from '../metadata/fields.ts'
import { sectionsOf } from '../sections/section.ts'
import { readMoments, type Moments } from './moments.ts'
import { readTimeline, type Timeline, type TimelineSource } from './read-timeline.ts'

function sourceOf(text: string, path: string, zone: string | null): TimelineSource {
  const tree = scan(text)
  const sections = sectionsOf(tree)
  const fields = fieldsOf(sections).all
  const title = sections.find((section) => section.level === 1)?.heading?.text ?? ''
  return { tree, sections, fields, title, path, zone }
}

export function timelineOf(text: string, path = 'x.md', zone: string | null = null): Timeline {
  return readTimeline(sourceOf(text, path, zone))
}

export function momentsFrom(text: string, path = 'x.md', zone: string | null = null): Moments {
  const source = sourceOf(text, path, zone)
  return readMoments(source, readTimeline(source))
}

/** One line for each event: `5 2024-02-01T07:54..2024-02-01T08:10 approximate`; a day for one known only to the day. */
export function timesOf(text: string, path = 'x.md', zone: string | null = null): string[] {
  return timelineOf(text, path, zone).events.map((event) => {
    const length = event.precision === 'day' ? 10 : 16
    const until = event.until === null ? '' : `..${event.until.slice(0, length)}`
    const sure = event.precision === 'minute' ? '' : ` ${event.precision}`
    return `${event.line} ${event.at?.slice(0, length) ?? 'null'}${until}${sure}`
  })
}
