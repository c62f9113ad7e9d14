/** What an editor shows over a finding: what is asked, why, what could be written, and whose advice it is. */
import { MarkupKind, type Hover, type Position } from 'vscode-languageserver/node'
import { sourceOf } from './diagnostic.ts'
import type { EditorAbilities } from './client.ts'
import type { CheckedText, Shown } from './open-texts.ts'
import { touches } from './quick-fixes.ts'

export function hoverAt(checked: CheckedText, position: Position, editor: EditorAbilities): Hover | null {
  const place = { start: position, end: position }
  const there = checked.shown.filter(({ diagnostic }) => touches(diagnostic.range, place))
  const [first] = there
  if (first === undefined) return null
  return {
    range: first.diagnostic.range,
    contents: editor.readsMarkdown
      ? { kind: MarkupKind.Markdown, value: there.map(asMarkdown).join('\n\n---\n\n') }
      : { kind: MarkupKind.PlainText, value: there.map(asPlain).join('\n\n') },
  }
}

function asMarkdown({ finding }: Shown): string {
  const source = sourceOf(finding.ruleId)
  return [
    `**${literal(finding.message)}**`,
    literal(finding.why),
    ...finding.suggestions.map((one) => `- ${literal(one.replacement === '' ? one.title : one.replacement)}`),
    source === undefined ? finding.ruleId : `[${finding.ruleId}](${source})`,
  ].join('\n\n')
}

function asPlain({ finding }: Shown): string {
  const source = sourceOf(finding.ruleId)
  return [
    finding.message,
    finding.why,
    ...finding.suggestions.map((one) => `– ${one.replacement === '' ? one.title : one.replacement}`),
    source === undefined ? finding.ruleId : `${finding.ruleId}: ${source}`,
  ].join('\n')
}

/** Words of the document shown as they stand. */
const literal = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>#|~]/g, (mark) => `\\${mark}`)
