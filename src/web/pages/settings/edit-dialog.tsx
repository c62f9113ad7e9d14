/** A dialog with a form that saves one thing and closes when it went through. */
import type { ComponentChildren } from 'preact'
import type { Problem } from '../../../contract/common.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog, DialogActions } from '../../parts/dialog.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { say } from '../../parts/toast.tsx'
import { useSaving } from '../../saving.ts'
import styles from './settings.module.css'

interface Props {
  readonly title: string
  /** Said when it went through. */
  readonly done: string
  readonly button?: string
  readonly save: () => Promise<unknown>
  readonly onClose: () => void
  readonly children: (problem: Problem | null) => ComponentChildren
}

export function EditDialog({ title, done, button = 'Save', save, onClose, children }: Props) {
  const saving = useSaving()
  const submit = async (event: Event) => {
    event.preventDefault()
    if (!(await saving.run(save))) return
    onClose()
    say(done)
  }
  return (
    <Dialog title={title} open onClose={onClose}>
      <form class={styles['form']} onSubmit={(event) => void submit(event)}>
        {children(saving.problem)}
        {saving.problem === null ? null : <ProblemNotice problem={saving.problem} />}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="first" type="submit" busy={saving.busy}>
            {button}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
