/** Dependencies of a programme never form a circle. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ActionItemId } from './ids.ts'
import { addDependency } from './programme.ts'
import type { Dependency } from './programme.ts'

const waits = (actionItemId: string, dependsOnId: string): Dependency => ({
  actionItemId: actionItemId as ActionItemId,
  dependsOnId: dependsOnId as ActionItemId,
})

test('a circle is refused and walked in the message', () => {
  const result = addDependency([waits('a', 'b'), waits('b', 'c')], waits('c', 'a'))
  const message = expect.stringContaining('c → a → b → c') as string
  expect(result).toMatchObject({ problem: { code: 'dependency_cycle', message } })
  expect(addDependency([], waits('a', 'a')).ok).toBe(false)
})

test('what is there already changes nothing', () => {
  const there = [waits('a', 'b')]
  expect(addDependency(there, waits('a', 'b'))).toEqual({ ok: true, value: there })
})

test('whatever is added in whatever order can still be done in some order', () => {
  const item = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  fc.assert(
    fc.property(fc.array(fc.tuple(item, item), { maxLength: 40 }), (pairs) => {
      let all: readonly Dependency[] = []
      for (const [from, to] of pairs) {
        const result = addDependency(all, waits(from, to))
        if (result.ok) all = result.value
      }
      let left = [...all]
      for (let before = -1; before !== left.length;) {
        before = left.length
        left = left.filter((one) => left.some((other) => other.actionItemId === one.dependsOnId))
      }
      expect(left).toEqual([])
    }),
  )
})
