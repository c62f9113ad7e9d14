/** What reading a file promises whatever the file holds: it answers, its lines lie in the file, and the like is read alike. */
import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import type { DraftDocument, ReadDocument } from './draft.ts'
import { readDocument } from './read-document.ts'

const OPTIONS = { zone: null }
const encoder = new TextEncoder()

function read(text: string, path = 'incidents/2024-02-03-outage.md'): ReadDocument[] {
  return readDocument(path, encoder.encode(text), OPTIONS)
}

function report(text: string, path?: string): DraftDocument {
  const [first] = read(text, path)
  if (first?.status !== 'postmortem') throw new Error(`read as ${first?.status} ${first?.reason}`)
  return first
}

const PLAIN = `# Checkout returned errors

**Date**: 2024-02-03
**Severity**: SEV-2 (main function degraded)
**Services affected**: checkout, basket

## Summary

Checkout failed for a third of customers for 42 minutes.

## Impact

About 1,200 orders were not placed.

## Timeline (UTC)

- 09:12 - Errors begin after the release
- 09:20 - Pager alerts on-call
- 09:54 - Release rolled back; errors stop

## Root cause

An environment variable was missing from the new configuration.

## Action items

| Action | Owner | Due | Status |
|---|---|---|---|
| Check configuration at start | Ann | 2024-03-01 | Open |
| Alert on the error rate of checkout | @bo | | Done |
`

describe('a plain report', () => {
  const draft = report(PLAIN)

  test('gives its title, language and severity, the original beside the mapped one', () => {
    expect(draft.title).toBe('Checkout returned errors')
    expect(draft.language).toBe('en')
    expect(draft.incident.severity).toBe('SEV2')
    expect(draft.incident.severityAsWritten).toBe('SEV-2 (main function degraded)')
  })

  test('gives services, start, zone and events with their lines', () => {
    expect(draft.incident.services).toEqual(['checkout', 'basket'])
    expect(draft.incident.startedAt).toBe('2024-02-03T09:12:00Z')
    expect(draft.incident.zone).toBe('UTC')
    expect(draft.timeline.map((event) => [event.line, event.at])).toEqual([
      [17, '2024-02-03T09:12:00Z'],
      [18, '2024-02-03T09:20:00Z'],
      [19, '2024-02-03T09:54:00Z'],
    ])
  })

  test('gives its sections as written', () => {
    expect(draft.sections.summary).toBe('Checkout failed for a third of customers for 42 minutes.')
    expect(draft.sections.causes).toContain('environment variable')
    expect(draft.sections.lucky).toBeNull()
  })

  test('gives its actions with owner, due day, status and kind', () => {
    expect(draft.actions).toMatchObject([
      {
        title: 'Check configuration at start',
        owner: 'Ann',
        due: '2024-03-01',
        status: 'open',
        kind: 'technical',
        line: 29,
      },
      { owner: '@bo', due: null, status: 'done', kind: 'alert_threshold', line: 30 },
    ])
  })

  test('suggests a class that fits its cause first', () => {
    expect(draft.classes[0]?.class).toBe('config-change')
  })

  test('is read the same with a byte order mark, with CRLF and as UTF-16', () => {
    const wide = new Uint8Array(2 + PLAIN.length * 2)
    wide.set([0xff, 0xfe])
    for (let i = 0; i < PLAIN.length; i += 1) wide[2 + i * 2] = PLAIN.charCodeAt(i)
    for (const bytes of [
      encoder.encode(`\uFEFF${PLAIN}`),
      encoder.encode(PLAIN.replaceAll('\n', '\r\n')),
      wide,
    ]) {
      const [other] = readDocument(draft.path, bytes, OPTIONS)
      expect(other?.status === 'postmortem' ? other.timeline : []).toEqual(draft.timeline)
      expect(other?.status === 'postmortem' ? other.actions : []).toEqual(draft.actions)
    }
  })
})

describe('what is no report', () => {
  test.each([
    ['an empty file', 'a.md', '', 'stub'],
    ['an empty page', '2020-01-02-dns.txt', 'There is currently no text in this page.', 'stub'],
    [
      'a template',
      'postmortems/template.md',
      '# [Incident title]\n\nDate: YYYY-MM-DD\n\n## Summary\n\nDescribe what happened.\n\n## Timeline\n\n- HH:MM - What happened\n\n## Impact\n\nList who was affected.\n',
      'template',
    ],
    [
      'an index',
      'postmortems/README.md',
      '# Postmortems\n\nThis directory contains postmortems of incidents.\n\n- [DNS outage](2020-01-02-dns.md)\n- [Disk full](2020-02-03-disk.md)\n- [Bad deploy](2020-03-04-deploy.md)\n',
      'readme',
    ],
    [
      'a recipe',
      'notes/bread.md',
      '# Bread\n\nMix flour, water and salt. Wait for a day. Bake it hot until the crust is dark, then let it cool on a rack for an hour.\n',
      'not_a_postmortem',
    ],
    [
      'a maintenance notice',
      'status/2024-05-06-upgrade.md',
      '---\ntitle: Database upgrade\ndate: 2024-05-06T08:00:00Z\nseverity: notice\n---\n\nA maintenance is planned on Monday. The database will be upgraded and unavailable for ten minutes.\n',
      'planned_work',
    ],
  ])('%s is left out for its reason', (_, path, text, reason) => {
    expect(read(text, path)).toMatchObject([{ status: 'skipped', reason }])
  })

  test('a notice of an outage is a report', () => {
    const text =
      '---\ntitle: Search is down\ndate: 2024-05-06T08:00:00Z\nseverity: down\n---\n\nSearch is down since 08:00 UTC. We are investigating.\n'
    expect(read(text, 'status/2024-05-06-search.md')[0]?.status).toBe('postmortem')
  })

  test('pictures, archives and files above 25 MiB are named for what they are', () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])
    expect(readDocument('a.png', png, OPTIONS)).toMatchObject([{ reason: 'not_text' }])
    expect(readDocument('a.md', new Uint8Array(25 * 1024 * 1024 + 1), OPTIONS)).toMatchObject([
      { reason: 'too_large' },
    ])
  })

  test('bytes that are no UTF-8 are read as far as they go', () => {
    const bytes = Uint8Array.from([...encoder.encode(`${PLAIN}\nséance, Größe, 障害`), 0xff, 0xfe, 0x41])
    const [draft] = readDocument('incidents/x.md', bytes, OPTIONS)
    expect(draft?.warnings.map((warning) => warning.code)).toContain('characters_lost')
  })
})

describe('hostile front matter', () => {
  const laughs = Array.from(
    { length: 12 },
    (_, i) =>
      `l${i}: &l${i} [${
        i === 0
          ? 'lol'
          : Array(9)
              .fill(`*l${i - 1}`)
              .join(',')
      }]`,
  )

  test.each([
    ['billion laughs', laughs.join('\n')],
    ['prototype keys', '__proto__:\n  polluted: yes\nconstructor: x\ntoString: y'],
    ['deep nesting', `a: ${'['.repeat(20_000)}`],
    ['a title with a second colon', 'title: Outage: the second one\ndate: 2024-02-03'],
    ['a tag for code', 'a: !!js/function "function(){}"'],
  ])('%s does no harm', (_, yaml) => {
    const [draft] = read(`---\n${yaml}\n---\n${PLAIN}`)
    expect(draft?.status).toBe('postmortem')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('a broken block still gives its plain lines', () => {
    const draft = report(
      `---\ntitle: Outage: the second one\ndate: 2024-02-03\n---\n\n## Summary\n\nThe service was down after an outage of the provider.\n`,
      'x.md',
    )
    expect(draft.title).toBe('Outage: the second one')
    expect(draft.warnings.map((warning) => warning.code)).toContain('front_matter_broken')
  })
})

describe('a file of many incidents', () => {
  const part = (day: string, what: string) =>
    `## ${what} ${day}\n\n- **Key events**\n  - First detected: ${day} 10:00\n  - Resolved: ${day} 11:00\n- **Impact**: ${what} was down\n- **Resolution**: restarted\n\n`
  const log = `# Incident log\n\nAll times in UTC.\n\n${part('2024-03-04', 'Login')}${part('2024-02-03', 'Search')}`

  test('gives a header and one report each, with lines of the whole file', () => {
    const [header, first, second] = read(log, 'log.md')
    expect(header).toMatchObject({ status: 'several', count: 2, path: 'log.md' })
    expect(first).toMatchObject({ status: 'postmortem', path: 'log.md#1' })
    expect(second).toMatchObject({ path: 'log.md#2', incident: { startedOn: '2024-02-03' } })
    expect(second?.status === 'postmortem' ? second.timeline.map((event) => event.line) : []).toEqual([
      16, 17,
    ])
  })

  test('dates written with spaces are dates', () => {
    const text = ['2026 - 06 - 18', '2026 - 05 - 02', '2026 - 04 - 01']
      .map(
        (day) =>
          `## The map did not load ${day}\n\nThe tiles failed to load for an hour because of a full disk. We restored the service.\n\n`,
      )
      .join('')
    expect(read(`# Incidents\n\n${text}`, 'incidents.md')[0]).toMatchObject({ status: 'several', count: 3 })
  })

  test('a timeline with a heading per event is one report', () => {
    const text = `# Outage\n\n## Timeline\n\n### 2024-02-03 10:00\n\nIt failed.\n\n### 2024-02-04 11:00\n\nIt was restored.\n\n## Impact\n\nAll users.\n`
    expect(read(text)).toHaveLength(1)
  })
})

describe('for any text', () => {
  const piece = fc.constantFrom(
    '# Outage',
    '## Timeline',
    '## Action items',
    '### Short term',
    '- 10:04 a',
    '  - [x] Fix it (#12)',
    '| Time | Event |',
    '|---|---|',
    '| 10:04 | `a|b` |',
    '```',
    '> 10:04',
    '**Impact**: all',
    '**Severity**: P1',
    '---',
    '===',
    '',
    'text',
    '<!--',
    '-->',
    '+++',
    'date: 2024-02-03',
    '2024-02-03 10:04 UTC',
    '[a](b',
    '[[a|b]]',
    '\u0000',
    '{',
    '• 16:09: x',
    '障害',
    '1. Add alerts',
    '@ann to fix',
    '~~done~~',
    '__a__: b',
    '## Login 2024-02-03',
    '## Search 2024-02-04',
  )
  const text = fc
    .array(
      fc.oneof({ weight: 4, arbitrary: piece }, { weight: 1, arbitrary: fc.string({ maxLength: 30 }) }),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join('\n'))

  test('reading answers, and every line it names is a line of the file', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('a.md', 'README.md', 'incidents/2024-02-03.md', '', '/', '#'),
        (source, path) => {
          const lines = source.split('\n').length
          for (const document of read(source, path)) {
            for (const line of linesIn(document)) {
              expect(line).toBeGreaterThanOrEqual(1)
              expect(line).toBeLessThanOrEqual(lines)
            }
            expect(confidencesIn(document).every((value) => value >= 0 && value <= 1)).toBe(true)
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  test('reading twice gives the same', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(read(source)).toEqual(read(source))
      }),
      { numRuns: 60 },
    )
  })
})

test.each([
  ['lines of one paragraph', 'a 10:04 b\n'.repeat(200_000)],
  ['headings', '## a\n'.repeat(200_000)],
  ['headings of actions', `## Action items\n\n${'### Add b\n'.repeat(150_000)}`],
  ['list items', `## Timeline\n\n${'- 10:04 a\n'.repeat(150_000)}`],
  ['table rows', `## Timeline\n\n| Time | Event |\n|---|---|\n${'| 10:04 | a |\n'.repeat(100_000)}`],
  ['blocks in one item', `- a\n${'  | a |\n  | b |\n\n'.repeat(70_000)}`],
])('%s by the hundred thousand are read without harm', (_, text) => {
  expect(read(text).length).toBeGreaterThanOrEqual(1)
})

test.each([
  ['a group label of brackets', `## Action items\n\n### Must ${'（）'.repeat(37)}x\n\n- Add b\n`, undefined],
  ['a group label of digits', `## Action items\n\n### Must ${'1 '.repeat(37)}x\n\n- Add b\n`, undefined],
  ['a severity of question marks', `# Outage\n\n**Severity**: ${'?'.repeat(190)}a\n`, undefined],
  ['a line of brackets', `## Action items\n\n${'['.repeat(5_000)}a${']'.repeat(5_000)}\n`, undefined],
  ['a name of many endings', PLAIN, `policy${'.a'.repeat(100)}0`],
])('%s does not stall the reader', (_, text, path) => {
  expect(read(text, path).length).toBeGreaterThanOrEqual(1)
})

function confidencesIn(document: ReadDocument): number[] {
  return document.status === 'postmortem' ? Object.values(document.confidence) : []
}

function linesIn(document: ReadDocument): number[] {
  const warned = document.warnings.flatMap((warning) => (warning.line === null ? [] : [warning.line]))
  if (document.status !== 'postmortem') return warned
  return [
    ...warned,
    ...document.timeline.map((event) => event.line),
    ...document.actions.map((action) => action.line),
  ]
}
