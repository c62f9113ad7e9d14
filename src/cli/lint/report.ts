/** What `lint` found, before it takes the form that was asked for. */
import type { Finding, Severity } from '../../linter/linter.ts'

export interface LintedFile {
  /** As shown: relative to the working folder where it lies in it, `-` for standard input. */
  readonly path: string
  readonly text: string
  readonly findings: readonly Finding[]
  /** Findings that comments in the text set aside. */
  readonly setAside: number
  /** Why the file could not be checked; null when it was. */
  readonly error: string | null
}

export type Summary = Readonly<Record<Severity, number>>

export function summarise(files: readonly LintedFile[]): Summary {
  const count = (severity: Severity): number =>
    files.reduce((sum, file) => sum + file.findings.filter((one) => one.severity === severity).length, 0)
  return { error: count('error'), warning: count('warning'), info: count('info') }
}
