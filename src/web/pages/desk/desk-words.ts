/** The words of the desk: each kind of duty, and the headline that counts them. */
import type { DeskItem } from '../../../contract/desk.ts'
import type { ActionState } from '../../../domain/vocabulary.ts'
import type { Mark, Tone } from '../../parts/state-mark.tsx'

type DeskKind = DeskItem['kind']

interface Words {
  readonly label: string
  readonly mark: Mark
  readonly tone: Tone
  /** Moves of the action item offered in place. */
  readonly moves?: readonly ActionState[]
}

export const DESK_WORDS = {
  draft_to_finish: { label: 'Draft to finish', mark: 'open', tone: 'none' },
  review_to_run: { label: 'Review to run', mark: 'half', tone: 'go' },
  action_to_accept: {
    label: 'Asked of you',
    mark: 'diamond',
    tone: 'ask',
    moves: ['committed', 'handed_back'],
  },
  action_due: { label: 'Yours, due', mark: 'part', tone: 'go', moves: ['claimed_done'] },
  action_handed_back: { label: 'Handed back', mark: 'back', tone: 'ask' },
  action_to_verify: { label: 'To check', mark: 'ticked', tone: 'go', moves: ['verified', 'not_effective'] },
  class_to_confirm: { label: 'Class to confirm', mark: 'diamond', tone: 'ask' },
  class_came_back: { label: 'Came back', mark: 'back', tone: 'bad' },
  sponsorship_to_decide: { label: 'Money to decide', mark: 'diamond', tone: 'ask' },
  brief_to_read: { label: 'Brief to read', mark: 'open', tone: 'go' },
} as const satisfies Record<DeskKind, Words>

const NUMBERS = [
  'Nothing',
  'One thing',
  'Two things',
  'Three things',
  'Four things',
  'Five things',
  'Six things',
  'Seven things',
  'Eight things',
  'Nine things',
  'Ten things',
]

/** `Three things need you.` */
export function headline(count: number): string {
  const things = NUMBERS[count] ?? `${count} things`
  return `${things} ${count === 1 || count === 0 ? 'needs' : 'need'} you.`
}

export interface Part {
  readonly name: string
  readonly items: readonly DeskItem[]
}

/** Items by when they are due, empty parts left out. `today` is a calendar day. */
export function byDue(items: readonly DeskItem[], today: string): readonly Part[] {
  const week = new Date(Date.parse(today) + 7 * 86_400_000).toISOString().slice(0, 10)
  const part = (item: DeskItem): string => {
    if (item.overdue) return 'Overdue'
    if (item.due === null) return 'When you can'
    return item.due <= week ? 'Within a week' : 'Later'
  }
  return ['Overdue', 'Within a week', 'Later', 'When you can']
    .map((name) => ({ name, items: items.filter((item) => part(item) === name) }))
    .filter((one) => one.items.length > 0)
}
