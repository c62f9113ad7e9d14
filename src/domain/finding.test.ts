/** Findings over edits: open, fixed, set aside, and back. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Finding, openClaims, reopen, type SeenFinding, setAside, settleFindings } from './finding.ts'
import type { FindingId, PersonId } from './ids.ts'
import type { Instant } from './instant.ts'

const at = '2026-03-02T10:00:00Z' as Instant
const person = 'p' as PersonId
const place = { part: 'section', partId: null, start: 3, end: 9 } as const

const seen = (fingerprint: string, more: Partial<SeenFinding> = {}): SeenFinding => ({
  ruleId: 'vague-quantity',
  category: 'vague',
  severity: 'info',
  section: 'impact',
  fingerprint,
  isClaim: true,
  message: 'How many?',
  suggestions: [],
  words: 'many users',
  place,
  ...more,
})

let ids = 0
const newId = () => `f${String((ids += 1))}` as FindingId
const settle = (kept: readonly Finding[], now: readonly SeenFinding[]) => settleFindings(kept, now, newId)
const opened = (one: SeenFinding): Finding => ({ ...one, id: newId(), state: 'open', setAside: null })
const valueOf = <T>(result: { ok: true; value: T } | { ok: false }): T => {
  if (!result.ok) throw new Error('refused')
  return result.value
}

describe('a finding', () => {
  test('is open when it is new, fixed when the text says it no longer, and open again when it does', () => {
    const [fresh] = settle([], [seen('x1')])
    expect(fresh).toMatchObject({ state: 'open', place })
    const [fixed] = settle([fresh!], [])
    expect(fixed).toMatchObject({ id: fresh!.id, state: 'fixed', place: null })
    expect(settle([fixed!], [seen('x1')])).toMatchObject([{ id: fresh!.id, state: 'open', place }])
  })

  test('set aside stays so over edits, even while its sentence is away, and needs a reason', () => {
    const finding = opened(seen('x1'))
    expect(setAside(finding, person, at, ' ')).toMatchObject({ problem: { code: 'reason_needed' } })
    const aside = valueOf(setAside(finding, person, at, ' a quotation '))
    expect(aside).toMatchObject({ state: 'set_aside', setAside: { by: person, reason: 'a quotation' } })
    const [away] = settle([aside], [])
    expect(away).toEqual({ ...aside, place: null })
    expect(settle([away!], [seen('x1')])).toEqual([aside])
    expect(openClaims([finding, aside, { ...finding, isClaim: false }])).toEqual([finding])
  })

  test('that was set aside is open again when it is reopened, or fixed where its sentence is gone', () => {
    const aside = valueOf(setAside(opened(seen('x1')), person, at, 'a quotation'))
    expect(valueOf(reopen(aside))).toMatchObject({ state: 'open', setAside: null })
    expect(valueOf(reopen({ ...aside, place: null })).state).toBe('fixed')
    expect(reopen(opened(seen('x1')))).toMatchObject({ problem: { code: 'transition_refused' } })
  })

  test('that is fixed cannot be set aside', () => {
    const [fixed] = settle([opened(seen('x1'))], [])
    expect(setAside(fixed!, person, at, 'late')).toMatchObject({ problem: { code: 'transition_refused' } })
  })

  test('stays one finding while its sentence is rewritten and still says the same', () => {
    const finding = opened(seen('x1'))
    expect(settle([finding], [seen('x2', { words: 'many of the users' })])).toEqual([
      { ...finding, fingerprint: 'x2', words: 'many of the users' },
    ])
    expect(settle([finding], [seen('x2', { ruleId: 'vague-speed' })]).map((one) => one.state)).toEqual([
      'fixed',
      'open',
    ])
  })

  test('that a change of the rules takes away was fixed by nobody', () => {
    const aside = valueOf(setAside(opened(seen('x2')), person, at, 'a quotation'))
    expect(settleFindings([opened(seen('x1')), aside], [], newId, 'rules')).toEqual([
      { ...aside, place: null },
    ])
  })
})

test('whatever is edited, each thing seen has one finding that is not fixed, and no decision of a person is lost', () => {
  const prints = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
  fc.assert(
    fc.property(
      fc.array(prints, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('a', 'b', 'c'),
      (texts, chosen) => {
        let kept: Finding[] = []
        let decided: FindingId | null = null
        for (const text of texts) {
          kept = settle(
            kept,
            text.map((print) => seen(print)),
          ).map((one) => {
            if (decided !== null || one.state !== 'open' || one.fingerprint !== chosen) return one
            decided = one.id
            return valueOf(setAside(one, person, at, 'said so'))
          })
          const standing = kept.filter((one) => one.place !== null).map((one) => one.fingerprint)
          expect(standing.toSorted()).toEqual(text.toSorted())
          expect(new Set(kept.map((one) => one.fingerprint)).size).toBe(kept.length)
          expect(kept.every((one) => (one.state === 'open' ? one.place !== null : true))).toBe(true)
          const wrong = kept.filter((one) => one.id === decided && one.state !== 'set_aside')
          expect(wrong).toEqual([])
        }
      },
    ),
  )
})
