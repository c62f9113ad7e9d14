/** SARIF 2.1.0, the form that code scanning services take (OASIS, 2020). */
import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import { RULES, type Finding, type Range, type Severity } from '../../linter/linter.ts'
import type { LintedFile } from './report.ts'

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>

export function asSarif(files: readonly LintedFile[]): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'highwater', rules: RULES.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: files.every((file) => file.error === null),
            toolExecutionNotifications: files.filter((file) => file.error !== null).map(notificationOf),
          },
        ],
        results: files.flatMap((file) => file.findings.map((finding) => resultOf(file.path, finding))),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

const ruleOf = (rule: (typeof RULES)[number]): object => ({
  id: rule.id,
  shortDescription: { text: rule.id.replaceAll('-', ' ') },
  fullDescription: { text: rule.why },
  help: { text: rule.why },
  helpUri: rule.source,
  defaultConfiguration: { level: LEVELS[rule.severity] },
  properties: { category: rule.category, tags: [rule.category] },
})

/** From the working folder on, which is where whoever reads the report puts the sources; elsewhere the whole address. */
function locationOf(path: string): object {
  if (isAbsolute(path)) return { uri: pathToFileURL(path).href }
  const uri = path.toWellFormed().split('/').map(encodeURIComponent).join('/')
  return { uri, uriBaseId: '%SRCROOT%' }
}

const regionOf = (range: Range): object => ({
  startLine: range.start.line,
  startColumn: range.start.column,
  endLine: range.end.line,
  endColumn: range.end.column,
})

function resultOf(path: string, finding: Finding): object {
  const artifactLocation = locationOf(path)
  const safe = finding.suggestions.filter((one) => one.isSafe)
  return {
    ruleId: finding.ruleId,
    ruleIndex: RULES.findIndex((rule) => rule.id === finding.ruleId),
    level: LEVELS[finding.severity],
    message: { text: `${finding.message} ${finding.why}` },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(finding.range) } }],
    partialFingerprints: { 'highwater/v1': finding.fingerprint },
    ...(safe.length === 0 ? {} : { fixes: safe.map((one) => fixOf(artifactLocation, finding.range, one)) }),
  }
}

const fixOf = (
  artifactLocation: object,
  range: Range,
  one: { title: string; replacement: string },
): object => ({
  description: { text: one.title },
  artifactChanges: [
    {
      artifactLocation,
      replacements: [{ deletedRegion: regionOf(range), insertedContent: { text: one.replacement } }],
    },
  ],
})

const notificationOf = (file: LintedFile): object => ({
  level: 'error',
  message: { text: file.error ?? '' },
  locations: [{ physicalLocation: { artifactLocation: locationOf(file.path) } }],
})
