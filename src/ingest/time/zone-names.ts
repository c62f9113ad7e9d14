/** The words by which texts name a time zone, and which zone each one means. */
import { offsetName, type Zone } from './zone-offset.ts'

/** No zone is farther from UTC, in minutes. */
const FARTHEST = 14 * 60

/**
 * Abbreviations, read literally: PST is eight hours behind UTC in July too.
 * Where one abbreviation has several meanings the commonest in English reports is kept (BST: British Summer Time, IST: India, CST: US Central).
 */
const FIXED_BY_ABBREVIATION: Readonly<Record<string, Zone>> = {
  UTC: 'UTC',
  UCT: 'UTC',
  GMT: 'UTC',
  WET: 'UTC',
  BST: '+01:00',
  WEST: '+01:00',
  CET: '+01:00',
  MEZ: '+01:00',
  WAT: '+01:00',
  CEST: '+02:00',
  MESZ: '+02:00',
  MEST: '+02:00',
  EET: '+02:00',
  SAST: '+02:00',
  CAT: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  EAT: '+03:00',
  TRT: '+03:00',
  GST: '+04:00',
  PKT: '+05:00',
  IST: '+05:30',
  NPT: '+05:45',
  ICT: '+07:00',
  WIB: '+07:00',
  HKT: '+08:00',
  SGT: '+08:00',
  AWST: '+08:00',
  PHT: '+08:00',
  JST: '+09:00',
  KST: '+09:00',
  ACST: '+09:30',
  AEST: '+10:00',
  ACDT: '+10:30',
  AEDT: '+11:00',
  NZST: '+12:00',
  NZDT: '+13:00',
  NST: '-03:30',
  NDT: '-02:30',
  BRT: '-03:00',
  ADT: '-03:00',
  AST: '-04:00',
  EDT: '-04:00',
  EST: '-05:00',
  CDT: '-05:00',
  CST: '-06:00',
  MDT: '-06:00',
  MST: '-07:00',
  PDT: '-07:00',
  PST: '-08:00',
  AKDT: '-08:00',
  AKST: '-09:00',
  HST: '-10:00',
}

/** Names that keep summer time, lower case; a trailing "time" is taken with them. */
const REGION_BY_NAME: Readonly<Record<string, Zone>> = {
  'us/pacific': 'America/Los_Angeles',
  'us/mountain': 'America/Denver',
  'us/central': 'America/Chicago',
  'us/eastern': 'America/New_York',
  pacific: 'America/Los_Angeles',
  mountain: 'America/Denver',
  central: 'America/Chicago',
  eastern: 'America/New_York',
  pt: 'America/Los_Angeles',
  mt: 'America/Denver',
  ct: 'America/Chicago',
  et: 'America/New_York',
  uk: 'Europe/London',
  british: 'Europe/London',
  'central european': 'Europe/Paris',
  norwegian: 'Europe/Oslo',
  danish: 'Europe/Copenhagen',
  swedish: 'Europe/Stockholm',
  german: 'Europe/Berlin',
  indian: 'Asia/Kolkata',
  japan: 'Asia/Tokyo',
  beijing: 'Asia/Shanghai',
  california: 'America/Los_Angeles',
}

/** Spelled-out names of fixed offsets, lower case, "time" left off. */
const FIXED_BY_NAME: Readonly<Record<string, Zone>> = {
  'coordinated universal': 'UTC',
  universal: 'UTC',
  'greenwich mean': 'UTC',
  'pacific standard': '-08:00',
  'pacific daylight': '-07:00',
  'mountain standard': '-07:00',
  'mountain daylight': '-06:00',
  'central standard': '-06:00',
  'central daylight': '-05:00',
  'eastern standard': '-05:00',
  'eastern daylight': '-04:00',
  'british summer': '+01:00',
  'central european summer': '+02:00',
  'central european standard': '+01:00',
  'india standard': '+05:30',
  'indian standard': '+05:30',
  'japan standard': '+09:00',
}

const EAST_ASIAN_NAMES: readonly (readonly [string, Zone])[] = [
  ['日本標準時', '+09:00'],
  ['日本時間', '+09:00'],
  ['北京时间', '+08:00'],
  ['北京時間', '+08:00'],
  ['台北時間', '+08:00'],
  ['中国标准时间', '+08:00'],
  ['协调世界时', 'UTC'],
  ['協定世界時', 'UTC'],
  ['世界协调时', 'UTC'],
]

/** Names that runtimes accept but leave out of their list, which keeps one spelling for each zone. */
const LINKED_NAMES = [
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Ho_Chi_Minh',
  'Asia/Yangon',
  'Europe/Kyiv',
  'Atlantic/Faroe',
  'America/Argentina/Buenos_Aires',
  'America/Indiana/Indianapolis',
  'US/Pacific',
  'US/Mountain',
  'US/Central',
  'US/Eastern',
]

const IANA_NAMES = new Map(
  [...Intl.supportedValuesOf('timeZone'), ...LINKED_NAMES].map((name) => [name.toLowerCase(), name] as const),
)

/** Last part of an IANA name ("denver", "los angeles") to the zone; where two zones share a city the first stays. */
const ZONE_BY_CITY = new Map(
  [...IANA_NAMES.values()]
    .filter((name) => /^(?:Africa|America|Asia|Australia|Europe|Pacific)\//.test(name))
    .map(
      (name) =>
        [
          name
            .slice(name.lastIndexOf('/') + 1)
            .replaceAll('_', ' ')
            .toLowerCase(),
          name,
        ] as const,
    )
    .reverse(),
)

/** A zone named in a text, and where the name ends. */
export interface NamedZone {
  readonly zone: Zone
  readonly end: number
}

const PREFIXED_OFFSET = /(?:UTC|GMT)\s?([+\-−–±])\s?(\d{1,2})(?::?(00|15|30|45))?(?![\d:])/iy
const PLUS_OFFSET = /\s?\+(\d{2}):?([0-5]\d)(?![\d:])/y
const MINUS_OFFSET = /\s?[-−](\d{2}):?([0-5]\d)(?![\d:])/y
const ABBREVIATION = /[A-Z]{3,4}(?![\p{L}\d_])/uy
/** Standard and summer time named together mean the region that keeps both. */
const SUMMER_PAIR = /([PMCE])[SD]T\s?\/\s?\1[SD]T(?![\p{L}\d_])/uy
const UNIVERSAL = /utc(?![\p{L}\d_/])/iuy
const SHORT_REGION =
  /(?:PT|MT|CT|ET)(?![\p{L}\d_/])(?:(?<=[aApP]\.?[mM]\.?\s?..)|(?=\s*(?:$|[-–—:,.;)|\]/*_`]|time\b)))/uy
const IANA = /[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)?(?![\p{L}\d_/])/uy
const REGION_WORDS =
  /(?:(?:coordinated|greenwich|pacific|mountain|central|eastern|british|india|indian|japan|beijing|uk|norwegian|danish|swedish|german|universal)(?:\s+(?:universal|mean|european|standard|daylight|summer))*(?:\s+(?:standard|daylight|summer|local))?)\s+time(?![\p{L}\d])/iuy
const BARE_REGION = /(?:pacific|mountain|eastern|US\/(?:Pacific|Mountain|Central|Eastern))(?![\p{L}\d_/])/iuy
const CITY_TIME = /(\p{Lu}\p{Ll}+(?:[ _]\p{Lu}\p{Ll}+){0,2})\s+(?:local\s+)?time(?:zone)?(?![\p{L}\d])/uy

function offsetZone(sign: string, hours: string, minutes: string): Zone | null {
  const size = Number(hours) * 60 + Number(minutes)
  if (size > FARTHEST) return null
  return size === 0 ? 'UTC' : offsetName(sign === '+' ? size : -size)
}

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}

function named(zone: Zone | null | undefined, end: number): NamedZone | null {
  return zone === null || zone === undefined ? null : { zone, end }
}

function readOffset(text: string, position: number): NamedZone | null {
  const match = at(PREFIXED_OFFSET, text, position)
  if (match === null) return null
  return named(offsetZone(match[1] ?? '+', match[2] ?? '0', match[3] ?? '00'), PREFIXED_OFFSET.lastIndex)
}

function readAbbreviation(text: string, position: number): NamedZone | null {
  if (at(UNIVERSAL, text, position) !== null) return { zone: 'UTC', end: UNIVERSAL.lastIndex }
  const match = at(ABBREVIATION, text, position)
  return match === null ? null : named(FIXED_BY_ABBREVIATION[match[0]], ABBREVIATION.lastIndex)
}

function regionNamed(words: string): Zone | undefined {
  const name = words
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/ time$/, '')
    .replace(/ local$/, '')
  return FIXED_BY_NAME[name] ?? REGION_BY_NAME[name]
}

function readPair(text: string, position: number): NamedZone | null {
  const letter = at(SUMMER_PAIR, text, position)?.[1]
  return letter === undefined
    ? null
    : named(REGION_BY_NAME[`${letter.toLowerCase()}t`], SUMMER_PAIR.lastIndex)
}

function readRegion(text: string, position: number): NamedZone | null {
  const words = at(REGION_WORDS, text, position)
  if (words !== null) return named(regionNamed(words[0]), REGION_WORDS.lastIndex)
  for (const pattern of [SHORT_REGION, BARE_REGION]) {
    const match = at(pattern, text, position)
    if (match !== null) return named(REGION_BY_NAME[match[0].toLowerCase()], pattern.lastIndex)
  }
  return null
}

function readPlace(text: string, position: number): NamedZone | null {
  const iana = at(IANA, text, position)?.[0].toLowerCase()
  const known = iana === undefined ? undefined : (REGION_BY_NAME[iana] ?? IANA_NAMES.get(iana))
  if (known !== undefined) return { zone: known, end: IANA.lastIndex }
  const city = at(CITY_TIME, text, position)
  return city === null ? null : named(ZONE_BY_CITY.get((city[1] ?? '').toLowerCase()), CITY_TIME.lastIndex)
}

/**
 * Reads the zone whose name begins exactly at `position`: `UTC`, `CEST`, `UTC+1`, `GMT-03:30`, `PT`, `Pacific time`,
 * `US/Pacific`, `Europe/Oslo`, `Denver time`, `日本時間`. Abbreviations must be in capitals (`utc` excepted).
 */
export function readZone(text: string, position: number): NamedZone | null {
  const east = EAST_ASIAN_NAMES.find(([name]) => text.startsWith(name, position))
  if (east !== undefined) return { zone: east[1], end: position + east[0].length }
  return (
    readOffset(text, position) ??
    readPair(text, position) ??
    readAbbreviation(text, position) ??
    readRegion(text, position) ??
    readPlace(text, position)
  )
}

/**
 * Reads a bare offset (`+02:00`, `+0200`) that directly follows a time of day. A minus sign is taken only when
 * `minus` is set, after seconds or an ISO stamp, since `10:00-11:00` is a range.
 */
export function readBareOffset(text: string, position: number, minus: boolean): NamedZone | null {
  const plus = at(PLUS_OFFSET, text, position)
  if (plus !== null) return named(offsetZone('+', plus[1] ?? '', plus[2] ?? ''), PLUS_OFFSET.lastIndex)
  if (!minus) return null
  const less = at(MINUS_OFFSET, text, position)
  return less === null ? null : named(offsetZone('-', less[1] ?? '', less[2] ?? ''), MINUS_OFFSET.lastIndex)
}

/** The zone that a whole name means, as in a field or an option: also a bare city or region ("Denver", "Central"). */
export function zoneNamed(name: string): Zone | null {
  const trimmed = name.trim()
  const read = readZone(trimmed, 0)
  if (read !== null && read.end === trimmed.length) return read.zone
  if (trimmed === 'Z') return 'UTC'
  const offset = readBareOffset(trimmed, 0, true)
  if (offset !== null && offset.end === trimmed.length) return offset.zone
  const lower = trimmed.toLowerCase()
  return IANA_NAMES.get(lower) ?? REGION_BY_NAME[lower] ?? ZONE_BY_CITY.get(lower) ?? null
}
