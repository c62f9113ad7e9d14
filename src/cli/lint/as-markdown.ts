/** Markdown for the page of a build: the count, then each file with its findings; made to be read in a minute. */
import type { Finding } from '../../linter/linter.ts'
import { printable } from '../printable.ts'
import { summarise, type LintedFile } from './report.ts'

/** A build’s page takes 1 MiB; beyond this many findings nobody reads on. */
const MOST = 200

const MARKS = { error: '🛑', warning: '⚠️', info: '💬' } as const

export function asMarkdown(files: readonly LintedFile[]): string {
  const { error, warning, info } = summarise(files)
  const head = `### Blameless wording: ${error} errors, ${warning} warnings, ${info} hints in ${files.length} files`
  const rows = files.flatMap((file) =>
    file.error === null
      ? file.findings.map((finding) => rowOf(file.path, finding))
      : [`| ${words(file.path)} | 🛑 | ${words(file.error)} |`],
  )
  if (rows.length === 0) return `${head}\n\nNothing to ask about.\n`
  const rest = rows.length > MOST ? [`\n…and ${rows.length - MOST} more.`] : []
  return `${[head, '', '| where | | what |', '|---|---|---|', ...rows.slice(0, MOST), ...rest].join('\n')}\n`
}

function rowOf(path: string, { range, severity, ruleId, message, suggestions }: Finding): string {
  const rewrite = suggestions[0]?.replacement ?? ''
  const what = [`**${ruleId}**: ${words(message)}`, ...(rewrite === '' ? [] : [`Perhaps: ${words(rewrite)}`])]
  return `| ${words(`${path}:${range.start.line}`)} | ${MARKS[severity]} | ${what.join('<br>')} |`
}

/** Text that shows as it stands inside a table’s cell, whatever mark-up it holds. */
const words = (text: string): string =>
  printable(text)
    .trimEnd()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]#|!~@$:]/g, (mark) => `&#${mark.charCodeAt(0)};`)
