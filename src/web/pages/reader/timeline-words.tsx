/** The timeline in words, under its drawing: the four leading questions, then the list. */
import type { Postmortem } from '../../../contract/postmortems.ts'
import type { Clock } from './clock.ts'
import { EventList } from './event-list.tsx'
import type { Numbers } from './evidence.tsx'
import { fourQuestions } from './four-questions.ts'
import styles from './timeline.module.css'

interface Props {
  readonly postmortem: Postmortem
  readonly numbers: Numbers
  readonly clock: Clock
}

export function TimelineWords({ postmortem, numbers, clock }: Props) {
  const questions = fourQuestions(postmortem, clock)
  return (
    <>
      {questions.length === 0 ? null : (
        <dl class={styles['four']}>
          {questions.map((one) => (
            <div key={one.question}>
              <dt>{one.question}</dt>
              {one.answers.map((answer, i) => (
                <dd key={i}>{answer}</dd>
              ))}
            </div>
          ))}
        </dl>
      )}
      {postmortem.timeline.length === 0 ? null : <EventList postmortem={postmortem} numbers={numbers} />}
    </>
  )
}
