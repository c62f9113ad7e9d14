/** Sends diagnostics to an editor that does not ask for them: soon after a change, once for several quick ones. */
import type { Connection, TextDocuments } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { OpenTexts } from './open-texts.ts'
import { told } from './told.ts'

/** Long enough for the next key, short enough to seem at once. */
const PAUSE_MS = 120

export interface Pushing {
  /** Checks the text after a pause, which a further call begins anew. */
  soon(uri: string): void
  /** Checks every open text. */
  all(): void
  /** Takes back what was sent of a text that is no longer open. */
  stop(uri: string): void
}

export function createPushing(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  texts: OpenTexts,
): Pushing {
  const waiting = new Map<string, NodeJS.Timeout>()
  const push = async (uri: string): Promise<void> => {
    waiting.delete(uri)
    const document = documents.get(uri)
    if (document === undefined) return
    const version = document.version
    const { shown } = await texts.check(document)
    // A change on the way has a check of its own to come.
    if (documents.get(uri)?.version !== version) return
    await connection.sendDiagnostics({ uri, version, diagnostics: shown.map((one) => one.diagnostic) })
  }
  const after = (uri: string, ms: number): void => {
    clearTimeout(waiting.get(uri))
    waiting.set(
      uri,
      setTimeout(() => told(push(uri)), ms),
    )
  }
  return {
    soon: (uri) => after(uri, PAUSE_MS),
    all() {
      for (const uri of documents.keys()) after(uri, 0)
    },
    stop(uri) {
      clearTimeout(waiting.get(uri))
      waiting.delete(uri)
      told(connection.sendDiagnostics({ uri, diagnostics: [] }))
    },
  }
}
