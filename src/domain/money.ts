/** Money: an amount in the currency's smallest unit, never without its currency. */

/** ISO 4217 code in capitals: `EUR`. */
export type Currency = string & { readonly __brand: 'Currency' }

/** `amount` counts whole smallest units (cents of a euro, yen of a yen), so that sums are exact. */
export interface Money {
  readonly amount: number
  readonly currency: Currency
}
