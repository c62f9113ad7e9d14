/** The language signal: what the linter still finds in the texts of a period, per ten postmortems, by kind. */
import { Link } from 'wouter-preact'
import type { Trends } from '../../../contract/trends.ts'
import { ChartFigure } from '../../charts/chart-figure.tsx'
import { RateBars } from '../../charts/rate-bars.tsx'
import { capital } from '../../number-words.ts'
import { INCIDENTS_ONLY, listOf, periodWords } from '../../period.tsx'
import { useMe } from '../../session.ts'
import { countOf } from '../../words.ts'
import { FINDING_CATEGORY_WORDS } from '../../wording/finding-words.ts'
import { bucketWords } from './trend-sentences.ts'
import styles from './trends-page.module.css'
import { perTen, rateWords, wordingTitle } from './wording-words.ts'

export function WordingFigure({ trends }: { trends: Trends }) {
  const mayOpen = useMe().permissions.includes('postmortem.write')
  const { wording, period, incidents } = trends
  const { timeZone, by } = period
  const panels = wording.byCategory
    .filter((row) => row.total > 0)
    .map((row) => ({ ...row, rates: row.counts.map((count, i) => perTen(count, wording.read[i] ?? 0)) }))
    .toSorted((a, b) => b.total - a.total)
  if (wording.n === 0) return null
  const most = Math.max(0, ...panels.flatMap((panel) => panel.rates.map((rate) => rate ?? 0)))
  const [first, last] = [incidents.buckets[0], incidents.buckets.at(-1)]
  const listed = ['-state:withdrawn', ...INCIDENTS_ONLY]
  return (
    <ChartFigure
      id="wording"
      title={wordingTitle(wording)}
      made={`Open findings of the linter by kind and ${by}, ${periodWords(period, timeZone)}, per 10 postmortems in English, n ${wording.n}. What was fixed or set aside is not counted.`}
      draw={() =>
        panels.length === 0 ? null : (
          <ul class={styles['panels']}>
            {panels.map(({ category, total, rates }) => (
              <li key={category}>
                <p>
                  {mayOpen ? (
                    <Link href={listOf(period, timeZone, [`finding:${category}`, ...listed])}>
                      {FINDING_CATEGORY_WORDS[category]}
                    </Link>
                  ) : (
                    FINDING_CATEGORY_WORDS[category]
                  )}
                  <b>{rateWords(perTen(total, wording.n))}</b>
                </p>
                <RateBars
                  rates={rates}
                  most={most}
                  first={first === undefined ? '' : capital(bucketWords(first, timeZone))}
                  last={last === undefined ? '' : capital(bucketWords(last, timeZone))}
                  label={`${FINDING_CATEGORY_WORDS[category]}: ${countOf(total, 'finding')}`}
                />
              </li>
            ))}
          </ul>
        )
      }
      table={{
        head: ['Kind', 'Open findings', 'Per 10 postmortems'],
        rows: wording.byCategory.map(({ category, total }) => [
          FINDING_CATEGORY_WORDS[category],
          total,
          rateWords(perTen(total, wording.n)),
        ]),
      }}
    >
      It speaks of how texts are written in the organisation, and is never counted by person. Few findings are
      no proof of a good text.
    </ChartFigure>
  )
}
