/** Wording: what each rule of the linter weighs here and how it proves itself, and the vendors it should know by name. */
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import type { WordingSettings } from '../../../contract/wording.ts'
import { FINDING_CATEGORIES } from '../../../domain/vocabulary.ts'
import { send, useAnswer } from '../../answers.ts'
import { Button } from '../../parts/button.tsx'
import { LongTextField, SelectField } from '../../parts/field.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { say } from '../../parts/toast.tsx'
import { type Saving, useSaving } from '../../saving.ts'
import { countWords, shareWords } from '../../words.ts'
import { FINDING_CATEGORY_WORDS, FINDING_SEVERITY_WORDS } from '../../wording/finding-words.ts'
import { SettingsFrame } from './settings-frame.tsx'
import styles from './settings.module.css'

type Rule = WordingSettings['rules'][number]

export function WordingPage() {
  const answer = useAnswer('GET /wording')
  return (
    <SettingsFrame
      title="Wording"
      lead="What the linter asks authors about, and how much each rule weighs. A rule that is often set aside is wrong for you: make it weigh less."
    >
      {answer.problem !== null ? (
        <ProblemNotice problem={answer.problem} onAgain={answer.again} />
      ) : answer.data === undefined ? (
        <Skeleton lines={12} />
      ) : (
        <Wording settings={answer.data} />
      )}
    </SettingsFrame>
  )
}

function Wording({ settings }: { settings: WordingSettings }) {
  const saving = useSaving()
  return (
    <>
      {saving.problem === null ? null : <ProblemNotice problem={saving.problem} />}
      {FINDING_CATEGORIES.map((category) => (
        <section key={category} class={`${styles['section']} ${styles['rules']}`}>
          <h2>{FINDING_CATEGORY_WORDS[category]}</h2>
          <Table
            caption={`Rules of the kind “${FINDING_CATEGORY_WORDS[category]}”`}
            columns={columnsOf(settings, saving)}
            rows={settings.rules.filter((rule) => rule.category === category)}
            keyOf={(rule) => rule.ruleId}
          />
        </section>
      ))}
      <p class={styles['note']}>
        Precision is 1 − set aside ÷ (set aside + fixed), with its 95 % interval; under ten decided findings
        it says nothing. A change is followed by all postmortems in the background.
      </p>
      <Vendors key={settings.version} settings={settings} saving={saving} />
    </>
  )
}

const columnsOf = (settings: WordingSettings, saving: Saving): Column<Rule>[] => [
  {
    head: 'Rule',
    kind: 'lead',
    cell: (rule) => (
      <>
        <Link href={`/help/rules/${rule.ruleId}`}>{rule.title}</Link>
        <small>{rule.why}</small>
      </>
    ),
  },
  {
    head: 'Found',
    kind: 'number',
    cell: (rule) => (
      <>
        {countWords(rule.found)}
        {rule.found === 0 ? null : (
          <small>
            {countWords(rule.fixed)} fixed, {countWords(rule.setAside)} set aside
          </small>
        )}
      </>
    ),
  },
  { head: 'Precision', kind: 'number', cell: (rule) => <Precision rule={rule} /> },
  { head: 'Weighs', cell: (rule) => <Weight rule={rule} settings={settings} saving={saving} /> },
]

function Precision({ rule: { precision } }: { rule: Rule }) {
  if (precision === null || precision.share === null || precision.interval === null) {
    return <span class="soft">not enough data</span>
  }
  return (
    <>
      {shareWords(precision.share)}
      <small>
        {shareWords(precision.interval.low)}–{shareWords(precision.interval.high)}, n{' '}
        {countWords(precision.n)}
      </small>
    </>
  )
}

interface WeightProps {
  readonly rule: Rule
  readonly settings: WordingSettings
  readonly saving: Saving
}

const WEIGHTS = { ...FINDING_SEVERITY_WORDS, off: 'Off' } as const

function Weight({ rule, settings, saving }: WeightProps) {
  const choose = async (severity: string) => {
    const body = { severities: { [rule.ruleId]: severity as Rule['severity'] } }
    const done = await saving.run(() => send('PATCH /wording', { body, ifMatch: settings.version }))
    if (done) say('Saved. Postmortems follow in the background.')
  }
  return (
    <SelectField
      bare
      label={`What “${rule.title}” weighs`}
      value={rule.severity}
      options={Object.entries(WEIGHTS).map(([severity, words]) => [
        severity,
        severity === rule.ownSeverity ? `${words} (usual)` : words,
      ])}
      onChoose={(severity) => void choose(severity)}
    />
  )
}

function Vendors({ settings, saving }: Pick<WeightProps, 'settings' | 'saving'>) {
  const [text, setText] = useState(settings.vendors.join('\n'))
  const submit = async (event: Event) => {
    event.preventDefault()
    const vendors = text.split('\n').flatMap((line) => line.trim() || [])
    const done = await saving.run(() =>
      send('PATCH /wording', { body: { vendors }, ifMatch: settings.version }),
    )
    if (done) say('Saved. Postmortems follow in the background.')
  }
  return (
    <form class={styles['section']} onSubmit={(event) => void submit(event)}>
      <h2>Vendors</h2>
      <div class={styles['form']}>
        <LongTextField
          label="Companies you buy from, one a line"
          hint="People, teams and services are known from their own pages; with these the linter tells a supplier from a service or a colleague."
          value={text}
          onText={setText}
        />
        <div>
          <Button type="submit" busy={saving.busy}>
            Save
          </Button>
        </div>
      </div>
    </form>
  )
}
