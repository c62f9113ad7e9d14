/** Finds front matter at the very start of a text: YAML between `---`, TOML between `+++`, or a JSON object. */
import type { FrontMatter, TextLine } from './block.ts'

const LONGEST = 2_000

/** The front matter and the number of lines it takes; null when the text starts with something else. */
export function readFrontMatter(lines: readonly TextLine[]): FrontMatter | null {
  let first = 0
  while (first < 5 && lines[first]?.text.trim() === '') first += 1
  const opening = lines[first]?.text.trimEnd()
  if (opening === '---') return fenced(lines, first, 'yaml', /^(?:---|\.\.\.)\s*$/)
  if (opening === '+++') return fenced(lines, first, 'toml', /^\+\+\+\s*$/)
  if (opening === '{') return fenced(lines, first, 'json', /^\}\s*$/)
  return null
}

function fenced(
  lines: readonly TextLine[],
  first: number,
  format: FrontMatter['format'],
  closing: RegExp,
): FrontMatter | null {
  const limit = Math.min(lines.length, first + LONGEST)
  let keyed = format === 'json'
  for (let i = first + 1; i < limit; i += 1) {
    const { text } = lines[i] as TextLine
    if (closing.test(text)) return keyed ? make(lines, first, i, format) : null
    if (keyed || text.trim() === '' || text.startsWith('#')) continue
    // A rule at the top of an ordinary text is followed by words, not by keys.
    if (!/^\s*[-\w"'\p{L}][^:=]{0,80}[:=]/u.test(text)) return null
    keyed = true
  }
  return null
}

function make(
  lines: readonly TextLine[],
  first: number,
  last: number,
  format: FrontMatter['format'],
): FrontMatter {
  const inner = format === 'json' ? lines.slice(first, last + 1) : lines.slice(first + 1, last)
  return {
    kind: 'frontMatter',
    format,
    text: inner.map((line) => line.text).join('\n'),
    line: (lines[first] as TextLine).line,
    endLine: (lines[last] as TextLine).line,
  }
}
