/** Tells whether a text is English, and which of a few other languages it is if not. */

const SAMPLE = 20_000

const COMMON: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['en', setOf('the and of to was in is that for on with we were this be are not by from it a as at had')],
  ['nb', setOf('og ikke på det er til av ble å som vi har med et fra skulle også etter')],
  ['sv', setOf('och inte på det är till av blev att som vi har med för ett från skulle också efter')],
  ['da', setOf('og ikke på det er til af blev at som vi har med et fra skulle også efter')],
  ['de', setOf('der die das und nicht ist zu den mit von für auf wurde wir ein eine im dass werden')],
  ['fr', setOf('le la les et des de un une est dans pour que pas sur avec nous été par du au')],
  ['es', setOf('el la los las y de un una es en para que no se por con del al fue como')],
  ['pt', setOf('o os as e de um uma é em para que não se por com do da foi como')],
  ['nl', setOf('de het een en van dat niet op te voor zijn er door aan naar werd')],
  ['it', setOf('il la di che e un una per non con del della sono è stato dei nel gli le da')],
  ['pl', setOf('i w na z się nie do że jest to przez został był po od dla oraz')],
]

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

/** A BCP 47 tag; `und` where no words are. Looks at the first 20,000 units, code and mark-up included. */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const latin = count(sample, /[a-zA-Z]/g)
  const kana = count(sample, /[\u3040-\u30ff]/g)
  const han = count(sample, /[\u4e00-\u9fff]/g)
  // An ideograph carries about as much as four letters, and technical texts are full of Latin names.
  if ((kana + han) * 4 > latin) return latin + kana + han === 0 ? 'und' : kana * 20 > han ? 'ja' : 'zh'
  if (count(sample, /[\uac00-\ud7af]/g) * 3 > latin) return 'ko'
  if (count(sample, /[\u0400-\u04ff]/g) > latin) return 'ru'
  return commonest(sample)
}

/** Which languages a word speaks for, by their place in `COMMON`. */
const SPEAKS_FOR = new Map<string, number[]>()
for (const [index, [, words]] of COMMON.entries()) {
  for (const word of words) SPEAKS_FOR.set(word, [...(SPEAKS_FOR.get(word) ?? []), index])
}

function commonest(sample: string): string {
  const counts = COMMON.map(() => 0)
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) {
    for (const index of SPEAKS_FOR.get(word) ?? []) counts[index] = (counts[index] ?? 0) + 1
  }
  // In doubt it is English: a line of a few words may hold none of the common ones.
  return COMMON[counts.indexOf(Math.max(...counts))]?.[0] ?? 'en'
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
