/** A finding as an editor shows it. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { RULES, type Finding, type Severity } from '../../linter/linter.ts'

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const satisfies Record<Severity, DiagnosticSeverity>

const SOURCES = new Map(RULES.map((rule) => [rule.id, rule.source]))

/** Where the advice that a rule goes by can be read. */
export const sourceOf = (ruleId: string): string | undefined => SOURCES.get(ruleId)

/** The document must be the text that the finding is of. */
export function diagnosticOf(finding: Finding, document: TextDocument): Diagnostic {
  const { ruleId, severity, message, why, range, fingerprint } = finding
  const href = sourceOf(ruleId)
  return {
    range: { start: document.positionAt(range.start.offset), end: document.positionAt(range.end.offset) },
    severity: SEVERITIES[severity],
    code: ruleId,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source: 'highwater',
    message: `${message}\n${why}`,
    data: { fingerprint },
  }
}
