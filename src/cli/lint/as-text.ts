/** The form for people: each finding with the line it stands in, why, and what could be written instead. */
import type { Finding, Severity } from '../../linter/linter.ts'
import { printable } from '../printable.ts'
import { summarise, type LintedFile } from './report.ts'

/** Lines longer than this are shown around the finding only. */
const FRAME = 100

/** Colours of a terminal: what is drawn in them, or as it stands. */
interface Paint {
  readonly strong: (text: string) => string
  readonly quiet: (text: string) => string
  readonly level: (severity: Severity, text: string) => string
}

const plain = (text: string): string => text
const PLAIN: Paint = { strong: plain, quiet: plain, level: (_severity, text) => text }

const LEVELS = { error: 31, warning: 33, info: 36 } as const satisfies Record<Severity, number>
const inColour = (code: number, text: string): string => `\u001B[${code}m${text}\u001B[0m`
const COLOURED: Paint = {
  strong: (text) => inColour(1, text),
  quiet: (text) => inColour(2, text),
  level: (severity, text) => inColour(LEVELS[severity], text),
}

/** Text of documents and file names is made safe for a terminal; colours only where they are asked for. */
export function asText(files: readonly LintedFile[], { colours = false } = {}): string {
  const paint = colours ? COLOURED : PLAIN
  const blocks = files.flatMap((file) =>
    file.error === null
      ? file.findings.map((finding) => blockOf(file, finding, paint))
      : [`${paint.strong(line(file.path))}\n  ${paint.level('error', 'error')}: ${line(file.error)}\n`],
  )
  return `${[...blocks, closing(files)].join('\n')}\n`
}

/** One line; what would steer the terminal shows as a mark. */
const line = (text: string): string => printable(text).slice(0, -1)

function blockOf(file: LintedFile, finding: Finding, paint: Paint): string {
  const { start } = finding.range
  const place = paint.strong(`${line(file.path)}:${start.line}:${start.column}`)
  return [
    `${place}  ${paint.level(finding.severity, finding.severity)}  ${finding.ruleId}`,
    `  ${line(finding.message)}`,
    ...frameOf(file.text, finding, paint),
    `  ${paint.quiet('why')}  ${line(finding.why)}`,
    ...finding.suggestions.map(
      (one) => `  ${paint.quiet('try')}  ${line(one.replacement === '' ? one.title : one.replacement)}`,
    ),
    '',
  ].join('\n')
}

/** The first line of the finding, its words underlined. */
function frameOf(text: string, { range, severity }: Finding, paint: Paint): string[] {
  const lineStart = range.start.offset - (range.start.column - 1)
  const newline = text.indexOf('\n', range.start.offset)
  const whole = text.slice(lineStart, newline === -1 ? undefined : newline).replace(/\r$/, '')
  const from = Math.max(0, range.start.column - 1 - (whole.length > FRAME ? 30 : whole.length))
  const shown = whole.slice(from, from + FRAME)
  const at = range.start.column - 1 - from
  const length = Math.max(1, Math.min(range.end.offset - range.start.offset, shown.length - at))
  const number = String(range.start.line)
  return [
    '',
    `  ${number} │ ${line(shown.replaceAll('\t', ' '))}`,
    `  ${' '.repeat(number.length)} │ ${blank(shown.slice(0, at))}${paint.level(severity, '─'.repeat(Math.max(1, widthOf(shown.slice(at, at + length)))))}`,
    '',
  ]
}

const WIDE =
  /\p{Extended_Pictographic}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]|[\u{20000}-\u{3FFFD}]/u

/** Columns of a terminal: marks that join the letter before take none, ideographs and pictures two. */
function widthOf(text: string): number {
  let width = 0
  for (const letter of text) width += /\p{M}|\u200D|\uFE0F/u.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1
  return width
}

const blank = (text: string): string => ' '.repeat(widthOf(text))

function closing(files: readonly LintedFile[]): string {
  const { error, warning, info } = summarise(files)
  const setAside = files.reduce((sum, file) => sum + file.setAside, 0)
  const unread = files.filter((file) => file.error !== null).length
  return [
    `${files.length - unread} files checked: ${error} errors, ${warning} warnings, ${info} hints`,
    ...(setAside === 0 ? [] : [`${setAside} set aside`]),
    ...(unread === 0 ? [] : [`${unread} could not be read`]),
  ].join('; ')
}
