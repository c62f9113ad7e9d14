/** Money keeps its currency and its smallest unit. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCurrency, minorDigits, sumMoney, toDecimal, toMoney } from './money.ts'
import type { Currency } from './money.ts'

const EUR = 'EUR' as Currency
const JPY = 'JPY' as Currency

test('amounts are whole smallest units of their currency', () => {
  expect(toMoney(12.5, EUR)).toEqual({ amount: 1250, currency: EUR })
  expect(toMoney(1.005, EUR).amount).toBe(101)
  expect(toMoney(-1.005, EUR).amount).toBe(-101)
  expect(toMoney(500, JPY).amount).toBe(500)
  expect(minorDigits('KWD' as Currency)).toBe(3)
  expect([isCurrency('EUR'), isCurrency('eur'), isCurrency('EURO')]).toEqual([true, false, false])
})

test('decimals come back as they went in', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
      expect(toMoney(toDecimal({ amount: cents, currency: EUR }), EUR).amount).toBe(cents)
    }),
  )
})

test('sums are exact and never mix currencies', () => {
  const dime = toMoney(0.1, EUR)
  expect(sumMoney([dime, toMoney(0.2, EUR), toMoney(3, JPY)])).toEqual([
    { amount: 30, currency: EUR },
    { amount: 3, currency: JPY },
  ])
  expect(sumMoney([])).toEqual([])
})
