/** Decision points: the options seen, what was known, believed, to be had, learned later and missing, and two judgements kept apart. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Postmortem } from '../../../contract/postmortems.ts'
import { epoch } from '../../../domain/instant.ts'
import type { InformationKind } from '../../../domain/vocabulary.ts'
import { minutesWords } from '../../words.ts'
import type { Clock } from './clock.ts'
import styles from './decisions.module.css'
import { bare, calledFor } from './decision-information.ts'
import { EvidenceNumbers, type Numbers } from './evidence.tsx'
import { plain } from './flood-of.ts'
import { Section } from './section.tsx'

type Decision = Postmortem['decisions'][number]

interface Props {
  readonly postmortem: Postmortem
  readonly numbers: Numbers
  readonly clock: Clock
}

export function Decisions({ postmortem, numbers, clock }: Props) {
  return (
    <Section
      id="decisions"
      title="Decision points"
      lead="With what information was each decision made, and what would have made it quicker?"
    >
      <div class={styles['all']}>
        {postmortem.decisions.map((decision, i) => (
          <Point
            key={decision.id}
            id={`decision-${i + 1}`}
            first={i === 0}
            {...{ postmortem, decision, numbers, clock }}
          />
        ))}
      </div>
    </Section>
  )
}

interface PointProps extends Props {
  readonly id: string
  readonly first: boolean
  readonly decision: Decision
}

function Point({ id, first, postmortem, decision, numbers, clock }: PointProps) {
  const details = useRef<HTMLDetailsElement>(null)
  useOpenWhenCalled(id, details)
  const at = decision.decidedAt
  return (
    <details ref={details} class={styles['point']} id={id} open={first}>
      <summary>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M6 0l6 6-6 6-6-6Z" />
        </svg>
        <span class={styles['at']}>{at === null ? '–' : <time dateTime={at}>{clock(epoch(at))}</time>}</span>
        <b>{decision.question}</b>
        <span class="soft">
          {decision.latencyMinutes === null ? '' : `decided in ${minutesWords(decision.latencyMinutes)}`}
        </span>
      </summary>
      <div class={styles['inside']}>
        <About postmortem={postmortem} decision={decision} clock={clock} />
        <Options decision={decision} />
        <Information decision={decision} numbers={numbers} clock={clock} />
        <MissingPieces postmortem={postmortem} decision={decision} clock={clock} />
        <Judgement decision={decision} />
      </div>
    </details>
  )
}

/** Opens when the address names it, as from its diamond in the drawing. */
function useOpenWhenCalled(id: string, details: { current: HTMLDetailsElement | null }): void {
  useEffect(() => {
    const look = () => {
      if (location.hash === `#${id}` && details.current !== null) details.current.open = true
    }
    look()
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [id])
}

function About({ postmortem, decision, clock }: Omit<Props, 'numbers'> & { decision: Decision }) {
  const prompt = postmortem.timeline.find((event) => event.id === decision.promptedById)
  const facts: (readonly [string, string])[] = [
    ...(decision.decidingRole === null ? [] : [['Decided by', decision.decidingRole] as const]),
    ...(prompt === undefined
      ? []
      : [
          [
            'Called for by',
            prompt.at === null ? plain(prompt.text) : `${plain(prompt.text)} ${clock(epoch(prompt.at))}`,
          ] as const,
        ]),
    ...(decision.latencyMinutes === null
      ? []
      : [['Time to decide', minutesWords(decision.latencyMinutes)] as const]),
  ]
  if (facts.length === 0) return null
  return (
    <dl class={styles['about']}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const alike = (a: string, b: string): boolean => bare(a).toLowerCase() === bare(b).toLowerCase()

function Options({ decision }: { decision: Decision }) {
  const chosen = decision.options.find((option) => alike(option.text, decision.choice))
  return (
    <div>
      <p class={styles['label']}>{decision.options.length > 1 ? 'Options seen at the time' : 'Choice'}</p>
      <ul class={styles['options']}>
        {chosen === undefined ? (
          <li class={styles['chosen']}>
            <span>Chosen</span>
            <b>{decision.choice}</b>
          </li>
        ) : null}
        {decision.options.map((option, i) => (
          <li key={i} class={option === chosen ? styles['chosen'] : undefined}>
            {option === chosen ? <span>Chosen</span> : null}
            <b>{option.text}</b>
            {option.consequence === null ? null : <small>{option.consequence}</small>}
          </li>
        ))}
      </ul>
    </div>
  )
}

const KINDS = [
  ['known', 'Known', 'at hand then'],
  ['believed', 'Believed', 'held to be true'],
  ['discoverable', 'Discoverable', 'could have been had'],
  ['learned_later', 'Learned later', 'not to be had then'],
  ['unknowable', 'Unknowable', 'nobody could know'],
] as const satisfies readonly (readonly [InformationKind, string, string])[]

function Information({ decision, numbers, clock }: Omit<Props, 'postmortem'> & { decision: Decision }) {
  const groups = KINDS.map(
    ([kind, name, note]) =>
      [kind, name, note, decision.information.filter((item) => item.kind === kind)] as const,
  ).filter(([, , , items]) => items.length > 0)
  if (groups.length === 0) return null
  return (
    <dl class={styles['information']}>
      {groups.map(([kind, name, note, items]) => (
        <div key={kind} class={styles[kind]}>
          <dt>
            {name}
            <small>{note}</small>
          </dt>
          {items.map((item, i) => (
            <dd key={i}>
              {item.text} <Verdict item={item} clock={clock} />
              <EvidenceNumbers ids={item.evidenceId === null ? [] : [item.evidenceId]} numbers={numbers} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

/** Whether a belief proved right, and when something was learned. */
function Verdict({
  item,
  clock,
}: {
  item: Decision['information'][number]
  clock: Clock
}): ComponentChildren {
  if (item.kind === 'believed' && item.provedRight !== null) {
    const proved = item.provedRight ? 'Proved right' : 'Proved wrong'
    return (
      <span class={styles['verdict']}>
        {proved}
        {item.provedAt === null ? '' : ` ${clock(epoch(item.provedAt))}`}{' '}
      </span>
    )
  }
  if (item.kind === 'learned_later' && item.at !== null) {
    return <span class={styles['verdict']}>Learned {clock(epoch(item.at))} </span>
  }
  return null
}

function MissingPieces({ postmortem, decision, clock }: Omit<Props, 'numbers'> & { decision: Decision }) {
  const from = calledFor(postmortem, decision)
  return (
    <>
      {decision.missing.map((one, i) => {
        const minutes =
          from === null || one.arrivedAt === null ? null : (epoch(one.arrivedAt) - epoch(from)) / 60_000
        return (
          <div key={i} class={styles['cost']}>
            {minutes === null || minutes < 0 ? null : <b>{minutesWords(minutes)}</b>}
            <p>
              <strong>Missing information: {bare(one.what)}.</strong>{' '}
              {one.heldBy === null ? '' : `Held by ${bare(one.heldBy)}. `}
              {one.arrivedAt === null
                ? 'It did not arrive in time. '
                : `It arrived at ${clock(epoch(one.arrivedAt))}. `}
              {one.how ?? ''}
            </p>
          </div>
        )
      })}
    </>
  )
}

function Judgement({ decision }: { decision: Decision }) {
  if (decision.decisionQuality === null && decision.outcome === null) return null
  return (
    <dl class={styles['judgement']}>
      {decision.decisionQuality === null ? null : (
        <div>
          <dt>Quality of the decision</dt>
          <dd>{decision.decisionQuality}</dd>
        </div>
      )}
      {decision.outcome === null ? null : (
        <div>
          <dt>Outcome</dt>
          <dd>{decision.outcome}</dd>
        </div>
      )}
    </dl>
  )
}
