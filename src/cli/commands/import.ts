/** `import`: reads existing postmortems; dry, it prints what it understood; else it stores them. */
import { ApiProblem, type Call } from '../../client/client.ts'
import type { ImportDocument } from '../../contract/imports.ts'
import type { DraftDocument, ReadDocument, Warning } from '../../ingest/draft.ts'
import { readDocument } from '../../ingest/read-document.ts'
import { choiceOf, textOf, WrongUse, type Command, type Terminal, type Words } from '../command.ts'
import { EXIT, type Exit } from '../exit.ts'
import { findFiles, LARGEST_FILE, readFound, type Found, type FoundFile } from '../files.ts'
import { printable } from '../printable.ts'
import type { Installation } from '../installation.ts'
import { progressOn } from '../progress.ts'

export const importCommand: Command = {
  name: 'import',
  takes: 'DIR|FILE…',
  summary: 'Read existing postmortems into the library; --dry-run only says what it understands',
  description:
    'Reads every file below the named folders. Importing the same folder again changes nothing; an edited file becomes a new version. ' +
    'A file that cannot be read is reported, and the rest go on; the exit status is then 1.',
  flags: {
    'dry-run': { type: 'boolean', help: 'Store nothing; print what each file was understood to say' },
    format: { type: 'string', value: 'text|json', help: 'How to print the result; text unless said' },
    zone: {
      type: 'string',
      value: 'ZONE',
      help: 'Zone of times whose text names none, such as Europe/London',
    },
  },
  async run(words, terminal, installation) {
    if (words.rest.length === 0) throw new WrongUse('DIR or FILE is missing')
    const format = choiceOf(words, 'format', ['text', 'json'], 'text')
    const zone = zoneOf(words)
    const found = await findFiles(words.rest)
    if (found.files.length === 0 && found.unreadable.length === 0)
      terminal.err('There is no file to read here.\n')
    return words.flags['dry-run'] === true
      ? dryRun(found, zone, format, terminal)
      : store(found, zone, format, terminal, installation)
  },
}

function zoneOf(words: Words): string | null {
  const zone = textOf(words, 'zone')
  if (zone === null) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch (error) {
    throw new WrongUse(`--zone “${zone}” is not a time zone; write one like Europe/London or +02:00`, {
      cause: error,
    })
  }
}

const tooLarge = (file: FoundFile): string =>
  `is ${Math.ceil(file.bytes / 1024 / 1024)} MiB; at most 25 MiB are read`

const warningOf = (code: string, message: string): Warning => ({ code, message, line: null })

async function readOne(file: FoundFile, zone: string | null): Promise<readonly ReadDocument[] | Warning> {
  if (file.bytes > LARGEST_FILE) {
    const message = tooLarge(file)
    return [
      {
        path: file.path,
        status: 'skipped',
        reason: 'too_large',
        title: null,
        warnings: [warningOf('too_large', message)],
      },
    ]
  }
  const bytes = await readFound(file)
  return bytes instanceof Uint8Array
    ? readDocument(file.path, bytes, { zone })
    : warningOf('unreadable', bytes.message)
}

async function dryRun(
  found: Found,
  zone: string | null,
  format: 'text' | 'json',
  terminal: Terminal,
): Promise<Exit> {
  const progress = progressOn(terminal)
  const documents: ReadDocument[] = []
  const errors = found.unreadable.map((one) => ({ path: one.path, message: one.message }))
  for (const [index, file] of found.files.entries()) {
    progress.at(index, found.files.length, file.path)
    const read = await readOne(file, zone)
    if ('message' in read) errors.push({ path: file.path, message: read.message })
    else documents.push(...read)
  }
  progress.end()
  for (const one of errors) terminal.err(printable(`${one.path}: ${one.message}`))
  const summary = summarise(documents)
  if (format === 'json') terminal.out(`${JSON.stringify({ version: 1, documents, errors, summary })}\n`)
  else terminal.out(`${documents.map(lineOf).join('')}${sentenceOf(summary)}\n`)
  return errors.length === 0 ? EXIT.done : EXIT.found
}

interface Summary {
  readonly postmortems: number
  readonly skipped: number
  readonly byReason: Readonly<Record<string, number>>
}

function summarise(documents: readonly ReadDocument[]): Summary {
  const reasons = Object.groupBy(
    documents.filter((one) => one.status === 'skipped'),
    (one) => one.reason,
  )
  return {
    postmortems: documents.filter((one) => one.status === 'postmortem').length,
    skipped: documents.filter((one) => one.status === 'skipped').length,
    byReason: Object.fromEntries(Object.entries(reasons).map(([reason, list]) => [reason, list.length])),
  }
}

function sentenceOf(summary: Summary): string {
  const reasons = Object.entries(summary.byReason).map(
    ([reason, count]) => `${count} ${reason.replaceAll('_', ' ')}`,
  )
  const why = reasons.length === 0 ? '' : ` (${reasons.join(', ')})`
  return `${summary.postmortems} postmortems, ${summary.skipped} skipped${why}.`
}

function lineOf(one: ReadDocument): string {
  switch (one.status) {
    case 'postmortem':
      return printable(one.path) + printable(`  ${one.title}`) + `  ${factsOf(one)}\n`
    case 'several':
      return `${printable(one.path)}  holds ${one.count} incidents\n`
    case 'skipped':
      return `${printable(one.path)}  skipped: ${one.reason.replaceAll('_', ' ')}\n`
  }
}

function factsOf(one: DraftDocument): string {
  const sure = (share: number | undefined): string =>
    share === undefined ? '' : ` (${Math.round(share * 100)} %)`
  return [
    `started ${one.incident.startedAt ?? one.incident.startedOn ?? 'unknown'}${sure(one.confidence.startedAt)}`,
    one.incident.severity ?? 'severity unknown',
    `${one.timeline.length} timeline entries${sure(one.confidence.timeline)}`,
    `${one.actions.length} actions${sure(one.confidence.actions)}`,
    ...(one.warnings.length === 0 ? [] : [`${one.warnings.length} warnings`]),
  ].join(' · ')
}

async function store(
  found: Found,
  zone: string | null,
  format: 'text' | 'json',
  terminal: Terminal,
  installation: Installation,
): Promise<Exit> {
  const opened = await installation.open()
  const progress = progressOn(terminal)
  try {
    terminal.err(`Importing into ${opened.where}\n`)
    const documents = found.unreadable.map((one) => failure(one.path, 'unreadable', one.message))
    // An import is of one folder: a file is known again by its folder and its path within it.
    for (const [label, files] of Map.groupBy(found.files, (file) => file.folder)) {
      const batch = await opened.call('POST /imports', {
        body: { source: 'upload', label, zone, total: files.length },
      })
      for (const [index, file] of files.entries()) {
        progress.at(index, files.length, file.path)
        documents.push(...(await storeOne(file, batch.id, opened.call)))
      }
      await opened.call('POST /imports/{importId}/finish', { params: { importId: batch.id } })
    }
    progress.end()
    printStored(documents, format, terminal)
    return documents.some((one) => one.outcome === 'failed') ? EXIT.found : EXIT.done
  } finally {
    await opened.close()
  }
}

/** One file; that it was refused is its own outcome, and the rest go on. */
async function storeOne(file: FoundFile, importId: string, call: Call): Promise<readonly ImportDocument[]> {
  if (file.bytes > LARGEST_FILE) {
    return [{ ...failure(file.path, 'too_large', tooLarge(file)), outcome: 'skipped' }]
  }
  const bytes = await readFound(file)
  if (!(bytes instanceof Uint8Array)) return [failure(file.path, 'unreadable', bytes.message)]
  try {
    const answer = await call('POST /imports/{importId}/files', {
      params: { importId },
      query: { path: file.path },
      body: bytes,
    })
    return answer.documents
  } catch (error) {
    if (!(error instanceof ApiProblem) || STOPS_ALL.has(error.problem.code)) throw error
    return [failure(file.path, error.problem.code, error.message)]
  }
}

/** Problems that the next file would meet too. */
const STOPS_ALL = new Set(['disk_full', 'not_signed_in', 'not_allowed', 'import_closed'])

const failure = (path: string, reason: string, message: string): ImportDocument => ({
  path,
  outcome: 'failed',
  reason,
  message,
  title: null,
  postmortem: null,
  confidence: null,
  warnings: [],
})

function printStored(
  documents: readonly ImportDocument[],
  format: 'text' | 'json',
  terminal: Terminal,
): void {
  const byOutcome = Object.groupBy(documents, (one) => one.outcome)
  const counts = Object.fromEntries(
    Object.entries(byOutcome).map(([outcome, list]) => [outcome, list.length]),
  )
  if (format === 'json') {
    terminal.out(`${JSON.stringify({ version: 1, documents, counts })}\n`)
    return
  }
  for (const one of byOutcome.failed ?? [])
    terminal.err(printable(`${one.path}: ${one.message ?? one.reason ?? 'failed'}`))
  const parts = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`)
  terminal.out(`${parts.join(', ') || 'Nothing to import'}.\n`)
}
