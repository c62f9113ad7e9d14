/** `highwater lsp` as an editor uses it: findings, quick fixes, hover, settings, any text. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  CancellationTokenSource,
  type Hover,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol/node'
import {
  BLAMING,
  PUSHED,
  PULLED,
  openFolder,
  closeFolder,
  until,
  opened,
  change,
  actionsAt,
  pull,
  pulledItems,
  folder,
  uri,
} from '../support/editor.ts'

beforeEach(openFolder)
afterEach(closeFolder)

describe('highwater lsp', () => {
  it('sends the findings of a text that is opened, with rule, reason, source and fingerprint', async () => {
    const editor = await opened(PUSHED, BLAMING)
    const [finding, ...more] = await editor.pushed(1)
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      code: 'person-failed',
      severity: 1,
      source: 'highwater',
      range: { start: { line: 4, character: 5 }, end: { line: 4, character: 43 } },
      codeDescription: { href: 'https://github.com/etsy/DebriefingFacilitationGuide' },
      data: { fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) },
    })
    expect(finding?.message).toMatch(/“Bob”[^\n]*\n.*\(Etsy, Debriefing Facilitation Guide\)/)
  })

  it('follows edits inside surrogate pairs, and checks once for several quick ones', async () => {
    const editor = await opened(PUSHED, BLAMING)
    await editor.pushed(1)
    const at = (character: number, end = character) => ({
      start: { line: 4, character },
      end: { line: 4, character: end },
    })
    await change(editor, editor.document, [{ range: at(2, 4), newText: '🧯🧯' }])
    await change(editor, editor.document, [{ range: at(1), newText: 'x' }])
    await change(editor, editor.document, [{ range: at(1, 2), newText: '' }])
    const [finding] = await editor.pushed(4)
    expect(editor.document.getText()).toContain('🌊🧯🧯 Bob')
    expect(finding?.range).toEqual(at(7, 45))
    expect(editor.published.length).toBeLessThan(4)
  })

  it('offers each rewrite as a quick fix, and applied it ends the finding', async () => {
    const editor = await opened(PUSHED, BLAMING)
    const [finding] = await editor.pushed(1)
    if (finding === undefined) throw new Error('no finding')
    const actions = await actionsAt(editor, finding)
    expect(actions.map((one) => [one.kind, one.title.split(':')[0]])).toEqual([
      ['quickfix', 'Say what the situation offered'],
      ['quickfix', 'Say what signal there was'],
      ['quickfix', 'Set aside with a reason (person-failed)'],
    ])
    expect(actions[0]?.diagnostics).toEqual([finding])
    const edits = actions[0]?.edit?.changes?.[uri] ?? []
    await change(editor, editor.document, edits)
    expect(editor.document.getText()).toContain(
      '🌊🌊 nothing in <process or tool> prompted running the migration script.',
    )
    expect(await editor.pushed(2)).toEqual([])
  })

  it('prefers a rewrite that can stand as it is', async () => {
    const editor = await opened(PUSHED, '## What happened\n\nThe threshold was obviously too low.\n')
    const [finding] = await editor.pushed(1)
    if (finding === undefined) throw new Error('no finding')
    const preferred = (await actionsAt(editor, finding)).filter((one) => one.isPreferred === true)
    expect(preferred).toHaveLength(1)
    await change(editor, editor.document, preferred[0]?.edit?.changes?.[uri] ?? [])
    expect(editor.document.getText()).toContain('The threshold was too low.')
    expect(await editor.pushed(2)).toEqual([])
  })

  it('sets a finding aside once its reason is filled in', async () => {
    const editor = await opened(PUSHED, BLAMING)
    const [finding] = await editor.pushed(1)
    if (finding === undefined) throw new Error('no finding')
    const action = (await actionsAt(editor, finding)).at(-1)
    const [edit] = action?.edit?.changes?.[uri] ?? []
    if (edit === undefined) throw new Error('no edit')
    expect(edit).toEqual({
      range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } },
      newText: '<!-- highwater-ignore person-failed: <reason> -->\n',
    })
    await change(editor, editor.document, [edit])
    expect(await editor.pushed(2)).toHaveLength(1)
    const text = editor.document.getText()
    const start = editor.document.positionAt(text.indexOf('<reason>'))
    const end = editor.document.positionAt(text.indexOf('<reason>') + '<reason>'.length)
    await change(editor, editor.document, [{ range: { start, end }, newText: 'he asked to be named' }])
    expect(await editor.pushed(3)).toEqual([])
  })

  it('answers an editor that asks, says when nothing changed, and sends nothing by itself', async () => {
    const editor = await opened(PULLED, BLAMING)
    const report = await pull(editor)
    expect(report).toMatchObject({ kind: 'full', items: [{ code: 'person-failed' }] })
    expect(await pull(editor, report.resultId)).toEqual({ kind: 'unchanged', resultId: report.resultId })
    const end = editor.document.positionAt(editor.document.getText().length)
    const newText = '\nAlice ignored the alert.\n'
    await change(editor, editor.document, [{ range: { start: end, end }, newText }])
    expect(await pulledItems(editor)).toHaveLength(2)
    expect(editor.published).toEqual([])
  })

  it('gives slots as places to fill in where the editor knows them, bound to the version', async () => {
    const editor = await opened(PULLED, BLAMING)
    const [finding] = await pulledItems(editor)
    if (finding === undefined) throw new Error('no finding')
    const [action] = await actionsAt(editor, finding)
    const [changed] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[]
    expect(changed?.textDocument).toEqual({ uri, version: 1 })
    expect(changed?.edits).toEqual([
      {
        range: finding.range,
        snippet: {
          kind: 'snippet',
          value: 'nothing in ${1:<process or tool>} prompted running the migration script',
        },
      },
    ])
  })

  it('shows the reason and its source over a finding, and nothing elsewhere', async () => {
    const editor = await opened(PULLED, BLAMING)
    const hover = (line: number, character: number): Promise<Hover | null> =>
      editor.connection.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position: { line, character },
      })
    const shown = JSON.stringify((await hover(4, 10))?.contents)
    expect(shown).toContain('what somebody thinks they should have done')
    expect(shown).toContain('[person-failed](https://github.com/etsy/DebriefingFacilitationGuide)')
    expect(await hover(0, 0)).toBeNull()
  })

  it('goes by the settings file of the folder, and by a roster that changes', async () => {
    await writeFile(
      join(folder, '.highwater-lint.yaml'),
      'roster: who.yaml\nrules: { vague-quantity: error }\n',
    )
    await writeFile(join(folder, 'who.yaml'), 'services: [Bob]\n')
    const editor = await opened(PULLED, 'Bob failed to start.\n\nSome users could not log in.\n')
    expect(await pulledItems(editor)).toMatchObject([{ code: 'vague-quantity', severity: 1 }])
    await until(() => editor.asked.find((one) => one.method === 'client/registerCapability'))
    expect(JSON.stringify(editor.asked)).toContain('**/who.yaml')
    const refreshes = (): number => editor.asked.filter((one) => one.method.endsWith('refresh')).length
    const before = refreshes()
    await writeFile(join(folder, 'who.yaml'), 'people: [Bob]\n')
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(join(folder, 'who.yaml')).href, type: 2 }],
    })
    await until(() => (refreshes() > before ? true : undefined))
    expect((await pulledItems(editor)).map((one) => one.code)).toEqual(['person-failed', 'vague-quantity'])
  })

  it('names a mistake in the settings and keeps the last good ones', async () => {
    const file = join(folder, '.highwater-lint.yaml')
    await writeFile(file, 'rules: { person-failed: off }\n')
    const editor = await opened(PUSHED, BLAMING)
    expect(await editor.pushed(1)).toEqual([])
    await writeFile(file, 'rules: { no-such-rule: off }\n')
    await editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri } })
    const said = await until(() => editor.asked.find((one) => one.method === 'window/showMessage'))
    expect(JSON.stringify(said.params)).toContain('no-such-rule')
    expect(editor.published.at(-1)?.diagnostics).toEqual([])
  })

  it('gives a text in another language only the rules that need no words', async () => {
    const german =
      'Der Betreiber hat vergessen, die Datenbank zu sichern, und das ist nicht gut für die Kunden.\n'
    const editor = await opened(PUSHED, `${german}\n## Action items\n\n- Backup einrichten\n`)
    const codes = (await editor.pushed(1)).map((one) => one.code)
    expect(codes.filter((one) => one !== 'action-owner' && one !== 'action-date')).toEqual([])
  })

  it('takes its findings back when a text is closed, and answers for it with none', async () => {
    const editor = await opened(PUSHED, BLAMING)
    await editor.pushed(1)
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    await until(() => (editor.published.at(-1)?.diagnostics.length === 0 ? true : undefined))
    expect(await pull(editor)).toEqual({ kind: 'full', items: [] })
  })

  it('hears a cancellation before it begins', async () => {
    // While the first answer is worked on, the second request and its end both wait in the line.
    const editor = await opened(PULLED, BLAMING.repeat(4_000))
    const busy = pull(editor)
    const source = new CancellationTokenSource()
    const asked = editor.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri } },
      source.token,
    )
    source.cancel()
    await expect(asked).rejects.toMatchObject({ code: -32800 })
    expect((await busy).kind).toBe('full')
  })

  it.each([
    ['nothing', ''],
    ['halves of surrogate pairs', `\uD83C Bob forgot \uDF0A it.\uD83C`],
    ['every kind of line end', 'Bob forgot it.\rBob forgot it.\r\nBob forgot it.\u2028Bob forgot it.\n'],
    ['open brackets and quotes', `${'['.repeat(5_000)}${'> '.repeat(5_000)}`],
    ['NUL and controls', '\0\u0007\u001B[31mBob forgot it.\0'],
  ])('stands a text of %s', async (_what, text) => {
    const editor = await opened(PULLED, text)
    const items = await pulledItems(editor)
    for (const { range } of items) {
      const actions = await actionsAt(editor, { range, message: '' })
      expect(actions.length).toBeGreaterThan(0)
    }
  })
})
