import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import { anIncident, at, smallOrganisation, storePostmortem } from '../../test/support/records.ts'
import {
  advanceImport,
  createImport,
  findImport,
  listDocuments,
  listImports,
  readingAsked,
  recordDocument,
  setImportState,
  type ImportedDocument,
} from './imports-store.ts'
import { newId } from './new-id.ts'
import {
  findNewestOriginal,
  findPostmortemsOfFile,
  keepOriginal,
  linkOriginal,
  listNewestOriginals,
  listOriginals,
  readOriginal,
} from './originals-store.ts'
import { ask } from './question.ts'
import { SEES_ALL } from './sight.ts'

const { db } = await testDatabase()
const org = await smallOrganisation(db)
const importedAt = at('2026-06-01T08:00:00Z')
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

const keep = (path: string, bytes: Uint8Array) => {
  const id = newId<'original'>()
  const original = {
    id,
    folder: 'ops',
    path,
    bytes,
    sha256: sha(bytes),
    encoding: 'utf-8',
    importId: null,
    importedAt,
  }
  return db.transaction().execute(async (tx) => ({ id, version: await keepOriginal(tx, original) }))
}

test('an original comes back to the byte, and an edited file is the next version', async () => {
  const [one, two] = [randomBytes(4_000), Buffer.from('# Café \u0000 \r\n')]
  const first = await keep('2024/x.md', one)
  const second = await keep('2024/x.md', two)
  expect([first.version, second.version]).toEqual([1, 2])
  const id = await storePostmortem(db, anIncident())
  await db.transaction().execute(async (tx) => {
    await linkOriginal(tx, id, first.id, 0)
    await linkOriginal(tx, id, second.id, 0)
  })
  expect((await readOriginal(db, id, first.id))?.bytes).toEqual(one)
  expect((await readOriginal(db, id, second.id))?.bytes).toEqual(two)
  expect(await listOriginals(db, id)).toMatchObject([
    { version: 2, sha256: sha(two).toString('hex'), bytes: two.length },
    { version: 1, sha256: sha(one).toString('hex'), bytes: one.length },
  ])
  expect(await findNewestOriginal(db, { folder: 'ops', path: '2024/x.md' })).toMatchObject({ version: 2 })
  expect(await findNewestOriginal(db, { folder: 'other', path: '2024/x.md' })).toBeNull()
  expect(await findPostmortemsOfFile(db, { folder: 'ops', path: '2024/x.md' })).toEqual(new Map([[0, id]]))
  await keep('2024/y.md', two)
  expect(await listNewestOriginals(db, null, 10)).toMatchObject([
    { path: '2024/x.md', version: 2, bytes: two },
    { path: '2024/y.md', version: 1 },
  ])
  expect(await listNewestOriginals(db, { folder: 'ops', path: '2024/x.md' }, 10)).toHaveLength(1)
})

test('an original of another postmortem is not given out, and none can be changed', async () => {
  const kept = await keep('z.md', Buffer.from('z'))
  const id = await storePostmortem(db, anIncident())
  expect(await readOriginal(db, id, kept.id)).toBeNull()
  await expect(db.updateTable('originals').set({ path: 'other' }).execute()).rejects.toThrow('append-only')
})

const documentOf = (path: string, fields: Partial<ImportedDocument>): ImportedDocument => ({
  path,
  sha256: null,
  outcome: 'skipped',
  reason: 'readme',
  message: null,
  title: null,
  confidence: null,
  warnings: [],
  postmortemId: null,
  ...fields,
})

test('an import says how far it is and what became of each file', async () => {
  const id = newId<'import'>()
  await db.transaction().execute((tx) =>
    createImport(tx, {
      id,
      source: 'upload',
      label: 'ops',
      zone: null,
      state: 'open',
      total: 3,
      startedById: org.ada,
      startedAt: importedAt,
    }),
  )
  const seen = await storePostmortem(db, anIncident())
  const hidden = await storePostmortem(db, anIncident(), { visibility: 'restricted' })
  const warnings = [{ code: 'zone_assumed', message: 'No zone is stated', line: 3 }]
  await recordDocument(db, id, documentOf('README.md', {}))
  await recordDocument(
    db,
    id,
    documentOf('a.md', {
      outcome: 'created',
      reason: null,
      postmortemId: seen,
      confidence: { startedAt: 0.9 },
      warnings,
    }),
  )
  await recordDocument(db, id, documentOf('b.md', { outcome: 'failed', reason: 'disk_full' }))
  await recordDocument(db, id, documentOf('b.md', { outcome: 'created', reason: null, postmortemId: hidden }))
  await advanceImport(db, id, 3)

  expect(await findImport(db, id)).toMatchObject({ done: 3, total: 3, counts: { skipped: 1, created: 2 } })
  const stranger = { personId: null, seesRestricted: false }
  const page = await listDocuments(db, stranger, id, 'created', { limit: 10, cursor: null })
  expect(page.items).toMatchObject([
    { path: 'a.md', postmortemId: seen },
    { path: 'b.md', postmortemId: null },
  ])
  expect((await listDocuments(db, SEES_ALL, id, null, { limit: 2, cursor: null })).nextCursor).not.toBeNull()
  expect(await ask(db, readingAsked(db, seen))).toEqual({ confidence: { startedAt: 0.9 }, warnings })

  expect(await setImportState(db, id, 'done', null, importedAt)).toBe(true)
  expect(await setImportState(db, id, 'failed', 'too late', importedAt)).toBe(false)
  expect((await listImports(db, { limit: 5, cursor: null })).items).toMatchObject([{ id, state: 'done' }])
})
