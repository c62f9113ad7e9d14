/** The sheet every view of a postmortem stands on: contents, where we are, the other views, and the text. */
import type { ComponentChildren } from 'preact'
import { Link } from 'wouter-preact'
import type { Postmortem } from '../../../contract/postmortems.ts'
import { useAnswer } from '../../answers.ts'
import { ButtonLink } from '../../parts/button.tsx'
import { EmptyState } from '../../parts/empty.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { useTitle } from '../../title.ts'
import styles from './sheet.module.css'

export type View = 'reading' | 'original' | 'history'

interface Props {
  readonly handle: string
  readonly view: View
  readonly children: (postmortem: Postmortem) => ComponentChildren
  readonly contents?: (postmortem: Postmortem) => ComponentChildren
}

const VIEW_WORDS = {
  reading: '',
  original: 'Original of ',
  history: 'History of ',
} as const satisfies Record<View, string>

export function Sheet({ handle, view, children, contents }: Props) {
  const answer = useAnswer('GET /postmortems/{postmortemId}', { params: { postmortemId: handle } })
  const postmortem = answer.data
  useTitle(postmortem === undefined ? handle : `${VIEW_WORDS[view]}${postmortem.title}`)
  if (postmortem === undefined) {
    if (answer.problem?.status === 404) return <NotThere handle={handle} />
    if (answer.problem !== null) return <ProblemNotice problem={answer.problem} onAgain={answer.again} />
    return (
      <div class={styles['waiting']}>
        <Skeleton lines={9} size="1.4rem" />
      </div>
    )
  }
  return (
    <div class={styles['sheet']}>
      {contents?.(postmortem) ?? <span />}
      <article class={styles['article']}>
        <Tools postmortem={postmortem} view={view} />
        {children(postmortem)}
      </article>
    </div>
  )
}

function Tools({ postmortem, view }: { postmortem: Postmortem; view: View }) {
  const at = `/postmortems/${postmortem.handle}`
  const views = [
    ['reading', at, 'Postmortem'],
    ...(postmortem.originals.length === 0 ? [] : [['original', `${at}/original`, 'Original text'] as const]),
    ['history', `${at}/history`, 'History'],
  ] as const
  return (
    <div class={styles['tools']}>
      <span>
        <Link href="/library">Library</Link> / {postmortem.handle}
      </span>
      <nav aria-label="Views of this postmortem">
        {views.map(([name, href, words]) => (
          <Link key={name} href={href} {...(name === view ? { 'aria-current': 'page' as const } : {})}>
            {words}
          </Link>
        ))}
      </nav>
      <button type="button" class={styles['print']} onClick={() => print()}>
        Print
      </button>
    </div>
  )
}

function NotThere({ handle }: { handle: string }) {
  return (
    <EmptyState
      title={`There is no ${handle} here.`}
      actions={
        <ButtonLink href="/library" kind="first">
          Search the library
        </ButtonLink>
      }
    >
      It may have been withdrawn, or be open to fewer people.
    </EmptyState>
  )
}
