/** Trends: what the period says in sentences, then the figures they are made from, each opening its list. */
import { Link } from 'wouter-preact'
import type { Trends } from '../../../contract/trends.ts'
import { useAnswer } from '../../answers.ts'
import { later } from '../../later.tsx'
import { ButtonLink } from '../../parts/button.tsx'
import { EmptyState } from '../../parts/empty.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { INCIDENTS_ONLY, PeriodPicker, listOf, periodWords, usePeriod } from '../../period.tsx'
import { useTitle } from '../../title.ts'
import { countOf, timeWords } from '../../words.ts'
import { Actions, ByClass, BySeverity, Coverage, Durations, Incidents, Repeats } from './figures.tsx'
import { CERTAINTY_WORDS, type Sentence, sentencesOf } from './trend-sentences.ts'
import styles from './trends-page.module.css'

/** The last figure of the page; the others do not wait for it. */
const Wording = later(async () => (await import('./wording-figure.tsx')).WordingFigure)

export function TrendsPage() {
  useTitle('Trends')
  const [period, change] = usePeriod()
  const answer = useAnswer('GET /trends', { query: period }, { keep: true })
  const trends = answer.data
  return (
    <div class={styles['page']}>
      <header class={styles['head']}>
        <div>
          <p>Trends, all teams</p>
          <h1>{trends === undefined ? 'Trends' : periodWords(trends.period, trends.period.timeZone)}</h1>
        </div>
        <PeriodPicker
          period={period}
          onChange={change}
          usual={period.by === 'month' ? 'Last 12 months' : 'Last 8 quarters'}
          lengths={[6, 24, 60]}
          steps
        />
      </header>
      {answer.problem === null ? null : <ProblemNotice problem={answer.problem} onAgain={answer.again} />}
      {trends === undefined ? (
        answer.problem === null ? (
          <Skeleton lines={10} size="1.4rem" />
        ) : null
      ) : trends.incidents.n === 0 ? (
        <NothingYet trends={trends} />
      ) : (
        <Review trends={trends} />
      )}
    </div>
  )
}

function NothingYet({ trends }: { trends: Trends }) {
  const undated = trends.incidents.undated
  return (
    <EmptyState
      title="No incident is recorded in this period."
      actions={<ButtonLink href="/library">To the library</ButtonLink>}
    >
      {undated === 0
        ? 'Choose a longer period, or bring in the postmortems you have.'
        : `${countOf(undated, 'incident has', 'incidents have')} no date and cannot be placed in time.`}
    </EmptyState>
  )
}

function Review({ trends }: { trends: Trends }) {
  const { timeZone } = trends.period
  const apart = [
    trends.incidents.nearMisses === 0 ? '' : countOf(trends.incidents.nearMisses, 'near miss', 'near misses'),
    trends.incidents.drills === 0 ? '' : countOf(trends.incidents.drills, 'drill'),
  ].filter(Boolean)
  return (
    <>
      <section class={styles['changed']} aria-labelledby="changed">
        <h2 id="changed">What it says</h2>
        <ul>
          {sentencesOf(trends).map((sentence) => (
            <Said key={sentence.figure} sentence={sentence} />
          ))}
        </ul>
      </section>
      <div class={styles['figures']}>
        <Incidents trends={trends} />
        <ByClass trends={trends} />
        <Durations trends={trends} />
        <Repeats trends={trends} />
        <Actions trends={trends} />
        <Coverage trends={trends} />
        <BySeverity trends={trends} />
        <Wording trends={trends} />
      </div>
      <footer class={styles['end']}>
        <span>
          As of {timeWords(trends.asOf, 'moment', timeZone)}, {timeZone}.{' '}
          {apart.length === 0 ? '' : `${apart.join(' and ')} counted apart. `}
          {trends.incidents.undated === 0
            ? ''
            : `${countOf(trends.incidents.undated, 'incident has', 'incidents have')} no date.`}
        </span>
        <Link href={listOf(trends.period, timeZone, INCIDENTS_ONLY)}>
          {countOf(trends.incidents.n, 'incident')} behind this page
        </Link>
      </footer>
    </>
  )
}

function Said({ sentence }: { sentence: Sentence }) {
  return (
    <li>
      <p>
        <b>{sentence.lead}</b> {sentence.rest}
      </p>
      <span>
        <b>{CERTAINTY_WORDS[sentence.certainty]}</b> {sentence.why} <a href={sentence.figure}>Figure</a>
      </span>
    </li>
  )
}
