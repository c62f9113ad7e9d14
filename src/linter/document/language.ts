/** Tells whether a text is English, and which of a few other languages it is if not. */

const SAMPLE = 20_000

const COMMON: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['en', setOf('a and by for from in is of on that the this to was we with')],
  ['nb', setOf('av ble det er etter fra har ikke med og som til')],
  ['sv', setOf('att av det efter från har inte och som till är')],
  ['da', setOf('af at blev det efter er fra har ikke med og som')],
  ['de', setOf('auf das der die ein ist mit nicht und von wir wurde')],
  ['fr', setOf('avec dans de des du est et la le les pour que un')],
  ['es', setOf('con de del el en fue la las los no por que un y')],
  ['pt', setOf('com da de do e em foi não o para por que um')],
  ['nl', setOf('dat de door een en het niet op te van voor werd')],
  ['it', setOf('che con da del di e il la le nel per un è')],
  ['pl', setOf('do i jest na nie oraz po przez się w z został')],
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

/** How many letters of each script; Latin ones without accents. */
function scriptsIn(sample: string): Record<'latin' | 'cyrillic' | 'kana' | 'han' | 'hangul', number> {
  const count = (letters: RegExp): number => sample.length - sample.replaceAll(letters, '').length
  return {
    latin: count(/[a-z]+/gi),
    cyrillic: count(/[\u0400-\u04ff]+/g),
    kana: count(/[\u3040-\u30ff]+/g),
    han: count(/[\u4e00-\u9fff]+/g),
    hangul: count(/[\uac00-\ud7af]+/g),
  }
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
