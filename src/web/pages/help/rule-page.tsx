/** The page of one rule of the linter: why, what to avoid and prefer, when not to use it. */
import { useAnswer } from '../../answers.ts'
import type { PageProps } from '../../page-route.ts'
import { EmptyState } from '../../parts/empty.tsx'
import { Markdown } from '../../parts/markdown.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { useTitle } from '../../title.ts'
import styles from './help.module.css'

export function RulePage({ params }: PageProps) {
  const ruleId = params['ruleId'] ?? ''
  const { data, problem, again } = useAnswer('GET /wording/rules/{ruleId}', { params: { ruleId } })
  const [, title = ruleId, body = ''] = /^# ([^\n]+)\n([\s\S]*)$/.exec(data?.text ?? '') ?? []
  useTitle(title)
  if (problem?.status === 404)
    return <EmptyState title={`There is no rule “${ruleId}”.`}>It may have had another name.</EmptyState>
  if (problem !== null) return <ProblemNotice problem={problem} onAgain={again} />
  if (data === undefined) return <Skeleton lines={9} />
  return (
    <article class={styles['page']}>
      <h1>{title}</h1>
      <Markdown text={body} under={1} />
    </article>
  )
}
