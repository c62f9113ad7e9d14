/** Confirms a suggested class of a postmortem, or sets it aside, in place. */
import type { Postmortem } from '../../../contract/postmortems.ts'
import type { ClassStanding } from '../../../domain/vocabulary.ts'
import { send } from '../../answers.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { say } from '../../parts/toast.tsx'
import { useSaving } from '../../saving.ts'
import styles from './classes.module.css'

interface Props {
  readonly postmortem: Postmortem
  readonly one: Postmortem['classes'][number]
}

export function DecideClass({ postmortem, one }: Props) {
  const { busy, problem, run } = useSaving()
  const decide = async (standing: ClassStanding) => {
    const items = postmortem.classes.map((other) => ({
      id: other.id,
      standing: other.id === one.id ? standing : other.standing,
    }))
    const done = await run(() =>
      send('PUT /postmortems/{postmortemId}/classes', {
        params: { postmortemId: postmortem.id },
        body: { items },
        ifMatch: postmortem.version,
      }),
    )
    if (done) say(standing === 'confirmed' ? `Confirmed: ${one.name}.` : `Set aside: ${one.name}.`)
  }
  return (
    <span class={styles['choices']}>
      <button type="button" disabled={busy} onClick={() => void decide('confirmed')}>
        Confirm
      </button>
      <button type="button" disabled={busy} onClick={() => void decide('set_aside')}>
        Set aside
      </button>
      {problem === null ? null : <ProblemNotice problem={problem} />}
    </span>
  )
}
