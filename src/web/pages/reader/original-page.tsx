/** The imported text as it is, with line numbers that can be linked to, and each version to download byte for byte. */
import { useEffect } from 'preact/hooks'
import type { Postmortem } from '../../../contract/postmortems.ts'
import { useAnswer } from '../../answers.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import type { PageProps } from '../../page-route.ts'
import { countWords, timeWords } from '../../words.ts'
import styles from './original-page.module.css'
import { Sheet } from './sheet.tsx'

export function OriginalPage({ params }: PageProps) {
  return (
    <Sheet handle={params['handle'] ?? ''} view="original">
      {(postmortem) => <Original postmortem={postmortem} />}
    </Sheet>
  )
}

function Original({ postmortem }: { postmortem: Postmortem }) {
  const answer = useAnswer('GET /postmortems/{postmortemId}/original-text', {
    params: { postmortemId: postmortem.id },
  })
  useEffect(() => {
    if (answer.data !== undefined)
      document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: 'center' })
  }, [answer.data])
  return (
    <>
      <h1>Original text</h1>
      <p class={styles['lead']}>As it was imported. What was read from it can be changed; this cannot.</p>
      <Versions postmortem={postmortem} />
      {answer.problem === null ? null : <ProblemNotice problem={answer.problem} onAgain={answer.again} />}
      {answer.data === undefined ? (
        answer.problem === null ? (
          <Skeleton lines={12} />
        ) : null
      ) : (
        <Lines text={answer.data.text} truncated={answer.data.truncated} />
      )}
    </>
  )
}

function Versions({ postmortem }: { postmortem: Postmortem }) {
  return (
    <ul class={styles['versions']}>
      {postmortem.originals.map((original) => (
        <li key={original.id}>
          <a href={`/api/v1/postmortems/${postmortem.id}/originals/${original.id}`} download>
            {original.path}
          </a>
          <small>
            version {original.version}, {countWords(original.bytes)} bytes, imported{' '}
            {timeWords(original.importedAt, 'moment')}
          </small>
        </li>
      ))}
    </ul>
  )
}

function Lines({ text, truncated }: { text: string; truncated: boolean }) {
  return (
    <>
      <div class={styles['text']} tabIndex={0} role="region" aria-label="Original text">
        {text.split(/\r\n|\r|\n/u).map((line, i) => (
          <div key={i} id={`L${i + 1}`} class={styles['line']}>
            <a href={`#L${i + 1}`} aria-label={`Line ${i + 1}`}>
              {i + 1}
            </a>
            <code>{line}</code>
          </div>
        ))}
      </div>
      {truncated ? <p class={styles['lead']}>The rest is long: download it to read it whole.</p> : null}
    </>
  )
}
