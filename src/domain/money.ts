/** Money: an amount in the currency's smallest unit, never without its currency. */

/** ISO 4217 code in capitals: `EUR`. */
export type Currency = string & { readonly __brand: 'Currency' }

/** `amount` counts whole smallest units (cents of a euro, yen of a yen), so that sums are exact. */
export interface Money {
  readonly amount: number
  readonly currency: Currency
}

/** Digits after the point of the currency: 2 for EUR, 0 for JPY, 3 for KWD (ISO 4217, as the platform knows it). */
export function minorDigits(currency: Currency): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

/** Whether a text is a currency code in form; whether it is in use is for the reader to know. */
export function isCurrency(text: string): text is Currency {
  return /^[A-Z]{3}$/.test(text)
}

/** Money of a decimal amount, `toMoney(12.5, EUR)` = 1250 cents; rounds half away from zero to the smallest unit. */
export function toMoney(decimal: number, currency: Currency): Money {
  const digits = minorDigits(currency)
  const units = Number(`${String(Math.abs(decimal))}e${String(digits)}`)
  const whole = Number.isNaN(units) ? Math.abs(decimal) * 10 ** digits : units
  return { amount: Math.sign(decimal) * Math.round(whole), currency }
}

/** The decimal amount: 1250 cents are 12.5. */
export function toDecimal(money: Money): number {
  return money.amount / 10 ** minorDigits(money.currency)
}

/** The sum per currency, each currency once; amounts of different currencies are never added. */
export function sumMoney(items: readonly Money[]): Money[] {
  const sums = new Map<Currency, number>()
  for (const { amount, currency } of items) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  return [...sums].map(([currency, amount]) => ({ amount, currency }))
}
