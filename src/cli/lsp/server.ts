/** The language server: what an editor sends over the streams, and what it gets back. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  CodeActionKind,
  createConnection,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type CancellationToken,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type ShowMessageParams,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { abilitiesOf, type EditorAbilities } from './client.ts'
import { createFolders } from './folders.ts'
import { hoverAt } from './hover.ts'
import { createOpenTexts, type CheckedText } from './open-texts.ts'
import { createPushing } from './pushing.ts'
import { quickFixes } from './quick-fixes.ts'
import { told } from './told.ts'
import { createWatching } from './watching.ts'

/** Serves until the editor says `exit`, closes the stream or is gone; the process then ends with the protocol's status. */
export function serveEditor(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<never> {
  // The program that started this one holds a channel to it, and may be killed while the editor's streams stay open.
  process.once('disconnect', () => process.exit(1))
  if (process.send !== undefined && !process.connected) process.exit(1)
  const connection = createConnection(input, output)
  const documents = new TextDocuments(TextDocument)
  const folders = createFolders()
  const texts = createOpenTexts(folders)
  const pushing = createPushing(connection, documents, texts)
  const watching = createWatching(connection)
  let editor: EditorAbilities = abilitiesOf({})
  let opened: readonly string[] = []

  const settle = async (reading: Promise<readonly string[]>): Promise<void> => {
    for (const problem of await reading) {
      const message = {
        type: MessageType.Error,
        message: `highwater: ${problem}`,
      } satisfies ShowMessageParams
      await connection.sendNotification('window/showMessage', message)
    }
    if (!editor.pulls) pushing.all()
    else if (editor.refreshes) told(connection.languages.diagnostics.refresh())
    if (editor.watches) await watching.watch(folders.fileNames())
  }
  /** Where the editor cannot watch files, opening and saving a text are the moments to look at them. */
  const look = (): void => {
    if (!editor.watches) told(settle(folders.reload()))
  }

  connection.onInitialize((params) => {
    editor = abilitiesOf(params.capabilities)
    opened = foldersOf(params)
    return answerTo(editor)
  })
  connection.onInitialized(() => {
    told(settle(folders.open(opened)))
    if (editor.takesFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map((one) => one.uri))
        opened = [...opened.filter((uri) => !gone.has(uri)), ...added.map((one) => one.uri)]
        told(settle(folders.open(opened)))
      })
    }
  })
  connection.onDidChangeWatchedFiles(() => told(settle(folders.reload())))
  documents.onDidOpen(look)
  documents.onDidSave(look)
  documents.onDidChangeContent(({ document }) => {
    if (!editor.pulls) pushing.soon(document.uri)
  })
  documents.onDidClose(({ document }) => {
    if (!editor.pulls) pushing.stop(document.uri)
  })

  const answering = async <T>(
    uri: string,
    token: CancellationToken,
    answer: (document: TextDocument, checked: CheckedText) => T,
  ): Promise<T | null> => {
    // What else has come by now, a cancellation among it, is heard first.
    await nextTurn()
    if (token.isCancellationRequested) throw cancelled()
    const document = documents.get(uri)
    return document === undefined ? null : answer(document, await texts.check(document))
  }
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const report = await answering(uri, token, (_document, checked) => reportOf(checked, previousResultId))
    return report ?? { kind: DocumentDiagnosticReportKind.Full, items: [] }
  })
  connection.onCodeAction(({ textDocument: { uri }, range, context }, token) => {
    const isWanted = context.only === undefined || context.only.some(isQuickFix)
    if (!editor.takesActions || !isWanted) return []
    return answering(uri, token, (document, checked) => quickFixes(document, checked, range, editor))
  })
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    answering(uri, token, (_document, checked) => hoverAt(checked, position, editor)),
  )
  documents.listen(connection)
  connection.listen()
  return new Promise<never>(() => undefined)
}

function answerTo(editor: EditorAbilities): InitializeResult {
  return {
    serverInfo: { name: 'highwater' },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      hoverProvider: true,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(editor.pulls
        ? {
            diagnosticProvider: {
              identifier: 'highwater',
              interFileDependencies: false,
              workspaceDiagnostics: false,
            },
          }
        : {}),
    },
  }
}

/** Editors from before several folders could be open name the one that is. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders !== undefined && workspaceFolders !== null)
    return workspaceFolders.map((folder) => folder.uri)
  return typeof rootUri === 'string' ? [rootUri] : []
}

/** Says only that nothing changed where the editor has the same findings already. */
function reportOf({ id, shown }: CheckedText, previous: string | undefined): DocumentDiagnosticReport {
  if (id === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
  return {
    kind: DocumentDiagnosticReportKind.Full,
    resultId: id,
    items: shown.map((one) => one.diagnostic),
  }
}

/** Kinds are paths: whoever asks for `quickfix.x` wants one of those alone, and none of ours. */
const isQuickFix = (kind: string): boolean => kind === '' || kind === CodeActionKind.QuickFix

const cancelled = (): ResponseError =>
  new ResponseError(LSPErrorCodes.RequestCancelled, 'The editor no longer asks for this')
