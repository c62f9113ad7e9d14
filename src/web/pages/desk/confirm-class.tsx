/** Confirms or sets aside the class that was suggested for a postmortem, without opening it. */
import type { PostmortemId, IncidentClassId } from '../../../domain/ids.ts'
import type { ClassStanding } from '../../../domain/vocabulary.ts'
import { send } from '../../answers.ts'
import { Button } from '../../parts/button.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { say } from '../../parts/toast.tsx'
import { useSaving } from '../../saving.ts'
import { call } from '../../server.ts'

interface Props {
  readonly postmortem: { readonly id: PostmortemId; readonly title: string }
  readonly classId: IncidentClassId
}

export function ConfirmClass({ postmortem, classId }: Props) {
  const saving = useSaving()
  const decide = (standing: ClassStanding) =>
    saving.run(async () => {
      const before = await stand(postmortem.id, classId, standing)
      say(standing === 'confirmed' ? 'Confirmed. It counts from now on.' : 'Set aside.', () => {
        void stand(postmortem.id, classId, before)
      })
    })
  return (
    <>
      <Button
        busy={saving.busy}
        aria-label={`Confirm for ${postmortem.title}`}
        onClick={() => void decide('confirmed')}
      >
        Confirm
      </Button>{' '}
      <Button
        kind="quiet"
        busy={saving.busy}
        aria-label={`Not this class: ${postmortem.title}`}
        onClick={() => void decide('set_aside')}
      >
        Not this class
      </Button>
      {saving.problem === null ? null : <ProblemNotice problem={saving.problem} />}
    </>
  )
}

/** Gives a class a standing among the others of its postmortem; resolves to the standing before. */
async function stand(
  postmortemId: PostmortemId,
  classId: IncidentClassId,
  standing: ClassStanding,
): Promise<ClassStanding> {
  const { classes, version } = await call('GET /postmortems/{postmortemId}', { params: { postmortemId } })
  const items = classes.map((one) => ({ id: one.id, standing: one.id === classId ? standing : one.standing }))
  await send('PUT /postmortems/{postmortemId}/classes', {
    params: { postmortemId },
    body: { items },
    ifMatch: version,
  })
  return classes.find((one) => one.id === classId)?.standing ?? 'suggested'
}
