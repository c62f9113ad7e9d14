/** Who changed what of a postmortem and when, newest first. */
import type { Postmortem } from '../../../contract/postmortems.ts'
import { usePages } from '../../answers.ts'
import { Button } from '../../parts/button.tsx'
import { EmptyState } from '../../parts/empty.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import type { PageProps } from '../../page-route.ts'
import { ACTION_STATE_WORDS, POSTMORTEM_STATE_WORDS, timeWords } from '../../words.ts'
import styles from './history-page.module.css'
import { Sheet } from './sheet.tsx'

export function HistoryPage({ params }: PageProps) {
  return (
    <Sheet handle={params['handle'] ?? ''} view="history">
      {(postmortem) => <History postmortem={postmortem} />}
    </Sheet>
  )
}

function History({ postmortem }: { postmortem: Postmortem }) {
  const pages = usePages('GET /postmortems/{postmortemId}/history', {
    params: { postmortemId: postmortem.id },
  })
  return (
    <>
      <h1>History</h1>
      <p class={styles['lead']}>Every change to this postmortem. Nothing here is edited or deleted.</p>
      {pages.problem === null ? null : <ProblemNotice problem={pages.problem} onAgain={pages.again} />}
      {pages.first === undefined ? (
        pages.problem === null ? (
          <Skeleton lines={8} />
        ) : null
      ) : pages.items.length === 0 ? (
        <EmptyState title="Nothing has changed yet." />
      ) : (
        <ol class={styles['list']}>
          {pages.items.map((entry, i) => (
            <Entry key={i} entry={entry} />
          ))}
        </ol>
      )}
      {pages.hasMore ? (
        <Button onClick={pages.more} busy={pages.loading}>
          Earlier changes
        </Button>
      ) : null}
    </>
  )
}

type Change = ReturnType<typeof usePages<'GET /postmortems/{postmortemId}/history'>>['items'][number]

/** Longer values are folded away. */
const SHORT = 80

function Entry({ entry }: { entry: Change }) {
  const small = entry.changes.every(
    (change) => (change.before?.length ?? 0) <= SHORT && (change.after?.length ?? 0) <= SHORT,
  )
  const changes = (
    <dl>
      {entry.changes.map((change, i) => (
        <div key={i}>
          <dt>{fieldWords(change.field)}</dt>
          <dd>
            {change.before === null ? null : <del>{change.before}</del>}{' '}
            {change.after === null ? null : <ins>{change.after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
  return (
    <li>
      <time dateTime={entry.at}>{timeWords(entry.at, 'moment')}</time>
      <div>
        <p>
          <b>{entry.who}</b> {whatWords(entry)}
        </p>
        {entry.changes.length === 0 || isMove(entry) ? null : small ? (
          changes
        ) : (
          <details>
            <summary>{entry.changes.map((change) => fieldWords(change.field)).join(', ')}</summary>
            {changes}
          </details>
        )}
      </div>
    </li>
  )
}

/** A change of state and nothing else. */
const isMove = (entry: Change): boolean => entry.changes.length === 1 && entry.changes[0]?.field === 'state'

const STATE_WORDS: Readonly<Record<string, string>> = { ...POSTMORTEM_STATE_WORDS, ...ACTION_STATE_WORDS }

const stateWords = (state: string | null | undefined): string =>
  state === null || state === undefined
    ? 'nothing'
    : (STATE_WORDS[state] ?? state.replaceAll('_', ' ')).toLowerCase()

/** What was done, as the log names it; a change of state with both states. */
function whatWords(entry: Change): string {
  const [change] = entry.changes
  if (!isMove(entry) || change === undefined) return entry.what.replaceAll('_', ' ')
  const thing =
    change.after !== null && change.after in POSTMORTEM_STATE_WORDS ? 'the postmortem' : 'an action'
  const from = change.before === null ? '' : ` from ${stateWords(change.before)}`
  return `moved ${thing}${from} to ${stateWords(change.after)}`
}

/** `sections.wentWell` → `sections, went well`. */
const fieldWords = (field: string): string =>
  field
    .replaceAll('.', ', ')
    .replaceAll('_', ' ')
    .replaceAll(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
