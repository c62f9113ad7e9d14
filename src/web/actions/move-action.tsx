/** Moves an action item on where it stands: accept, hand back, start, claim done, verify, drop. */
import { useState } from 'preact/hooks'
import type { ActionItemId } from '../../domain/ids.ts'
import type { ActionState } from '../../domain/vocabulary.ts'
import { send } from '../answers.ts'
import { Button, type ButtonKind } from '../parts/button.tsx'
import { Dialog, DialogActions } from '../parts/dialog.tsx'
import { LongTextField, TextField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Menu } from '../parts/menu.tsx'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { say } from '../parts/toast.tsx'
import { useSaving } from '../saving.ts'
import styles from './move-action.module.css'
import { type Move, MOVES } from './moves.ts'

interface Props {
  readonly action: { readonly id: ActionItemId; readonly version: number; readonly title: string }
  /** States it may move to now, in the order in which they are offered. */
  readonly to: readonly ActionState[]
  /** The first move's button; `first` at most once a view. */
  readonly lead?: ButtonKind
}

/** The moves as buttons, the first of them leading. */
export function MoveAction({ action, to, lead = 'plain' }: Props) {
  const { move, busy, after } = useMoves(action)
  if (to.length === 0) return null
  return (
    <>
      <div class={styles['moves']}>
        {to.map((state, at) => (
          <Button
            key={state}
            kind={at === 0 ? lead : 'quiet'}
            busy={busy}
            aria-label={`${MOVES[state].label} ${action.title}`}
            onClick={() => move(state)}
          >
            {MOVES[state].label}
          </Button>
        ))}
      </div>
      {after}
    </>
  )
}

/** The moves behind one button, where a row has little room. */
export function MoveMenu({ action, to }: Props) {
  const { move, after } = useMoves(action)
  if (to.length === 0) return null
  return (
    <>
      <Menu
        buttonClass={styles['menu'] ?? ''}
        name={`Move on: ${action.title}`}
        label={
          <>
            Move on
            <Icon name="down" size={12} />
          </>
        }
        items={to.map((state) => ({ label: MOVES[state].label, onChoose: () => move(state) }))}
      />
      {after}
    </>
  )
}

/** How to move, and what stands after the controls: the last refusal, the question a move asks. */
function useMoves(action: Props['action']) {
  const [asking, ask] = useState<ActionState | null>(null)
  const saving = useSaving()
  const move = (state: ActionState) => {
    if (MOVES[state].asks === 'nothing') void saving.run(() => moveTo(action, state, {}))
    else ask(state)
  }
  const after = (
    <>
      {saving.problem === null ? null : <ProblemNotice problem={saving.problem} />}
      {asking === null ? null : <AskDialog action={action} state={asking} onClose={() => ask(null)} />}
    </>
  )
  return { move, busy: saving.busy, after }
}

interface Answers {
  readonly reason?: string
  readonly reading?: string
  readonly expiresOn?: string
}

async function moveTo(action: Props['action'], to: ActionState, answers: Answers): Promise<void> {
  await send('POST /actions/{actionItemId}/state', {
    params: { actionItemId: action.id },
    body: { to, ...answers },
    ifMatch: action.version,
  })
  say(`${MOVES[to].done}: ${action.title}`)
}

function AskDialog({
  action,
  state,
  onClose,
}: {
  action: Props['action']
  state: ActionState
  onClose: () => void
}) {
  const move: Move = MOVES[state]
  const [text, setText] = useState('')
  const [expiresOn, setExpiresOn] = useState('')
  const saving = useSaving()
  const submit = async (event: Event) => {
    event.preventDefault()
    const answers: Answers = {
      ...(move.asks === 'reading' ? { reading: text } : { reason: text }),
      ...(expiresOn === '' ? {} : { expiresOn }),
    }
    if (await saving.run(() => moveTo(action, state, answers))) onClose()
  }
  return (
    <Dialog title={action.title} open onClose={onClose}>
      <form class={styles['form']} onSubmit={(event) => void submit(event)}>
        <LongTextField
          label={move.question ?? 'Why?'}
          required
          maxLength={2_000}
          value={text}
          onText={setText}
        />
        {move.asks === 'reason_and_expiry' ? (
          <TextField
            label="It returns on"
            type="date"
            hint="Nothing is dropped for ever: it comes back to be looked at again."
            value={expiresOn}
            onText={setExpiresOn}
          />
        ) : null}
        {saving.problem === null ? null : <ProblemNotice problem={saving.problem} />}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="first" type="submit" busy={saving.busy}>
            {move.label.replace('…', '')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
