/** Imports: a folder of existing postmortems becomes data, file by file, with a confidence report. */
import { z } from 'zod'
import { id, idOut, instantOut, line, page, pageQuery } from './common.ts'
import { routes } from './kit.ts'

export const IMPORT_OUTCOMES = ['created', 'updated', 'unchanged', 'several', 'skipped', 'failed'] as const

export const importDocument = z
  .object({
    path: z.string(),
    outcome: z.enum(IMPORT_OUTCOMES),
    /** Why it was skipped or failed; null otherwise. */
    reason: z.string().nullable(),
    /** A sentence that says what to do, where something went wrong. */
    message: z.string().nullable(),
    title: z.string().nullable(),
    postmortem: z.object({ id: idOut<'postmortem'>(), handle: z.string() }).nullable(),
    /** Per field, 0 to 1; null where nothing was read. */
    confidence: z.record(z.string(), z.number()).nullable(),
    warnings: z.array(z.object({ code: z.string(), message: z.string(), line: z.number().int().nullable() })),
  })
  .meta({ id: 'ImportDocument' })
export type ImportDocument = z.output<typeof importDocument>

export const importBatch = z
  .object({
    id: idOut<'import'>(),
    source: z.enum(['upload', 'folder']),
    /** The folder on the server, or the name the uploader gave. */
    label: z.string(),
    zone: z.string().nullable(),
    state: z.enum(['open', 'running', 'done', 'failed']),
    message: z.string().nullable(),
    /** Files found so far (folder) or told of (upload); null until known. */
    total: z.number().int().nullable(),
    done: z.number().int(),
    counts: z.record(z.enum(IMPORT_OUTCOMES), z.number().int()),
    startedAt: instantOut,
    finishedAt: instantOut.nullable(),
  })
  .meta({ id: 'ImportBatch' })
export type ImportBatch = z.output<typeof importBatch>

const params = z.object({ importId: id<'import'>() })

export const importRoutes = routes({
  'GET /imports': {
    access: 'postmortem.import',
    summary: 'List imports, newest first',
    query: pageQuery,
    answer: page(importBatch),
  },
  'POST /imports': {
    access: 'postmortem.import',
    summary: 'Begin an import by upload, or of a folder the server can read (administrators)',
    body: z.discriminatedUnion('source', [
      z.object({
        source: z.literal('upload'),
        label: line(300),
        zone: z.string().max(60).nullable().default(null),
        total: z.number().int().min(0).max(1_000_000).nullable().default(null),
      }),
      z.object({
        source: z.literal('folder'),
        path: line(4_000),
        zone: z.string().max(60).nullable().default(null),
      }),
    ]),
    answer: importBatch,
    status: 201,
    problems: ['folder_unreadable', 'zone_unknown', 'disk_full'],
  },
  'GET /imports/{importId}': {
    access: 'postmortem.import',
    summary: 'One import and how far it is',
    params,
    answer: importBatch,
  },
  'POST /imports/{importId}/files': {
    access: 'postmortem.import',
    summary: 'Read one file into an import; the same bytes again change nothing',
    description: 'The body is the file as it is, at most 25 MiB; `path` is its path inside the folder.',
    params,
    query: z.object({ path: line(1_000) }),
    body: 'bytes',
    answer: z.object({ documents: z.array(importDocument) }),
    status: 201,
    problems: ['import_closed', 'path_refused', 'disk_full'],
  },
  'POST /imports/{importId}/finish': {
    access: 'postmortem.import',
    summary: 'Close an import by upload',
    params,
    answer: importBatch,
  },
  'GET /imports/{importId}/documents': {
    access: 'postmortem.import',
    summary: 'What became of each file, in order of reading',
    params,
    query: pageQuery.extend({ outcome: z.enum(IMPORT_OUTCOMES).optional() }),
    answer: page(importDocument),
  },
})
