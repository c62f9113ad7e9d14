import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportBatch, ImportDocument } from '../../src/contract/imports.ts'
import { newId } from '../../src/storage/new-id.ts'
import { type SignedIn, testApp, type TestApp } from '../support/app.ts'
import { codeOf } from '../support/problem.ts'

let app: TestApp
let facilitator: SignedIn
beforeAll(async () => {
  app = await testApp()
  facilitator = await app.person(['facilitator'], 'Fay Facilitator')
  await app.person(['contributor'], 'Maria Lind')
})

const report = (more = '') => `# Checkout timeouts after the pool ran dry

**Severity:** SEV2
**Date:** 2026-02-03
**Services:** checkout

## Summary
Checkout answered slowly for 48 minutes because the connection pool was exhausted.${more}

## Timeline (UTC)
- 09:12 Alarm: checkout p99 above 5 s
- 09:20 On-call engineer looks at the dashboard
- 10:00 Pool size raised, errors stop

## Action items
| Action | Owner | Due |
|---|---|---|
| Alarm at 80 % of the pool | Maria Lind | 2026-03-01 |
| Write down how to raise the pool | nobody yet | |
`

async function begin(label: string): Promise<ImportBatch> {
  return facilitator.call('POST /imports', { body: { source: 'upload', label } })
}

const upload = async (
  batch: ImportBatch,
  path: string,
  text: string | Uint8Array,
): Promise<ImportDocument[]> => {
  const body = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const { documents } = await facilitator.call('POST /imports/{importId}/files', {
    params: { importId: batch.id },
    query: { path },
    body,
  })
  return documents
}

describe('one file', () => {
  it('becomes a postmortem with its times, actions and original', async () => {
    const batch = await begin('pool')
    const [document] = await upload(batch, 'ops/pool.md', report())
    expect(document).toMatchObject({ outcome: 'created', title: 'Checkout timeouts after the pool ran dry' })
    const read = await facilitator.call('GET /postmortems/{postmortemId}', {
      params: { postmortemId: document!.postmortem!.id },
    })
    expect(read).toMatchObject({ state: 'draft', severity: 'SEV2', impactStartedAt: '2026-02-03T09:12:00Z' })
    expect(read.timeline).toHaveLength(3)
    expect(read.actions.map((action) => [action.owner?.name, action.ownerAsWritten])).toEqual([
      ['Maria Lind', 'Maria Lind'],
      [undefined, 'nobody yet'],
    ])
    expect(read.incidents[0]?.services.map((service) => service.name)).toEqual(['checkout'])
    expect(read.classes.every((one) => one.standing === 'suggested')).toBe(true)
    const bytes = await facilitator.call('GET /postmortems/{postmortemId}/originals/{originalId}', {
      params: { postmortemId: read.id, originalId: read.originals[0]!.id },
    })
    expect(await bytes.text()).toBe(report())
  })

  it('changes nothing when it comes again, in this import or the next', async () => {
    const first = await begin('twice')
    const [created] = await upload(first, 'a.md', report(' Twice.'))
    const [again] = await upload(first, 'a.md', report(' Twice.'))
    expect(again).toMatchObject({ outcome: 'unchanged', postmortem: created!.postmortem })
    const second = await begin('twice')
    const [later] = await upload(second, 'a.md', report(' Twice.'))
    expect(later).toMatchObject({ outcome: 'unchanged', postmortem: created!.postmortem })
  })

  it('edited, becomes the next version; what people changed here stays', async () => {
    const batch = await begin('edited')
    const [created] = await upload(batch, 'a.md', report(' Before.'))
    const postmortemId = created!.postmortem!.id
    const before = await facilitator.call('GET /postmortems/{postmortemId}', { params: { postmortemId } })
    await facilitator.call('PATCH /postmortems/{postmortemId}', {
      params: { postmortemId },
      ifMatch: before.version,
      body: { sections: { summary: 'Said better by a person.' } },
    })
    const edited = report(' After.').replace('10:00 Pool size raised', '10:05 Pool size raised')
    const [updated] = await upload(batch, 'a.md', `${edited}| Test the alarm | Maria Lind | |\n`)
    expect(updated).toMatchObject({ outcome: 'updated', postmortem: created!.postmortem })
    expect(updated!.warnings.map((warning) => warning.code)).toContain('edit_kept')
    const after = await facilitator.call('GET /postmortems/{postmortemId}', { params: { postmortemId } })
    expect(after.sections.summary).toBe('Said better by a person.')
    expect(after.timeline.at(-1)?.asWritten).toContain('10:05')
    expect(after.actions.map((action) => action.title)).toContain('Test the alarm')
    expect(after.actions).toHaveLength(3)
    expect(after.originals.map((original) => original.version)).toEqual([2, 1])
  })

  it('that is a README is skipped with its reason, and the same bytes elsewhere are told of', async () => {
    const batch = await begin('others')
    const [readme] = await upload(batch, 'README.md', '# Postmortems\n\nHow we write them.\n')
    expect(readme).toMatchObject({ outcome: 'skipped', postmortem: null })
    expect(readme!.reason).not.toBeNull()
    const [one] = await upload(batch, 'one.md', report(' Copied.'))
    const [copy] = await upload(batch, 'two/copy.md', report(' Copied.'))
    expect(copy).toMatchObject({ outcome: 'skipped', reason: 'duplicate', postmortem: one!.postmortem })
  })
})

describe('hostile input', () => {
  it('without a date stands last in the library, since it is old and nobody knows how old', async () => {
    const batch = await begin('undated')
    const undated = report()
      .replace('**Date:** 2026-02-03\n', '')
      .replace('Checkout timeouts', 'Payout timeouts')
    expect(await upload(batch, 'undated.md', undated)).toMatchObject([{ outcome: 'created' }])
    const dated = report(' Dated.').replace('Checkout timeouts', 'Refund timeouts')
    expect(await upload(batch, 'dated.md', dated)).toMatchObject([{ outcome: 'created' }])
    const { items } = await facilitator.call('GET /postmortems', { query: { sort: 'newest' } })
    expect(items.some((one) => one.title.startsWith('Refund timeouts'))).toBe(true)
    expect(items.at(-1)?.title).toContain('Payout timeouts')
  })

  it('cannot leave its folder', async () => {
    const batch = await begin('paths')
    for (const path of ['../../etc/passwd', '/etc/passwd', 'a/../../b.md', String.raw`..\b.md`, 'C:\\b.md']) {
      expect([path, await codeOf(upload(batch, path, report()))]).toEqual([path, 'path_refused'])
    }
  })

  it('of NUL bytes, broken text and markup is skipped or kept as text, and the import goes on', async () => {
    const batch = await begin('bytes')
    const [binary] = await upload(batch, 'binary.md', new Uint8Array([0, 1, 2, 0, 255, 254, 0]))
    expect(binary).toMatchObject({ outcome: 'skipped', reason: 'not_text' })
    const late = `${report(' Late.')}\n${'x'.repeat(70_000)}\n- \0 after the sample\n`
    expect((await upload(batch, 'late.md', late))[0]?.outcome).toMatch(/created|skipped/)
    const [script] = await upload(
      batch,
      'script.md',
      report(' <script>alert(1)</script> [x](javascript:alert(1))'),
    )
    expect(script?.outcome).toBe('created')
    const url = `/api/v1/postmortems/${script!.postmortem!.id}`
    const read = await facilitator.call('GET /postmortems/{postmortemId}', {
      params: { postmortemId: script!.postmortem!.id },
    })
    const original = await facilitator.fetch(`${url}/originals/${read.originals[0]!.id}`)
    expect(original.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(original.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(app.errors).toEqual([])
  })

  it('of 30 MB is refused while it comes', async () => {
    const batch = await begin('large')
    let sent = 0
    const body = new ReadableStream({
      pull: (controller) => {
        sent += 1
        if (sent > 30) controller.close()
        else controller.enqueue(new Uint8Array(1024 * 1024))
      },
    })
    const response = await facilitator.fetch(`/api/v1/imports/${batch.id}/files?path=large.md`, {
      method: 'POST',
      body,
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(413)
    expect(sent).toBeLessThan(30)
  })
})

describe('a folder on the server', () => {
  const root = mkdtempSync(join(tmpdir(), 'highwater-folder-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  const ended = async (batch: ImportBatch): Promise<ImportBatch> => {
    for (let tries = 0; tries < 100; tries += 1) {
      const now = await app.admin.call('GET /imports/{importId}', { params: { importId: batch.id } })
      if (now.finishedAt !== null) return now
      await wait(100)
    }
    throw new Error('The import did not end')
  }

  it('is read by a job, past links that leave it and files that cannot be read', async () => {
    mkdirSync(join(root, 'reports', '2026'), { recursive: true })
    writeFileSync(join(root, 'secret.md'), report(' Secret.'))
    writeFileSync(join(root, 'reports', '2026', 'a.md'), report(' From a folder.'))
    writeFileSync(join(root, 'reports', 'picture.png'), new Uint8Array([137, 80, 78, 71]))
    writeFileSync(join(root, 'reports', 'closed.md'), report(' Closed.'))
    chmodSync(join(root, 'reports', 'closed.md'), 0o000)
    symlinkSync(join(root, 'secret.md'), join(root, 'reports', 'leaving.md'))
    symlinkSync(join(root, 'reports'), join(root, 'reports', 'circle'))
    const begun = await app.admin.call('POST /imports', {
      body: { source: 'folder', path: join(root, 'reports') },
    })
    expect(begun.state).toBe('running')
    const batch = await ended(begun)
    expect(batch).toMatchObject({ state: 'done', done: batch.total })
    const { items } = await app.admin.call('GET /imports/{importId}/documents', {
      params: { importId: batch.id },
    })
    const outcomes = Object.fromEntries(items.map((item) => [item.path, item.reason ?? item.outcome]))
    expect(outcomes).toMatchObject({ '2026/a.md': 'created', 'leaving.md': 'link_leaves_folder' })
    // The superuser reads what nobody else may.
    expect(outcomes['closed.md']).toBe(process.getuid?.() === 0 ? 'created' : 'unreadable')
    expect(Object.keys(outcomes)).toHaveLength(3)
  })

  it('left unfinished without a job, as after a restore, is read when the server starts', async () => {
    const folder = join(root, 'left')
    mkdirSync(folder)
    writeFileSync(join(folder, 'b.md'), report(' Left behind.'))
    const id = newId<'import'>()
    await app.database.db
      .insertInto('imports')
      .values({
        id,
        source: 'folder',
        label: folder,
        zone: null,
        state: 'running',
        message: null,
        total: null,
      })
      .execute()
    await app.warmUp()
    expect(
      await ended(await app.admin.call('GET /imports/{importId}', { params: { importId: id } })),
    ).toMatchObject({
      state: 'done',
      counts: { created: 1 },
    })
  })

  it('is for administrators, and must be there', async () => {
    const folder = (path: string) => ({ body: { source: 'folder' as const, path } })
    expect(await codeOf(facilitator.call('POST /imports', folder(root)))).toBe('not_allowed')
    expect(await codeOf(app.admin.call('POST /imports', folder('relative')))).toBe('folder_unreadable')
    expect(await codeOf(app.admin.call('POST /imports', folder(join(root, 'nowhere'))))).toBe(
      'folder_unreadable',
    )
  })
})
