/** The incident classes of a postmortem: confirmed ones, and suggestions that a person confirms or sets aside in place. */
import { Link } from 'wouter-preact'
import type { Postmortem } from '../../../contract/postmortems.ts'
import { later } from '../../later.tsx'
import { shareWords } from '../../words.ts'
import styles from './classes.module.css'

/** Only those who may decide on a suggestion fetch how. */
const DecideClass = later(async () => (await import('./decide-class.tsx')).DecideClass, null)

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
        {suggested.map((one) => (
          <span key={one.id} class={styles['suggested']}>
            {one.name}
            <small>
              suggested by its words{one.confidence === null ? '' : `, ${shareWords(one.confidence)} sure`};
              not counted
            </small>
            {postmortem.may.confirmClasses ? <DecideClass postmortem={postmortem} one={one} /> : null}
          </span>
        ))}
      </dd>
    </div>
  )
}

/** The filter of the library that finds a class by its name. */
const classQuery = (name: string): string => `class:${/\s/.test(name) ? `"${name}"` : name}`
