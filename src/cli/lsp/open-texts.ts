/** The texts open in the editor, a linter for each, so that a keystroke costs only what it changed. */
import type { Diagnostic } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { createLinter, type Finding, type Linter } from '../../linter/linter.ts'
import { diagnosticOf } from './diagnostic.ts'
import { pathOf, type Folders } from './folders.ts'

/** A finding, and how the editor knows it. */
export interface Shown {
  readonly finding: Finding
  readonly diagnostic: Diagnostic
}

export interface CheckedText {
  /** Changes when the text or the settings do. */
  readonly id: string
  readonly text: string
  readonly shown: readonly Shown[]
}

interface OpenText {
  readonly linter: Linter
  readonly generation: number
  checked: CheckedText | null
}

export interface OpenTexts {
  /** What is to be said of the text as it is when the answer comes; never rejects for any text. */
  check(document: TextDocument): Promise<CheckedText>
}

export function createOpenTexts(folders: Folders): OpenTexts {
  // Goes with the document, so that nothing is left of a text that is closed.
  const open = new WeakMap<TextDocument, OpenText>()
  return {
    async check(document) {
      const settings = await folders.settingsFor(document.uri)
      const known = await settings.baseline?.knownIn(pathOf(document.uri) ?? document.uri)
      // From here on nothing waits, so that text, version and findings belong together.
      const generation = folders.generation()
      const before = open.get(document)
      const one =
        before?.generation === generation
          ? before
          : { linter: createLinter(settings.options), generation, checked: null }
      open.set(document, one)
      const id = `${document.version}.${generation}`
      if (one.checked?.id === id) return one.checked
      const text = document.getText()
      const { findings } = one.linter.lint(text, known === undefined ? {} : { known })
      one.checked = {
        id,
        text,
        shown: findings.map((finding) => ({ finding, diagnostic: diagnosticOf(finding, document) })),
      }
      return one.checked
    },
  }
}
