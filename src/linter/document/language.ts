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
  const { latin, cyrillic, kana, han, hangul } = scriptsIn(sample)
  // An ideograph carries about as much as four letters, and technical texts are full of Latin names.
  if ((kana + han) * 4 > latin) return latin + kana + han === 0 ? 'und' : kana * 20 > han ? 'ja' : 'zh'
  if (hangul * 3 > latin) return 'ko'
  if (cyrillic > latin) return 'ru'
  return commonest(sample)
}

type Script = 'latin' | 'cyrillic' | 'kana' | 'han' | 'hangul'

/** How many letters of each script; Latin ones without accents. */
function scriptsIn(sample: string): Record<Script, number> {
  const counts = { latin: 0, cyrillic: 0, kana: 0, han: 0, hangul: 0 }
  for (let at = 0; at < sample.length; at += 1) {
    const unit = sample.charCodeAt(at)
    const script = unit < 0x80 ? latinOf(unit | 0x20) : scriptOf(unit)
    if (script !== null) counts[script] += 1
  }
  return counts
}

const latinOf = (lower: number): Script | null => (lower >= 0x61 && lower <= 0x7a ? 'latin' : null)

function scriptOf(unit: number): Script | null {
  if (unit >= 0x04_00 && unit <= 0x04_ff) return 'cyrillic'
  if (unit >= 0x30_40 && unit <= 0x30_ff) return 'kana'
  if (unit >= 0x4e_00 && unit <= 0x9f_ff) return 'han'
  return unit >= 0xac_00 && unit <= 0xd7_af ? 'hangul' : null
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
