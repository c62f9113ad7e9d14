/** The stable JSON form of a lint report, version 1. */
import { summarise, type LintedFile } from './report.ts'

/** A file that could not be read carries `error` and no findings. */
export function asJson(files: readonly LintedFile[]): string {
  return `${JSON.stringify({
    version: 1,
    files: files.map(({ path, findings, error }) => ({
      path,
      findings: findings.map((finding) => ({
        ...finding,
        suggestions: finding.suggestions.map(({ title, replacement }) => ({ title, replacement })),
      })),
      ...(error === null ? {} : { error }),
    })),
    summary: summarise(files),
  })}\n`
}
