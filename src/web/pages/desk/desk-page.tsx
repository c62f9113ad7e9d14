/** The desk: what the signed-in person owes, in one list with due times, done in place where it can be. */
import { Link } from 'wouter-preact'
import type { DeskItem } from '../../../contract/desk.ts'
import { MoveAction } from '../../actions/move-action.tsx'
import { useAnswer } from '../../answers.ts'
import { ButtonLink } from '../../parts/button.tsx'
import { EmptyState } from '../../parts/empty.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { useMay, useMe } from '../../session.ts'
import { useTitle } from '../../title.ts'
import { timeWords, dayWords, today } from '../../words.ts'
import { ConfirmClass } from './confirm-class.tsx'
import { DESK_WORDS, byDue, headline } from './desk-words.ts'
import styles from './desk.module.css'

export function DeskPage() {
  useTitle('Desk')
  const desk = useAnswer('GET /desk')
  if (desk.problem !== null) return <ProblemNotice problem={desk.problem} onAgain={desk.again} />
  if (desk.data === undefined) {
    return (
      <div class={styles['desk']}>
        <Skeleton lines={9} size="1.6rem" />
      </div>
    )
  }
  const { items, more } = desk.data
  return (
    <div class={styles['desk']}>{items.length === 0 ? <Clear /> : <Duties items={items} more={more} />}</div>
  )
}

function Duties({ items, more }: { items: readonly DeskItem[]; more: number }) {
  const now = today()
  const late = items.filter((item) => item.overdue).length
  return (
    <>
      <header class={styles['head']}>
        <h1>{headline(items.length + more)}</h1>
        <p>
          {late === 0
            ? 'None of it is late.'
            : `${late === 1 ? 'One is' : `${late} are`} past its date: move it on, or hand it back with a reason.`}
        </p>
      </header>
      {byDue(items, now).map((part) => (
        <section key={part.name} class={styles['part']} aria-labelledby={`desk-${part.name}`}>
          <h2 id={`desk-${part.name}`}>{part.name}</h2>
          <ul>
            {part.items.map((item) => (
              <Duty
                key={`${item.kind} ${item.actionItem?.id ?? item.postmortem?.id ?? ''} ${item.classId ?? ''}`}
                item={item}
                now={now}
              />
            ))}
          </ul>
        </section>
      ))}
      {more > 0 ? <p class="soft">And {more} more, shown as these are done.</p> : null}
    </>
  )
}

function Duty({ item, now }: { item: DeskItem; now: string }) {
  const { label, mark, tone } = DESK_WORDS[item.kind]
  return (
    <li class={styles['item']}>
      <div class={styles['kind']}>
        <StateMark mark={mark} tone={tone}>
          {label}
        </StateMark>
      </div>
      <div class={styles['what']}>
        <p class={styles['title']}>
          {item.postmortem === null ? item.title : <Link href={hrefOf(item)}>{item.title}</Link>}
        </p>
        <p class={styles['detail']}>{item.detail ?? item.postmortem?.handle}</p>
        <div class={styles['moves']}>
          <InPlace item={item} />
        </div>
      </div>
      <p class={styles['due']}>
        <Due item={item} now={now} />
      </p>
    </li>
  )
}

/** Where the thing can be seen whole: its action in the list, or the postmortem. */
function hrefOf(item: DeskItem): string {
  const page = `/postmortems/${item.postmortem?.handle ?? ''}`
  return item.actionItem === null ? page : `${page}#actions`
}

function InPlace({ item }: { item: DeskItem }) {
  const mayConfirm = useMay('class.confirm')
  const words = DESK_WORDS[item.kind]
  if (item.actionItem !== null && 'moves' in words) {
    return <MoveAction action={{ ...item.actionItem, title: item.title }} to={words.moves} />
  }
  if (item.kind === 'class_to_confirm' && item.postmortem !== null && item.classId !== null && mayConfirm) {
    return <ConfirmClass postmortem={item.postmortem} classId={item.classId} />
  }
  return null
}

function Due({ item, now }: { item: DeskItem; now: string }) {
  if (item.due === null) return <small>since {timeWords(item.since, 'date')}</small>
  const days = Math.round((Date.parse(item.due) - Date.parse(now)) / 86_400_000)
  const words = days === 0 ? 'today' : days > 0 ? `in ${days} d` : `${-days} d late`
  return (
    <span class={item.overdue ? styles['overdue'] : days <= 7 ? styles['soon'] : undefined}>
      {dayWords(item.due)}
      <small>{words}</small>
    </span>
  )
}

function Clear() {
  const me = useMe()
  const mayImport = useMay('postmortem.import')
  return (
    <EmptyState
      level={1}
      title="Nothing needs you."
      actions={
        <>
          <ButtonLink href="/library" kind="first">
            Read what was learned
          </ButtonLink>
          {mayImport ? <ButtonLink href="/imports">Bring in old postmortems</ButtonLink> : null}
        </>
      }
    >
      That is a good state, {me.person.name}. Whatever is asked of you next will stand here with its date.
    </EmptyState>
  )
}
