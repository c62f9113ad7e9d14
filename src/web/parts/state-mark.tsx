/** States as a mark and a word: of a postmortem, of an action item, or any other. */
import type { ComponentChildren } from 'preact'
import type { ActionState, PostmortemState } from '../../domain/vocabulary.ts'
import { ACTION_STATE_WORDS, POSTMORTEM_STATE_WORDS } from '../words.ts'
import styles from './state-mark.module.css'

const MARKS = {
  open: <circle cx="7" cy="7" r="5.5" stroke-dasharray="2 2" />,
  part: (
    <>
      <circle cx="7" cy="7" r="5.5" />
      <path d="M7 7V1.500A5.500 5.500 0 0 1 12.500 7Z" fill="currentColor" />
    </>
  ),
  half: (
    <>
      <circle cx="7" cy="7" r="5.5" />
      <path d="M7 1.500a5.500 5.500 0 0 1 0 11Z" fill="currentColor" />
    </>
  ),
  ring: <circle cx="7" cy="7" r="5.5" />,
  ticked: (
    <>
      <circle cx="7" cy="7" r="5.5" />
      <path d="m4.500 7 2 2 3.200-4" />
    </>
  ),
  done: (
    <>
      <circle cx="7" cy="7" r="6" fill="currentColor" stroke="none" />
      <path d="m4.300 7.200 1.900 1.900 3.500-4.200" stroke="var(--paper)" />
    </>
  ),
  diamond: <path d="M7 1.500 12.500 7 7 12.500 1.500 7Z" />,
  back: <path d="M6 3 2.500 6.500 6 10M2.500 6.500H9a3 3 0 0 1 0 6H7" />,
  crossed: <path d="m3 3 8 8M11 3l-8 8" />,
  dash: <path d="M2.500 7h9" />,
} as const

export type Mark = keyof typeof MARKS
export type Tone = 'ok' | 'bad' | 'ask' | 'go' | 'none'

interface Props {
  readonly mark: Mark
  readonly tone: Tone
  readonly children: ComponentChildren
}

export function StateMark({ mark, tone, children }: Props) {
  return (
    <span class={`${styles['state']} ${styles[tone]}`}>
      <svg viewBox="0 0 14 14" aria-hidden="true">
        {MARKS[mark]}
      </svg>
      {children}
    </span>
  )
}

const OF_ACTION = {
  proposed: ['open', 'none'],
  handed_back: ['back', 'ask'],
  committed: ['ring', 'go'],
  in_progress: ['part', 'go'],
  claimed_done: ['ticked', 'go'],
  verified: ['done', 'ok'],
  not_effective: ['crossed', 'bad'],
  dropped: ['dash', 'none'],
} as const satisfies Record<ActionState, readonly [Mark, Tone]>

export function ActionStateMark({ state }: { state: ActionState }) {
  const [mark, tone] = OF_ACTION[state]
  return (
    <StateMark mark={mark} tone={tone}>
      {ACTION_STATE_WORDS[state]}
    </StateMark>
  )
}

const OF_POSTMORTEM = {
  draft: ['open', 'none'],
  in_review: ['half', 'go'],
  reviewed: ['ticked', 'go'],
  published: ['done', 'ok'],
  withdrawn: ['dash', 'none'],
} as const satisfies Record<PostmortemState, readonly [Mark, Tone]>

export function PostmortemStateMark({ state }: { state: PostmortemState }) {
  const [mark, tone] = OF_POSTMORTEM[state]
  return (
    <StateMark mark={mark} tone={tone}>
      {POSTMORTEM_STATE_WORDS[state]}
    </StateMark>
  )
}
