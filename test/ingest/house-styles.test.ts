/** Whole texts in the styles that houses write in, each read to its events, actions and fields. The texts are ours. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DraftDocument, ReadDocument } from '../../src/ingest/draft.ts'
import { readDocument } from '../../src/ingest/read-document.ts'
import { EXPECTED } from './house-styles.expected.ts'

function read(name: string): ReadDocument[] {
  return readDocument(`incidents/${name}`, readFileSync(join(import.meta.dirname, 'texts', name)), {
    zone: null,
  })
}

/** What a reader would check, one line per thing. */
function told(document: ReadDocument): string[] {
  if (document.status !== 'postmortem')
    return [`${document.status} ${document.reason ?? ''}: ${document.title}`.replace(' :', ':')]
  return [...fields(document), ...events(document), ...actions(document)]
}

function fields(draft: DraftDocument): string[] {
  const { incident, sections } = draft
  const given = Object.entries(sections).flatMap(([name, text]) => (text === null ? [] : [name]))
  return [
    `${draft.language}: ${draft.title}`,
    `severity ${incident.severity} (${incident.severityAsWritten}), services ${incident.services.join(', ') || 'none'}`,
    `started ${incident.startedAt ?? incident.startedOn}, recovered ${incident.recoveredAt}, zone ${incident.zone} ${incident.zoneBasis}, stated ${incident.statedDurationMinutes} min`,
    `sections ${given.join(' ')}${draft.supersededBy === null ? '' : `; superseded by ${draft.supersededBy}`}`,
  ]
}

function events(draft: DraftDocument): string[] {
  return draft.timeline.map(
    (event) =>
      `${event.line} ${event.at}${event.until === null ? '' : ` to ${event.until}`} ${event.precision}${event.actor === null ? '' : ` ${event.actor}`}`,
  )
}

function actions(draft: DraftDocument): string[] {
  return draft.actions.map(
    (action) =>
      `${action.line} ${action.status}, ${action.owner ?? 'nobody'}, ${action.due ?? 'no day'}, ${action.link ?? 'no link'}: ${action.title}`,
  )
}

test.each(Object.entries(EXPECTED))('%s', (name, expected) => {
  expect(read(name).map(told)).toEqual(expected)
})
