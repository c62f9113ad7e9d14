/** The linter as a whole: offsets, repeats, setting aside, rosters, languages, edits, any text. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLinter, lint, RULES } from './linter.ts'

const ids = (text: string, options?: Parameters<typeof lint>[1]): string[] =>
  lint(text, options).findings.map((finding) => finding.ruleId)

const BLAMING = 'Bob forgot to run the migration script.'

describe('a finding', () => {
  it('says where it stands in lines, columns and offsets', () => {
    const text = `# Outage\n\n## What happened\n\nAt noon, **Bob forgot to run** the script.\n`
    const [finding] = lint(text).findings
    expect(finding?.ruleId).toBe('person-failed')
    expect(finding?.range.start).toEqual({ line: 5, column: 12, offset: text.indexOf('Bob') })
    expect(text.slice(finding?.range.start.offset, finding?.range.end.offset)).toBe(
      'Bob forgot to run** the script',
    )
  })

  it('offers rewrites with words of the sentence', () => {
    const [finding] = lint('The on-call engineer failed to notice the alert.').findings
    expect(finding?.suggestions.map((one) => one.replacement)).toContain(
      'Nothing in <process or tool> prompted noticing the alert',
    )
    expect(finding?.message).toContain('The on-call engineer')
  })

  it('keeps its fingerprint when other parts of the text change', () => {
    const before = lint(BLAMING).findings[0]?.fingerprint
    const after = lint(`# Title\n\nA new paragraph.\n\n${BLAMING}\n`).findings[0]?.fingerprint
    expect(before).toMatch(/^[0-9a-f]{16}$/)
    expect(after).toBe(before)
  })

  it('has a fingerprint of its own where a sentence repeats', () => {
    const prints = lint(`${BLAMING}\n\n${BLAMING}\n`).findings.map((finding) => finding.fingerprint)
    expect(prints).toEqual([prints[0], `${prints[0]}-2`])
  })

  it('is left out when its fingerprint is known', () => {
    const known = new Set(lint(BLAMING).findings.map((finding) => finding.fingerprint))
    expect(ids(BLAMING, { known })).toEqual([])
  })

  it('takes the severity it is given, and goes where its rule is off', () => {
    expect(lint(BLAMING, { rules: { 'person-failed': 'info' } }).findings[0]?.severity).toBe('info')
    expect(ids(BLAMING, { rules: { 'person-failed': 'off' } })).toEqual([])
  })
})

describe('a rewrite', () => {
  const applied = (text: string, title: string): string | undefined => {
    for (const { range, suggestions } of lint(text).findings) {
      const one = suggestions.find((suggestion) => suggestion.title === title)
      if (one !== undefined)
        return text.slice(0, range.start.offset) + one.replacement + text.slice(range.end.offset)
    }
    return undefined
  }

  it.each([
    ['This obviously needs a fix.', 'Leave the word out', 'This needs a fix.'],
    ['It was down for a long time.', 'Give the times', 'It was down from <time> to <time> (<n> min).'],
    [
      'The root cause was a lapsed certificate.',
      'Open a list',
      'Contributing factors were <factor>, <factor> and a lapsed certificate.',
    ],
    [
      'They forgot to announce the switch.',
      'Say what the situation offered',
      'Nothing in <process or tool> prompted announcing the switch.',
    ],
    ['A canary would have caught this.', 'State what was absent', 'A canary was not in place.'],
  ])('of “%s” leaves a sentence (%s)', (text, title, after) => {
    expect(applied(text, title)).toBe(after)
  })

  it.each([
    ['The bug was, obviously, in the parser.', 'Leave the word out'],
    ['It was an obviously wrong value.', 'Leave the word out'],
    ['We should not have deployed on Friday.', 'Make it a gap'],
    ['It would have been better to wait.', 'State what was absent'],
  ])('of “%s” that would not fit is left out (%s)', (text, title) => {
    expect(lint(text).findings).toHaveLength(1)
    expect(applied(text, title)).toBeUndefined()
  })
})

describe('what is not the writers’ own words', () => {
  it.each([
    ['a block quote', `> ${BLAMING}`],
    ['code', `\`\`\`\n${BLAMING}\n\`\`\``],
    ['inline code', `The log said \`${BLAMING}\` at noon.`],
    ['a quotation', `The ticket says “${BLAMING}” and nothing else.`],
    ['a comment', `<!-- ${BLAMING} -->`],
    ['front matter', `---\nnote: ${BLAMING}\n---\n\nText.`],
  ])('is passed over in %s', (_, text) => {
    expect(ids(text)).toEqual([])
  })
})

describe('setting aside', () => {
  it('needs a reason, and is counted apart', () => {
    const text = `<!-- highwater-ignore person-failed: he asked for it -->\n\n${BLAMING}\n`
    const result = lint(text)
    expect(result.findings).toEqual([])
    expect(result.setAside.map((one) => [one.finding.ruleId, one.reason])).toEqual([
      ['person-failed', 'he asked for it'],
    ])
    expect(ids(`<!-- highwater-ignore person-failed -->\n\n${BLAMING}\n`)).toEqual(['person-failed'])
  })

  it('reaches over the next block only, a section, or the file', () => {
    const two = `${BLAMING}\n\nAlice forgot to test the job.\n`
    expect(ids(`<!-- highwater-ignore: agreed -->\n\n${two}`)).toHaveLength(1)
    expect(ids(`<!-- highwater-ignore-section: agreed -->\n\n${two}\n## Next\n\n${BLAMING}\n`)).toHaveLength(
      1,
    )
    expect(ids(`${two}\n<!-- highwater-ignore-file blame: agreed -->\n`)).toHaveLength(0)
  })
})

describe('the roster', () => {
  it('settles names that are words, services that sound like people, and teams', () => {
    expect(ids('Harbor forgot to update the checklist.')).toEqual([])
    expect(
      ids('Harbor forgot to update the checklist.', { roster: { people: ['Harbor Lindqvist'] } }),
    ).toEqual(['person-failed'])
    expect(ids('Alice failed to start.', { roster: { services: ['Alice'] } })).toEqual([])
    expect(ids('Tidewater failed to update their client.', { roster: { teams: ['Tidewater'] } })).toEqual([
      'team-failed',
    ])
  })
})

describe('evidence', () => {
  it('in the sentence, in the row, or tied from outside makes a claim definite', () => {
    const claim = 'Some users could not log in.'
    expect(ids(claim)).toEqual(['vague-quantity'])
    expect(ids('Some users could not log in from 10:02.')).toEqual([])
    expect(ids('| Time | Event |\n|---|---|\n| 10:02 | Some users could not log in. |\n')).toEqual([])
    expect(ids(claim, { evidence: [{ start: 0, end: claim.length }] })).toEqual([])
  })
})

describe('a text in another language', () => {
  it('gets only the rules that need no words', () => {
    const text =
      'Wir haben die Meldung nicht gesehen und der Dienst wurde von uns nicht geprüft. The engineer failed to notice it.'
    const result = lint(text)
    expect(result.language).toBe('de')
    expect(result.findings).toEqual([])
  })
})

const PIECES = [
  BLAMING,
  'The team did not tell us.',
  '# Root cause\n',
  '## Action items\n',
  '- [ ] Investigate it\n',
  '| a | b |\n|---|---|\n| 1 | x |\n',
  '> quote',
  '```\ncode',
  '```\n',
  '<!-- highwater-ignore: x -->',
  '<!--',
  '\n\n',
  '\n',
  '\r\n',
  '  ',
  '- ',
  '1. ',
  '[a](b)',
  '](',
  '\u0000',
  '\uE001',
  '\u{1F600}',
  'should have been',
  'Some users',
  '"',
  '“',
  "n't",
  "n't".repeat(8000),
]

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join('')),
)

/** Long enough to be cut into several pieces, with what reaches over lines. */
const anyDocument = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '---\ntitle: a\n---',
        '## Action items',
        '# Root cause',
        '```\nBob forgot it.\n\n# no heading\n```',
        '| Time | Event |\n|---|---|\n| 10:02 | Some users left. |\n| | Bob forgot it. |',
        '<!-- highwater-ignore-section: agreed -->',
        '<!--\n\nBob forgot it.\n\n-->',
        '- [ ] Investigate it\n\n  Some users left. \u{1F600}',
        '> Bob forgot it.\nAlice forgot it.',
        '[^1]: Bob forgot it.',
        'The service was fine. '.repeat(80),
      ),
      anyText,
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('\n\n'))

describe('any text', () => {
  it('is linted without throwing, with offsets inside and in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { findings, setAside } = lint(text)
        for (const { range } of [...findings, ...setAside.map((one) => one.finding)]) {
          expect(range.start.offset).toBeGreaterThanOrEqual(0)
          expect(range.end.offset).toBeGreaterThanOrEqual(range.start.offset)
          expect(range.end.offset).toBeLessThanOrEqual(text.length)
          const lineStart = text.lastIndexOf('\n', range.start.offset - 1) + 1
          expect(range.start.column).toBe(range.start.offset - (range.start.offset === 0 ? 0 : lineStart) + 1)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('has findings whose rewrites replace whole characters', () => {
    const isInsidePair = (text: string, at: number): boolean =>
      /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at))
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { range, suggestions } of lint(text).findings) {
          const [start, end] = [range.start.offset, range.end.offset]
          expect(end).toBeGreaterThan(start)
          expect(isInsidePair(text, start) || isInsidePair(text, end)).toBe(false)
          expect(suggestions.every((one) => one.replacement !== text.slice(start, end))).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('gives after any edits what it gives afresh', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      taken: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })),
      put: fc.oneof(
        fc.constant(''),
        fc.constantFrom(...PIECES),
        fc.constantFrom('`', '|', '\n---\n', '\uD83D', '\uDE00'),
      ),
    })
    fc.assert(
      fc.property(anyDocument, fc.array(edit, { maxLength: 8 }), (first, edits) => {
        const linter = createLinter()
        let text = first
        linter.lint(text)
        for (const { at, taken, put } of edits) {
          const from = Math.floor(at * (text.length + 1))
          text = text.slice(0, from) + put + text.slice(from + taken)
          expect(linter.lint(text)).toEqual(lint(text))
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('the rules', () => {
  it('have names of their own and reasons', () => {
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length)
    for (const rule of RULES) expect(rule.why.length).toBeGreaterThan(30)
  })
})
