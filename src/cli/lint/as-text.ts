/** The form for people: each finding with the line it stands in, why, and what could be written instead. */
import type { Finding } from '../../linter/linter.ts'
import { summarise, type LintedFile } from './report.ts'

/** Lines longer than this are shown around the finding only. */
const FRAME = 100

export function asText(files: readonly LintedFile[]): string {
  const blocks = files.flatMap((file) =>
    file.error === null
      ? file.findings.map((finding) => blockOf(file, finding))
      : [`${file.path}\n  error: ${file.error}\n`],
  )
  return `${[...blocks, closing(files)].join('\n')}\n`
}

function blockOf(file: LintedFile, finding: Finding): string {
  const { start } = finding.range
  return [
    `${file.path}:${start.line}:${start.column}  ${finding.severity}  ${finding.ruleId}`,
    `  ${finding.message}`,
    ...frameOf(file.text, finding),
    `  why  ${finding.why}`,
    ...finding.suggestions.map((one) => `  try  ${one.replacement === '' ? one.title : one.replacement}`),
    '',
  ].join('\n')
}

/** The first line of the finding, its words underlined. */
function frameOf(text: string, { range }: Finding): string[] {
  const lineStart = range.start.offset - (range.start.column - 1)
  const newline = text.indexOf('\n', range.start.offset)
  const line = text.slice(lineStart, newline === -1 ? undefined : newline).replace(/\r$/, '')
  const from = Math.max(0, range.start.column - 1 - (line.length > FRAME ? 30 : line.length))
  const shown = line.slice(from, from + FRAME).replaceAll('\t', ' ')
  const at = range.start.column - 1 - from
  const length = Math.max(1, Math.min(range.end.offset - range.start.offset, shown.length - at))
  const number = String(range.start.line)
  return [
    '',
    `  ${number} │ ${shown}`,
    `  ${' '.repeat(number.length)} │ ${' '.repeat(at)}${'─'.repeat(length)}`,
    '',
  ]
}

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
