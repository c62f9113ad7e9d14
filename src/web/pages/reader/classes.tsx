/** The incident classes of a postmortem: confirmed ones, and suggestions that a person confirms or sets aside in place. */
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import type { Problem } from '../../../contract/common.ts'
import type { Postmortem } from '../../../contract/postmortems.ts'
import type { ClassStanding } from '../../../domain/vocabulary.ts'
import { send } from '../../answers.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { say } from '../../parts/toast.tsx'
import { problemFrom } from '../../server.ts'
import { shareWords } from '../../words.ts'
import styles from './classes.module.css'

type OwnClass = Postmortem['classes'][number]

/** One fact of the head; absent when no class is confirmed or suggested. */
export function ClassesFact({ postmortem }: { postmortem: Postmortem }) {
  const confirmed = postmortem.classes.filter((one) => one.standing === 'confirmed')
  const suggested = postmortem.classes.filter((one) => one.standing === 'suggested')
  if (confirmed.length + suggested.length === 0) return null
  return (
    <div>
      <dt>{confirmed.length > 1 ? 'Classes' : 'Class'}</dt>
      <dd>
        {confirmed.map((one) => (
          <span key={one.id} class={styles['confirmed']}>
            <Link href={`/library?q=${encodeURIComponent(classQuery(one.name))}`}>{one.name}</Link>
            <small>confirmed</small>
          </span>
        ))}
        <Suggestions postmortem={postmortem} suggested={suggested} />
      </dd>
    </div>
  )
}

/** The filter of the library that finds a class by its name. */
const classQuery = (name: string): string => `class:${/\s/.test(name) ? `"${name}"` : name}`

function Suggestions({ postmortem, suggested }: { postmortem: Postmortem; suggested: readonly OwnClass[] }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const decide = async (one: OwnClass, standing: ClassStanding) => {
    setBusy(true)
    setProblem(null)
    const items = postmortem.classes.map((other) => ({
      id: other.id,
      standing: other.id === one.id ? standing : other.standing,
    }))
    try {
      await send('PUT /postmortems/{postmortemId}/classes', {
        params: { postmortemId: postmortem.id },
        body: { items },
        ifMatch: postmortem.version,
      })
      say(standing === 'confirmed' ? `Confirmed: ${one.name}.` : `Set aside: ${one.name}.`)
    } catch (thrown) {
      setProblem(problemFrom(thrown))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {suggested.map((one) => (
        <span key={one.id} class={styles['suggested']}>
          {one.name}
          <small>
            suggested by its words{one.confidence === null ? '' : `, ${shareWords(one.confidence)} sure`}; not
            counted
          </small>
          {postmortem.may.confirmClasses ? (
            <span class={styles['choices']}>
              <button type="button" disabled={busy} onClick={() => void decide(one, 'confirmed')}>
                Confirm
              </button>
              <button type="button" disabled={busy} onClick={() => void decide(one, 'set_aside')}>
                Set aside
              </button>
            </span>
          ) : null}
        </span>
      ))}
      {problem === null ? null : <ProblemNotice problem={problem} />}
    </>
  )
}
