/** Around a list that is read page by page: its skeleton, its problem, its emptiness, and its next page. */
import type { ComponentChildren } from 'preact'
import type { Problem } from '../../contract/common.ts'
import { Button } from './button.tsx'
import styles from './listing.module.css'
import { ProblemNotice } from './problem-notice.tsx'
import { Skeleton } from './skeleton.tsx'

/** What `usePages` answers with. */
export interface Listed<T> {
  readonly first: unknown
  readonly items: readonly T[]
  readonly problem: Problem | null
  readonly hasMore: boolean
  readonly loading: boolean
  readonly more: () => void
  readonly again: () => void
}

interface Props {
  readonly list: Listed<unknown>
  /** Lines to keep room for while it is on its way. */
  readonly lines?: number
  /** Shown in place of a list with nothing in it. */
  readonly empty?: ComponentChildren
  readonly children: ComponentChildren
}

export function Listing({ list, lines = 8, empty, children }: Props) {
  if (list.problem !== null) return <ProblemNotice problem={list.problem} onAgain={list.again} />
  if (list.first === undefined) return <Skeleton lines={lines} size="1.6rem" />
  if (list.items.length === 0 && empty !== undefined) return <>{empty}</>
  return (
    <>
      {children}
      {list.hasMore ? (
        <div class={styles['more']}>
          <Button busy={list.loading} onClick={list.more}>
            Show more
          </Button>
        </div>
      ) : null}
    </>
  )
}
