/** GitLab’s code quality report: findings shown in a merge request beside the lines they speak of. */
import { createHash } from 'node:crypto'
import type { Finding, Severity } from '../../linter/linter.ts'
import type { LintedFile } from './report.ts'

const SEVERITIES = { error: 'major', warning: 'minor', info: 'info' } as const satisfies Record<
  Severity,
  string
>

export function asGitlab(files: readonly LintedFile[]): string {
  const issues = files.flatMap((file) =>
    file.error === null
      ? file.findings.map((finding) => issueOf(file.path, finding))
      : [
          {
            description: file.error,
            check_name: 'unreadable',
            fingerprint: printOf(file.path, 'unreadable'),
            severity: 'critical',
            location: { path: file.path, lines: { begin: 1 } },
          },
        ],
  )
  return `${JSON.stringify(issues, null, 2)}\n`
}

const issueOf = (path: string, { ruleId, message, why, severity, fingerprint, range }: Finding): object => ({
  description: `${message} ${why}`,
  check_name: ruleId,
  fingerprint: printOf(path, fingerprint),
  severity: SEVERITIES[severity],
  location: { path, lines: { begin: range.start.line, end: range.end.line } },
})

/** One report holds many files, and no two of its fingerprints may be the same. */
const printOf = (path: string, fingerprint: string): string =>
  createHash('sha256').update(`${path}\n${fingerprint}`).digest('hex')
