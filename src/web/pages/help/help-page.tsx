/** What the words mean, how to search, and which keys there are. */
import { KeyTable } from '../../palette/key-list.tsx'
import { useTitle } from '../../title.ts'
import styles from './help.module.css'
import { WORDS_MEANT } from './words-meant.ts'

const SEARCHES: readonly (readonly [query: string, meaning: string])[] = [
  ['pool exhausted after deploy', 'words anywhere, nearest meaning first'],
  ['severity:SEV1 after:2026-01-01', 'by severity and time'],
  ['class:"expired certificate"', 'one class'],
  ['team:payments -service:search', 'a team, without one service'],
  ['layer:rollout=bypassed', 'where a layer was bypassed'],
  ['has:open-claims', 'with sentences that nothing supports yet'],
  ['finding:hindsight', 'with wording of that kind, for those who write postmortems'],
]

export function HelpPage() {
  useTitle('What the words mean')
  return (
    <div class={styles['page']}>
      <h1>What the words mean</h1>
      <p class={`prose ${styles['lead']}`}>
        Highwater looks at how a system behaved, never at who was at it. It speaks of roles, layers and
        decisions, and a figure always opens the list it is made of.
      </p>
      <dl class={styles['words']}>
        {WORDS_MEANT.map(([word, meaning]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h2>Searching</h2>
      <dl class={styles['words']}>
        {SEARCHES.map(([query, meaning]) => (
          <div key={query}>
            <dt>
              <code>{query}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h2>Keys</h2>
      <KeyTable />
    </div>
  )
}
