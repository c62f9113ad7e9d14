/** Finds the title of a document, and its heading; falls back on the file name where the text has none worth the name. */
import { plain } from './blocks/inline.ts'
import type { Fields } from './metadata/fields.ts'
import { headingKey } from './sections/names.ts'
import type { Section } from './sections/section.ts'
import { sectionName } from './sections/names.ts'

export interface Title {
  readonly text: string
  readonly basis: 'heading' | 'frontMatter' | 'field' | 'path' | 'text'
}

const PLACEHOLDER =
  /^(?:title|titel|tittel|overview|issue name|incident(?: (?:title|name|report|review|postmortem|post-mortem))?|post-?mortem(?: (?:report|title|template))?|(?:incident )?report|summary|untitled|name|tbd|todo|readme|index|root cause analysis|rca|インシデントレポート|ポストモーテム)$/
const DATE_WORD =
  /^(?:\d{1,8}(?:st|nd|rd|th)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|on|of|the|from|at|utc|incidents?|outages?|post|mortem|postmortem|report|disruption|issue)$/

/** The document's title. `path` is the file's path; `sections` those of the text. */
export function titleOf(path: string, sections: readonly Section[], fields: Fields): Title {
  const candidates: Title[] = []
  const section = titleSection(sections)
  const heading = section?.name === null || section === null ? section?.heading : null
  const front = fields.all.find((field) => field.name === 'title' && field.place === 'frontMatter')
  const field = fields.all.find((each) => each.name === 'title' && each.place !== 'frontMatter' && each.top)
  const named =
    front === undefined ? [] : [{ text: plain(front.values[0] ?? ''), basis: 'frontMatter' as const }]
  const headed = heading ? [{ text: heading.text, basis: 'heading' as const }] : []
  // Below front matter with a title, a heading of the second level is the first section.
  candidates.push(...(heading?.level === 1 ? [...headed, ...named] : [...named, ...headed]))
  if (field !== undefined) candidates.push({ text: plain(field.values[0] ?? ''), basis: 'field' })
  // A first heading that names a section is a title only for want of a better one.
  if (section?.heading && section.name !== null)
    candidates.push({ text: section.heading.text, basis: 'heading' })
  const telling = candidates.find((each) => isTelling(each.text))
  if (telling !== undefined) return shorten(telling)
  const fromPath = titleFromPath(path)
  const [first] = candidates
  if (isTelling(fromPath) || first === undefined) return shorten({ text: fromPath, basis: 'path' })
  return shorten(isPlaceholder(first.text) && fromPath !== '' ? { text: fromPath, basis: 'path' } : first)
}

/** The section that the document's title heads: the first heading, unless it names a section as well as others of its level do. */
export function titleSection(sections: readonly Section[]): Section | null {
  const first = sections[1]
  if (first === undefined || first.heading === null || first.heading.style === 'bold') return null
  const peers = sections.filter((section) => section.level === first.level).length
  if (peers > 1 && first.level > 1 && sectionName(first.heading.text) !== null) return null
  if (peers > 2 && first.name !== null) return null
  return first
}

const ENDING = /\.(?:md|markdown|html|erb|qmd|txt|mediawiki|mdx|rst|adoc|en|ja)$/i
const LONGEST_ENDING = '.mediawiki'.length

function withoutEndings(name: string): string {
  let stem = name
  for (;;) {
    const ending = ENDING.exec(stem.slice(-LONGEST_ENDING))?.[0]
    if (ending === undefined) return stem
    stem = stem.slice(0, -ending.length)
  }
}

/** Words of a file name without its number, date and endings: `2020-01-02-dns-outage.html.md` gives `dns outage`. */
export function titleFromPath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '')
  const stem = withoutEndings(parts.at(-1) ?? '')
  const folder = /^(?:readme|index|postmortem|post-mortem|report|incident)$/i.test(stem)
    ? parts.at(-2)
    : undefined
  const words = (folder ?? stem)
    .replace(/^(?:pm|inc|incident|postmortem|post-mortem)[-_ ]?\d[\d-]*[-_ ]+/i, '')
    .replace(/^\d{4}[-_.]?\d{2}[-_.]?\d{2}(?:t\d{4,6}z?)?[-_ ]*/i, '')
    .replace(/^\d{1,4}[-_. ]+(?=\D)/, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim()
  return words === '' ? (folder ?? stem) : words
}

/** Whether a text says what happened rather than only when, or nothing. */
function isTelling(text: string): boolean {
  return text.trim() !== '' && !isPlaceholder(text) && !isDateOnly(text)
}

function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(headingKey(text)) || /^[[<{].{0,60}[\]>}]$/.test(text.trim())
}

function isDateOnly(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return text.length <= 80 && words.length > 0 && words.every((word) => DATE_WORD.test(word))
}

function shorten(title: Title): Title {
  const text = title.text.replaceAll(/\s+/g, ' ').trim()
  return { ...title, text: text.length <= 300 ? text : `${text.slice(0, 299)}…` }
}
