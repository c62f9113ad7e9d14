/** Where reports say things of themselves: front matter, tables, lists, bold keys, plain keys; and what is made of the values. */
import { describe, expect, test } from 'vitest'
import { scan } from '../blocks/scan.ts'
import { sectionsOf } from '../sections/section.ts'
import { servicesOf } from '../services.ts'
import { peopleOf } from './people.ts'
import { severityOf, severityTold } from '../severity.ts'
import { supersededBy } from '../superseded.ts'
import { fieldsOf, type Fields } from './fields.ts'

function fields(text: string): Fields {
  return fieldsOf(sectionsOf(scan(text)))
}

function values(text: string): [string, string, number][] {
  return fields(text).all.map((field) => [field.name, field.values.join('; '), field.line])
}

describe('places', () => {
  test.each([
    [
      '---\ntitle: A\nseverity: high\n---\n',
      [
        ['title', 'A', 2],
        ['severity', 'high', 3],
      ],
    ],
    [
      '+++\ntitle = "A"\ndate = 2024-02-03\n+++\n',
      [
        ['title', 'A', 2],
        ['date', '2024-02-03', 3],
      ],
    ],
    [
      '{\n  "title": "A",\n  "severity": 2\n}\n',
      [
        ['title', 'A', 2],
        ['severity', '2', 3],
      ],
    ],
    [
      '# A\n\n| Field | Value |\n|---|---|\n| **Severity** | Complete outage |\n',
      [['severity', 'Complete outage', 5]],
    ],
    [
      '# A\n\n|  |  |\n| ---: | :-- |\n| Severity | SEV-3 |\n| Date | 2022-05-18 |\n',
      [
        ['severity', 'SEV-3', 5],
        ['date', '2022-05-18', 6],
      ],
    ],
    [
      '# A\n\n| Date | 2022-05-18 |\n| --- | ---: |\n| Time | 06:45 - 08:00 (UTC) |\n',
      [
        ['date', '2022-05-18', 3],
        ['period', '06:45 - 08:00 (UTC)', 5],
      ],
    ],
    [
      '# A\n\n**Date**: 9 October\n**Severity:** High\n**Duration: 3h**\n',
      [
        ['date', '9 October', 3],
        ['severity', 'High', 4],
        ['duration', '3h', 5],
      ],
    ],
    [
      '# A\n\n- **Time to repair**: 4h 12m\n- Duration: 3h\n- Resolved 2023-09-20 19:18\n',
      [
        ['duration', '4h 12m', 3],
        ['duration', '3h', 4],
        ['recovered', '2023-09-20 19:18', 5],
      ],
    ],
    ['# A\n\n## Severity\n\nP1\n', [['severity', 'P1', 5]]],
    ['# A\n\n- **Affected services**:\n  - login\n  - search\n', [['services', 'login; search', 3]]],
    [
      '# A\n\n## メタデータ\n\n| 項目 | 値 |\n|---|---|\n| 重大度 | SEV-3 |\n| 影響サービス | a, b |\n',
      [
        ['severity', 'SEV-3', 7],
        ['services', 'a, b', 8],
      ],
    ],
    [
      '# A\n\n**Dato:** 01.07.2019\n**Varighet:** 2 timer\n',
      [
        ['date', '01.07.2019', 3],
        ['duration', '2 timer', 4],
      ],
    ],
    [
      '# A\n\n**日期**：2024-02-03\n**严重程度**：高\n',
      [
        ['date', '2024-02-03', 3],
        ['severity', '高', 4],
      ],
    ],
  ] as const)('%j', (text, expected) => {
    expect(values(text)).toEqual(expected)
  })

  test('keys in the story are part of the story', () => {
    expect(
      values(
        '# A\n\n## Timeline\n\n- Start: 10:00\n\n## Action items\n\n| Status | Done |\n|---|---|\n| Date | x |\n',
      ),
    ).toEqual([])
  })
})

describe('severity', () => {
  test.each([
    ['SEV-4 (near-miss)', 'SEV4'],
    ['SEV1', 'SEV1'],
    ['S2', 'SEV2'],
    ['P3', 'SEV3'],
    ['P5', 'SEV4'],
    ['2', 'SEV2'],
    ['🔴 Critical', 'SEV1'],
    ['Critical - Complete or major outage affecting most customers', 'SEV1'],
    ['Complete outage - all HTTP services', 'SEV1'],
    ['Partial degradation (music playback)', 'SEV3'],
    ['major', 'SEV2'],
    ['moderate', 'SEV3'],
    ['Medium (blocked deployment)', 'SEV3'],
    ['minor', 'SEV4'],
    ['down', 'SEV1'],
    ['disrupted', 'SEV2'],
    ['notice', 'SEV4'],
    ['Høy', 'SEV2'],
    ['purple', null],
  ])('%s is %s', (written, severity) => {
    expect(severityOf(fields(`# A\n\n**Severity**: ${written}\n`))).toMatchObject({
      severity,
      asWritten: written,
    })
  })

  test.each(['N/A', 'TBD', '?', 'critical / major / minor'])('%s says none', (written) => {
    expect(severityOf(fields(`# A\n\n**Severity**: ${written}\n`))).toBeNull()
  })
})

test('a severity stands in a table of one row, or under a key that names other things as well', () => {
  const table = '| Severity | Time To Detect |\n|---|---|\n| Medium | 14m |\n'
  expect(severityOf(fields(`# A\n\n## Metrics\n\n${table}`))).toMatchObject({ asWritten: 'Medium' })
  expect(severityOf(fields('# A\n\n**Classification:** Critical\n'))?.severity).toBe('SEV1')
  expect(severityOf(fields('# A\n\n**Classification:** Configuration\n'))).toBeNull()
})

test.each([
  ['This SEV-3 incident affected 8 % of users.', 'SEV-3'],
  ['We counted it as SEV-3.', 'SEV-3'],
  ['P1 declared', 'P1'],
  ['Priority 1 was declared.', 'Priority 1'],
  ['They raised a SEV2 support ticket with the vendor.', undefined],
  ['The p1 partition filled up.', undefined],
  ['We page for SEV-1 to SEV-3.', undefined],
])('%s tells %s', (text, written) => {
  expect(severityTold(null, [text])?.asWritten).toBe(written)
})

test('the impact may open with the severity', () => {
  expect(severityTold('Critical - nothing could be found', [])?.severity).toBe('SEV1')
  expect(severityTold('High latency for all users', [])).toBeNull()
})

test('keys may stand side by side on one line', () => {
  const found = fields('# A\n\n_Incident window: 03/04/24 2:15 PM – 3:40 PM PT · Sev: 2_\n')
  expect(severityOf(found)?.severity).toBe('SEV2')
  expect(found.all.map((field) => field.name)).toEqual(['period', 'severity'])
})

test('people are those whom fields name, not what watches', () => {
  const text = '# A\n\n**Participants**: Ana, Marcos (scribe) and Li\n**Detected by**: Monitoring\n'
  expect([...peopleOf(fields(text))]).toEqual(['ana', 'marcos', 'li'])
})

test('services are names, each once; a sentence is no name', () => {
  expect(
    servicesOf(
      fields('# A\n\n**Services affected**: login, `search` and Login\n**Affected systems**: N/A\n'),
    ),
  ).toEqual(['login', 'search'])
  expect(
    servicesOf(
      fields('# A\n\n**Affected services**: All customers who were trying to log in during the night\n'),
    ),
  ).toEqual([])
})

test('what replaces a report is read from a field or a sentence', () => {
  expect(supersededBy(fields('---\nsuperseded_by: 2024-02-04-again.md\n---\n'), '')).toBe(
    '2024-02-04-again.md',
  )
  expect(supersededBy(fields('# A\n'), '**SUPERSEDED** by [the later report](later.md).')).toBe('later.md')
  expect(supersededBy(fields('---\nsuperseded_by: null\n---\n'), '')).toBeNull()
})
