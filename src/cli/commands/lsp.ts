/** `lsp`: the linter as a language server on standard input and output, for editors. */
import type { Command } from '../command.ts'

export const lspCommand: Command = {
  name: 'lsp',
  takes: '',
  summary:
    'Check postmortems while they are written: a language server for editors, on standard input and output',
  description:
    'Speaks the Language Server Protocol: diagnostics, quick fixes, and the reason of a finding on hover. Goes by the file .highwater-lint.yaml ' +
    'of the folder that is open in the editor. docs/guide/editors.md says how editors are set up.',
  flags: {
    stdio: { type: 'boolean', help: 'Accepted, since editors send it: the server knows no other way' },
    clientProcessId: {
      type: 'string',
      value: 'NUMBER',
      help: 'The editor’s process; the server ends when that is gone',
    },
  },
  async run() {
    const { serveEditor } = await import('../lsp/server.ts')
    return serveEditor(process.stdin, process.stdout)
  },
}
