/** Tells the language of a text by its scripts and its commonest words. */

const SAMPLE = 20_000

const COMMON_WORDS: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['en', words('the and of to was in is that for on with we were this be are not by from it')],
  ['nb', words('og ikke på det er til av ble å som vi har med for en et at fra var skulle også etter')],
  ['sv', words('och inte på det är till av blev att som vi har med för en ett från var skulle också efter')],
  ['da', words('og ikke på det er til af blev at som vi har med for en et fra var skulle også efter')],
  ['de', words('der die das und nicht ist zu den mit von für auf wurde wir ein eine im war dass werden')],
  ['fr', words('le la les et des de un une est dans pour que pas sur avec nous été par du au')],
  ['es', words('el la los las y de un una es en para que no se por con del al fue como')],
  ['pt', words('o a os as e de um uma é em para que não se por com do da foi como')],
  ['nl', words('de het een en van is dat niet op te in met voor zijn was er door aan naar werd')],
]

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

/** A BCP 47 tag; `und` when the text holds no words to go by. Looks at the first 20,000 characters. */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const kana = count(sample, /[\u3040-\u30ff]/g)
  const han = count(sample, /[\u4e00-\u9fff]/g)
  const hangul = count(sample, /[\uac00-\ud7af]/g)
  const cyrillic = count(sample, /[\u0400-\u04ff]/g)
  const latin = count(sample, /[a-zA-Z]/g)
  // An ideograph carries about as much as four letters, and technical texts are full of Latin names.
  if ((kana + han) * 4 > latin) return kana * 20 > han ? 'ja' : 'zh'
  if (hangul * 3 > latin) return 'ko'
  if (cyrillic > latin) return 'ru'
  return latin === 0 ? 'und' : commonWordsOf(sample)
}

function commonWordsOf(sample: string): string {
  const tokens = sample.toLowerCase().match(/[a-zà-öø-ÿ]+/g) ?? []
  const counts = COMMON_WORDS.map(([language, set]) => {
    let found = 0
    for (const token of tokens) if (set.has(token)) found += 1
    return { language, found }
  })
  const best = counts.reduce((a, b) => (b.found > a.found ? b : a))
  return best.found === 0 ? 'en' : best.language
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
