/** Measures reading on texts of our own and on the corpus of real reports: roles, planned work, labels made by hand, classes, speed, calibration. */
import type { DraftDocument, ReadDocument } from '../../src/ingest/draft.ts'
import { readDocument } from '../../src/ingest/read-document.ts'
import {
  corpusIsThere,
  CORPUS,
  fileOf,
  labelledFile,
  labelledClasses,
  labelledNotices,
  labelsOf,
  manifest,
} from './scoring/corpus.ts'
import { printGrowth } from './scoring/growth.ts'
import { add, Calibration, share, spoken } from './scoring/measures.ts'
import { outcome, printRow, printTally, scoreLabel, tally, type Tally } from './scoring/score-labels.ts'

const OPTIONS = { zone: null }
const VERBOSE = process.argv.includes('--verbose')

function main(): void {
  if (!process.argv.includes('--brief')) printGrowth()
  // The reader was mended with our own texts before it, so they say nothing of how sure it may be.
  printPart('styles', new Calibration())
  const calibration = new Calibration()
  if (!corpusIsThere()) {
    console.log(
      `SKIPPED: no corpus at ${CORPUS}; roles, labels, classes and calibration were not measured. Set HIGHWATER_CORPUS to its folder.`,
    )
    return
  }
  const read = readAll()
  printRoles(read, calibration)
  printNotices(read)
  printClasses(read, calibration)
  for (const part of ['dev', 'holdout']) printPart(part, calibration)
  console.log('\nCalibration: stated confidence → observed rightness (documents)')
  calibration.print()
}

type Read = ReadonlyMap<string, { role: string; documents: readonly ReadDocument[] }>

function readAll(): Read {
  const files = manifest().map((row) => ({ ...row, bytes: fileOf(row.path) }))
  for (const { path, bytes } of files.slice(0, 100)) readDocument(path, bytes, OPTIONS)
  const started = performance.now()
  const read = new Map<string, { role: string; documents: readonly ReadDocument[] }>()
  let slowest = { path: '', ms: 0 }
  for (const { path, role, bytes } of files) {
    const from = performance.now()
    read.set(path, { role, documents: readDocument(path, bytes, OPTIONS) })
    const ms = performance.now() - from
    if (ms > slowest.ms) slowest = { path, ms }
  }
  const total = performance.now() - started
  console.log(
    `Speed: ${((total / files.length) * 1000).toFixed(0)} ms per 1,000 files (${files.length} read, one core); slowest ${slowest.ms.toFixed(0)} ms`,
  )
  return read
}

function printRoles(read: Read, calibration: Calibration): void {
  const table: Record<string, Record<string, number>> = {}
  const found = share()
  const taken = share()
  for (const [path, { role, documents }] of read) {
    const row = (table[role] ??= {})
    const got = outcome(documents)
    row[got] = (row[got] ?? 0) + 1
    const isReport = got === 'postmortem' || got === 'several'
    const draft = documents.find((each): each is DraftDocument => each.status === 'postmortem')
    if (role === 'postmortem' || role === 'multi') add(found, Number(isReport), 1)
    else if (role === 'readme' || role === 'template' || role === 'stub') add(taken, Number(isReport), 1)
    else continue
    if (draft !== undefined)
      calibration.add('role', draft.confidence.role, Number(role === 'postmortem' || role === 'multi'))
    if (VERBOSE && isReport !== (role === 'postmortem' || role === 'multi'))
      console.log(`  ${role} read as ${got}: ${path}`)
  }
  console.log('\nRoles: what the manifest says (rows) and what was read')
  console.table(table)
  console.log(`  reports found                          ${spoken(found)}`)
  console.log(`  readme, template, stub taken for one   ${spoken(taken)}`)
}

function printNotices(read: Read): void {
  const parts = new Map<string, ReturnType<typeof share>>()
  for (const { part, path, kind } of labelledNotices()) {
    const got = outcome(read.get(path)?.documents ?? [])
    const right = kind === 'planned_work' ? got === 'planned_work' : got === 'postmortem'
    const held = parts.get(part) ?? share()
    add(held, Number(right), 1)
    parts.set(part, held)
    if (VERBOSE && !right && part !== 'holdout') console.log(`  notice ${path}: ${kind}, read as ${got}`)
  }
  for (const [part, held] of parts)
    console.log(`  planned work told from incidents, ${part}: ${spoken(held)}`)
}

function printClasses(read: Read, calibration: Calibration): void {
  const [first, two, either] = [share(), share(), share()]
  for (const { path, classes } of labelledClasses()) {
    const draft = read
      .get(path)
      ?.documents.find((each): each is DraftDocument => each.status === 'postmortem')
    const suggested = draft?.classes.map((each) => each.class) ?? []
    const right = Number(suggested[0] === classes[0])
    add(first, right, 1)
    add(two, Number(suggested.slice(0, 2).includes(classes[0] ?? '')), 1)
    add(either, Number(classes.includes(suggested[0] ?? '')), 1)
    if (draft !== undefined) calibration.add('classes', draft.confidence.classes, right)
    if (VERBOSE && right === 0)
      console.log(`  class ${path}: ${classes.join(',')}, suggested ${suggested.join(',')}`)
  }
  console.log('\nClasses suggested (labels of one reader)')
  console.log(`  first is the primary class             ${spoken(first)}`)
  console.log(`  primary class among the first two      ${spoken(two)}`)
  console.log(`  first is one of the labelled classes   ${spoken(either)}`)
}

function printPart(part: string, calibration: Calibration): void {
  const labels = labelsOf(part)
  if (labels.length === 0) {
    console.log(`\nSKIPPED: no labels in test/ingest/labels/${part}`)
    return
  }
  const all = tally()
  const bySource = new Map<string, Tally>()
  for (const label of labels) {
    const source = label.path.split('/')[0] ?? ''
    const own = bySource.get(source) ?? tally()
    bySource.set(source, own)
    const documents = readDocument(label.path, labelledFile(part, label.path), OPTIONS)
    scoreLabel(label, documents, [all, own], calibration, VERBOSE && part !== 'holdout')
  }
  printTally(`Labels, ${part}: ${labels.length} documents`, all)
  if (part === 'dev') for (const [source, each] of bySource) printRow(source, each)
}

main()
