/** The zone that a text declares for its times: in a sentence, a heading, a column head or a field. */
import { readZone, zoneNamed } from '../time/zone-names.ts'
import type { Zone } from '../time/zone-offset.ts'

const SUMMER_PAIR: readonly (readonly [RegExp, Zone])[] = [
  [/\b(?:GMT\/BST|BST\/GMT)\b/, 'Europe/London'],
  [/\b(?:CET\/CEST|CEST\/CET)\b/, 'Europe/Paris'],
]

const SPEAKS_OF_TIMES =
  /\b(?:all|the|these|following|any|unless)\b[^.]{0,60}?\b(?:times|time ?stamps?|date ?stamps?|timelines?|dates)\b|\ball time\b|\btime ?zone\b|\btimes?(?:tamps?)? (?:are|is|in|given|shown|listed|below|use)\b|\btimes?:|^\W*(?:date|time)[- ]?stamps?\b|^[*_(\s]*times? \(|時刻は|時間は|時刻はすべて|時刻：|所有时间|时间均|alle (?:tider|tidspunkt)|tider? (?:er )?i\b|klokkeslett/iu
const WORD_START = /(?<![\p{L}\d])(?=[\p{L}])/gu
const PLACE =
  /(?:\b(?:in|for|are|is|zone|timezone)|:)\s+(?:the\s+)?(\p{Lu}[\p{L}_]+(?:\/\p{Lu}[\p{L}_]+|\s\p{Lu}\p{L}+)?)/gu
const LONGEST = 320
/** "for the London timezone" names the zone before the word. */
const NAMED_BEFORE = 30

/** The zone named anywhere in a short text such as a heading or a column head: `Timeline (UTC)`, `Date and Time in CET`. */
export function zoneIn(text: string): Zone | null {
  const short = text.slice(0, LONGEST)
  for (const [pattern, zone] of SUMMER_PAIR) if (pattern.test(short)) return zone
  for (const match of short.matchAll(WORD_START)) {
    const read = readZone(short, match.index)
    if (read !== null) return read.zone
  }
  for (const [name] of [/日本時間|北京时间|北京時間/.exec(short) ?? []])
    if (name !== undefined) return readZone(name, 0)?.zone ?? null
  return null
}

/** The zone that a sentence declares for times: `All times in CET`, `Timezone: Europe/Oslo`; null for other sentences. */
export function declaredIn(sentence: string): Zone | null {
  const text = sentence.slice(0, LONGEST)
  const topic = SPEAKS_OF_TIMES.exec(text)
  if (topic === null) return null
  const from = /zone/i.test(topic[0]) ? Math.max(0, topic.index - NAMED_BEFORE) : topic.index
  const zone = zoneIn(text.slice(from, topic.index + 160))
  if (zone !== null) return zone
  for (const match of text.slice(topic.index).matchAll(PLACE)) {
    const named = zoneNamed(match[1] ?? '')
    if (named !== null) return named
  }
  return null
}
