/** Postmortems for which a class is suggested: confirmed or set aside in place by those who may. */
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import type { Problem } from '../../../contract/common.ts'
import type { IncidentClassId, PostmortemId } from '../../../domain/ids.ts'
import type { ClassStanding } from '../../../domain/vocabulary.ts'
import { send, usePages } from '../../answers.ts'
import { Button } from '../../parts/button.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { say } from '../../parts/toast.tsx'
import { call, problemFrom } from '../../server.ts'
import { useMay } from '../../session.ts'
import { shareWords } from '../../words.ts'
import styles from './classes-page.module.css'

interface Props {
  readonly classId: IncidentClassId
  readonly name: string
}

export function Suggestions({ classId, name }: Props) {
  const pages = usePages('GET /classes/{classId}/suggestions', { params: { classId }, query: { limit: 20 } })
  const may = useMay('class.confirm')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const decide = async (id: PostmortemId, standing: ClassStanding) => {
    setBusy(true)
    setProblem(null)
    try {
      await decideClass(id, classId, standing)
      say(standing === 'confirmed' ? `Confirmed: ${name}.` : `Set aside: ${name}.`)
    } catch (thrown) {
      setProblem(problemFrom(thrown))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div class={styles['suggestions']}>
      <h3>Suggested by their words, not counted</h3>
      {pages.problem === null ? null : <ProblemNotice problem={pages.problem} onAgain={pages.again} />}
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {pages.first === undefined && pages.problem === null ? <Skeleton lines={3} /> : null}
      <ul>
        {pages.items.map(({ postmortem, confidence }) => (
          <li key={postmortem.id}>
            <Link href={`/postmortems/${postmortem.handle}`}>{postmortem.title}</Link>
            <span class="soft">
              {postmortem.handle}
              {confidence === null ? '' : `, ${shareWords(confidence)} sure`}
            </span>
            {may ? (
              <span class={styles['choices']}>
                <Button busy={busy} onClick={() => void decide(postmortem.id, 'confirmed')}>
                  Confirm
                </Button>
                <Button kind="quiet" busy={busy} onClick={() => void decide(postmortem.id, 'set_aside')}>
                  Set aside
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {pages.hasMore ? <Button onClick={pages.more}>More</Button> : null}
    </div>
  )
}

/** Changes how one class stands with a postmortem, the others left as they are now. */
async function decideClass(
  id: PostmortemId,
  classId: IncidentClassId,
  standing: ClassStanding,
): Promise<void> {
  const postmortem = await call('GET /postmortems/{postmortemId}', { params: { postmortemId: id } })
  await send('PUT /postmortems/{postmortemId}/classes', {
    params: { postmortemId: id },
    body: {
      items: postmortem.classes.map((one) => ({
        id: one.id,
        standing: one.id === classId ? standing : one.standing,
      })),
    },
    ifMatch: postmortem.version,
  })
}
