/** How `highwater lsp` ends, and what it outlives: orders, broken messages, an editor that is gone. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ROOT, TSX } from '../support/command-line.ts'
import {
  BLAMING,
  PUSHED,
  PULLED,
  openFolder,
  closeFolder,
  start,
  until,
  opened,
  pulledItems,
} from '../support/editor.ts'

beforeEach(openFolder)
afterEach(closeFolder)

describe('highwater lsp', () => {
  it('ends with 0 after shutdown and exit, and with 1 after exit alone', async () => {
    const orderly = await opened(PUSHED, BLAMING)
    await orderly.connection.sendRequest('shutdown')
    await orderly.connection.sendNotification('exit')
    expect(await orderly.ended).toBe(0)
    const abrupt = await opened(PUSHED, BLAMING)
    await abrupt.connection.sendNotification('exit')
    expect(await abrupt.ended).toBe(1)
  })

  it('survives messages that are none, and ends when its input does', async () => {
    const editor = await opened(PULLED, BLAMING)
    const send = (body: string): void =>
      void editor.child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    send('{"jsonrpc":"2.0","id":')
    send('null')
    send('[1,2,3]')
    send('{"jsonrpc":"2.0","id":7,"method":"no/such"}')
    send('{"jsonrpc":"2.0","id":8,"method":"textDocument/hover","params":{}}')
    send(
      '{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///none.md","version":2},"contentChanges":[]}}',
    )
    expect(await pulledItems(editor)).toHaveLength(1)
    editor.child.stdin?.end()
    expect(await editor.ended).toBe(1)
  })

  it('ends on input that is no protocol at all once that ends', async () => {
    const editor = start([])
    editor.child.stdin?.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(100))
    editor.child.stdin?.end(Buffer.from([0, 255, 254, 13, 10, 13, 10]))
    expect(await editor.ended).toBe(1)
  })

  it('ends when the editor is gone, even where its streams stay open', async () => {
    const gone = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
    const editor = await opened(PUSHED, BLAMING, gone.pid ?? null)
    await editor.pushed(1)
    gone.kill('SIGKILL')
    expect(await editor.ended).toBe(1)
  })

  it('ends when the process between it and the editor is killed', async () => {
    const between = spawn(
      process.execPath,
      ['--input-type=module', '-e', BETWEEN, JSON.stringify([...TSX, join(ROOT, 'src/main.ts'), 'lsp'])],
      { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] },
    )
    let pid = ''
    between.stdout.on('data', (part: Buffer) => (pid += part.toString()))
    await until(() => (pid.includes('\n') ? true : undefined))
    await wait(1_500)
    between.kill('SIGKILL')
    expect(await until(() => (isAlive(Number(pid)) ? undefined : true))).toBe(true)
  })
})

/** As `bin/highwater` does: the streams are passed on, a channel tells when this process is gone. */
const BETWEEN = `
  import { spawn } from 'node:child_process'
  const child = spawn(process.execPath, JSON.parse(process.argv[1]), { stdio: ['inherit', 'ignore', 'inherit', 'ipc'] })
  console.log(child.pid)
`

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}
