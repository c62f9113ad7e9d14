/** Parses front matter into plain values with limits that hostile input cannot pass. */
import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import type { FrontMatter } from '../blocks/block.ts'

export type FrontMatterValues = ReadonlyMap<string, unknown>

const LONGEST = 64 * 1024

/** The keys at the top of the front matter and, where the text does not parse, of its plain `key: value` lines. */
export function frontMatterValues(block: FrontMatter): { values: FrontMatterValues; broken: boolean } {
  if (block.text.length <= LONGEST) {
    try {
      const parsed = parseAs(block.format, block.text)
      if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
        return { values: new Map(Object.entries(parsed)), broken: false }
      }
      if (parsed === null || parsed === undefined) return { values: new Map(), broken: false }
    } catch {
      return { values: plainLines(block.text), broken: true }
    }
  }
  return { values: plainLines(block.text.slice(0, LONGEST)), broken: true }
}

function parseAs(format: FrontMatter['format'], text: string): unknown {
  if (format === 'toml') return parseToml(text)
  if (format === 'json') return JSON.parse(text)
  return parseYaml(text, {
    maxAliasCount: 0,
    uniqueKeys: false,
    logLevel: 'error',
    schema: 'failsafe',
    stringKeys: true,
  })
}

/** `key: value` at the margin, as a careless title with a second colon leaves it. */
function plainLines(text: string): FrontMatterValues {
  const values = new Map<string, string>()
  for (const line of text.split('\n')) {
    const pair = /^([\p{L}_][\p{L}\p{N}_ -]{0,40}?)\s*[:=]\s*(\S.*)$/u.exec(line.slice(0, 2_000))
    const key = pair?.[1]
    if (key !== undefined && !values.has(key)) values.set(key, unquote((pair?.[2] ?? '').trim()))
  }
  return values
}

function unquote(value: string): string {
  const quote = value[0]
  return value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote)
    ? value.slice(1, -1)
    : value
}

/** The texts in a value: a string gives itself, a list each of its texts, a map each `name` or value. Bounded. */
export function textsOf(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)]
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? [] : [value.toISOString()]
  if (typeof value !== 'object' || value === null || depth > 2) return []
  const inner: unknown[] = Array.isArray(value) ? value : Object.values(value)
  return inner.slice(0, 100).flatMap((each) => textsOf(each, depth + 1))
}
