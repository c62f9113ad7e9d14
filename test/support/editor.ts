/** An editor that runs `highwater lsp` as a child and talks to it with the protocol's own client. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { expect } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextEdit,
} from 'vscode-languageserver-protocol/node'
import { ROOT, TSX } from './command-line.ts'

export const BLAMING = '# Outage 🌊\n\n## What happened\n\n🌊🌊 Bob forgot to run the migration script.\n'

export const PUSHED: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { dataSupport: true, codeDescriptionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
}
export const PULLED: ClientCapabilities = {
  textDocument: { ...PUSHED.textDocument, diagnostic: { dynamicRegistration: false } },
  workspace: {
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
}

export interface Editor {
  readonly child: ChildProcess
  readonly connection: ProtocolConnection
  readonly published: PublishDiagnosticsParams[]
  readonly asked: { method: string; params: unknown }[]
  readonly ended: Promise<number | string>
  /** The next diagnostics that are sent for a version. */
  pushed(version: number): Promise<readonly Diagnostic[]>
}

const editors: Editor[] = []

/** The folder that is open, and the text in it. */
export let folder = ''
export let uri = ''

/** A folder of its own for each test. */
export async function openFolder(): Promise<void> {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'highwater-lsp-')))
  uri = pathToFileURL(join(folder, 'a report.md')).href
}

/** Ends every server that was started, and forgets the folder. */
export async function closeFolder(): Promise<void> {
  for (const { child, connection } of editors.splice(0)) {
    connection.dispose()
    child.kill('SIGKILL')
  }
  await rm(folder, { recursive: true, force: true })
}

export function start(words: readonly string[] = ['--stdio']): Editor {
  const child = spawn(process.execPath, [...TSX, join(ROOT, 'src/main.ts'), 'lsp', ...words], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const published: PublishDiagnosticsParams[] = []
  const asked: { method: string; params: unknown }[] = []
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params)
  })
  connection.onNotification('window/showMessage', (params: unknown) => {
    asked.push({ method: 'window/showMessage', params })
  })
  for (const method of [
    'client/registerCapability',
    'client/unregisterCapability',
    'workspace/diagnostic/refresh',
  ])
    connection.onRequest(method, (params: unknown) => {
      asked.push({ method, params })
      return null
    })
  connection.onError(() => undefined)
  connection.listen()
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (status, signal) => resolve(status ?? signal ?? 'unknown'))
  })
  const pushed = (version: number): Promise<readonly Diagnostic[]> =>
    until(() => published.find((one) => one.version === version)?.diagnostics)
  const editor = { child, connection, published, asked, ended, pushed }
  editors.push(editor)
  return editor
}

export async function until<T>(look: () => T | undefined): Promise<T> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const found = look()
    if (found !== undefined) return found
    if (Date.now() > deadline) throw new Error('it never came')
    await wait(20)
  }
}

export async function opened(
  capabilities: ClientCapabilities,
  text: string,
  processId: number | null = process.pid,
): Promise<Editor & { readonly document: TextDocument }> {
  const editor = start()
  const answer = await editor.connection.sendRequest('initialize', {
    processId,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'reports' }],
    capabilities,
  })
  expect(answer).toMatchObject({
    serverInfo: { name: 'highwater' },
    capabilities: { textDocumentSync: { openClose: true, change: 2 }, hoverProvider: true },
  })
  await editor.connection.sendNotification('initialized', {})
  await editor.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  })
  return { ...editor, document: TextDocument.create(uri, 'markdown', 1, text) }
}

export async function change(editor: Editor, document: TextDocument, edits: TextEdit[]): Promise<void> {
  const version = document.version + 1
  const changes = edits.map(({ range, newText }) => ({ range, text: newText }))
  TextDocument.update(document, changes, version)
  await editor.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: changes,
  })
}

export const actionsAt = ({ connection }: Editor, { range }: Diagnostic): Promise<CodeAction[]> =>
  connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [], only: ['quickfix'] },
  })

export const pull = ({ connection }: Editor, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
  connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId })

export async function pulledItems(editor: Editor): Promise<readonly Diagnostic[]> {
  const report = await pull(editor)
  if (report.kind !== 'full') throw new Error('nothing new')
  return report.items
}
