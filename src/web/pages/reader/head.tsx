/** The head of the reader: weight, kind and date, the repeat notice, the title, the summary, and who stands behind it. */
import type { ComponentChildren } from 'preact'
import { Link } from 'wouter-preact'
import type { Postmortem } from '../../../contract/postmortems.ts'
import { Icon } from '../../parts/icon.tsx'
import { Markdown } from '../../parts/markdown.tsx'
import { SeverityMark } from '../../parts/severity.tsx'
import { PostmortemStateMark } from '../../parts/state-mark.tsx'
import { DayTime } from '../../parts/time.tsx'
import { useSeverityRank } from '../../session.ts'
import { INCIDENT_KIND_WORDS, countOf, timeWords } from '../../words.ts'
import { ClassesFact } from './classes.tsx'
import { mainIncident } from './flood-of.ts'
import styles from './head.module.css'
import { MarginSlot } from './section.tsx'

/** Kinds that stand in place of a severity. */
const UNGRADED: ReadonlySet<Postmortem['kind']> = new Set(['near_miss', 'drill'])

export function Head({ postmortem }: { postmortem: Postmortem }) {
  const rank = useSeverityRank()
  const incident = mainIncident(postmortem)
  const ownWord = incident?.severityAsWritten ?? null
  return (
    <header>
      <p class={styles['kicker']}>
        {postmortem.severity === null && !UNGRADED.has(postmortem.kind) ? null : (
          <SeverityMark code={postmortem.severity} rank={rank(postmortem.severity)} kind={postmortem.kind} />
        )}
        {postmortem.severity === null && ownWord !== null ? <span>written as “{ownWord}”</span> : null}
        {postmortem.severity === null && UNGRADED.has(postmortem.kind) ? null : (
          <span>{INCIDENT_KIND_WORDS[postmortem.kind]}</span>
        )}
        <When postmortem={postmortem} />
        {postmortem.state === 'published' ? null : <PostmortemStateMark state={postmortem.state} />}
        {postmortem.visibility === 'restricted' ? <span>Restricted</span> : null}
        <Repeat postmortem={postmortem} />
      </p>
      <h1 class={styles['title']}>{postmortem.title}</h1>
      <Notices postmortem={postmortem} />
      {postmortem.sections.summary === null ? null : (
        <div class={styles['summary']} id="summary" data-said>
          <Markdown text={postmortem.sections.summary} under={1} />
          <MarginSlot at="section" section="summary" text={postmortem.sections.summary} />
        </div>
      )}
      <Facts postmortem={postmortem} />
    </header>
  )
}

function When({ postmortem }: { postmortem: Postmortem }) {
  if (postmortem.impactStartedAt !== null) {
    return <time dateTime={postmortem.impactStartedAt}>{timeWords(postmortem.impactStartedAt, 'long')}</time>
  }
  return postmortem.impactStartedOn === null ? (
    <span>day not known</span>
  ) : (
    <DayTime day={postmortem.impactStartedOn} />
  )
}

/** Says that the class came back within its window, and leads to the time before. */
function Repeat({ postmortem }: { postmortem: Postmortem }) {
  if (postmortem.repeatAfterDays === null) return null
  const start = postmortem.impactStartedAt
  const before = postmortem.sameClass.find(
    (one) => start !== null && one.impactStartedAt !== null && one.impactStartedAt < start,
  )
  const days = countOf(Math.round(postmortem.repeatAfterDays), 'day')
  return (
    <span class={styles['again']}>
      <Icon name="repeat" />
      {before === undefined ? (
        <span>Repeat: {days} after the last of its class</span>
      ) : (
        <span>
          Repeat: {days} after{' '}
          <Link href={`/postmortems/${before.handle}`} title={before.title}>
            {before.handle}
          </Link>
          , same class
        </span>
      )}
    </span>
  )
}

function Notices({ postmortem }: { postmortem: Postmortem }) {
  const { supersededBy, withdrawnReason } = postmortem
  return (
    <>
      {supersededBy === null ? null : (
        <p class={styles['notice']}>
          A newer postmortem takes its place:{' '}
          <Link href={`/postmortems/${supersededBy.handle}`}>
            {supersededBy.handle} {supersededBy.title}
          </Link>
        </p>
      )}
      {withdrawnReason === null ? null : <p class={styles['notice']}>Withdrawn: {withdrawnReason}</p>}
    </>
  )
}

function Facts({ postmortem }: { postmortem: Postmortem }) {
  const affected = [
    ...new Set(postmortem.incidents.flatMap((one) => one.affectedTeams.map((team) => team.name))),
  ]
  const services = [
    ...new Set(postmortem.incidents.flatMap((one) => one.services.map((service) => service.name))),
  ]
  const by = [
    postmortem.author === null ? '' : `written by ${postmortem.author.name}`,
    postmortem.facilitator === null ? '' : `facilitated by ${postmortem.facilitator.name}`,
  ].filter(Boolean)
  const sources = postmortem.incidents.flatMap((one) => one.sources)
  return (
    <dl class={styles['facts']}>
      {postmortem.owningTeam === null ? null : (
        <Fact name="Owned by" value={postmortem.owningTeam.name}>
          {affected.length === 0 ? null : `with ${affected.join(', ')}`}
        </Fact>
      )}
      <ClassesFact postmortem={postmortem} />
      {services.length === 0 ? null : (
        <Fact name={services.length === 1 ? 'Service' : 'Services'} value={services.join(', ')} />
      )}
      <Fact
        name={
          postmortem.publishedAt !== null
            ? 'Published'
            : postmortem.originals.length > 0
              ? 'Imported'
              : 'Begun'
        }
        value={timeWords(postmortem.publishedAt ?? postmortem.createdAt, 'day')}
      >
        {by.length === 0 ? null : by.join(', ')}
      </Fact>
      {sources.length === 0 ? null : (
        <Fact
          name="Known elsewhere as"
          value={sources.map((source) => (
            <Source key={source.system} source={source} />
          ))}
        />
      )}
    </dl>
  )
}

function Source({ source }: { source: Postmortem['incidents'][number]['sources'][number] }) {
  const words = source.externalId ?? source.system
  return (
    <span class={styles['source']}>
      {source.url === null ? (
        words
      ) : (
        <a href={source.url} target="_blank" rel="noopener noreferrer nofollow">
          {words}
        </a>
      )}
      {source.externalId === null ? null : <small>{source.system}</small>}
    </span>
  )
}

interface FactProps {
  readonly name: string
  readonly value: ComponentChildren
  readonly children?: ComponentChildren
}

/** A fact of the head; what stands beneath it is soft. */
export function Fact({ name, value, children = null }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        {children === null ? null : <small>{children}</small>}
      </dd>
    </div>
  )
}
