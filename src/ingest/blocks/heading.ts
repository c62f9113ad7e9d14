/** Recognises a heading in one line, or in a line and its underline. */
import { withoutEdges } from '../edges.ts'
import type { Heading, TextLine } from './block.ts'
import { indentOf, isBlank } from './lines.ts'
import { plain } from './inline.ts'

const LONGEST_HEADING = 300

type Parts = Pick<Heading, 'level' | 'raw' | 'style'>

/** The heading that a single line makes; `level` of a bold line is left at 0, to be set under the heading above it. */
export function headingIn(line: TextLine): Heading | null {
  if (line.text.length > LONGEST_HEADING * 2 || indentOf(line.text) > 3) return null
  const text = line.text.trim()
  const parts = atx(text) ?? wiki(text) ?? html(text) ?? boldLine(text)
  return parts === null ? null : makeHeading(parts, line, line.line)
}

/** The heading that a line and its underline of `=` or `-` make. */
export function underlinedHeading(line: TextLine, underline: string): Heading | null {
  const mark = underline.trim()
  const level = /^={2,}$/.test(mark) ? 1 : /^-{2,}$/.test(mark) ? 2 : 0
  if (level === 0 || line.text.length > LONGEST_HEADING) return null
  const raw = line.text.trim()
  if (level === 2 && (/[.。:：;,]$/.test(raw) || /^\W{0,2}\*\*|^[^:]{1,30}: /.test(raw) || raw.includes('|')))
    return null
  return makeHeading({ level, raw, style: 'setext' }, line, line.line + 1)
}

function makeHeading(parts: Parts, line: TextLine, endLine: number): Heading | null {
  const text = plain(parts.raw)
  if (text === '') return null
  const offset = line.offset + Math.max(0, line.text.indexOf(parts.raw))
  return { kind: 'heading', ...parts, text, line: line.line, endLine, offset }
}

function atx(text: string): Parts | null {
  let level = 0
  while (text[level] === '#') level += 1
  if (level === 0 || level > 6) return null
  const next = text[level]
  if (next === undefined) return null
  const spaced = next === ' ' || next === '\t' || next === '\u3000' || next === '\u00a0'
  // `#123` and `#channel` are references; `#Title` and `##title` are headings that lost their space.
  if (!spaced && !(level > 1 ? /[^\s#!]/ : /\p{Lu}/u).test(next)) return null
  if (!spaced && level === 1 && /^#\S+[-_/]\S*$/.test(text.slice(0, 80))) return null
  let end = text.length
  while (end > level && text[end - 1] === '#') end -= 1
  const closed = end < text.length && /\s/.test(text[end - 1] ?? '')
  return { level, raw: (closed ? text.slice(level, end) : text.slice(level)).trim(), style: 'atx' }
}

function wiki(text: string): Parts | null {
  if (!text.startsWith('=') || !text.endsWith('=')) return null
  let level = 0
  while (text[level] === '=') level += 1
  if (level > 6 || text.length <= level * 2 || !text.endsWith('='.repeat(level))) return null
  const raw = text.slice(level, -level).trim()
  return raw === '' || raw.includes('==') ? null : { level, raw, style: 'wiki' }
}

function html(text: string): Parts | null {
  const open = /^<h([1-6])(?:\s[^<>]*)?>/i.exec(text)
  if (open === null) return null
  const raw = text.slice(open[0].length).replace(/<\/h[1-6]>$/i, '')
  return { level: Number(open[1]), raw, style: 'html' }
}

/** A whole line in bold stands for a heading, with or without a colon inside or after. */
function boldLine(text: string): Parts | null {
  const mark = text.startsWith('**')
    ? '**'
    : text.startsWith('__')
      ? '__'
      : text.startsWith("'''")
        ? "'''"
        : null
  if (mark === null || text.length > 120) return null
  const close = text.indexOf(mark, mark.length)
  if (close <= mark.length) return null
  const rest = text.slice(close + mark.length).trim()
  const raw = text.slice(mark.length, close).trim()
  if (rest !== '' && rest !== ':' && rest !== '：') return null
  if (isBlank(raw) || (/[.。!?]$/.test(raw) && raw.length > 60)) return null
  return { level: 0, raw: withoutEdges(raw.replace(/[:：]$/, ''), /\*/), style: 'bold' }
}
