/** The text that the linter reads of a postmortem, and the way back to its parts. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SectionTexts } from '../../domain/postmortem.ts'
import { SECTIONS, type Section } from '../../domain/vocabulary.ts'
import { lint } from '../../linter/linter.ts'
import type { Wording } from '../../storage/wording-store.ts'
import { findWording } from './find-wording.ts'
import { composeWording, placeOf } from './wording-text.ts'

const NOTHING: Wording = { language: 'en', sections: {}, events: [], factors: [], actions: [], claims: [] }
const GROUND = {
  severities: {},
  vendors: [],
  version: 1,
  people: ['Priya Natarajan'],
  teams: [],
  services: [],
}
const said = (more: Partial<Wording>): Wording => ({ ...NOTHING, ...more })
const found = async (more: Partial<Wording>) =>
  (await findWording(said(more), GROUND)).map(({ ruleId, section, place, words }) => ({
    ruleId,
    section,
    part: place.part,
    partId: place.partId,
    words,
  }))

describe('a finding stands', () => {
  it('in the section that says it, at its own words', async () => {
    const summary = 'The shop was down for 12 minutes.\n\nThe on-call engineer failed to notice the alert.'
    const [finding] = await findWording(said({ sections: { summary, lessons: 'Keep calm.' } }), GROUND)
    expect(finding).toMatchObject({ ruleId: 'person-failed', section: 'summary' })
    expect(summary.slice(finding!.place.start, finding!.place.end)).toBe(finding!.words)
    expect(finding!.words).toContain('failed to notice')
  })

  it('in the event, factor or action that says it', async () => {
    expect(
      await found({
        events: [{ id: 'e1', text: 'Priya forgot to set the flag', tied: false }],
        factors: [
          { id: 'f1', title: 'The pool', text: 'We should have tested this in staging.', tied: false },
        ],
        actions: [
          {
            id: 'a1',
            title: 'Be more careful with flags',
            owned: true,
            dated: true,
            tracked: false,
            over: false,
          },
        ],
      }),
    ).toMatchObject([
      { section: 'timeline', part: 'event', partId: 'e1' },
      { ruleId: 'should-have', section: 'causes', part: 'factor_text', partId: 'f1' },
      { section: 'actions', part: 'action', partId: 'a1' },
    ])
  })

  it('where an owner is missing while others have one, and is answered by the field', async () => {
    const action = { dated: true, tracked: false, over: false }
    const [one, two] = ['Add an alert on the pool', 'Move the reports to their own pool']
    const actions = (owned: boolean) => [
      { ...action, id: 'a1', title: one, owned: true },
      { ...action, id: 'a2', title: two, owned },
    ]
    expect(await found({ actions: actions(false) })).toEqual([
      { ruleId: 'action-owner', section: 'actions', part: 'action', partId: 'a2', words: two },
    ])
    expect(await found({ actions: actions(true) })).toEqual([])
    expect(await found({ actions: actions(false).map((each) => ({ ...each, over: true })) })).toEqual([])
  })
})

describe('a vague claim', () => {
  const impact = 'It was noted. Many customers could not\npay. A few complained.'

  it('is open until evidence is tied to its sentence, however its lines are broken', async () => {
    expect((await found({ sections: { impact } })).length).toBeGreaterThan(0)
    const claims = [
      { section: 'impact', sentence: 'Many customers could not pay.' },
      { section: 'impact', sentence: 'A few complained.' },
    ] as const
    expect(await found({ sections: { impact }, claims })).toEqual([])
  })

  it('is tied down by the time of its event', async () => {
    const text = 'The pool was quickly restored'
    expect(await found({ events: [{ id: 'e1', text, tied: true }] })).toEqual([])
  })
})

it('a section that lists what is kept as data is read as data alone', () => {
  const listing = '- 10:02 Priya forgot the flag\n- 10:04 page'
  const events = [{ id: 'e1', text: 'Priya forgot the flag', tied: true }]
  const { pieces } = composeWording(said({ sections: { timeline: listing }, events }))
  expect(pieces.map((piece) => piece.part)).toEqual(['event'])
})

it('the linter knows by its heading what each section is', async () => {
  const spoken = 'We should have tested this in staging.'
  for (const section of SECTIONS) {
    const rules = (await found({ sections: { [section]: spoken } })).map((one) => one.ruleId)
    expect([section, rules.includes('should-have')]).toEqual([section, section !== 'actions'])
  }
  const done = async (section: Section) =>
    (await found({ sections: { [section]: '- Investigate the pool' } })).map((one) => one.ruleId)
  expect(await done('actions')).not.toEqual([])
  expect(await done('lessons')).toEqual([])
})

describe('whatever is written', () => {
  const mess = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '\n',
          '\n\n',
          '# ',
          '## Root cause\n',
          '- ',
          '> ',
          '```\n',
          '~~~',
          '<!-- ',
          ' -->',
          '<pre>',
          '| a | b |\n|---|---|\n',
          '    ',
          '1. ',
          '[x](',
          '\r\n',
          '---\n',
          'Priya forgot the flag. ',
          'We should have known. ',
          'Many users. ',
          '\u{1f600}',
          '\t',
        ),
        fc.string({ maxLength: 8 }),
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join(''))
  const part = fc.record({ id: fc.uuid(), text: mess, tied: fc.boolean() })
  const wording: fc.Arbitrary<Wording> = fc.record({
    language: fc.constant('en'),
    sections: fc.dictionary(fc.constantFrom(...SECTIONS), mess),
    events: fc.array(part, { maxLength: 4 }),
    factors: fc.array(fc.record({ id: fc.uuid(), text: mess, title: mess, tied: fc.boolean() }), {
      maxLength: 3,
    }),
    actions: fc.array(
      fc.record({
        id: fc.uuid(),
        title: mess,
        owned: fc.boolean(),
        dated: fc.boolean(),
        tracked: fc.boolean(),
        over: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
    claims: fc.constant([]),
  })
  const textOf = (all: Wording, section: string, kind: string, id: string | null): string => {
    if (kind === 'section') return all.sections[section as keyof SectionTexts] ?? ''
    if (kind === 'event') return all.events.find((one) => one.id === id)?.text ?? ''
    if (kind === 'action') return all.actions.find((one) => one.id === id)?.title ?? ''
    const factor = all.factors.find((one) => one.id === id)
    return (kind === 'factor_title' ? factor?.title : factor?.text) ?? ''
  }

  it('every finding lies within the text of its part, and its words are that text', async () => {
    await fc.assert(
      fc.asyncProperty(wording, async (all) => {
        for (const { section, place, words } of await findWording(all, GROUND)) {
          const text = textOf(all, section, place.part, place.partId)
          expect(place.start).toBeGreaterThanOrEqual(0)
          expect(place.end).toBeGreaterThanOrEqual(place.start)
          expect(place.end).toBeLessThanOrEqual(text.length)
          const own = text.slice(place.start, place.end).slice(0, 300)
          const isProse = place.part === 'section' || place.part === 'factor_text'
          expect(isProse ? own : own.replaceAll(/[\r\n]/g, ' ')).toBe(words)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('every offset of a piece leads back to it, and each piece stands as it was written', () => {
    fc.assert(
      fc.property(wording, (all) => {
        const { text, pieces } = composeWording(all)
        for (const piece of pieces) {
          expect(text.slice(piece.at, piece.at + piece.text.length)).toBe(piece.text)
          for (const offset of [0, piece.text.length - 1].filter(
            (one) => one >= 0 && one < piece.text.length,
          )) {
            const found = placeOf(pieces, piece.at + offset, piece.at + offset + 1)
            expect(found?.piece).toBe(piece)
            expect(found?.place).toMatchObject({ start: offset, end: offset + 1 })
          }
        }
      }),
    )
  })

  it('what one part leaves open swallows nothing of the next', () => {
    fc.assert(
      fc.property(mess, (summary) => {
        const { text, pieces } = composeWording(
          said({ sections: { summary, lessons: 'We should have tested this in staging.' } }),
        )
        const lessons = pieces.at(-1)!
        const rules = lint(text, { language: 'en' })
          .findings.filter((one) => one.range.start.offset >= lessons.at)
          .map((one) => one.ruleId)
        const asIs = /highwater-ignore/.test(summary) ? rules : ['should-have']
        expect(rules).toEqual(asIs)
      }),
      { numRuns: 300 },
    )
  })
})
