/** What the editor can do, as far as it changes what it is sent. */
import { MarkupKind, type ClientCapabilities } from 'vscode-languageserver/node'

export interface EditorAbilities {
  /** It asks for diagnostics itself; otherwise they are sent when they change. */
  readonly pulls: boolean
  /** It can be told to ask again. */
  readonly refreshes: boolean
  /** It takes code actions, not only commands. */
  readonly takesActions: boolean
  /** It takes edits bound to a version of the text. */
  readonly takesVersions: boolean
  /** It takes edits with places to fill in (protocol 3.18). */
  readonly takesSnippets: boolean
  readonly readsMarkdown: boolean
  /** It can be asked to watch files. */
  readonly watches: boolean
  /** Several folders may be open in it. */
  readonly takesFolders: boolean
}

export function abilitiesOf({ textDocument, workspace }: ClientCapabilities): EditorAbilities {
  const edits = workspace?.workspaceEdit
  return {
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    takesActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    takesVersions: edits?.documentChanges === true,
    takesSnippets: edits?.documentChanges === true && edits.snippetEditSupport === true,
    readsMarkdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    takesFolders: workspace?.workspaceFolders === true,
  }
}
