/** Workflow commands that GitHub shows as annotations on the lines of a change. */
import type { Finding, Severity } from '../../linter/linter.ts'
import type { LintedFile } from './report.ts'

const LEVELS = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>

export function asGithub(files: readonly LintedFile[]): string {
  return files
    .flatMap((file) =>
      file.error === null
        ? file.findings.map((finding) => annotation(file.path, finding))
        : [`::error file=${property(file.path)}::${data(file.error)}\n`],
    )
    .join('')
}

function annotation(path: string, { ruleId, severity, message, why, range }: Finding): string {
  // Columns are only read where the finding ends in the line it begins in.
  const columns =
    range.start.line === range.end.line ? `,col=${range.start.column},endColumn=${range.end.column}` : ''
  const place = `file=${property(path)},line=${range.start.line},endLine=${range.end.line}${columns}`
  return `::${LEVELS[severity]} ${place},title=${property(ruleId)}::${data(`${message}\n${why}`)}\n`
}

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
