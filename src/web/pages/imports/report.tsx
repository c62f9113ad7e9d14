/** One import: how far it is, and what became of each file, field by field. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import type { ImportBatch, ImportDocument } from '../../../contract/imports.ts'
import type { ImportId } from '../../../domain/ids.ts'
import { useAnswer, usePages } from '../../answers.ts'
import { useKept } from '../../kept.ts'
import { Button } from '../../parts/button.tsx'
import { Listing } from '../../parts/listing.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { countOf, countWords } from '../../words.ts'
import styles from './report.module.css'
import { CONFIDENCE_WORDS, OUTCOMES, OUTCOME_WORDS, REASON_WORDS, type Outcome } from './report-words.ts'
import { stopUpload, upload } from './upload.ts'

interface Props {
  readonly importId: ImportId
  /** What to offer once it is done. */
  readonly after: ComponentChildren
}

/** How often a running import is asked how far it is. */
const EVERY_MS = 1_000

export function Report({ importId, after }: Props) {
  const [settled, setSettled] = useState(false)
  const batch = useAnswer(
    'GET /imports/{importId}',
    { params: { importId } },
    settled ? {} : { every: EVERY_MS },
  )
  const running = batch.data === undefined || batch.data.state === 'open' || batch.data.state === 'running'
  const mine = useKept(upload)
  const sending = mine?.importId === importId && mine.state === 'sending'
  if (!running && !settled) setSettled(true)
  if (batch.data === undefined) {
    return batch.problem === null ? (
      <Skeleton lines={6} />
    ) : (
      <ProblemNotice problem={batch.problem} onAgain={batch.again} />
    )
  }
  return (
    <>
      <div class={styles['head']}>
        <p class={styles['title']} role="status">
          {titleOf(batch.data, running)}
        </p>
        {running ? (
          <Progress batch={batch.data} stoppable={sending} />
        ) : (
          <div class={styles['actions']}>{after}</div>
        )}
        {batch.data.message === null ? null : <p>{batch.data.message}</p>}
      </div>
      <Refused importId={importId} />
      <Documents importId={importId} batch={batch.data} running={running} />
    </>
  )
}

/** The answer to "what is this": what was read, as a sentence. */
function titleOf(batch: ImportBatch, running: boolean): string {
  const read = batch.counts.created + batch.counts.updated
  if (running) return `Reading ${batch.label}`
  if (batch.state === 'failed') return `${batch.label} could not be read to its end.`
  const { unchanged, skipped, failed } = batch.counts
  const rest = [
    unchanged > 0 ? `${countWords(unchanged)} unchanged` : '',
    skipped > 0 ? `${countWords(skipped)} left out` : '',
    failed > 0 ? `${countWords(failed)} could not be read` : '',
  ].filter(Boolean)
  return `${countOf(read, 'postmortem')} read from ${batch.label}${rest.length === 0 ? '' : `; ${rest.join(', ')}`}.`
}

function Progress({ batch, stoppable }: { batch: ImportBatch; stoppable: boolean }) {
  const last = useKept(upload)
  const mine = last?.importId === batch.id ? last : null
  const done = Math.max(batch.done, mine?.done ?? 0)
  const total = batch.total ?? mine?.total ?? null
  return (
    <>
      <div
        class={styles['bar']}
        role="progressbar"
        aria-label="Files read"
        aria-valuenow={done}
        aria-valuemin={0}
        {...(total === null ? {} : { 'aria-valuemax': total })}
      >
        <i style={{ width: total === null || total === 0 ? '5%' : `${(100 * done) / total}%` }} />
      </div>
      <div class={styles['now']}>
        <span class="num">
          {countWords(done)} of {total === null ? 'as many as there are' : countOf(total, 'file')}
        </span>
        {mine === null || mine.current === '' ? null : <code>{mine.current}</code>}
        {stoppable ? (
          <Button kind="quiet" onClick={stopUpload}>
            Stop
          </Button>
        ) : null}
      </div>
    </>
  )
}

/** Files the server did not take, known to this visit only. */
function Refused({ importId }: { importId: ImportId }) {
  const last = useKept(upload)
  const refused = last?.importId === importId ? last.refused : []
  if (refused.length === 0) return null
  return (
    <div class={styles['refused']}>
      <h2>{countOf(refused.length, 'file')} not taken</h2>
      <ul>
        {refused.map((one) => (
          <li key={one.path}>
            <span class={styles['path']}>{one.path}</span> {one.message}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface DocumentsProps {
  readonly importId: ImportId
  readonly batch: ImportBatch
  readonly running: boolean
}

function Documents({ importId, batch, running }: DocumentsProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const list = usePages(
    'GET /imports/{importId}/documents',
    { params: { importId }, query: { limit: 100, ...(outcome === null ? {} : { outcome }) } },
    { keep: true, ...(running ? { every: 2_000 } : {}) },
  )
  return (
    <>
      <fieldset class={styles['counts']}>
        <legend class="hide">Show files by what became of them</legend>
        {OUTCOMES.filter((one) => batch.counts[one] > 0).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === outcome}
            onClick={() => setOutcome(one === outcome ? null : one)}
          >
            {OUTCOME_WORDS[one]} <b>{countWords(batch.counts[one])}</b>
          </button>
        ))}
      </fieldset>
      <Listing list={list} empty={null}>
        <Table
          caption="Files of this import"
          columns={FILE_COLUMNS}
          rows={list.items}
          keyOf={(document) => document.path}
        />
      </Listing>
    </>
  )
}

const FILE_COLUMNS: readonly Column<ImportDocument>[] = [
  { head: 'File', kind: 'lead', cell: (document) => <FileCell document={document} /> },
  { head: 'What became of it', cell: (document) => <OutcomeCell document={document} /> },
  { head: 'How sure the reading is', cell: (document) => <Sureness confidence={document.confidence} /> },
  { head: 'To look at', cell: (document) => <Warnings document={document} /> },
]

function FileCell({ document }: { document: ImportDocument }) {
  return (
    <>
      {document.postmortem === null ? (
        <b>{document.title ?? ''}</b>
      ) : (
        <Link href={`/postmortems/${document.postmortem.handle}`}>
          {document.title ?? document.postmortem.handle}
        </Link>
      )}
      <div class={styles['path']}>{document.path}</div>
    </>
  )
}

function OutcomeCell({ document }: { document: ImportDocument }) {
  const reason = document.reason === null ? null : (REASON_WORDS[document.reason] ?? document.reason)
  return (
    <>
      {OUTCOME_WORDS[document.outcome]}
      {reason === null && document.message === null ? null : <small>{document.message ?? reason}</small>}
    </>
  )
}

/** Below this a person should look. */
const UNSURE = 0.6

/** How sure the reading is of each field; those to look at stand out by weight and word. */
function Sureness({ confidence }: { confidence: ImportDocument['confidence'] }) {
  if (confidence === null) return <span class="none">no value</span>
  return (
    <span class={styles['fields']}>
      {Object.entries(confidence).map(([field, sure]) => (
        <span key={field} class={`${styles['field']} ${sure < UNSURE ? styles['low'] : ''}`}>
          {CONFIDENCE_WORDS[field] ?? field} {Math.round(sure * 100)} %
        </span>
      ))}
    </span>
  )
}

function Warnings({ document }: { document: ImportDocument }) {
  if (document.warnings.length === 0) return <span class="none">nothing</span>
  return (
    <details class={styles['warnings']}>
      <summary>{countOf(document.warnings.length, 'thing')}</summary>
      <ul>
        {document.warnings.map((warning, at) => (
          <li key={at}>
            {warning.message}
            {warning.line === null ? '' : `, line ${warning.line}`}
          </li>
        ))}
      </ul>
    </details>
  )
}
