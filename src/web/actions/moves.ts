/** How an action item moves on: the word on the button, and what the move asks for. */
import type { ActionState } from '../../domain/vocabulary.ts'

export interface Move {
  /** On the button; ends in `…` where more is asked. */
  readonly label: string
  /** What was done, for the words afterwards. */
  readonly done: string
  readonly asks: 'nothing' | 'reason' | 'reading' | 'reason_and_expiry'
  /** The question of the dialog. */
  readonly question?: string
}

export const MOVES = {
  committed: { label: 'Accept', done: 'Accepted', asks: 'nothing' },
  handed_back: {
    label: 'Hand back…',
    done: 'Handed back',
    asks: 'reason',
    question: 'What stands in the way, or who is closer to it?',
  },
  proposed: { label: 'Propose again', done: 'Proposed again', asks: 'nothing' },
  in_progress: { label: 'Start', done: 'Started', asks: 'nothing' },
  claimed_done: { label: 'Claim done', done: 'Claimed done; someone else checks it', asks: 'nothing' },
  verified: {
    label: 'Verify…',
    done: 'Verified',
    asks: 'reading',
    question: 'What does the measure read now, or what was checked?',
  },
  not_effective: {
    label: 'Not effective…',
    done: 'Found not effective',
    asks: 'reason',
    question: 'What did the check show?',
  },
  dropped: {
    label: 'Drop…',
    done: 'Dropped',
    asks: 'reason_and_expiry',
    question: 'Why is it not worth doing now?',
  },
} as const satisfies Record<ActionState, Move>
