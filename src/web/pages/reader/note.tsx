/** One note of the margin: closed a line, open a card with why, a rewrite, and what an author can do. */
import { useId, useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import type { Postmortem } from '../../../contract/postmortems.ts'
import type { Finding } from '../../../contract/wording.ts'
import { send } from '../../answers.ts'
import { FINDING_CATEGORY_WORDS } from '../../wording/finding-words.ts'
import { type Kept, useKept } from '../../kept.ts'
import { Button } from '../../parts/button.tsx'
import { LongTextField } from '../../parts/field.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { say } from '../../parts/toast.tsx'
import { type Saving, useSaving } from '../../saving.ts'
import styles from './notes.module.css'

interface Props {
  readonly finding: Finding
  readonly postmortem: Postmortem
  /** The fingerprint of the note that is open on the page. */
  readonly opened: Kept<string | null>
  /** The part it speaks of, where the note stands away from it. */
  readonly name: string | undefined
}

export function Note({ finding, postmortem, opened, name }: Props) {
  const id = useId()
  const isOpen = useKept(opened) === finding.fingerprint
  const isAside = finding.state === 'set_aside'
  const toggle = () => {
    opened.value = isOpen ? null : finding.fingerprint
  }
  return (
    <li class={[styles['note'], isOpen ? styles['open'] : '', isAside ? styles['aside'] : ''].join(' ')}>
      <button
        type="button"
        class={styles['name']}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={toggle}
        {...(isAside ? {} : { 'data-open': true })}
      >
        <b>{FINDING_CATEGORY_WORDS[finding.category]}</b>
        {isAside ? <small>set aside</small> : null}
        <span>
          {isAside
            ? finding.setAside?.reason
            : shorten(finding.words === '' ? finding.message : finding.words)}
        </span>
        {name === undefined ? null : <small class={styles['of']}>{name}</small>}
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen ? <Card finding={finding} postmortem={postmortem} /> : null}
      </div>
    </li>
  )
}

const shorten = (words: string): string => {
  const plain = words.replaceAll(/[*_`]|\[(?=[^\]]*\])|\]\([^)]*\)/g, '').replaceAll(/\s+/g, ' ')
  return plain.length > 90 ? `${plain.slice(0, 88).trimEnd()}…` : plain
}

function Card({ finding, postmortem }: Pick<Props, 'finding' | 'postmortem'>) {
  const saving = useSaving()
  const [asking, ask] = useState(false)
  return (
    <div class={styles['card']}>
      <p>{finding.message}</p>
      {finding.why === null ? null : (
        <p class={styles['why']}>
          {finding.why}{' '}
          {finding.source === null ? null : (
            <a href={finding.source} target="_blank" rel="noopener noreferrer nofollow">
              Source
            </a>
          )}
        </p>
      )}
      {finding.state === 'set_aside' ? (
        <SetAside finding={finding} />
      ) : (
        <Rewrites finding={finding} postmortem={postmortem} saving={saving} />
      )}
      {asking ? (
        <Asking finding={finding} postmortem={postmortem} saving={saving} onDone={() => ask(false)} />
      ) : (
        <Deeds finding={finding} postmortem={postmortem} saving={saving} onAsk={() => ask(true)} />
      )}
      {saving.problem === null ? null : <ProblemNotice problem={saving.problem} />}
    </div>
  )
}

/** Each rewrite as a difference; one that is safe can be taken as it stands. */
function Rewrites({ finding, postmortem, saving }: Doing) {
  const edit = safeEdit(finding, postmortem)
  const use = async (sections: NonNullable<typeof edit>) => {
    const done = await saving.run(() =>
      send('PATCH /postmortems/{postmortemId}', {
        params: { postmortemId: postmortem.id },
        body: { sections },
        ifMatch: postmortem.version,
      }),
    )
    if (done) say('The text is changed. Its history keeps what it was.')
  }
  return (
    <>
      {finding.suggestions.map((one) => (
        <figure key={one.title} class={styles['rewrite']}>
          <figcaption>{one.title}</figcaption>
          <del>{shorten(finding.words)}</del>
          {one.replacement === '' ? null : <ins>{one.replacement}</ins>}
          {one.isSafe && edit !== null ? (
            <div class={styles['do']}>
              <Button busy={saving.busy} onClick={() => void use(edit)}>
                Use this
              </Button>
            </div>
          ) : null}
        </figure>
      ))}
    </>
  )
}

function SetAside({ finding: { setAside, words } }: { finding: Finding }) {
  if (setAside === null) return null
  return (
    <p class={styles['why']}>
      “{shorten(words)}”, set aside by {setAside.by.name}: {setAside.reason}
    </p>
  )
}

type Doing = Pick<Props, 'finding' | 'postmortem'> & { readonly saving: Saving }

function Deeds({ finding, postmortem, saving, onAsk }: Doing & { readonly onAsk: () => void }) {
  const reopen = () =>
    saving.run(() =>
      send('POST /postmortems/{postmortemId}/findings/{fingerprint}/reopen', {
        params: { postmortemId: postmortem.id, fingerprint: finding.fingerprint },
      }),
    )
  return (
    <div class={styles['do']}>
      {finding.state === 'set_aside' ? (
        <Button busy={saving.busy} onClick={() => void reopen()}>
          Open again
        </Button>
      ) : (
        <Button onClick={onAsk}>Set aside…</Button>
      )}
      <Link href={`/help/rules/${finding.ruleId}`}>The rule</Link>
    </div>
  )
}

/** The section with the safe rewrite in it; null where there is none, or the text has moved on since it was linted. */
function safeEdit({ suggestions, place, section, words, state }: Finding, { sections }: Postmortem) {
  const safe = suggestions.find((one) => one.isSafe)
  const body = sections[section]
  if (safe === undefined || state !== 'open' || place?.part !== 'section' || body === null) return null
  if (body.slice(place.start, place.end) !== words) return null
  // A word that goes takes the space behind it along.
  const rest = body.slice(place.end)
  return {
    [section]:
      body.slice(0, place.start) +
      safe.replacement +
      (safe.replacement === '' ? rest.replace(/^ /, '') : rest),
  }
}

function Asking({ finding, postmortem, saving, onDone }: Doing & { readonly onDone: () => void }) {
  const [reason, setReason] = useState('')
  const submit = async (event: Event) => {
    event.preventDefault()
    const done = await saving.run(() =>
      send('POST /postmortems/{postmortemId}/findings/{fingerprint}/set-aside', {
        params: { postmortemId: postmortem.id, fingerprint: finding.fingerprint },
        body: { reason },
      }),
    )
    if (done) onDone()
  }
  return (
    <form class={styles['asking']} onSubmit={(event) => void submit(event)}>
      <LongTextField
        label="Why it may stay"
        hint="Other authors read it here."
        value={reason}
        onText={setReason}
        required
        maxLength={2_000}
      />
      <div class={styles['do']}>
        <Button type="submit" busy={saving.busy}>
          Set aside
        </Button>
        <Button kind="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
