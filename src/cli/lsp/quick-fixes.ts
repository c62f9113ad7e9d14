/** Quick fixes: each rewrite of a finding, and the comment that sets it aside with a reason. */
import {
  CodeActionKind,
  type CodeAction,
  type Range,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { setAsideComment, type Finding } from '../../linter/linter.ts'
import type { EditorAbilities } from './client.ts'
import type { CheckedText, Shown } from './open-texts.ts'

/** What only the author can fill in, as the linter marks it. */
const SLOT = /<[^<>\n]{1,80}>/g

/** The quick fixes of every finding that touches the range. `checked` must be of the document as it is. */
export function quickFixes(
  document: TextDocument,
  checked: CheckedText,
  range: Range,
  editor: EditorAbilities,
): CodeAction[] {
  return checked.shown
    .filter(({ diagnostic }) => touches(diagnostic.range, range))
    .flatMap((shown) => [
      ...rewrites(document, shown, editor),
      settingAside(document, checked, shown, editor),
    ])
}

function rewrites(
  document: TextDocument,
  { finding, diagnostic }: Shown,
  editor: EditorAbilities,
): CodeAction[] {
  return finding.suggestions.map(({ title, replacement, isSafe }) => ({
    title: replacement === '' ? title : `${title}: ${shortened(replacement)}`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: isSafe,
    edit: editOf(document, rangeOf(document, finding, replacement), replacement, editor),
  }))
}

/** A word that is left out takes the space before it along. */
function rangeOf(document: TextDocument, { range }: Finding, replacement: string): Range {
  const before = document.positionAt(Math.max(0, range.start.offset - 1))
  const start = document.positionAt(range.start.offset)
  const end = document.positionAt(range.end.offset)
  const isSpaced = document.getText({ start: before, end: start }) === ' '
  return { start: replacement === '' && isSpaced ? before : start, end }
}

function settingAside(
  document: TextDocument,
  { text }: CheckedText,
  { finding, diagnostic }: Shown,
  editor: EditorAbilities,
): CodeAction {
  const insertion = setAsideComment(text, finding, '<reason>')
  const at = document.positionAt(insertion.offset)
  return {
    title: `Set aside with a reason (${finding.ruleId})`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: false,
    edit: editOf(document, { start: at, end: at }, insertion.text, editor),
  }
}

function editOf(
  document: TextDocument,
  range: Range,
  newText: string,
  editor: EditorAbilities,
): WorkspaceEdit {
  const plain: TextEdit = { range, newText }
  if (!editor.takesVersions) return { changes: { [document.uri]: [plain] } }
  const withSlots: SnippetTextEdit = { range, snippet: { kind: 'snippet', value: snippetOf(newText) } }
  const edit = editor.takesSnippets && newText.search(SLOT) !== -1 ? withSlots : plain
  return {
    documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: [edit] }],
  }
}

/** Slots become places to fill in, one after the other; everything else stands for itself. */
function snippetOf(text: string): string {
  let place = 0
  let at = 0
  let snippet = ''
  for (const { 0: slot, index } of text.matchAll(SLOT)) {
    place += 1
    snippet += `${escaped(text.slice(at, index))}\${${place}:${escaped(slot)}}`
    at = index + slot.length
  }
  return snippet + escaped(text.slice(at))
}

const escaped = (text: string): string => text.replaceAll(/[\\$}]/g, (mark) => `\\${mark}`)

const LONGEST = 70

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).trimEnd()}…`
}

/** Whether two ranges share a place; one that is only a place counts at its edges too. */
export function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start)
}

const isBefore = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character)
