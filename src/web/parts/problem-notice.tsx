/** What went wrong and what to do, from the server's problem document. */
import type { Problem } from '../../contract/common.ts'
import { Button } from './button.tsx'
import styles from './problem-notice.module.css'

interface Props {
  readonly problem: Problem
  readonly onAgain?: () => void
}

export function ProblemNotice({ problem, onAgain }: Props) {
  return (
    <div class={styles['notice']} role="alert">
      <div>
        <b>{problem.title}</b>
        {problem.detail === undefined ? null : <p>{problem.detail}</p>}
        {problem.errors === undefined || problem.errors.length === 0 ? null : (
          <ul>
            {problem.errors.map((error) => (
              <li key={error.field}>
                {error.field}: {error.message}
              </li>
            ))}
          </ul>
        )}
      </div>
      {onAgain === undefined ? null : <Button onClick={onAgain}>Try again</Button>}
    </div>
  )
}

/** What a problem says about one field, for the field to show. */
export function problemOf(problem: Problem | null, field: string): string | undefined {
  return problem?.errors?.find((error) => error.field === field)?.message
}
